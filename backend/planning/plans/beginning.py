"""The job that reminds heads of plans that nobody began: once when the first limit is near, and once when it is over.

Circular 27/2020/TT-BCT Arts 4.2, 6.1: the orientation programme before 15 November, proposals of teams before
1 December, plans of provinces before 10 December. A limit of a plan that was begun is plans/reminding.py.
"""

from backend.core import clock
from backend.core.database import transaction
from backend.force.notices import telling as notices
from backend.law.deadlines import service as deadlines
from backend.law.plan_limits import service as law
from backend.planning.plans import telling
from backend.planning.queries import unbegun
from backend.planning.rules import calendar
from backend.planning.rules.calendar import Wanted
from backend.planning.texts.words import KINDS
from schemas.planning.words import PlanKind


async def remind() -> int:
    """Tell of plans that are missing now; return how many notices were sent."""
    said = 0
    for one in calendar.wanted(law.limits_on(clock.today()), clock.now()):
        async with transaction():
            said += await _say(one)
    return said


async def _say(one: Wanted) -> int:
    how = "late" if one.late else "near"
    once = f"{one.limit.id}/{one.kind}/{one.year}/{how}"
    sent = 0
    missing = await unbegun.units(one.kind, one.year, one.limit.levels, clock.today(), once)
    for unit in missing:
        sent += await notices.tell(
            sorted(await telling.heads_of(unit.path)),
            "plan",
            unit.id,
            f"plan.unbegun_{how}",
            {
                "plan": KINDS[PlanKind(one.kind)],
                "year": str(one.year),
                "limit": one.limit.label,
                "due": deadlines.end_words(one.due_at),
            },
            once=once,
            due_at=None if one.late else one.due_at,
        )
    return sent
