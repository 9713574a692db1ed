"""The time of each step, and which steps are open. Pure.

The terms of a route sum to the legal limit less one working day (practice B7). A submission that
comes late has less: what is left is divided among the steps in proportion to their terms.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from backend.approvals.rules.facts import ADVICE, Step, Submission
from backend.core.local_time import VIETNAM, day_of
from backend.law.rules.counting import Calendar
from schemas.approvals.submissions import RouteStep, Term

NEAR = timedelta(hours=24)
"""Within this of a legal limit a missing opinion never blocks (practice B6)."""
_SHORT = timedelta(days=2)
"""A limit that is nearer than this leaves no working day to keep free."""


def end_of_day(moment: datetime, working_days: int, calendar: Calendar) -> datetime:
    """Return the end (24:00 in Vietnam, as UTC) of the n-th working day after the moment's day."""
    day = day_of(moment)
    for _ in range(working_days):
        day = calendar.next_working(day + timedelta(days=1))
    return _midnight_after(day)


def _midnight_after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time.min, VIETNAM).astimezone(UTC)


def own_end(term: Term, began_at: datetime, calendar: Calendar) -> datetime:
    """Return when a step's own term ends."""
    if term.hours is not None:
        return began_at + timedelta(hours=term.hours)
    return end_of_day(began_at, term.working_days or 1, calendar)


def hours_of(term: Term) -> int:
    """Return the length of a term to divide by: a working day counts as 24 hours."""
    return term.hours if term.hours is not None else 24 * (term.working_days or 1)


def kept_free(due_at: datetime, now: datetime, calendar: Calendar) -> datetime:
    """Return until when all steps should have answered: one working day before the legal limit.

    A limit less than two days away has no working day to keep free, nor has one before which nobody
    works any more: on a Saturday the limit of Monday leaves Monday alone.
    """
    if due_at - now <= _SHORT:
        return due_at
    day = day_of(due_at - timedelta(seconds=1)) - timedelta(days=1)
    while not calendar.works(day):
        day -= timedelta(days=1)
    kept = _midnight_after(day)
    return kept if kept > now else due_at


def due_of(
    step: Step,
    began_at: datetime,
    left: Sequence[Step],
    due_at: datetime | None,
    calendar: Calendar,
) -> datetime:
    """Return when a step that begins now is due. `left`: all steps without an answer, itself first."""
    own = own_end(step.made.term, began_at, calendar)
    if due_at is None:
        return own
    room = kept_free(due_at, began_at, calendar) - began_at
    whole = sum(hours_of(one.made.term) for one in left)
    share = began_at + max(timedelta(0), room) * hours_of(step.made.term) / whole
    return min(own, max(began_at, share.replace(microsecond=0)))


def may_pass(step: Step, submission: Submission, now: datetime) -> bool:
    """Tell whether a decision may be taken without this advice, and without a reason.

    Its term is over (practice B7), or the legal limit is near (B6). A decision is never passed on: one
    that nobody took is not one.
    """
    if step.kind not in ADVICE or not step.open:
        return False
    near = submission.due_at is not None and submission.due_at - NEAR <= now
    return near or _over(step, now)


def _over(step: Step, now: datetime) -> bool:
    return step.due_at is not None and step.due_at <= now


def passes(step: Step, submission: Submission, now: datetime) -> bool:
    """Tell whether time passes this step on as "no opinion yet".

    Where the whole limit is short, e.g. 24 hours for a seizure, an advice has its share of it: it would
    pass on before anybody could read it.
    """
    if not may_pass(step, submission, now):
        return False
    near = submission.due_at - NEAR if submission.due_at else None
    within = near is not None and step.began_at is not None and step.began_at >= near
    return not within or _over(step, now)


def open_steps(submission: Submission) -> list[tuple[Step, datetime]]:
    """Return the steps that somebody may answer, each with the moment from which.

    The current one is open. Where only advice stands before a later one, that one opens 24 hours
    before the legal limit: a silent third person blocks nothing (practice B6).
    """
    current = submission.current
    if current is None or current.began_at is None:
        return []
    found = [(current, current.began_at)]
    if submission.due_at is None:
        return found
    near = submission.due_at - NEAR
    before = current
    for step in submission.steps[current.number :]:
        if not step.open:
            continue
        if before.kind not in ADVICE:
            break
        found.append((step, max(near, current.began_at)))
        before = step
    return found


def route_fault(
    steps: Sequence[RouteStep], limit_hours: int | None, limit_working_days: int | None
) -> tuple[int, int] | None:
    """Return (what the terms sum to, what they may) in hours if a route's terms are too long.

    A limit in hours has no working day to keep free: the terms together may not be longer than it.
    """
    total = sum(hours_of(one.term) for one in steps)
    if limit_hours is not None and total > limit_hours:
        return total, limit_hours
    if limit_working_days is not None and total > 24 * max(1, limit_working_days - 1):
        return total, 24 * max(1, limit_working_days - 1)
    return None
