"""The time limits of a plan, from its milestones and dated law data (Circular 27/2020 Arts 4 to 7). Pure.

A limit that ends "before" a day ends when that day begins in Vietnam; `due_at` is that instant.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from backend.core.local_time import VIETNAM
from backend.law.rules import counting
from backend.law.rules.counting import Calendar
from backend.law.rules.limit_words import rest_words
from backend.planning.rules.facts import PlanLine
from schemas.law.deadlines import Limit
from schemas.law.plan_limits import BeforeDay, Milestone, PlanLimit
from schemas.planning.views import PlanClock
from schemas.planning.words import PlanState

RUNNING = ("running", "near", "late")
ASKED_AFTER = timedelta(days=60)
"""How long after its day a plan that nobody began is still asked for: then the year is under way."""
_RIGHT_AFTER = Limit(count=1, unit="wd")
"""What "right after the plan's period" allows (Art 7.1.c): the end of the next working day. A rule of the force."""
_OVER = frozenset({PlanState.GIVEN_UP, PlanState.MERGED, PlanState.FOREIGN})


def begin_of(day: date) -> datetime:
    """Return the first instant of a day in Vietnam, in UTC."""
    return datetime.combine(day, time(), tzinfo=VIETNAM).astimezone(UTC)


def day_of(before: BeforeDay, year: int) -> date:
    """Return the day of a limit for a plan of this year."""
    return date(year + before.year, before.month, before.day)


def clocks(
    plan: PlanLine, limits: Sequence[PlanLimit], calendar: Calendar, now: datetime
) -> list[PlanClock]:
    """Return the clocks of a plan, those that run or are late first, by their end."""
    level = plan.path.level
    found = [one for limit in limits if (one := _clock(plan, limit, calendar, now, level))]
    return sorted(found, key=lambda one: (one.state not in RUNNING, one.due_at))


def next_of(clocks_of_plan: Sequence[PlanClock]) -> PlanClock | None:
    """Return the limit that ends first of those that run or are late, or None."""
    return next((one for one in clocks_of_plan if one.state in RUNNING), None)


class Wanted(NamedTuple):
    """A plan that units of some levels must have begun by now, or soon."""

    limit: PlanLimit
    kind: str
    year: int
    due_at: datetime
    late: bool


def first_limits(limits: Sequence[PlanLimit]) -> list[PlanLimit]:
    """Return the limits by which a unit begins a plan: of each kind and level the one that ends first in a year."""
    found: list[PlanLimit] = []
    for one in sorted(
        (one for one in limits if one.before is not None and one.since is None),
        key=lambda one: day_of(one.before, 2000) if one.before else date.max,
    ):
        if not any(
            set(one.kinds) & set(other.kinds) and set(one.levels) & set(other.levels)
            for other in found
        ):
            found.append(one)
    return found


def wanted(limits: Sequence[PlanLimit], now: datetime) -> list[Wanted]:
    """Return what plans are near their first limit or over it, at a moment."""
    this_year = now.astimezone(VIETNAM).year
    found = []
    for limit in first_limits(limits):
        for year in (this_year, this_year + 1):
            if limit.before is None:
                continue
            due_at = begin_of(day_of(limit.before, year))
            if near_at(due_at, limit) <= now < due_at + ASKED_AFTER:
                found += [Wanted(limit, one, year, due_at, now >= due_at) for one in limit.kinds]
    return found


def _clock(
    plan: PlanLine, limit: PlanLimit, calendar: Calendar, now: datetime, level: int
) -> PlanClock | None:
    if str(plan.kind) not in limit.kinds or level not in limit.levels:
        return None
    moments: Mapping[Milestone, datetime | None] = plan.moments
    since = moments[limit.since] if limit.since else plan.drafted_at
    if since is None:
        return None
    due_at = _due(plan, limit, since, calendar)
    met = [
        _as_dated(plan, one, at)
        for one in limit.ends_with
        if (at := moments[one]) is not None and at >= since
    ]
    met_at = min(met, default=None)
    if met_at is not None:
        state = "met" if met_at < due_at else "met_late"
    elif plan.state in _OVER:
        state = "moot"
    elif now >= due_at:
        state = "late"
    else:
        state = "near" if now >= near_at(due_at, limit) else "running"
    return PlanClock(
        rule=limit.id,
        label=limit.label,
        citation=limit.citation,
        check=limit.check,
        due_at=due_at,
        met_at=met_at,
        state=state,
        rest=rest_words(due_at, now),
    )


def _as_dated(plan: PlanLine, milestone: Milestone, at: datetime) -> datetime:
    """Return when a milestone counts as reached: the issue by the end of its own day, also if it is entered later.

    The circular asks when a plan is issued, not when a copy that was signed outside is entered.
    """
    if milestone is not Milestone.ISSUED or plan.issued_on is None:
        return at
    return min(at, begin_of(plan.issued_on + timedelta(days=1)) - timedelta(microseconds=1))


def near_at(due_at: datetime, limit: PlanLimit) -> datetime:
    """Return from when a limit is near."""
    return due_at - timedelta(days=limit.near_days)


def _due(plan: PlanLine, limit: PlanLimit, since: datetime, calendar: Calendar) -> datetime:
    if limit.before is not None:
        return begin_of(day_of(limit.before, plan.year))
    if limit.working_days is not None:
        return counting.due(Limit(count=limit.working_days, unit="wd"), since, calendar).at
    return counting.due(_RIGHT_AFTER, begin_of(plan.last_day), calendar).at
