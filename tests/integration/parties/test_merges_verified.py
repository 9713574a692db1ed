"""`verify` finds what was changed in the table of merges, and in whose a record is, behind the system's back."""

from uuid import UUID

import msgspec
import pytest

from backend.core import database
from backend.core.database import transaction
from backend.ledger import service as ledger
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from backend.parties import merging
from tests.integration.parties.test_merging import TYPED, asked, merged, seen, two
from tests.integration.parties.test_register_of_parties import corrected
from tests.support import factories
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def told() -> set[str]:
    """What verification finds."""
    report = await verification.in_snapshot(None, lambda *_: None)
    assert (report.verdict is Verdict.OK) == (not report.findings)
    return {one.what for one in report.findings}


async def parted(one: UUID, other: UUID, people: People, of_other: list[UUID]) -> None:
    both = await seen(one, other, people.an)
    async with transaction():
        outcome = await merging.undo(both, "Hai chủ khác nhau", of_other, people.an.actor())
    ledger.unwrap(outcome)


@pytest.mark.parametrize(
    "change",
    [
        "state = 'merged', decided_by = asked_by, decided_at = asked_at",
        "state = 'declined', decided_by = asked_by, decided_at = asked_at, decided_reason = 'Không'",
        "decided_reason = 'Vì sao'",
    ],
)
async def test_a_merge_that_waits_and_was_answered_by_nobody_is_found(
    people: People, change: str
) -> None:
    one, other = await two(people)
    ledger.unwrap(await asked(one, other, people.an))
    assert await told() == set()
    await database.execute(f"UPDATE party_merges SET {change}")
    assert await told() == {"what became of a merge is not what its acts say"}


async def test_a_merge_in_force_that_the_table_calls_undone_is_found(people: People) -> None:
    one, other = await two(people)
    await merged(one, other, people)
    assert await told() == set()
    await database.execute("UPDATE party_merges SET decided_by = asked_by")
    assert await told() == {"what became of a merge is not what its acts say"}, (
        "one person did both"
    )


async def test_a_merge_for_which_nobody_asked_is_found(people: People) -> None:
    one, other = await two(people)
    ledger.unwrap(await asked(one, other, people.an))
    await database.execute(
        "INSERT INTO party_merges (ask_id, party_id, other_id, party, before, stays, goes, reason, asked_by, asked_at,"
        " state) SELECT gen_random_uuid(), party_id, other_id, party, before, stays, goes, reason, asked_by, asked_at,"
        " 'undone' FROM party_merges"
    )
    assert await told() == {"a merge is there for which no act asked"}


async def test_a_merge_that_lapsed_by_a_correction_is_in_order_and_not_if_somebody_decided_it(
    people: People,
) -> None:
    one, other = await two(people)
    ledger.unwrap(await asked(one, other, people.an))
    await corrected(people.em, other, msgspec.structs.replace(TYPED, name="Quán khác"), TYPED)
    assert await database.fetchval("SELECT state FROM party_merges") == "lapsed"
    assert await told() == set()
    await database.execute("UPDATE party_merges SET decided_by = asked_by")
    assert await told() == {"what became of a merge is not what its acts say"}


async def test_whose_a_record_is_since_two_were_parted_is_compared(people: People) -> None:
    one, other = await two(people)
    await merged(one, other, people)
    record_id = (await factories.announced(people)).id
    await parted(one, other, people, [record_id])
    assert await told() == set()
    await database.execute("UPDATE party_records_of_other SET party_id = $1", one)
    assert await told() == {"whose it is is not what the parting of two parties says"}
