"""Whoever sits at an open desk does not guess the passphrase of its owner's signing key."""

import asyncio
from collections import Counter
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.core import database
from backend.core.errors import DomainError
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from backend.ledger.service import Accepted
from deploy.demo import ca
from tests.integration.casework.issued_documents.test_issue import certified, ready
from tests.integration.casework.issued_documents.test_reserved_numbers import number_of, post
from tests.support import cases_made
from tests.support.desk import Desks
from tests.support.people import People
from tests.support.signing import PASSPHRASE, Authority, authority

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made


async def age(officer: UUID, minutes: int) -> None:
    """Let time pass for what was counted."""
    await database.execute("DELETE FROM signing_failures WHERE officer_id <> $1", officer)
    rows = await database.fetchval(
        "WITH old AS (DELETE FROM signing_failures RETURNING *) INSERT INTO signing_failures"
        " (officer_id, certificate_id, failed_at) SELECT officer_id, certificate_id,"
        " failed_at - $1 * interval '1 minute' FROM old RETURNING 1",
        minutes,
    )
    assert rows


async def test_who_guesses_at_a_passphrase_is_stopped_after_five_tries(
    people: People, issuer: Authority, desks: Desks
) -> None:
    case = await cases_made.inspected(people)
    await certified(people.giang, issuer)
    await certified(people.hai, issuer)
    document, _ = await ready(case, "MQĐ24", people.giang)
    report, _ = await ready(case, "BC", people.hai)
    giang, hai = await desks.of(people.giang), await desks.of(people.hai)
    answers = [await post(giang, document, passphrase=f"đoán {turn}") for turn in range(8)]
    assert answers == [422] * 5 + [429] * 3
    assert "Hãy đợi 15 phút" in giang.page.text
    assert "Chưa ký gì" in giang.page.text
    assert await post(giang, document, passphrase=PASSPHRASE) == 429  # nor is it told
    assert await number_of(document, people.giang) is None
    # Another's key is his own, and a right one is no failure.
    assert await post(hai, report, passphrase="sai") == 422
    await age(people.giang.id, 16)
    assert await post(giang, document, passphrase=PASSPHRASE) in (200, 303)
    assert await number_of(document, people.giang) is not None


@pytest.mark.long
async def test_a_passphrase_is_taken_as_it_is_typed_a_space_at_its_end_too(
    people: People, issuer: Authority, desks: Desks
) -> None:
    case = await cases_made.inspected(people)
    spaced, giang = "lên dốc đá ", people.giang
    data = ca.officer_pkcs12(issuer.issuing, giang.full_name, giang.officer_number, spaced)
    assert isinstance(
        await signing.register_pkcs12(giang.actor(), giang.id, data, spaced), Accepted
    )
    document, _ = await ready(case, "MQĐ24", giang)
    desk = await desks.of(giang)
    assert await post(desk, document, passphrase=spaced.strip()) == 422
    assert await post(desk, document, passphrase=spaced) in (200, 303)
    assert await number_of(document, giang) is not None


async def test_right_passphrases_are_no_failures(people: People, issuer: Authority) -> None:
    await certified(people.giang, issuer)
    for _ in range(7):
        await signing.open_certificate(people.giang.id, PASSPHRASE)
    assert await database.fetchval("SELECT count(*) FROM signing_failures") == 0


async def test_twenty_guesses_at_once_are_five(people: People, issuer: Authority) -> None:
    await certified(people.giang, issuer)
    outcomes = await asyncio.gather(
        *(signing.open_certificate(people.giang.id, f"đoán {turn}") for turn in range(20)),
        return_exceptions=True,
    )
    codes = Counter(one.problem_code for one in outcomes if isinstance(one, DomainError))
    assert codes == {"passphrase_wrong": 5, "passphrase_tries": 15}
