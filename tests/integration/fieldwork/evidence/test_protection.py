"""An original is read again by a worker, locked in the store, and watched ever after."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from io import BytesIO
from typing import Any
from uuid import UUID

import msgspec
import pytest
from minio import Minio
from minio.commonconfig import GOVERNANCE
from minio.error import S3Error
from minio.retention import Retention

from backend.core import clock, database, stores
from backend.core.job_queue import PROTECT_PHOTO
from backend.core.settings import Settings
from backend.core.stores import Parts, make_store
from backend.fieldwork.evidence import protecting
from backend.fieldwork.evidence import service as evidence
from deploy.servers import Servers
from media import keys
from media.keys import ObjectName
from media.store import Measured, ObjectMissing, StoreUnavailable
from tests.support import factories
from tests.support.desk import Desks
from tests.support.factories import Picture, Work
from tests.support.people import People
from tests.support.uploads import Tus, all_stored
from tests.support.waiting import waiting_for
from tests.support.workers import worker_of

OTHER = b"other bytes than were announced"


@pytest.fixture
async def work(tus: Tus, people: People) -> Work:
    del tus  # its application is running
    return await factories.announced(people)


@pytest.fixture
async def picture(tus: Tus, work: Work) -> Picture:
    """Stored; no worker has looked at it yet."""
    return await stored(tus, work)


async def stored(tus: Tus, work: Work) -> Picture:
    picture = await factories.take_photo(work)
    await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    return picture


async def row_of(picture: Picture) -> Any:
    return await database.fetchrow("SELECT * FROM photos WHERE id = $1", UUID(picture.photo_id))


async def name_of(picture: Picture) -> ObjectName:
    return keys.parse((await row_of(picture))["object_key"])


async def events(picture: Picture) -> list[str]:
    rows = await database.fetch(
        "SELECT event FROM custody_events WHERE photo_id = $1 ORDER BY id", UUID(picture.photo_id)
    )
    return [row["event"] for row in rows]


async def look(picture: Picture) -> Any:
    """What a worker's job does; the row afterwards."""
    await protecting.protect(stores.current(), UUID(picture.photo_id))
    return await row_of(picture)


async def put_over(name: ObjectName, data: bytes = OTHER) -> None:
    await stores.current().store.put_bytes(name, data, media_type="image/jpeg")


def client(servers: Servers, who: str) -> Minio:
    """The store as somebody with this identity sees it, without our code between."""
    secret = {"app": "s3_secret", "keeper": "s3_keeper_secret", "admin": "s3_admin_secret"}[who]
    return Minio(
        servers.store.endpoint,
        access_key=f"hientruong-{who}",
        secret_key=servers.secrets[secret],
        secure=False,
        region="us-east-1",
    )


async def test_the_worker_reads_it_again_and_locks_the_version_that_it_read(
    picture: Picture, settings: Settings, people: People
) -> None:
    before = clock.now()
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()
    row = await row_of(picture)
    standing = await stores.current().store.standing(await name_of(picture), row["version_id"])
    assert standing.hold
    assert standing.mode == row["retention_mode"] == "GOVERNANCE"
    assert standing.until == row["retained_until"]
    assert standing.until > row["stored_at"] + timedelta(days=settings.s3_retention_days)
    assert before < row["verified_at"] == row["checked_at"]
    assert await events(picture) == ["verified", "protected"]
    story = await evidence.custody_story(UUID(picture.photo_id), people.giang.actor("desk"))
    assert [step.kind.value for step in story][-2:] == ["verified", "protected"]
    assert story[-2].facts["sha256"] == picture.sha256


async def test_looking_again_changes_nothing_but_the_time(picture: Picture) -> None:
    first, second = await look(picture), await look(picture)
    assert second["verified_at"] > first["verified_at"]
    assert second["retained_until"] == first["retained_until"]
    assert second["version_id"] == first["version_id"]
    assert await events(picture) == ["verified", "protected", "verified"]


async def test_a_store_that_is_away_is_tried_again(
    picture: Picture, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: Any) -> Measured:
        raise StoreUnavailable("away")

    worker = worker_of(settings)
    with monkeypatch.context() as broken:
        broken.setattr(stores.current().store, "read_version", away)
        task = asyncio.create_task(worker.run_queue())
        async with waiting_for("the job to be tried"):
            while not await was_tried():  # noqa: ASYNC110 - the queue is another's
                await asyncio.sleep(0.05)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert (await row_of(picture))["checked_at"] is None
    await database.execute("UPDATE pgqueuer SET execute_after = now(), status = 'queued'")
    await worker.drain()
    await worker.close()
    assert await events(picture) == ["verified", "protected"]


async def was_tried() -> bool:
    tried = await database.fetchval(
        "SELECT attempts > 0 FROM pgqueuer WHERE entrypoint = $1", PROTECT_PHOTO
    )
    return bool(tried)


async def test_who_runs_the_application_can_neither_delete_an_original_nor_weaken_its_lock(
    picture: Picture, work: Work, tus: Tus, servers: Servers
) -> None:
    row, bucket = await look(picture), "evidence"
    unlocked = await stored(tus, work)
    later = await name_of(unlocked)
    key, version = (await name_of(picture)).key, row["version_id"]
    sooner = Retention(GOVERNANCE, datetime.now(UTC) + timedelta(days=1))
    fresh = (await stores.current().store.standing(later)).version
    for who in ("app", "keeper"):
        store = client(servers, who)
        attempts = {
            "delete its version": partial(store.remove_object, bucket, key, version),
            "hide it": partial(store.remove_object, bucket, key),
            "delete one not locked yet": partial(store.remove_object, bucket, later.key, fresh),
            "shorten it": partial(store.set_object_retention, bucket, key, sooner, version),
            "lift the bucket's policy": partial(store.delete_bucket_policy, bucket),
        }
        for attempt, call in attempts.items():
            assert denied(call), f"{who} could {attempt}"
    lift = client(servers, "app").disable_object_legal_hold
    assert denied(partial(lift, bucket, key, version))
    put = client(servers, "keeper").put_object
    assert denied(partial(put, bucket, key, BytesIO(OTHER), len(OTHER)))
    measured = await stores.current().store.read_version(await name_of(picture), version)
    assert measured == (picture.sha256, len(picture.data))


def denied(call: Callable[[], Any]) -> bool:
    try:
        call()
    except S3Error as error:
        return error.code == "AccessDenied"
    return False


async def test_bytes_put_over_an_original_are_told_and_never_given_for_it(
    picture: Picture, people: People, desks: Desks, tus: Tus
) -> None:
    version = (await look(picture))["version_id"]
    await put_over(await name_of(picture))
    desk = await desks.of(people.khanh)
    got = await desk.fetch(f"/desk/photos/{picture.photo_id}/original")
    assert got.content == picture.data
    part = await tus.client.get(
        f"/api/mobile/v1/photos/{picture.photo_id}?size=original", headers={"range": "bytes=2-9"}
    )
    assert (part.status_code, part.content) == (206, picture.data[2:10])
    row = await look(picture)
    assert (row["custody_fault"], row["version_id"]) == ("overwritten", version)
    await look(picture)
    assert (await events(picture))[2:] == ["verified", "overwritten", "verified"]


async def test_the_same_bytes_put_again_are_nothing_to_tell(picture: Picture) -> None:
    await look(picture)
    await put_over(await name_of(picture), picture.data)
    assert (await look(picture))["custody_fault"] is None


async def test_the_right_version_is_found_though_others_lie_over_it(picture: Picture) -> None:
    original = (await stores.current().store.standing(await name_of(picture))).version
    for _ in range(3):
        await put_over(await name_of(picture))
    row = await look(picture)
    assert (row["version_id"], row["custody_fault"]) == (original, "overwritten")
    assert row["legal_hold"]


async def test_other_bytes_in_the_store_are_recorded_logged_shown_counted_and_stop_an_approval(
    picture: Picture,
    work: Work,
    tus: Tus,
    people: People,
    desks: Desks,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async def damaged(*_: Any) -> Measured:
        return Measured("0" * 64, 7)

    with monkeypatch.context() as broken:
        broken.setattr(stores.current().store, "read_version", damaged)
        row = await look(picture)
        await look(picture)
    assert (row["custody_fault"], row["verified_at"], row["legal_hold"]) == ("differs", None, False)
    assert await events(picture) == ["differs"]
    logged = [line for line in capsys.readouterr().err.splitlines() if "custody_differs" in line]
    assert msgspec.json.decode(logged[0])["level"] == "error"
    desk = await desks.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert "kho trả về nội dung khác với khai báo" in page.text
    metrics = await tus.client.get("/metrics")
    assert 'hientruong_custody_faults{fault="differs"} 1.0' in metrics.text
    await factories.write_minutes(work)
    await factories.submit(work)
    assert await missing_count(work) == 1
    row = await look(picture)  # the store was put right
    assert (row["custody_fault"], await missing_count(work)) == (None, 0)
    assert await events(picture) == ["differs", "verified", "protected"]


def gone(call: Any, versions: set[str | None]) -> Any:
    """A call of the store to which these versions are missing."""

    async def answer(name: ObjectName, version: str | None = None) -> Any:
        if version in versions:
            raise ObjectMissing(str(name))
        return await call(name, version)

    return answer


async def test_an_original_that_is_gone_is_missing_and_its_copy_is_taken_up_again(
    picture: Picture, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = (await look(picture))["version_id"]
    store = stores.current().store
    read, ask = store.read_version, store.standing

    with monkeypatch.context() as lost:
        lost.setattr(store, "read_version", gone(read, {None, first}))
        lost.setattr(store, "standing", gone(ask, {None, first}))
        capsys.readouterr()
        assert (await look(picture))["custody_fault"] == "missing"
        await put_over(await name_of(picture), picture.data)  # from the second copy
        lost.setattr(store, "standing", gone(ask, {first}))
        assert "custody_missing" in capsys.readouterr().err
        row = await look(picture)
    logged = capsys.readouterr().err
    assert "custody_version_taken_up" in logged
    assert "custody_missing" not in logged  # it is there
    assert row["custody_fault"] is None
    assert row["version_id"] not in (None, first)
    assert (await events(picture))[2:] == ["missing", "verified", "protected"]


async def test_a_phone_that_still_has_the_bytes_hears_of_it_and_may_send_them_again(
    picture: Picture, work: Work, tus: Tus, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await look(picture)
    await database.execute("DELETE FROM changes")
    first, store = before["version_id"], stores.current().store
    read, ask = store.read_version, store.standing
    with monkeypatch.context() as lost:
        lost.setattr(store, "read_version", gone(read, {None, first}))
        lost.setattr(store, "standing", gone(ask, {None, first}))
        assert (await look(picture))["custody_fault"] == "missing"
        told = await database.fetchrow("SELECT kind, ref FROM changes LIMIT 1")
        assert told is not None
        assert tuple(told) == ("inspection", str(work.id))
        lost.setattr(store, "read_version", gone(read, {first}))
        lost.setattr(store, "standing", gone(ask, {first}))
        await tus.whole(picture.data, picture.photo_id)
        await all_stored()
        row = await look(picture)
    assert (row["custody_fault"], row["legal_hold"]) == (None, True)
    assert row["version_id"] not in (None, first)
    assert row["receipt_signature"] == before["receipt_signature"]  # the promise is the same


async def test_a_hold_that_was_lifted_is_told_and_set_again(
    picture: Picture, servers: Servers
) -> None:
    row = await look(picture)
    client(servers, "keeper").disable_object_legal_hold(
        "evidence", (await name_of(picture)).key, version_id=row["version_id"]
    )
    row = await look(picture)
    assert (await events(picture))[2:] == ["verified", "unprotected", "protected"]
    standing = await stores.current().store.standing(await name_of(picture), row["version_id"])
    assert standing.hold


async def test_an_identity_without_the_right_to_lock_is_told_once_and_not_for_ever_retried(
    picture: Picture, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    weak = msgspec.structs.replace(settings, s3_keeper_access_key=None, s3_keeper_secret_key=None)
    without = Parts(weak, make_store(weak))
    for _ in range(2):
        await protecting.protect(without, UUID(picture.photo_id))
    await without.close()
    assert (await row_of(picture))["custody_fault"] == "unprotected"
    assert await events(picture) == ["verified", "unprotected", "verified"]
    assert (await look(picture))["custody_fault"] is None


async def test_without_retention_an_original_is_verified_and_not_locked(
    picture: Picture, settings: Settings
) -> None:
    off = msgspec.structs.replace(settings, s3_retention_mode="off")
    unlocked = Parts(off, make_store(off))
    await protecting.protect(unlocked, UUID(picture.photo_id))
    await unlocked.close()
    row = await row_of(picture)
    assert row["verified_at"] is not None
    assert (row["legal_hold"], row["retained_until"]) == (False, None)


async def test_a_longer_retention_is_set_and_a_shorter_setting_changes_nothing(
    picture: Picture, settings: Settings
) -> None:
    first = (await look(picture))["retained_until"]
    for days, wanted in ((4000, first + timedelta(days=350)), (10, first + timedelta(days=350))):
        changed = msgspec.structs.replace(settings, s3_retention_days=days)
        other = Parts(changed, make_store(changed))
        await protecting.protect(other, UUID(picture.photo_id))
        await other.close()
        assert (await row_of(picture))["retained_until"] == wanted


async def test_under_compliance_not_even_the_stores_administrator_may_delete(
    picture: Picture, settings: Settings, servers: Servers
) -> None:
    strict = msgspec.structs.replace(settings, s3_retention_mode="COMPLIANCE", s3_retention_days=1)
    locked = Parts(strict, make_store(strict))
    await protecting.protect(locked, UUID(picture.photo_id))
    await locked.close()
    row = await look(picture)  # GOVERNANCE is asked for, and longer
    assert row["retention_mode"] == "COMPLIANCE"
    assert row["retained_until"] > clock.now() + timedelta(days=3000)
    with pytest.raises(S3Error, match="AccessDenied"):
        client(servers, "admin").remove_object(
            "evidence", (await name_of(picture)).key, version_id=row["version_id"]
        )


async def missing_count(work: Work) -> int:
    count = await database.fetchval("SELECT missing_count FROM inspections WHERE id = $1", work.id)
    assert isinstance(count, int)
    return count
