"""A forger of packages for tests that name him, with the package of a whole visit."""

from pathlib import Path

import pytest

from tests.integration.admin_ui.exchange.test_packages_checked import unpacked
from tests.support.forgers import Forger
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers


@pytest.fixture
async def forger(
    people: People,
    readers: Readers,
    phones: Phones,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> Forger:
    """With the package of a whole visit, which fits as it is."""
    found = Forger(await unpacked(people, readers, phones, tmp_path / "whole"), capsys)
    code, said = found.check(found.where)
    assert code == 0, said
    return found
