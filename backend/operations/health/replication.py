"""Whether the server is a primary and its standbys keep up: for readiness and metrics."""

from backend.core import database
from backend.operations.queries import replication as queries

PATIENCE_SECONDS = 5.0
"""Clients notice when a COMMIT waits longer than this for its standby."""
MAX_LAG_SECONDS = 60.0


async def state() -> str:
    """Return `ok`, or what is wrong.

    `in_recovery` (this server is a standby: nothing can be written), `standby_silent` or
    `standby_behind`.
    """
    standing = await queries.standing(PATIENCE_SECONDS)
    if standing.in_recovery:
        return "in_recovery"
    if standing.waiting or database.overdue_commits():
        return "standby_silent"
    if (standing.lag or 0.0) > MAX_LAG_SECONDS:
        return "standby_behind"
    return "ok"


async def lag_seconds() -> float | None:
    """Return how far the slowest standby is behind; None if there is none, or it may not be seen."""
    return (await queries.standing(PATIENCE_SECONDS)).lag


async def waiting_commits() -> float:
    """Return how many COMMITs of this installation wait for a standby that does not answer."""
    return float((await queries.standing(PATIENCE_SECONDS)).waiting)
