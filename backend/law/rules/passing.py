"""What the end of a clock tells that passes without its act: a fact with which another may start. Pure.

So a complaint that is not resolved in time opens the way to the second one (Law on Complaints Art 33),
although nobody did anything.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from backend.law.rules.clocks import of_rule
from backend.law.rules.counting import Calendar
from backend.law.rules.limits import Rule, by_id
from schemas.law.deadlines import Fact

_MOMENT = timedelta(microseconds=1)


def with_passed(
    facts: Sequence[Fact],
    rule_set: str,
    rules: Sequence[Rule],
    calendar: Calendar,
    now: datetime,
    *,
    dated: bool,
) -> Sequence[Fact]:
    """Add what the ends of clocks tell that passed by `now` without their act (`Rule.passes_as`).

    The fact is of the last day of the clock, and about its subject.
    """
    told = list(facts)
    for spans in by_id(rules):
        by, name = spans[-1].by, spans[-1].passes_as
        if name is None:
            continue
        for clock in of_rule(spans, facts, rule_set, calendar, dated=dated):
            ended = [at for at in (clock.met_at, clock.moot_at) if at is not None]
            if clock.due_at >= min([now, *ended]):
                continue
            at = clock.due_at - _MOMENT
            details = {by: clock.subject} if by else {}
            later = (place for place, fact in enumerate(told) if fact.at > at)
            told.insert(next(later, len(told)), Fact(act=name, at=at, details=details))
    return told
