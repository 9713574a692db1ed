"""SQL of the job queue beyond what pgqueuer does itself."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from backend.core import database, rows


class HeldJob(msgspec.Struct, frozen=True, kw_only=True):
    """A job that failed through a fault of ours."""

    id: int
    entrypoint: str
    subject: str | None
    held_since: datetime
    attempts: int
    kind: str | None
    """The class of the exception, if one is known."""
    message: str | None
    all_of_them: int
    """How many jobs are held, also beyond those that were asked for."""


class WaitingJobs(msgspec.Struct, frozen=True, kw_only=True):
    """The jobs of one kind that wait for their next try."""

    entrypoint: str
    number: int
    tries: int
    """The most tries of any of them."""
    next: datetime
    message: str | None


async def forget_finished(before: datetime) -> int:
    """Delete old lines of the queue's log. They are not records that must be kept."""
    tag = await database.execute(
        "DELETE FROM pgqueuer_log WHERE created < $1 AND status <> 'failed'", before
    )
    return int(tag.split()[-1])


async def no_longer_waits(job_id: int) -> None:
    """Allow the same job to be queued again while this one runs.

    By default pgqueuer drops a job if the same one is still running. If a job reads what others
    write, that would lose what is written after it has read.
    """
    await database.execute("UPDATE pgqueuer SET dedupe_key = NULL WHERE id = $1", job_id)


async def held(limit: int) -> list[HeldJob]:
    """Return jobs that failed through a fault of ours, newest first."""
    found = await database.fetch(
        """
        SELECT q.id, q.entrypoint, convert_from(q.payload, 'UTF8') AS subject, q.updated AS held_since,
            q.attempts, why.traceback ->> 'exception_type' AS kind, why.traceback ->> 'exception_message' AS message,
            count(*) OVER () AS all_of_them
        FROM pgqueuer q
        LEFT JOIN LATERAL (
            SELECT l.traceback FROM pgqueuer_log l WHERE l.job_id = q.id AND l.traceback IS NOT NULL
            ORDER BY l.created DESC LIMIT 1
        ) why ON true
        WHERE q.status = 'failed' ORDER BY q.updated DESC, q.id DESC LIMIT $1
        """,
        limit,
    )
    return rows.many(HeldJob, found)


async def tried_again() -> list[WaitingJobs]:
    """Return the jobs that wait for their next try after an outage, by kind."""
    found = await database.fetch(
        """
        SELECT q.entrypoint, count(*) AS number, max(q.attempts) AS tries, min(q.execute_after) AS next,
            max(why.traceback ->> 'exception_message') AS message
        FROM pgqueuer q
        LEFT JOIN LATERAL (
            SELECT l.traceback FROM pgqueuer_log l WHERE l.job_id = q.id AND l.traceback IS NOT NULL
            ORDER BY l.created DESC LIMIT 1
        ) why ON true
        WHERE q.status = 'queued' AND q.attempts > 0 GROUP BY q.entrypoint ORDER BY q.entrypoint
        """
    )
    return rows.many(WaitingJobs, found)


async def begin_now(entrypoints: Sequence[str]) -> int:
    """Let jobs of these kinds that were put off from the beginning run now, and return how many.

    Those that wait for their next try after an outage are left alone. In the caller's transaction.
    """
    tag = await database.execute(
        """
        UPDATE pgqueuer SET execute_after = now(), updated = now()
        WHERE status = 'queued' AND attempts = 0 AND execute_after > now() AND entrypoint = ANY($1::text[])
        """,
        list(entrypoints),
    )
    await database.execute(_WAKE)
    return int(tag.split()[-1])


_WAKE = "DELETE FROM pgqueuer WHERE false"
"""The queue's trigger, which runs once a statement, tells workers of any DELETE and of no UPDATE (0002_jobs.sql)."""

_HELD = """
    WITH held AS (
        SELECT id, dedupe_key, row_number() OVER (PARTITION BY coalesce(dedupe_key, id::text) ORDER BY id DESC) AS place
        FROM pgqueuer WHERE status = 'failed' AND
"""
_RELEASE = """
    ), double AS (
        SELECT h.id FROM held h WHERE h.place > 1 OR EXISTS (
            SELECT FROM pgqueuer w WHERE w.dedupe_key = h.dedupe_key AND w.status IN ('queued', 'picked'))
    ), gone AS (
        DELETE FROM pgqueuer WHERE id IN (SELECT id FROM double)
    ), freed AS (
        UPDATE pgqueuer SET status = 'queued', attempts = 0, execute_after = now(), updated = now(),
            queue_manager_id = NULL
        WHERE id IN (SELECT id FROM held EXCEPT SELECT id FROM double) RETURNING id, entrypoint, priority
    ), logged AS (
        INSERT INTO pgqueuer_log (job_id, status, entrypoint, priority)
        SELECT id, 'queued', entrypoint, priority FROM freed
    )
    SELECT count(*) FROM held
"""


async def release(ids: Sequence[int] | None) -> int:
    """Release held jobs (all with None), and return how many were held.

    A held job is deleted instead if the same job is waiting already.
    """
    which = "id = ANY($1::bigint[])" if ids is not None else "true"
    args = (list(ids),) if ids is not None else ()
    count: int = await database.fetchval(f"{_HELD} {which} {_RELEASE}", *args)
    return count


async def release_held_before(entrypoints: Sequence[str], before: datetime) -> int:
    """Release all jobs of these kinds that were held before that moment; see release()."""
    count: int = await database.fetchval(
        f"{_HELD} entrypoint = ANY($1::text[]) AND updated < $2 {_RELEASE}",
        list(entrypoints),
        before,
    )
    return count
