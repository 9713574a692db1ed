"""The job that reminds heads of the limits of their plans: once when one is near, and once when it is over.

A plan's row says from when its next limit is near. When it was told, the row says when it will be over; when that was
told too, nothing, until an act of the plan moves its limits.
"""

from datetime import timedelta
from uuid import UUID

from backend.core import clock, rounds
from backend.force.notices import telling as notices
from backend.law.deadlines import service as deadlines
from backend.law.plan_limits import service as law
from backend.planning.plans import telling
from backend.planning.plans.owned import title
from backend.planning.queries import plans as queries
from backend.planning.rules import calendar

EVERY = timedelta(minutes=10)
"""How often each worker looks: the limits are days."""


async def remind() -> int:
    """Tell of limits that came near or passed since the last round; return how many notices were sent."""
    return await rounds.through(lambda after, most: queries.near(clock.now(), after, most), _say)


async def _say(plan_id: UUID) -> int:
    plan = await queries.lock(plan_id)
    if plan is None:
        return 0
    now = clock.now()
    found = calendar.clocks(plan, law.limits_on(clock.today()), deadlines.calendar(), now)
    first = calendar.next_of(found)
    if first is None or first.state == "running":
        await queries.write(plan_id, {"near_at": None})
        return 0
    late = first.state == "late"
    sent = await notices.tell(
        sorted(await telling.heads_of(plan.path)),
        "plan",
        plan.id,
        f"plan.{first.state}",
        {
            "what": title(plan),
            "limit": first.label,
            "due": deadlines.end_words(first.due_at),
        },
        once=f"{plan.id}/{first.state}/{first.rule}/{first.due_at:%Y%m%d}",
        due_at=None if late else first.due_at,
    )
    await queries.write(plan_id, {"near_at": None if late else first.due_at})
    return sent
