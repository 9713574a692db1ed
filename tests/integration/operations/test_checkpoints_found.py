"""Checkpoints outside are found whatever lies over them or beside them, are few, and are locked."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
import msgspec
import pytest
from minio import Minio

from backend.core import clock
from backend.core import database as backend_database
from backend.core.settings import Settings
from backend.core.stores import make_store
from backend.operations.recovery import outside, starting
from backend.operations.recovery.publishing import Publisher
from backend.operations.rules.recovery import LogsGone
from backend.operations.verification.findings import Verdict
from deploy.servers import Servers
from media.minio_store import MinioStore
from tests.support.checkpoints import BUCKET, verified, worked
from tests.support.databases import Database
from tests.support.people import People
from tests.support.restoring import copied, use


@pytest.mark.usefixtures("own_pool")
@pytest.mark.parametrize("which", ["the newest", "all of them"])
async def test_delete_markers_over_checkpoints_hide_none_of_them(
    mine: Settings,
    store: MinioStore,
    bucket: Minio,
    servers: Servers,
    database: Database,
    people: People,
    tmp_path: Path,
    which: str,
) -> None:
    await worked(people)
    assert await Publisher(store, mine).once(last=True)
    older = await copied(database, servers)
    laid = []
    for _ in range(2):
        await worked(people)
        assert await Publisher(store, mine).once(last=True)
        laid.append(await backend_database.fetchval("SELECT max(size) FROM ledger_checkpoints"))
    names = [str(item.object_name) for item in bucket.list_objects(BUCKET, recursive=True)]
    assert len(names) == 3
    for name in names[-2:] if which == "the newest" else names:
        bucket.remove_object(BUCKET, name)  # a marker: the version is still there
    await use(older.app_dsn)
    assert not await Publisher(store, mine).once()
    state = await backend_database.fetchrow("SELECT fault, found_size FROM ledger_outside")
    assert (state["fault"], state["found_size"]) == ("newer", laid[-1])
    report, _ = await verified(store)
    assert report.verdict is Verdict.TAMPERED
    await use(database.app_dsn)
    report, fits = await verified(store)
    assert report.verdict is Verdict.OK, report.findings
    assert fits[0].endswith("fits")


@pytest.mark.usefixtures("own_pool")
async def test_a_table_of_the_ledgers_lives_that_was_emptied_is_told_in_a_sentence(
    mine: Settings, store: MinioStore, database: Database, people: People
) -> None:
    await worked(people)
    superuser = await asyncpg.connect(database.superuser_dsn)
    await superuser.execute("ALTER TABLE ledger_logs DISABLE TRIGGER ALL; DELETE FROM ledger_logs")
    await superuser.close()
    report, _ = await verified(store)
    assert [(one.verdict, one.where) for one in report.findings] == [
        (Verdict.TAMPERED, "ledger_logs")
    ]
    assert "restore the database from a backup" in report.findings[0].what
    with pytest.raises(LogsGone, match="the table ledger_logs is empty"):  # what starts say
        await starting.look(store)
    del mine


@pytest.mark.usefixtures("own_pool")
async def test_more_logs_than_are_looked_at_are_told(
    mine: Settings, store: MinioStore, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    await worked(people)
    assert await Publisher(store, mine).once(last=True)
    monkeypatch.setattr(outside, "_MAX_LOGS", 3)
    for number in range(3):
        report, _ = await verified(store)
        assert report.verdict is Verdict.OK, report.findings
        invented = outside.name(UUID(int=number), 5)
        await store.put_bytes(invented, b"no checkpoint", media_type="application/json")
    found = await starting.look(store)
    assert found.reasons == []
    assert "more than 3 folders lie there" in found.unknown[0].en
    report, fits = await verified(store)
    assert report.verdict is Verdict.INCOMPLETE
    assert "more than 3 folders lie there" in str(report.findings)
    assert fits[0].endswith("fits")  # its own log is looked at whatever lies beside it


@pytest.mark.usefixtures("own_pool")
async def test_what_lies_there_unlocked_is_locked_by_the_next_look(
    mine: Settings, bucket: Minio, people: People
) -> None:
    locked = msgspec.structs.replace(mine, s3_bucket=f"locked-{uuid4().hex}")  # nothing leaves it
    bucket.make_bucket(locked.s3_bucket, object_lock=True)
    store = make_store(locked)
    for _ in range(3):
        await worked(people)
        assert await Publisher(store, locked).once(last=True)
    there = [item.name for item in await store.originals_after("", 10)]
    assert len(there) == 3
    assert not any([(await store.standing(name)).hold for name in there])
    # As a restored store has them, or one whose lock failed: the settings ask for locks, and none is there.
    locking = msgspec.structs.replace(locked, s3_retention_mode="GOVERNANCE", s3_retention_days=1)
    over = there[1]
    await store.put_bytes(over, b"of a stranger", media_type="application/json")
    publisher = Publisher(store, locking)
    assert not await publisher.once()
    for name in (there[0], there[2]):
        standing = await store.standing(name)
        assert (standing.hold, standing.mode) == (True, "GOVERNANCE")
    stranger, ours = await store.versions(over)
    assert (await store.standing(over, ours)).hold
    assert not (await store.standing(over, stranger)).hold
    await store.close()


@pytest.mark.usefixtures("own_pool")
async def test_while_acts_go_on_one_checkpoint_a_minute_is_laid_and_the_last_when_a_worker_stops(
    mine: Settings, store: MinioStore, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, first, second = clock.now, Publisher(store, mine), Publisher(store, mine)
    laid = 0
    for seconds in range(0, 180, 10):
        monkeypatch.setattr(clock, "now", lambda now=seconds: real() + timedelta(seconds=now))
        await worked(people)
        laid += await first.once()
        laid += await second.once()
    assert laid == 3
    assert len(await store.originals_after("", 100)) == 3
    newest = await backend_database.fetchval("SELECT max(size) FROM ledger_checkpoints")
    assert await backend_database.fetchval("SELECT size FROM ledger_outside") < newest
    # No act comes any more: the newest lies outside a minute later, or when the worker stops.
    assert await second.once(last=True)
    assert not await first.once(last=True)
    assert await backend_database.fetchval("SELECT size FROM ledger_outside") == newest
    await worked(people)
    assert not await first.once()
    monkeypatch.setattr(clock, "now", lambda: real() + timedelta(seconds=180 + 60))
    assert await first.once()
