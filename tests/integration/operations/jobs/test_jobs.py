"""The queue joins transactions, the worker outlives its parts, the janitor sweeps."""

import asyncio
import os
import time
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from pgqueuer import AsyncpgPoolDriver
from pgqueuer.core.qm import QueueManager

from backend.core import clock, database, job_queue, stores
from backend.core.database import transaction
from backend.core.job_queue import (
    MAKE_PREVIEW,
    PLACE_PHOTO,
    PROTECT_DOCUMENT,
    PROTECT_PHOTO,
    EnqueuedOutsideTransaction,
    enqueue,
)
from backend.core.settings import Settings
from backend.fieldwork.evidence import housekeeping, storing
from backend.operations.demonstration import service as demonstration
from backend.operations.jobs import janitor, run, spool_keeper
from media.store import StoreUnavailable
from tests.support import factories
from tests.support.people import People
from tests.support.uploads import Tus, all_stored
from tests.support.waiting import waiting_for
from tests.support.workers import worker_of


async def jobs(entrypoint: str = MAKE_PREVIEW) -> list[str]:
    rows = await database.fetch(
        "SELECT payload FROM pgqueuer WHERE entrypoint = $1 ORDER BY id", entrypoint
    )
    return [row["payload"].decode() for row in rows]


@pytest.mark.usefixtures("pool")
async def test_a_job_is_there_when_its_cause_is() -> None:
    subject = uuid4()
    async with transaction():
        await enqueue(MAKE_PREVIEW, subject)
    assert await jobs() == [str(subject)]


async def _enqueue_and_fail() -> None:
    async with transaction():
        await enqueue(MAKE_PREVIEW, uuid4())
        raise ZeroDivisionError


@pytest.mark.usefixtures("pool")
async def test_a_job_is_not_there_when_its_cause_is_rolled_back() -> None:
    with pytest.raises(ZeroDivisionError):
        await _enqueue_and_fail()
    assert await jobs() == []


@pytest.mark.usefixtures("pool")
async def test_the_same_job_twice_is_one() -> None:
    subject = uuid4()
    for _ in range(2):
        async with transaction():
            await enqueue(MAKE_PREVIEW, subject)
            await enqueue(MAKE_PREVIEW, subject)
    assert await jobs() == [str(subject)]


@pytest.mark.usefixtures("pool")
async def test_a_job_outside_a_transaction_is_refused() -> None:
    with pytest.raises(EnqueuedOutsideTransaction):
        await enqueue(MAKE_PREVIEW, uuid4())


async def test_a_job_whose_store_is_away_waits_and_one_that_fails_is_held(
    tus: Tus, people: People, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = await factories.announced(people)
    photo = await factories.take_photo(work)
    await tus.whole(photo.data, photo.photo_id)
    await all_stored()

    async def away(*_: object) -> None:
        raise StoreUnavailable("away")

    async def faulty(*_: object) -> None:
        raise ValueError("a fault of ours")

    worker = run.Worker(settings)
    with monkeypatch.context() as broken:
        broken.setattr("backend.fieldwork.evidence.previews.make", away)
        await _one_round(worker)
    row = await database.fetchrow("SELECT status::text, attempts FROM pgqueuer")
    assert (row["status"], row["attempts"]) == ("queued", 1)
    await database.execute("UPDATE pgqueuer SET execute_after = now()")
    with monkeypatch.context() as broken:
        broken.setattr("backend.fieldwork.evidence.previews.make", faulty)
        await _one_round(worker)
    assert await database.fetchval("SELECT status::text FROM pgqueuer") == "failed"
    await worker.close()


async def _one_round(worker: run.Worker) -> None:
    """Let the queue run until the one job was tried."""
    task = asyncio.create_task(worker.run_queue())
    async with waiting_for("the job to be tried"):
        while not await _was_tried():  # noqa: ASYNC110 - the queue is another's
            await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def _was_tried() -> bool:
    tried = await database.fetchval(
        "SELECT bool_and(attempts > 0 AND execute_after > now() OR status = 'failed') FROM pgqueuer"
    )
    return bool(tried)


async def test_a_worker_works_seals_and_ends_when_told(
    tus: Tus, people: People, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = await factories.announced(people)
    photo = await factories.take_photo(work)
    await tus.whole(photo.data, photo.photo_id)
    await all_stored()
    stop = asyncio.Event()

    async def nothing(*_: object, **__: object) -> None:
        """The application of this test has the parts and the pool open already."""

    async def ours(*_: object, **__: object) -> stores.Parts:
        return stores.current()

    with monkeypatch.context() as shared:
        shared.setattr("backend.core.database.start", nothing)
        shared.setattr("backend.core.database.stop", nothing)
        shared.setattr("backend.core.stores.start", ours)
        shared.setattr("backend.core.stores.stop", nothing)
        # Other tests' installations start beside the same bucket: a checkpoint there would be a stranger's.
        shared.setattr("backend.operations.recovery.publishing.Publisher.once", nothing)
        shared.setattr(run, "_SEAL_SECONDS", 3600)  # once when it begins, and once when it ends
        working = asyncio.create_task(run.work(settings, stop))
        async with waiting_for("the preview and a checkpoint"):
            while True:
                done = await database.fetchval("SELECT preview FROM photos") == "ready"
                if done and await database.fetchval("SELECT count(*) FROM ledger_checkpoints"):
                    break
                await asyncio.sleep(0.05)
        await factories.decided(people)
        assert await database.fetchval("SELECT count(*) FROM ledger_unsealed") > 0
        stop.set()
        async with waiting_for("the worker to end"):
            await working
    assert await database.fetchval("SELECT count(*) FROM ledger_unsealed") == 0


@pytest.mark.usefixtures("app")
async def test_a_worker_asks_whether_it_hears_only_once_it_listens(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine LISTEN takes its time. What was asked before is heard by nobody, for ten seconds."""
    listen, tell, hear = (
        AsyncpgPoolDriver.add_listener,
        AsyncpgPoolDriver.notify,
        QueueManager.listener_healthy,
    )
    done: list[str] = []

    async def slowly(driver: AsyncpgPoolDriver, *args: Any) -> None:
        await asyncio.sleep(0.3)
        await listen(driver, *args)
        done.append("listens")

    async def asked(driver: AsyncpgPoolDriver, *args: Any) -> None:
        done.append("asks")
        await tell(driver, *args)

    async def heard(queue: QueueManager, *args: Any, **named: Any) -> None:
        await hear(queue, *args, **named)
        done.append("hears")

    monkeypatch.setattr(AsyncpgPoolDriver, "add_listener", slowly)
    monkeypatch.setattr(AsyncpgPoolDriver, "notify", asked)
    monkeypatch.setattr(QueueManager, "listener_healthy", heard)
    working = asyncio.create_task(worker_of(settings).run_queue())
    async with waiting_for("the worker to hear itself"):
        while "hears" not in done and not working.done():  # noqa: ASYNC110 - the queue is another's
            await asyncio.sleep(0.05)
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    assert done == ["listens", "asks", "hears"]


@pytest.mark.usefixtures("pool")
async def test_what_a_history_stored_is_locked_once_its_last_part_has_ended() -> None:
    for part in ("1", "2"):
        await demonstration.begin(part, clock.now(), 1)
    protected, shown, again = uuid4(), uuid4(), uuid4()
    job_queue.put_off(timedelta(seconds=45))
    try:
        async with transaction():
            for entrypoint, subject in (
                (PROTECT_PHOTO, protected),
                (PROTECT_DOCUMENT, again),
                (MAKE_PREVIEW, shown),
            ):
                await enqueue(entrypoint, subject)
    finally:
        job_queue.put_off(timedelta())
    await database.execute(
        "UPDATE pgqueuer SET attempts = 1 WHERE entrypoint = $1", PROTECT_DOCUMENT
    )
    assert not await demonstration.end("1")
    assert await _due() == []
    assert await demonstration.end("2")
    assert await _due() == [str(protected)], "neither previews, nor what an outage put off"
    assert await demonstration.end("2"), "both parts may see that all is whole"
    assert await database.fetchval("SELECT count(*) FROM pgqueuer") == 3


async def _due() -> list[str]:
    rows = await database.fetch("SELECT payload FROM pgqueuer WHERE execute_after <= now()")
    return [row["payload"].decode() for row in rows]


async def test_the_janitor_sweeps_what_expired_and_what_was_left(tus: Tus) -> None:
    here = stores.current()
    old, fresh = await tus.begin(5), await tus.begin(5)
    await database.execute(
        "UPDATE uploads SET expires_at = $2 WHERE id = $1",
        UUID(old.rsplit("/", 1)[-1]),
        clock.now() - timedelta(seconds=1),
    )
    orphan, young, held = uuid4(), uuid4(), uuid4()
    for each in (orphan, young, held):
        here.spool.create(each)
    hours_ago = time.time() - 7200
    for each in (orphan, held, UUID(fresh.rsplit("/", 1)[-1])):
        os.utime(here.spool.path(each), (hours_ago, hours_ago))
    holding = here.spool.hold(held)
    await janitor.sweep(here)
    await spool_keeper.sweep(here)
    holding.close()
    left = {upload for upload, _ in here.spool.all_ids()}
    assert left == {UUID(fresh.rsplit("/", 1)[-1]), young, held}
    assert (await tus.ask("HEAD", old)).status_code == 410


async def test_a_lost_preview_job_is_asked_for_again(tus: Tus, people: People) -> None:
    work = await factories.announced(people)
    photo = await factories.take_photo(work)
    await tus.whole(photo.data, photo.photo_id)
    await all_stored()
    await database.execute("DELETE FROM pgqueuer")
    await janitor.sweep(stores.current())
    assert await jobs() == []
    await database.execute("UPDATE photos SET stored_at = stored_at - interval '1 hour'")
    await janitor.sweep(stores.current())
    assert await jobs() == [photo.photo_id]


async def test_what_an_earlier_reader_looked_at_is_read_again_once(
    tus: Tus, people: People, settings: Settings
) -> None:
    work = await factories.announced(people)
    photo = await factories.take_photo(work)
    await tus.whole(photo.data, photo.photo_id)
    await all_stored()
    worker = run.Worker(settings)
    await worker.drain()
    assert await housekeeping.ask_to_read_again() == 0
    right = await database.fetchval("SELECT hash FROM photo_hashes")
    await database.execute("UPDATE photo_hashes SET hash = ~hash")
    await database.execute(
        "UPDATE photos SET metadata = jsonb_set(metadata, '{reader}', '\"hientruong-metadata/1\"')"
    )
    assert await housekeeping.ask_to_read_again() == 1
    await worker.drain()
    await worker.close()
    assert await database.fetchval("SELECT hash FROM photo_hashes") == right
    assert await housekeeping.ask_to_read_again() == 0


async def test_placing_a_photograph_without_bytes_is_no_error(tus: Tus, people: People) -> None:
    work = await factories.announced(people)
    photo = await factories.take_photo(work)
    assert await storing.place(stores.current(), UUID(photo.photo_id)) is False
    assert await jobs(PLACE_PHOTO) == []
