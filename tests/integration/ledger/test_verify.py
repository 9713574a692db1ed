"""Whoever changes what stands in the ledger is found, even the owner of the database with triggers switched off."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

import asyncpg
import pytest

from backend.core import database
from backend.fieldwork.inspections import service as inspections
from backend.ledger import sealer
from backend.ledger import service as ledger
from backend.ledger.service import Accepted
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Report, Verdict
from deploy.demo import contents
from tests.support import factories
from tests.support.databases import Database
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")

_QUEUE = {
    "ledger_entries": "ledger_entries_wait",
    "ledger_leaves": "ledger_leaves_end_waiting",
}
"""What fills and empties the sealer's queue: an intruder leaves it alone, else nothing would be sealed here."""


@pytest.fixture
async def intruder(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """A superuser of the database, the deny triggers switched off for good."""
    connection = await asyncpg.connect(database.superuser_dsn)
    tables = ("ledger_entries", "ledger_heads", "ledger_leaves", "ledger_checkpoints")
    for table in tables:
        await connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    for table, trigger in _QUEUE.items():
        await connection.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}")
    yield connection
    await connection.close()


async def verify() -> Report:
    """Verify without objects: none are stored in these tests."""
    return await verification.in_snapshot(None, lambda *_: None)


async def sealed(people: People) -> factories.Work:
    """A submitted inspection and another, all sealed."""
    work = await factories.submitted(people, photos=2)
    await factories.announced(people)
    assert await sealer.seal_once() > 0
    assert await sealer.seal_once() == 0
    return work


async def test_an_untouched_ledger_verifies(people: People) -> None:
    await sealed(people)
    report = await verify()
    assert report.verdict is Verdict.OK, report.findings
    assert report.entries > 10
    assert report.entries == report.leaves
    assert report.unsealed == 0


async def test_sealing_goes_on_where_it_stopped(people: People) -> None:
    work = await sealed(people)
    await factories.take_photo(work)
    assert await sealer.seal_once() == 1
    report = await verify()
    assert (report.verdict, report.checkpoints) == (Verdict.OK, 2)


_CHANGES = {
    "rewriting an act": (
        "UPDATE ledger_entries SET act = replace(act, 'Ảnh 1', 'Ảnh 9') WHERE record_id = $1"
        " AND act LIKE '%Ảnh 1%'",
        "does not have the act's hash",
    ),
    "rewriting an act and its hash": (
        "UPDATE ledger_entries SET act = replace(act, 'Ảnh 1', 'Ảnh 9'), act_hash ="
        " sha256(convert_to(replace(act, 'Ảnh 1', 'Ảnh 9'), 'UTF8')) WHERE record_id = $1"
        " AND act LIKE '%Ảnh 1%'",
        "the entry's hash does not follow",
    ),
    "deleting an entry in the middle": (
        "DELETE FROM ledger_entries WHERE record_id = $1 AND number = 3",
        "the numbers jump",
    ),
    "cutting the tail off": (
        "DELETE FROM ledger_entries WHERE record_id = $1 AND number > 6",
        "the record ends at entry 6",
    ),
    "cutting the tail off, the head with it": (
        "WITH cut AS (DELETE FROM ledger_entries WHERE record_id = $1 AND number > 6)"
        " UPDATE ledger_heads SET last_number = 6, last_hash = (SELECT entry_hash FROM"
        " ledger_entries WHERE record_id = $1 AND number = 6) WHERE record_id = $1",
        "was sealed and is gone",
    ),
    "removing a record whole": (
        "WITH heads AS (DELETE FROM ledger_heads WHERE record_id = $1)"
        " DELETE FROM ledger_entries WHERE record_id = $1",
        "was sealed and is gone",
    ),
    "removing a record and its leaves": (
        "WITH heads AS (DELETE FROM ledger_heads WHERE record_id = $1), leaves AS ("
        " DELETE FROM ledger_leaves WHERE record_id = $1)"
        " DELETE FROM ledger_entries WHERE record_id = $1",
        "a leaf of the log is missing",
    ),
    "swapping two entries": (
        "UPDATE ledger_entries SET number = CASE number WHEN 3 THEN 1004 ELSE 1003 END"
        " WHERE record_id = $1 AND number IN (3, 4)",
        "the numbers jump",
    ),
    "re-dating an entry": (
        "UPDATE ledger_entries SET received_at = received_at - interval '1 day'"
        " WHERE record_id = $1 AND number = 3",
        "the entry's hash does not follow",
    ),
    "putting it under another officer": (
        "UPDATE ledger_entries SET officer_id = gen_random_uuid() WHERE record_id = $1 AND number = 3",
        "says something else than the act",
    ),
    "forging a receipt": (
        "UPDATE ledger_entries SET receipt_signature = sha512('x') WHERE record_id = $1 AND number = 3",
        "receipt's signature is not valid",
    ),
    "forging a checkpoint": (
        "UPDATE ledger_checkpoints SET root = sha256('x') WHERE $1::uuid IS NOT NULL",
        "the log's root is not the one that was signed",
    ),
    "removing the newest checkpoint's leaves": (
        "DELETE FROM ledger_leaves WHERE position > 5 AND $1::uuid IS NOT NULL",
        "the log is shorter",
    ),
    "approving in the read table alone": (
        "UPDATE inspections SET state = 'approved' WHERE id = $1",
        "the table says approved, its acts say submitted",
    ),
    "putting another revision into the read table": (
        "UPDATE inspections SET revision = repeat('0', 64) WHERE id = $1",
        "another revision than was submitted",
    ),
    "another key for the device": (
        "UPDATE devices SET public_key = jsonb_set(public_key, '{x}', public_key->'y') WHERE $1::uuid IS NOT NULL",
        "the device's signature is not valid",
    ),
    "calling a bad signature good": (
        'UPDATE ledger_entries SET act = regexp_replace(act, \'"signature":"[^"]{4}\', \'"signature":"AAAA\')'
        " WHERE record_id = $1 AND number = 3",
        "the device's signature is not valid",
    ),
    "calling a clock good that was wrong": (
        "UPDATE ledger_entries SET verdicts = jsonb_set(verdicts, '{time}', '\"ok\"')"
        " WHERE record_id = $1 AND number = 3",
        "a verdict about its clock or position was changed",
    ),
    "calling a position measured that was not there": (
        "UPDATE ledger_entries SET verdicts = jsonb_set(verdicts, '{place}', '\"ok\"')"
        " WHERE record_id = $1 AND act_type = 'photo.taken'",
        "a verdict about its clock or position was changed",
    ),
    "another hash in the photograph's row": (
        "UPDATE photos SET sha256 = repeat('0', 64) WHERE inspection_id = $1",
        "not what its act announced",
    ),
}


@pytest.mark.parametrize("change", sorted(_CHANGES))
async def test_tampering_is_found(
    people: People, intruder: asyncpg.Connection, change: str
) -> None:
    work = await sealed(people)
    statement, told = _CHANGES[change]
    tag = await intruder.execute(statement, work.id)
    assert not tag.endswith(" 0"), "the test changed nothing"
    report = await verify()
    assert report.verdict is Verdict.TAMPERED
    assert any(told in finding.what for finding in report.findings), report.findings


async def test_admitted_evidence_counts_where_it_was_admitted(people: People) -> None:
    work = await factories.submitted(people)
    stranger = await factories.pen(people.em)
    act = stranger.write(str(work.id), "minutes.written", work.pen.log[-4]["content"])
    held = await factories.hand_in(act, people.em, UUID(str(act["device_id"])))
    assert isinstance(held, Accepted)
    assert held.quarantine
    async with database.transaction():
        await inspections.admit(
            work.id, UUID(act["id"]), "Người đi cùng đoàn", people.giang.actor()
        )
    state = await database.fetchval("SELECT state FROM inspections WHERE id = $1", work.id)
    report = await verify()
    assert (state, report.verdict) == ("revising", Verdict.OK), report.findings


async def test_a_slow_transaction_is_not_passed_over(people: People) -> None:
    slow, quick = await factories.announced(people), await factories.announced(people)
    await sealer.seal_once()
    written, go_on = asyncio.Event(), asyncio.Event()

    async def slowly() -> None:
        act = slow.pen.write(str(slow.id), "place.fixed", contents.place(210285110, 1058542300))
        parsed = ledger.parse(act)
        async with database.transaction():
            await ledger.take(parsed, slow.author.actor("phone", device_id=UUID(act["device_id"])))
            await database.fetchval("SELECT 1")  # writes what was deferred
            written.set()
            await go_on.wait()

    task = asyncio.create_task(slowly())
    await written.wait()
    await factories.take_photo(quick)  # begun later, committed earlier
    at_once = await sealer.seal_once()
    go_on.set()
    await task
    assert (at_once, await sealer.seal_once()) == (1, 1)
    report = await verify()
    assert (report.verdict, report.unsealed) == (Verdict.OK, 0), report.findings


async def test_two_sealers_at_once_seal_everything_once(people: People) -> None:
    await factories.submitted(people, photos=2)
    counts = await asyncio.gather(*(sealer.seal_once() for _ in range(5)))
    total = await database.fetchval("SELECT count(*) FROM ledger_leaves")
    assert sum(counts) == total == await database.fetchval("SELECT count(*) FROM ledger_entries")
