"""The worker process: `./hientruong worker`.

It does several things concurrently, mainly the queue's jobs, the sealer every second, reminders
every minute and the janitor every five minutes. pgqueuer's loop ends when PostgreSQL restarts, so
it is rebuilt after each failure, with its own pool. If the database or the store does not answer,
jobs are tried again. A job that fails through a fault of ours is held for an operator (`hientruong
jobs`).
"""

import asyncio
import random
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import structlog
from pgqueuer import PgQueuer
from pgqueuer.domain.errors import RetryRequested
from pgqueuer.domain.types import QueueExecutionMode

from backend.casework.filing import previews as file_previews
from backend.casework.issued_documents import public_lookups
from backend.casework.issued_documents import storing as document_storing
from backend.core import database, key_register, keys, logs, replica, stores
from backend.core import settings as backend_settings
from backend.core.job_queue import (
    BRING_PARTIES,
    BRING_PEOPLE,
    FIND_IN_INSPECTION,
    FIND_IN_PHOTO,
    KEEP_FILE,
    MAKE_BUNDLE,
    MAKE_PREVIEW,
    PLACE_PHOTO,
    PREVIEW_FILE,
    PROTECT_DOCUMENT,
    PROTECT_PHOTO,
    PROTECT_SCAN,
    READ_PARTIES,
    READ_PEOPLE,
    SEND_NOTICE,
    SHOW_PHONE_THUMBNAIL,
    WRITE_EXPORT,
)
from backend.core.live import service as live
from backend.core.settings import Settings
from backend.core.stores import Parts
from backend.documents import scans
from backend.documents.record_papers import storing as record_storing
from backend.documents.signing import service as signing
from backend.exchange.list_exports import running as list_exports
from backend.exchange.record_bundles import making as bundles
from backend.fieldwork.decision_papers import storing as decision_storing
from backend.fieldwork.evidence import housekeeping, previews, protecting, storing, thumbnails
from backend.fieldwork.filing import keeping
from backend.fieldwork.findings import searching
from backend.fieldwork.papers import stored_files
from backend.force.importing import bringing as people_bringing
from backend.force.importing import reading as people_reading
from backend.force.notices import sending
from backend.intake.public_form import taking as public_reports
from backend.ledger import sealer
from backend.operations.health import answering, metrics
from backend.operations.jobs import janitor, priority, rounds, trying
from backend.operations.jobs.listening import ListeningDriver
from backend.operations.queries import jobs as queries
from backend.operations.recovery import publishing
from backend.parties.importing import bringing as party_bringing
from backend.parties.importing import reading as party_reading
from media.images import Inspector

_log = structlog.get_logger("jobs")

_PREVIEWS_AT_ONCE = 2
_PROTECTED_AT_ONCE = 4
"""Such a job mostly waits, for the store and for the queue, which starts so many of a kind every tenth of a second and
no more. On two busy cores two at a time locked 15 photographs a second, four 23 with no more processor time for each,
eight 26. Phones may send 46 a second. What is not locked yet could still be deleted, and `verify` says INCOMPLETE."""
_EXPORTS_AT_ONCE = 1
"""Over all workers: each holds one snapshot and reads much."""
_HEARTBEAT = timedelta(seconds=10)
_DEQUEUE = timedelta(seconds=5)  # a notification wakes it earlier
_SEAL_SECONDS = 1.0
_LAST_SEAL_SECONDS = 5.0
_CANCEL_AGAIN_SECONDS = 1.0
_REPORTS_SECONDS = 2.0


def _build(pool: Any, open_parts: Parts, inspectors: asyncio.Queue[Inspector]) -> PgQueuer:
    """Make a new queue manager with our jobs.

    backend/operations/jobs/trying.py decides for all of them which faults are tried again.
    """
    driver = ListeningDriver(pool)
    queue = PgQueuer(driver, queries=trying.Patient(driver))
    limits = open_parts.settings.findings

    async def make_preview(job: Any) -> None:
        async with _lent(inspectors) as inspector:
            await previews.make(open_parts, inspector, _subject(job))

    async def show_phone_thumbnail(job: Any) -> None:
        async with _lent(inspectors) as inspector:
            await thumbnails.make_showable(open_parts, inspector, _subject(job))

    async def place_photo(job: Any) -> None:
        _again_unless(await storing.place_or_tell(open_parts, _subject(job)))

    async def protect_document(job: Any) -> None:
        await document_storing.protect(open_parts, _subject(job))
        await decision_storing.protect(open_parts, _subject(job))
        await record_storing.protect(open_parts, _subject(job))
        await stored_files.protect(open_parts, _subject(job))

    async def preview_file(job: Any) -> None:
        async with _lent(inspectors) as inspector:
            await file_previews.make(open_parts, inspector, _subject(job))

    async def keep_file(job: Any) -> None:
        _again_unless(await keeping.keep(_subject(job)))

    async def find_in_photo(job: Any) -> None:
        await queries.no_longer_waits(job.id)
        await searching.in_photo(_subject(job), limits)

    async def find_in_inspection(job: Any) -> None:
        await queries.no_longer_waits(job.id)
        await searching.in_inspection(_subject(job), limits)

    async def bring_parties(job: Any) -> None:
        await party_bringing.bring(_subject(job))

    async def bring_people(job: Any) -> None:
        await people_bringing.bring(_subject(job))

    trying.add(queue, MAKE_PREVIEW, make_preview, at_once=_PREVIEWS_AT_ONCE)
    trying.add(queue, SHOW_PHONE_THUMBNAIL, show_phone_thumbnail, at_once=1)
    trying.add(queue, PLACE_PHOTO, place_photo, at_once=4)
    trying.add(
        queue, PROTECT_PHOTO, _for_each(protecting.protect, open_parts), at_once=_PROTECTED_AT_ONCE
    )
    trying.add(queue, PROTECT_DOCUMENT, protect_document, at_once=_PROTECTED_AT_ONCE)
    trying.add(
        queue, PROTECT_SCAN, _for_each(scans.protect, open_parts), at_once=_PROTECTED_AT_ONCE
    )
    trying.add(queue, PREVIEW_FILE, preview_file, at_once=1)
    trying.add(queue, KEEP_FILE, keep_file, at_once=2)
    trying.add(queue, FIND_IN_PHOTO, find_in_photo, at_once=4)
    trying.add(queue, FIND_IN_INSPECTION, find_in_inspection, at_once=2)
    trying.add(queue, SEND_NOTICE, _send_notice, at_once=4)
    trying.add(queue, MAKE_BUNDLE, _for_each(bundles.make, open_parts), at_once=1)
    export = _for_each(list_exports.write, open_parts)
    trying.add(queue, WRITE_EXPORT, export, at_once=_EXPORTS_AT_ONCE)
    trying.add(queue, READ_PARTIES, _for_each(party_reading.read, open_parts), at_once=1)
    trying.add(queue, BRING_PARTIES, bring_parties, at_once=1)
    trying.add(queue, READ_PEOPLE, _for_each(people_reading.read, open_parts), at_once=1)
    trying.add(queue, BRING_PEOPLE, bring_people, at_once=1)
    return queue


def _for_each(
    work: Callable[[Parts, UUID], Awaitable[Any]], parts: Parts
) -> Callable[[Any], Awaitable[None]]:
    """Return the job that does one thing to what its payload names."""

    async def job_of(job: Any) -> None:
        await work(parts, _subject(job))

    return job_of


@asynccontextmanager
async def _lent(inspectors: asyncio.Queue[Inspector]) -> AsyncIterator[Inspector]:
    """Lend one of the decoding children, and take it back in any case."""
    inspector = await inspectors.get()
    try:
        yield inspector
    finally:
        inspectors.put_nowait(inspector)


async def _send_notice(job: Any) -> None:
    left = await sending.send(_subject(job))
    if left:
        raise RetryRequested(left, reason="its reader has quiet hours")


def _again_unless(done: bool) -> None:
    """Have a job run again in a moment: its bytes are just being stored."""
    if not done:
        raise RetryRequested(timedelta(seconds=0.5), reason="its bytes are being stored")


def _subject(job: Any) -> UUID:
    return UUID(job.payload.decode())


class Worker:
    """The work of one worker process. Tests also run it, for one round, in their own loop."""

    def __init__(self, settings: Settings, lent: Sequence[Inspector] = ()) -> None:
        """Decode with the `lent` children, which their owner ends, or else with its own."""
        self._settings = settings
        self._inspectors: asyncio.Queue[Inspector] = asyncio.Queue()
        self._own = (
            [] if lent else [Inspector(keeper=settings.decoder) for _ in range(_PREVIEWS_AT_ONCE)]
        )
        for inspector in lent or self._own:
            self._inspectors.put_nowait(inspector)

    async def run_queue(self, mode: QueueExecutionMode = QueueExecutionMode.continuous) -> None:
        """Do jobs until cancelled, or (drain) until none is left. Raises what pgqueuer ends with."""
        async with asyncpg.create_pool(
            self._settings.session_database_url,
            min_size=2,
            max_size=6,
            command_timeout=20,
            connect=database.connect(),
        ) as pool:
            queue = _build(pool, stores.current(), self._inspectors)
            await queue.qm.run(
                batch_size=10,
                dequeue_timeout=_DEQUEUE,
                heartbeat_timeout=_HEARTBEAT,
                mode=mode,
                shutdown_on_listener_failure=True,
            )

    async def drain(self) -> None:
        """Do all jobs that are due, then return."""
        await self.run_queue(QueueExecutionMode.drain)

    async def take_reports(self) -> int:
        """Take in what citizens sent, with one of the decoding children."""
        async with _lent(self._inspectors) as inspector:
            return await public_reports.take_all(inspector)

    async def close(self) -> None:
        """End its own decoding children."""
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
    """Do something once, and try again after a failure."""
    while True:
        try:
            if count := await call():
                _log.info(name, count=count)
        except Exception as error:
            _log.warning(f"{name}_failed", error=f"{type(error).__name__}: {error}")
            await asyncio.sleep(janitor.EVERY.total_seconds())
        else:
            return


async def _ended(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Cancel tasks repeatedly until all are done.

    Once is not enough: asyncio.wait_for() of Python 3.11, in which the queue waits, swallows a
    cancellation that arrives together with its result (python/cpython#86296).
    """
    left = set(tasks)
    while left:
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=_CANCEL_AGAIN_SECONDS)


async def _rebuilt_after_failure(worker: Worker) -> None:
    """Run the queue. After each failure, wait a little longer and rebuild it."""
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
    public_lookups.start(settings)
    await database.start(
        settings.session_database_url, size=4, primary_noted=settings.primary_noted
    )
    await replica.start(
        settings.read_database_url, size=2, statement_seconds=database.STATEMENT_SECONDS
    )
    live.start(settings.session_database_url, settings.primary_noted, settings.node)
    await key_register.try_to_refresh()
    open_parts = await stores.start(settings)
    metrics.configure(settings.metrics_token, settings.metrics_folder)
    worker = Worker(settings)
    publisher = publishing.Publisher(open_parts.store, settings)
    tasks = [
        asyncio.create_task(_until_done("reading_again", housekeeping.ask_to_read_again)),
        asyncio.create_task(_rebuilt_after_failure(worker)),
        asyncio.create_task(key_register.keep_fresh()),
        asyncio.create_task(_again_and_again("sealing", sealer.seal_once, _SEAL_SECONDS)),
        asyncio.create_task(
            _again_and_again(
                "writing_checkpoints_outside", publisher.once, publishing.EVERY_SECONDS
            )
        ),
        asyncio.create_task(
            _again_and_again(
                "mending_the_seal_queue", sealer.Mender().look_over, sealer.MEND_SECONDS
            )
        ),
        *(
            asyncio.create_task(_again_and_again(name, call, every.total_seconds()))
            for name, call, every in rounds.ROUNDS
        ),
        asyncio.create_task(
            _again_and_again("taking_reports", worker.take_reports, _REPORTS_SECONDS)
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
        await _ended(tasks)
        await _sealed_at_last(publisher)
        await worker.close()
        await live.stop()
        await stores.stop()
        await replica.stop()
        await database.stop()


async def _sealed_at_last(publisher: publishing.Publisher) -> None:
    """Seal all entries and write the last checkpoint outside, before the process ends.

    A system that is stopped for days, or backed up in this state, then verifies completely. A
    database that later replaces it is compared with all of its entries.
    """
    try:
        async with asyncio.timeout(_LAST_SEAL_SECONDS):
            await sealer.seal_all()
            await publisher.once(last=True)
    except Exception as error:
        _log.warning("sealing_failed", error=f"{type(error).__name__}: {error}")


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
