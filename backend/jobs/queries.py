"""SQL of the job queue beyond what pgqueuer does itself."""

from datetime import datetime

from backend import database


async def forget_finished(before: datetime) -> int:
    """Delete old lines of the queue's log: jobs are work, not records."""
    tag = await database.execute(
        "DELETE FROM pgqueuer_log WHERE created < $1 AND status <> 'failed'", before
    )
    return int(tag.split()[-1])


async def no_longer_waits(job_id: int) -> None:
    """A job has begun: from now on the same one may be asked for again, for what this one may not see any more.

    pgqueuer lets a job that runs stand for one that is asked for meanwhile. Where a job reads what others write, that
    would lose what came between its reading and its end.
    """
    await database.execute("UPDATE pgqueuer SET dedupe_key = NULL WHERE id = $1", job_id)
