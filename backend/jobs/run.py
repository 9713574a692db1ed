"""The worker process: `./hientruong worker`.

Four things at once: the queue's jobs, the sealer every second, reminders every minute, the janitor every five minutes.
pgqueuer's loop ends when PostgreSQL restarts, so it is built anew after each failure, with a pool
of its own. A job that fails for good is held, visible, for an operator; a store that does not
answer is no failure, and its jobs are tried again.
"""

import asyncio
import random
import signal
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import structlog
from pgqueuer import AsyncpgPoolDriver
from pgqueuer.domain.errors import RetryRequested
from pgqueuer.domain.types import QueueExecutionMode

from backend import database, keys, logs
from backend import settings as backend_settings
from backend.evidence import housekeeping, parts, previews, protecting, storing, thumbnails
from backend.evidence.parts import Parts
from backend.findings import searching
from backend.health import answering, metrics
from backend.job_queue import (
    FIND_IN_INSPECTION,
    FIND_IN_PHOTO,
    MAKE_PREVIEW,
    PLACE_PHOTO,
    PROTECT_DOCUMENT,
    PROTECT_PHOTO,
    PROTECT_SCAN,
    SHOW_PHONE_THUMBNAIL,
)
from backend.jobs import janitor, priority, queries
from backend.jobs.counted import CountedQueue
from backend.key_register import service as key_register
from backend.ledger import sealer
from backend.notices import reminding
from backend.papers import scans
from backend.papers import storing as papers
from backend.settings import Settings
from backend.signing import service as signing
from media.images import Inspector
from media.store import StoreError

_log = structlog.get_logger("jobs")

_PREVIEWS_AT_ONCE = 2
_HEARTBEAT = timedelta(seconds=10)
_DEQUEUE = timedelta(seconds=5)  # a notification wakes it earlier
_SEAL_SECONDS = 1.0
_MAX_RETRIES = 50


def _build(pool: Any, open_parts: Parts, inspectors: asyncio.Queue[Inspector]) -> CountedQueue:
    """A fresh queue manager with our jobs."""
    queue = CountedQueue(AsyncpgPoolDriver(pool))

    @queue.entrypoint(MAKE_PREVIEW, on_failure="hold", concurrency_limit=_PREVIEWS_AT_ONCE)
    async def make_preview(job: Any) -> None:
        inspector = await inspectors.get()
        try:
            await previews.make(open_parts, inspector, _subject(job))
        except StoreError as error:
            raise _later(job, error) from error
        finally:
            inspectors.put_nowait(inspector)

    @queue.entrypoint(SHOW_PHONE_THUMBNAIL, on_failure="hold", concurrency_limit=1)
    async def show_phone_thumbnail(job: Any) -> None:
        inspector = await inspectors.get()
        try:
            await thumbnails.make_showable(open_parts, inspector, _subject(job))
        except StoreError as error:
            raise _later(job, error) from error
        finally:
            inspectors.put_nowait(inspector)

    @queue.entrypoint(PLACE_PHOTO, on_failure="hold", concurrency_limit=4)
    async def place_photo(job: Any) -> None:
        try:
            done = await storing.place_or_tell(open_parts, _subject(job))
        except StoreError as error:
            raise _later(job, error) from error
        if not done:
            raise RetryRequested(timedelta(seconds=0.5), reason="its bytes are being stored")

    _add_protection(queue, open_parts)
    limits = open_parts.settings.findings

    @queue.entrypoint(FIND_IN_PHOTO, on_failure="hold", concurrency_limit=4)
    async def find_in_photo(job: Any) -> None:
        await queries.no_longer_waits(job.id)
        await _unless_crossed(searching.in_photo(_subject(job), limits))

    @queue.entrypoint(FIND_IN_INSPECTION, on_failure="hold", concurrency_limit=2)
    async def find_in_inspection(job: Any) -> None:
        await queries.no_longer_waits(job.id)
        await _unless_crossed(searching.in_inspection(_subject(job), limits))

    return queue


def _add_protection(queue: CountedQueue, open_parts: Parts) -> None:
    """Originals, papers and scans: read again, then locked in the store."""

    @queue.entrypoint(PROTECT_PHOTO, on_failure="hold", concurrency_limit=2)
    async def protect_photo(job: Any) -> None:
        try:
            await protecting.protect(open_parts, _subject(job))
        except StoreError as error:
            raise _later(job, error) from error

    @queue.entrypoint(PROTECT_DOCUMENT, on_failure="hold", concurrency_limit=2)
    async def protect_document(job: Any) -> None:
        try:
            await papers.protect(open_parts, _subject(job))
        except StoreError as error:
            raise _later(job, error) from error

    @queue.entrypoint(PROTECT_SCAN, on_failure="hold", concurrency_limit=2)
    async def protect_scan(job: Any) -> None:
        try:
            await scans.protect(open_parts, _subject(job))
        except StoreError as error:
            raise _later(job, error) from error


async def _unless_crossed(work: Awaitable[None]) -> None:
    """Two jobs that found the same pair from its two ends may cross; the one that PostgreSQL ended comes again."""
    try:
        await work
    except asyncpg.DeadlockDetectedError as error:
        raise RetryRequested(timedelta(seconds=1), reason="crossed with another") from error


def _subject(job: Any) -> UUID:
    return UUID(job.payload.decode())


def _later(job: Any, error: StoreError) -> Exception:
    """Try again in a while: seconds at first, minutes later. After many tries the job is held."""
    attempts = int(job.attempts)
    if attempts >= _MAX_RETRIES:
        return error
    return RetryRequested(timedelta(seconds=min(2**attempts, 300)), reason=str(error)[:200])


class Worker:
    """One worker process's work; also run by tests, for one round, in their own loop."""

    def __init__(self, settings: Settings, lent: Sequence[Inspector] = ()) -> None:
        """Decode with children that are `lent`, whose owner ends them, or with its own."""
        self._settings = settings
        self._inspectors: asyncio.Queue[Inspector] = asyncio.Queue()
        self._own = [] if lent else [Inspector() for _ in range(_PREVIEWS_AT_ONCE)]
        for inspector in lent or self._own:
            self._inspectors.put_nowait(inspector)

    async def run_queue(self, mode: QueueExecutionMode = QueueExecutionMode.continuous) -> None:
        """Do jobs until cancelled, or (drain) until none is left. Raises whatever pgqueuer ends
        with."""
        async with asyncpg.create_pool(
            self._settings.session_database_url, min_size=2, max_size=6, command_timeout=20
        ) as pool:
            queue = _build(pool, parts.current(), self._inspectors)
            await queue.qm.run(
                batch_size=10,
                dequeue_timeout=_DEQUEUE,
                heartbeat_timeout=_HEARTBEAT,
                mode=mode,
                shutdown_on_listener_failure=True,
            )

    async def drain(self) -> None:
        """Do every job that is due, then return."""
        await self.run_queue(QueueExecutionMode.drain)

    async def close(self) -> None:
        """End the decoding children that are its own."""
        for inspector in self._own:
            await inspector.close()


async def _again_and_again(name: str, call: Callable[[], Awaitable[Any]], pause: float) -> None:
    while True:
        try:
            await call()
        except Exception as error:
            metrics.round_failed(name)
            _log.warning(f"{name}_failed", error=f"{type(error).__name__}: {error}")
        await asyncio.sleep(pause)


async def _until_done(name: str, call: Callable[[], Awaitable[int]]) -> None:
    """Do something once, trying again after a failure."""
    while True:
        try:
            if count := await call():
                _log.info(name, count=count)
        except Exception as error:
            _log.warning(f"{name}_failed", error=f"{type(error).__name__}: {error}")
            await asyncio.sleep(janitor.EVERY.total_seconds())
        else:
            return


async def _rebuilt_after_failure(worker: Worker) -> None:
    """Run the queue; after each failure wait a little longer, and begin from nothing."""
    loop, wait = asyncio.get_running_loop(), 0.2
    while True:
        began = loop.time()
        try:
            await worker.run_queue()
        except Exception as error:
            metrics.round_failed("queue")
            _log.warning("queue_ended", error=f"{type(error).__name__}: {error}")
        wait = 0.2 if loop.time() - began > 10 else min(wait * 2, 5)
        await asyncio.sleep(wait * random.uniform(0.5, 1))  # noqa: S311 - spreads restarts


async def work(settings: Settings, stop: asyncio.Event) -> None:
    """Work until `stop` is set."""
    keys.load(settings.keys_dir)
    signing.start(settings)
    await database.start(settings.session_database_url, size=4)
    await key_register.try_to_refresh()
    open_parts = await parts.start(settings, storing=False)
    metrics.configure(settings.metrics_token, settings.metrics_folder)
    worker = Worker(settings)
    tasks = [
        asyncio.create_task(_until_done("reading_again", housekeeping.ask_to_read_again)),
        asyncio.create_task(_rebuilt_after_failure(worker)),
        asyncio.create_task(key_register.keep_fresh()),
        asyncio.create_task(_again_and_again("sealing", sealer.seal_once, _SEAL_SECONDS)),
        asyncio.create_task(
            _again_and_again(
                "mending_the_seal_queue", sealer.Mender().look_over, sealer.MEND_SECONDS
            )
        ),
        asyncio.create_task(
            _again_and_again("reminding", reminding.remind, reminding.EVERY.total_seconds())
        ),
        asyncio.create_task(
            _again_and_again(
                "sweeping", lambda: janitor.sweep(open_parts), janitor.EVERY.total_seconds()
            )
        ),
    ]
    if settings.worker_metrics:
        door = settings.worker_metrics
        tasks.append(
            asyncio.create_task(_again_and_again("scraping", lambda: answering.answer(door), 5))
        )
    try:
        await stop.wait()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await worker.close()
        await parts.stop()
        await database.stop()


async def _until_signal(settings: Settings) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await work(settings, stop)


def main() -> None:
    """Run one worker process until SIGTERM or Ctrl-C."""
    priority.step_back()
    logs.configure()
    asyncio.run(_until_signal(backend_settings.load()))
