"""Whether this process writes to a primary, and whether its standbys keep up: a part of readiness, and a gauge."""

from backend.core import database
from backend.operations.queries import replication as queries

PATIENCE_SECONDS = 5.0
"""A COMMIT that waits longer for its standby is seen by who sends requests here."""
MAX_LAG_SECONDS = 60.0


async def state() -> str:
    """`ok`, or what is wrong: `in_recovery` (a standby: nothing can be written), `standby_silent`, `standby_behind`."""
    standing = await queries.standing(PATIENCE_SECONDS)
    if standing["in_recovery"]:
        return "in_recovery"
    if standing["waiting"] or database.overdue_commits():
        return "standby_silent"
    if (standing["lag"] or 0.0) > MAX_LAG_SECONDS:
        return "standby_behind"
    return "ok"


async def lag_seconds() -> float | None:
    """How far the slowest standby is behind; None where there is none, or this process may see none."""
    lag: float | None = (await queries.standing(PATIENCE_SECONDS))["lag"]
    return lag


async def waiting_commits() -> float:
    """How many COMMITs of this installation wait for a standby that says nothing."""
    return float((await queries.standing(PATIENCE_SECONDS))["waiting"])
