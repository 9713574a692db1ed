"""A forger of packages for tests that name him, with the package of a whole visit."""

import shutil
from pathlib import Path

import pytest

from tests.integration.admin_ui.exchange.test_packages_checked import unpacked
from tests.support.forgers import Forger
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers
from tests.support.sampling import Sample


@pytest.fixture(scope="session")
def genuine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the package of a whole visit stands, once somebody had it made; no test changes it."""
    return tmp_path_factory.mktemp("genuine")


def _stands(package: Path) -> bool:
    return any(package.iterdir())


@pytest.fixture
async def forger(
    people: People,
    readers: Readers,
    phones: Phones,
    genuine: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    sample: Sample,
) -> Forger:
    """With a copy of that package, which fits as it is."""
    if not _stands(genuine):
        await unpacked(people, readers, phones, genuine)
    found = Forger(shutil.copytree(genuine, tmp_path / "whole"), capsys, sample)
    code, said = found.check(found.where)
    assert code == 0, said
    return found
