"""SQL of the job queue beyond what pgqueuer does itself."""

from datetime import datetime

from backend import database


async def forget_finished(before: datetime) -> int:
    """Delete old lines of the queue's log: jobs are work, not records."""
    tag = await database.execute(
        "DELETE FROM pgqueuer_log WHERE created < $1 AND status <> 'failed'", before
    )
    return int(tag.split()[-1])
