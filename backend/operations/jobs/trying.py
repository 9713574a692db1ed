"""How failed jobs are handled, decided in one place for all jobs.

After an outage (backend/core/outages.py: database, network, store, a full disk) a job is tried
again, first after a second, later after minutes, for as many days as an outage may last. The pauses
are randomised, so that thousands of jobs do not return in the same moment. A fault of ours would
fail in the same way each time. Such a job is held immediately, logged and counted. `hientruong
jobs` shows it and can release it.

The retry must be written to the database, which may be the part that is down. If pgqueuer 1.6.0
cannot write a retry, it treats that as a failure (`QueueManager._dispatch`) and holds the job as
soon as it has a connection again, without any retry. `Patient` leaves the job in the state `picked`
instead: its heartbeat stops, and some worker takes it again.
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
"""The longest pause: work resumes at most this long after an outage ended."""
GIVEN_UP_AFTER = timedelta(days=7)
"""Longer than an outage over a long holiday. After that somebody must look, so the job is held."""
_LEAST_TRIES = 50
"""A job may wait in the queue for a week before it is taken (if no worker ran), or be released
after it was held. With this minimum it is not given up at its first outage."""
_REASON_LENGTH = 300


def add(
    queue: PgQueuer, name: str, work: Callable[[Any], Awaitable[None]], *, at_once: int
) -> None:
    """Register a job. `at_once` is how many of its kind run at a time, over all workers."""
    register = queue.entrypoint(
        name, on_failure="hold", concurrency_limit=at_once, executor_factory=Persistent
    )
    register(work)


class Persistent(EntrypointExecutor):
    """Runs a job, counts it for /metrics, and distinguishes an outage from a fault of ours."""

    async def execute(self, job: Job, context: Context) -> None:
        """Run a job. Raises RetryRequested after an outage; a fault of ours is raised as it is."""
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
    """Tell whether a job should be tried again later, unchanged.

    It should after an outage of database, network or store, or if a disk is full. Everything else
    is a fault of ours, and would fail in the same way again. A refusal by the store (outdated
    credentials, a right that is not granted yet) counts as temporary: once an operator fixes it,
    the same call succeeds. A call that we refuse before it reaches the store (NotDeletable) does
    not.
    """
    if isinstance(error, BaseExceptionGroup):
        return all(will_pass(one) for one in error.exceptions)
    if isinstance(error, StoreError):
        return not isinstance(error, NotDeletable)
    known = error if isinstance(error, DomainError) else as_domain_error(error)
    return isinstance(known, Unavailable)


def pause(attempts: int) -> timedelta:
    """Return the pause after this many tries: doubled each time, up to half of it random."""
    longest = LONGEST_PAUSE.total_seconds()
    seconds = min(2.0 ** min(attempts, 30), longest)
    return timedelta(seconds=seconds * random.uniform(0.5, 1))  # noqa: S311 - spreads tries


def _is_given_up(job: Job, now: datetime) -> bool:
    return job.attempts >= _LEAST_TRIES and now - job.created > GIVEN_UP_AFTER


class Patient(Queries):
    """pgqueuer's queries, for a database that may be down when a retry is written."""

    async def retry_job(
        self, job: Job, delay: timedelta, traceback_record: TracebackRecord | None
    ) -> None:
        """Write that a job is to be tried again, with the reason in one line.

        With full tracebacks, an outage of days with thousands of jobs would fill the log. While the
        database is down nothing is written, and the job is taken again once its heartbeat is old.
        """
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
