"""What becomes of a job that fails, decided in one place for every job.

An outage (backend/core/outages.py: database, network, store, a full disk) is tried again: after a second at first,
after minutes later, spread by chance so that thousands of jobs do not come back in one moment, for as many days as an
outage may last. A fault of ours fails in the same way each time: it is held at once, logged, counted, and shown by
`hientruong jobs`, which also lets it go again.

The word "try it again" must reach the database too, which may be what is out. pgqueuer 1.6.0 takes a retry that it
cannot write for a failure (`QueueManager._dispatch`) and holds the job as soon as it has another connection, after no
retry at all. `Patient` leaves the job as it is, picked: its heartbeat falls silent, and some worker takes it again.
"""

import random
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import structlog
from pgqueuer import PgQueuer
from pgqueuer.adapters.persistence.queries import Queries
from pgqueuer.core.executors import EntrypointExecutor
from pgqueuer.domain.errors import RetryRequested
from pgqueuer.domain.models import Context, Job, TracebackRecord

from backend.core import clock
from backend.core.errors import DomainError, Unavailable
from backend.core.outages import as_domain_error
from backend.operations.health import metrics
from media.store import NotDeletable, StoreError

_log = structlog.get_logger("jobs")

LONGEST_PAUSE = timedelta(minutes=5)
"""So late, at most, does work begin again after an outage that took long."""
GIVEN_UP_AFTER = timedelta(days=7)
"""An outage over a long holiday ends before. By then somebody must look: the job is held."""
_LEAST_TRIES = 50
"""A job may lie in the queue for a week before anybody takes it (no worker ran), or be let go again after it was held:
it is not given up at its first outage."""
_REASON_LENGTH = 300


def add(
    queue: PgQueuer, name: str, work: Callable[[Any], Awaitable[None]], *, at_once: int
) -> None:
    """Register a job; `at_once` is how many of its kind run at a time, over all workers."""
    register = queue.entrypoint(
        name, on_failure="hold", concurrency_limit=at_once, executor_factory=Persistent
    )
    register(work)


class Persistent(EntrypointExecutor):
    """Runs a job, counts it for /metrics, and tells an outage from a fault of ours."""

    async def execute(self, job: Job, context: Context) -> None:
        """Run it. Raises RetryRequested after an outage, and whatever else it raised after a fault of ours."""
        with metrics.job(job.entrypoint):
            await self._execute(job, context)

    async def _execute(self, job: Job, context: Context) -> None:
        try:
            await super().execute(job, context)
        except RetryRequested:
            raise
        except Exception as error:
            told = f"{type(error).__name__}: {error}"[:_REASON_LENGTH]
            said = {"job": job.entrypoint, "id": job.id, "tries": job.attempts + 1, "error": told}
            if will_pass(error) and not _is_given_up(job, clock.now()):
                _log.warning("job_tried_again", **said)
                raise RetryRequested(pause(job.attempts), reason=told) from error
            _log.error("job_held", **said)
            raise


def will_pass(error: BaseException) -> bool:
    """Tell whether a job should be done again later as it is: after an outage of database, network or store, or a disk
    that is full. All else is a fault of ours, and fails in the same way again.

    A store that refuses (credentials of yesterday, a right that was not given yet) counts as one that will pass: an
    operator puts it right, and the same call succeeds. What we refuse ourselves before it is asked does not.
    """
    if isinstance(error, BaseExceptionGroup):
        return all(will_pass(one) for one in error.exceptions)
    if isinstance(error, StoreError):
        return not isinstance(error, NotDeletable)
    known = error if isinstance(error, DomainError) else as_domain_error(error)
    return isinstance(known, Unavailable)


def pause(attempts: int) -> timedelta:
    """How long to wait after so many tries: doubled from a second on, half of it by chance."""
    longest = LONGEST_PAUSE.total_seconds()
    seconds = min(2.0 ** min(attempts, 30), longest)
    return timedelta(seconds=seconds * random.uniform(0.5, 1))  # noqa: S311 - spreads tries


def _is_given_up(job: Job, now: datetime) -> bool:
    return job.attempts >= _LEAST_TRIES and now - job.created > GIVEN_UP_AFTER


class Patient(Queries):
    """pgqueuer's queries, for a database that may be out in the moment when a retry is written."""

    async def retry_job(
        self, job: Job, delay: timedelta, traceback_record: TracebackRecord | None
    ) -> None:
        """Write down that a job is to be tried again, with the reason in one line: an outage of days with thousands
        of jobs would fill the log with the same traceback. While the database is out nothing is written, and the job
        comes again once its heartbeat is old."""
        if traceback_record is not None:
            reason = traceback_record.exception_message
            traceback_record = traceback_record.model_copy(update={"traceback": reason})
        try:
            await super().retry_job(job, delay, traceback_record)
        except Exception as error:
            if not will_pass(error):
                raise
            _log.warning(
                "retry_not_written", job=job.entrypoint, id=job.id, error=type(error).__name__
            )
