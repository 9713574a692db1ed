"""What lies outside of the database finds a ledger that is shorter than it was, and two that go on under one name."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path

import asyncpg
import msgspec
import pytest

from backend.core import clock
from backend.core import database as backend_database
from backend.core.settings import Settings
from backend.ledger import sealer
from backend.operations.health import service as health
from backend.operations.jobs import run as jobs
from backend.operations.queries import recovery as queries
from backend.operations.recovery import outside, service, starting
from backend.operations.recovery.publishing import Publisher
from backend.operations.verification import outside as outside_checks
from backend.operations.verification.findings import Report, Verdict
from deploy import restored as command
from deploy.servers import Servers
from media.minio_store import MinioStore
from tests.support import factories, restoring
from tests.support.checkpoints import verified, worked
from tests.support.databases import Database
from tests.support.people import People
from tests.support.restoring import REASON, use


@pytest.mark.usefixtures("own_pool")
async def test_a_checkpoint_lies_outside_soon_after_it_was_sealed(
    mine: Settings, store: MinioStore, people: People
) -> None:
    publisher = Publisher(store, mine)
    assert not await publisher.once()  # nothing is sealed yet
    await worked(people)
    assert await publisher.once()
    assert not await publisher.once()
    standing = await backend_database.fetchrow("SELECT log_id FROM installation")
    size = await backend_database.fetchval("SELECT max(size) FROM ledger_checkpoints")
    there = await outside.get(store, standing["log_id"], size)
    assert there.signed
    assert there.log_id == standing["log_id"]
    for number in range(3):
        await factories.announced(people)
        await sealer.seal_once()
        assert await publisher.once(last=True), number
    await backend_database.execute("SELECT 1")
    report, fits = await verified(store)
    assert report.verdict is Verdict.OK, report.findings
    assert report.orphans == []
    assert [line.endswith("fits") for line in fits] == [True]
    assert await service.look(store) == starting.Look(reasons=[], unknown=[])


@pytest.mark.usefixtures("own_pool")
async def test_a_worker_that_stops_leaves_its_last_checkpoint_outside(
    mine: Settings, store: MinioStore, people: People
) -> None:
    await factories.announced(people)
    stop = asyncio.Event()
    stop.set()
    await use(None)
    await jobs.work(mine, stop)
    await use(mine.database_url)
    row = await backend_database.fetchrow(
        "SELECT size, log_id, (SELECT count(*) FROM ledger_entries) AS entries FROM ledger_checkpoints"
        " ORDER BY size DESC LIMIT 1"
    )
    assert row["size"] == row["entries"]
    assert (await outside.get(store, row["log_id"], row["size"])).signed


@pytest.mark.usefixtures("own_pool")
async def test_an_older_database_beside_a_newer_store_is_told_and_declared(
    mine: Settings,
    store: MinioStore,
    servers: Servers,
    database: Database,
    people: People,
    tmp_path: Path,
) -> None:
    await worked(people)
    older = await restoring.copied(database, servers)
    lost = 0
    for _ in range(2):
        await factories.take_photo(await worked(people))
    lost = await sealer.seal_once()
    await Publisher(store, mine).once()
    counted = await backend_database.fetchval("SELECT count(*) FROM ledger_entries")

    await use(older.app_dsn)
    lost = counted - await backend_database.fetchval("SELECT count(*) FROM ledger_entries")
    found = await starting.look(store)
    assert [one.en.startswith("a checkpoint outside covers") for one in found.reasons] == [True]
    report, _ = await verified(store)
    assert report.verdict is Verdict.TAMPERED
    await use(None)
    content = await command.declare_on(
        restoring.settings_on(mine, older), reason=REASON, say=lambda _: None
    )
    assert content is not None
    assert content.lost == lost > 0
    assert content.outside is not None
    assert content.outside.size == counted

    await use(older.app_dsn)
    assert (await starting.look(store)).reasons == []
    report, fits = await verified(store)
    assert report.verdict is Verdict.OK, report.findings
    assert any("declared" in line for line in fits)
    assert await Publisher(store, mine).once()  # under its own log
    await use(database.app_dsn)  # the one that was left behind wakes up
    told = [one.en for one in (await starting.look(store)).reasons]
    assert len(told) == 1
    assert "a log that this database does not know" in told[0]


@pytest.mark.usefixtures("own_pool")
async def test_newest_entries_taken_out_with_every_trace_are_missed_outside(
    mine: Settings, store: MinioStore, database: Database, people: People, tmp_path: Path
) -> None:
    await worked(people)
    early = await backend_database.fetchval("SELECT max(size) FROM ledger_checkpoints")
    await worked(people)
    await Publisher(store, mine).once()
    file = tmp_path / "mốc kiểm.json"
    file.write_bytes(await service.newest_checkpoint() or b"")
    intruder = await asyncpg.connect(database.superuser_dsn)
    await take_out(intruder, early)
    await intruder.close()
    kept = outside.read_file(file)
    for place, more in ((store, []), (None, [kept])):
        report = Report()
        await outside_checks.check(report, place, more)
        assert [one.verdict for one in report.findings] == [Verdict.TAMPERED]
        assert "shorter" in report.findings[0].what
    assert (await starting.look(store)).reasons


@pytest.mark.usefixtures("own_pool")
@pytest.mark.parametrize("ahead", [True, False], ids=["the other is longer", "ours is longer"])
async def test_of_two_copies_that_run_the_second_writes_nothing_and_is_not_ready(
    mine: Settings,
    store: MinioStore,
    servers: Servers,
    database: Database,
    people: People,
    tmp_path: Path,
    ahead: bool,
) -> None:
    await worked(people)
    second = await restoring.copied(database, servers)
    await factories.announced(people)
    if ahead:
        await factories.announced(people)
    await sealer.seal_once()
    assert await Publisher(store, mine).once()
    health.configure(mine)
    assert await state() == "ok"

    await use(second.app_dsn)
    await factories.announced(people)
    if not ahead:
        await factories.announced(people)
    await sealer.seal_once()
    publisher = Publisher(store, mine)
    assert not await publisher.once()
    assert await state() == ("newer" if ahead else "forked")
    report, _ = await verified(store)
    assert report.verdict is Verdict.TAMPERED
    assert (await starting.look(store)).reasons
    await use(None)
    await command.declare_on(restoring.settings_on(mine, second), reason=REASON, say=lambda _: None)
    await use(second.app_dsn)
    assert (await starting.look(store)).reasons == []
    assert await Publisher(store, mine).once()  # it goes on, as another log
    assert await state() == "ok"
    report, _ = await verified(store)
    assert report.verdict is Verdict.OK, report.findings


@pytest.mark.usefixtures("own_pool")
async def test_a_checkpoint_of_a_stranger_is_told_and_believed_by_nobody(
    mine: Settings, store: MinioStore, people: People
) -> None:
    await worked(people)
    row = await queries.last_checkpoint()
    assert row is not None
    assert row.log_id is not None
    tomorrow = clock.now() + timedelta(days=1)
    forged = msgspec.structs.replace(row, size=row.size + 1000, made_at=tomorrow)
    await store.put_bytes(
        outside.name(row.log_id, row.size + 1000),
        outside.document_of(forged),
        media_type="application/json",
    )
    found = await starting.look(store)
    assert found.reasons == []
    assert "signed by no key" in found.unknown[0].en
    report, _ = await verified(store)
    assert report.verdict is Verdict.INCOMPLETE


@pytest.mark.usefixtures("own_pool")
@pytest.mark.parametrize("day", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
async def test_a_checkpoint_of_a_day_that_cannot_be_stops_no_start_and_no_checkpoint_after_it(
    mine: Settings, store: MinioStore, people: People, day: str
) -> None:
    await worked(people)
    row = await queries.last_checkpoint()
    assert row is not None
    assert row.log_id is not None
    hostile = json.loads(outside.document_of(row)) | {"made_at": day}
    await store.put_bytes(
        outside.name(row.log_id, 999_999),
        json.dumps(hostile).encode(),
        media_type="application/json",
    )
    found = await starting.look(store)
    assert found.reasons == []
    await worked(people)
    assert await Publisher(store, mine).once(), "the next one is laid outside"
    report, _ = await verified(store)
    assert report.verdict is not Verdict.TAMPERED


@pytest.mark.usefixtures("own_pool")
@pytest.mark.parametrize("way", ["beyond it", "over it", "an earlier one over it"])
async def test_what_a_stranger_writes_into_the_bucket_hides_no_checkpoint_of_ours(
    mine: Settings,
    store: MinioStore,
    servers: Servers,
    database: Database,
    people: People,
    tmp_path: Path,
    way: str,
) -> None:
    await worked(people)
    early = await service.newest_checkpoint() or b""
    older = await restoring.copied(database, servers)
    await worked(people)
    assert await Publisher(store, mine).once()
    row = await queries.last_checkpoint()
    assert row is not None
    assert row.log_id is not None
    further = 1000 if way == "beyond it" else 0
    forged = outside.document_of(msgspec.structs.replace(row, size=row.size + 1000))
    await store.put_bytes(
        outside.name(row.log_id, row.size + further),
        early if way == "an earlier one over it" else forged,
        media_type="application/json",
    )
    await use(older.app_dsn)
    told = [one.en for one in (await starting.look(store)).reasons]
    assert [one.startswith("a checkpoint outside covers") for one in told] == [True]
    report, _ = await verified(store)
    assert report.verdict is Verdict.TAMPERED


@pytest.mark.usefixtures("own_pool")
async def test_a_loss_that_no_act_declares_is_not_declared(
    mine: Settings, store: MinioStore, database: Database, people: People
) -> None:
    await worked(people)
    early = await backend_database.fetchval("SELECT max(size) FROM ledger_checkpoints")
    await worked(people)
    await Publisher(store, mine).once()
    intruder = await asyncpg.connect(database.superuser_dsn)
    lost = await intruder.fetchval("SELECT max(size) FROM ledger_checkpoints")
    await take_out(intruder, early)
    await intruder.execute(
        """
        WITH before AS (SELECT log_id FROM installation),
            changed AS (UPDATE installation SET era = 2, log_id = gen_random_uuid(), epoch = gen_random_uuid()
                RETURNING era, log_id, epoch)
        INSERT INTO ledger_logs (era, log_id, epoch, from_size, after_entry, system_identifier, told)
        SELECT c.era, c.log_id, c.epoch, $1, 0, cluster_identifier(),
            jsonb_build_array(jsonb_build_object('log_id', b.log_id, 'size', $2::bigint)) FROM changed c, before b
        """,
        early,
        lost,
    )
    await intruder.close()
    report, _ = await verified(store)
    assert report.verdict is Verdict.TAMPERED
    assert "no act began it" in str(report.findings)


@pytest.mark.usefixtures("own_pool")
async def test_a_copy_that_goes_on_under_a_log_of_its_own_without_an_act_is_told(
    mine: Settings, store: MinioStore, database: Database, people: People
) -> None:
    await worked(people)
    intruder = await asyncpg.connect(database.superuser_dsn)
    await intruder.execute(
        """
        WITH changed AS (UPDATE installation SET era = 2, log_id = gen_random_uuid(), epoch = gen_random_uuid()
            RETURNING era, log_id, epoch)
        INSERT INTO ledger_logs (era, log_id, epoch, from_size, after_entry, system_identifier, told)
        SELECT c.era, c.log_id, c.epoch, 0, 0, cluster_identifier(), '[]' FROM changed c
        """
    )
    await intruder.close()
    report, _ = await verified(store)
    assert report.verdict is Verdict.TAMPERED
    assert "no act began it, and there was an administrator" in str(report.findings)
    del mine


async def take_out(intruder: asyncpg.Connection, size: int) -> None:
    """Whoever owns the database takes out the newest entries with every trace."""
    for table in ("ledger_entries", "ledger_heads", "ledger_leaves", "ledger_checkpoints"):
        await intruder.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    await intruder.execute(
        """
        WITH gone AS (DELETE FROM ledger_leaves WHERE position >= $1 RETURNING record_id, number),
            checkpoints AS (DELETE FROM ledger_checkpoints WHERE size > $1),
            heads AS (DELETE FROM ledger_heads h USING gone g WHERE h.record_id = g.record_id)
        DELETE FROM ledger_entries e USING gone g WHERE e.record_id = g.record_id AND e.number = g.number
        """,
        size,
    )


async def state() -> str:
    """What readiness says of the checkpoints outside."""
    return {part.name: part.state for part in await health.check()}["checkpoints_outside"]
