"""What the first start of a living demonstration prepares, before anything else is entered."""

from datetime import datetime, time, timedelta
from uuid import UUID

from backend.core import clock, local_time
from backend.force.numbers import planned
from backend.law.deadlines import service as deadlines
from backend.operations.demonstration import service as demonstration
from deploy.demo.stories import plan, reporting

_OPENS = time(7, 30)


async def enter() -> list[plan.Story]:
    """Note and return what will be played, in the caller's transaction."""
    now = clock.now()
    for part, theirs in plan.parts(now, deadlines.calendar()).items():
        await demonstration.begin(part, now, len(theirs))
    reported = reporting.told(now, deadlines.calendar())
    await demonstration.begin(reporting.PART, now, len(reported))
    return plan.stories(now, deadlines.calendar())


async def keep_numbers(made: list[plan.Story], ids: dict[str, UUID]) -> None:
    """Keep the numbers of these stories free; `ids` are the units by code."""
    for (form, unit, year), numbers in plan.registers(made).items():
        await planned.begin_behind(ids[unit], form, year, numbers)


async def moment() -> datetime | None:
    """Return when the force of this demonstration is there for its history; None if it has none."""
    found = await demonstration.parts()
    if not found:
        return None
    first = plan.begins(local_time.day_of(found[0].until)) - timedelta(days=1)
    return datetime.combine(first, _OPENS, local_time.VIETNAM)
