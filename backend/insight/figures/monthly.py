"""The job that counts all figures anew once a month, at night, and keeps what it found.

A figure that is wrong in a report is found by nobody: the report agrees with itself. So once a month everything is
counted from the ledger again and compared, to the đồng. The page of statistics says when, and whether it agreed.
"""

from datetime import date, datetime, timedelta

import structlog

from backend.core import clock, local_time
from backend.core.database import transaction
from backend.insight.figures import recounting
from backend.insight.queries import recounting as queries
from backend.insight.queries.recounting import Monthly

EVERY = timedelta(minutes=10)
_NIGHT = range(1, 5)
"""Hours in Vietnam in which nobody is disturbed."""
_GIVEN_UP = timedelta(hours=12)
"""A worker that began so long ago and did not end is gone."""
_log = structlog.get_logger("figures")


def month_due(now: datetime) -> date | None:
    """Return the month whose counting is due, as its first day; None by day, and in the first night of a month.

    The last day's acts are sealed and counted by the second night.
    """
    local = now.astimezone(local_time.VIETNAM)
    due = local.day > 1 and local.hour in _NIGHT
    return local.date().replace(day=1) if due else None


async def recount_if_due() -> bool:
    """Count everything anew if this month's is due and nobody else does it; tell whether it did."""
    now = clock.now()
    month = month_due(now)
    if month is None:
        return False
    async with transaction():
        if not await queries.begin(month, now, now - _GIVEN_UP):
            return False
    found = await recounting.recount()
    differing = len(found.differing) + len(found.wrong)
    async with transaction():
        await queries.end(
            Monthly(
                month=month,
                ended_at=clock.now(),
                through=found.through,
                records=found.records,
                events=found.events,
                sums=found.sums,
                differing=differing,
            )
        )
    if differing:
        named = [str(one) for one in found.differing]
        _log.error("figures_differ", count=differing, records=named)
    return True


async def differing() -> float | None:
    """Return how many records and sums differed the last time; None if everything was never counted anew."""
    last = await queries.last()
    return None if last is None else float(last.differing)
