"""Checkpoints outside are found whatever lies over them or beside them, are few, and are locked."""

from pathlib import Path
from uuid import UUID, uuid4

import msgspec
import pytest
from minio import Minio

from backend import database as backend_database
from backend.evidence.parts import make_store
from backend.recovery import outside, starting
from backend.recovery.publishing import Publisher
from backend.settings import Settings
from backend.verification.findings import Verdict
from deploy.servers import Servers
from media.minio_store import MinioStore
from tests.support.checkpoints import BUCKET, copy_of, use, verified, worked
from tests.support.people import People
from tests.support.servers import Database


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
    assert await Publisher(store, mine).once()
    older = await copy_of(database, servers, tmp_path)
    laid = []
    for _ in range(2):
        await worked(people)
        assert await Publisher(store, mine).once()
        laid.append(await backend_database.fetchval("SELECT max(size) FROM ledger_checkpoints"))
    names = [str(item.object_name) for item in bucket.list_objects(BUCKET, recursive=True)]
    assert len(names) == 3
    for name in names[-2:] if which == "the newest" else names:
        bucket.remove_object(BUCKET, name)  # a marker: the version is still there
    await use(older.app_dsn)
    told = [one.en for one in (await starting.look(store)).reasons]
    assert [f"a checkpoint outside covers {laid[-1]} entries" in one for one in told] == [True]
    report, _ = await verified(store)
    assert report.verdict is Verdict.TAMPERED
    await use(database.app_dsn)
    report, fits = await verified(store)
    assert report.verdict is Verdict.OK, report.findings
    assert fits[0].endswith("fits")


@pytest.mark.usefixtures("own_pool")
async def test_more_logs_than_are_looked_at_are_told(
    mine: Settings, store: MinioStore, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    await worked(people)
    assert await Publisher(store, mine).once()
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
        assert await Publisher(store, locked).once()
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
