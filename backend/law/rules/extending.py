"""How far a running clock may be extended, and why it may not. Pure."""

from collections.abc import Sequence
from datetime import date, datetime

from backend.core.local_time import day_of
from backend.law.rules import clocks as computing
from backend.law.rules.counting import Calendar, due, end_of
from backend.law.rules.limits import Rule, by_id, span_on
from schemas.core.problems import Text
from schemas.law.deadlines import Clock, Fact


def extension_fault(
    facts: Sequence[Fact],
    rules: Sequence[Rule],
    rule_id: str,
    until: date,
    at: datetime,
    calendar: Calendar,
    subject: str | None = None,
    *,
    dated: bool = False,
) -> Text | None:
    """Return why this clock may not be extended, at `at`, to the end of `until`; None if it may."""
    spans = next((found for found in by_id(rules) if found[0].id == rule_id), ())
    running = [
        clock
        for clock in _of(spans, facts, rules, calendar, dated=dated)
        if clock.met_at is None and clock.moot_at is None and subject in (None, clock.subject)
    ]
    rule = span_of(spans, running[0], dated=dated) if running else None
    if rule is None:
        return Text(vi="Không có thời hạn này đang tính.", en="No such time limit is running.")
    if rule.extension is None or "deadline.extended" not in rule.extension.by:
        return Text(
            vi=f"Thời hạn này không được gia hạn ({rule.citation.vi}).",
            en=f"This time limit cannot be extended ({rule.citation.en}).",
        )
    end = end_of(until)
    if any(at > clock.due_at for clock in running):
        return Text(
            vi="Thời hạn đã hết; chỉ được gia hạn khi còn hạn.",
            en="The time is over; it can be extended only while it runs.",
        )
    if any(end <= clock.due_at for clock in running):
        return Text(
            vi="Ngày gia hạn phải sau ngày hết hạn hiện tại.",
            en="The new end must be after the present one.",
        )
    most = furthest(spans, facts, running[0], rules, calendar, dated=dated)
    if most is not None and end > most:
        return Text(
            vi=f"Vượt quá thời hạn tối đa ({rule.citation.vi}).",
            en=f"This is more than the most that is allowed ({rule.citation.en}).",
        )
    return None


def span_of(spans: Sequence[Rule], clock: Clock, *, dated: bool) -> Rule | None:
    """Return the span of a rule by which a clock runs; None if there is none for its day."""
    if not dated:
        return spans[0] if spans else None
    return span_on(spans, day_of(clock.trigger_at))


def furthest(
    spans: Sequence[Rule],
    facts: Sequence[Fact],
    clock: Clock,
    rules: Sequence[Rule],
    calendar: Calendar,
    *,
    dated: bool = False,
) -> datetime | None:
    """Return the latest end that extensions of a clock may reach; None if the rule sets none."""
    rule = span_of(spans, clock, dated=dated)
    if rule is None or rule.extension is None:
        return None
    place = computing.place_of(rule, facts, clock)
    limit = computing.longest(rule, facts, place, clock.subject)
    if limit is None:
        return None
    most = due(limit, clock.trigger_at, calendar).at
    outer = [
        one.due_at
        for other in by_id(rules)
        if other[0].id in rule.within
        for one in computing.of_rule(other, facts, "", calendar, dated=dated)
    ]
    return min([most, *outer])


def _of(
    spans: Sequence[Rule],
    facts: Sequence[Fact],
    rules: Sequence[Rule],
    calendar: Calendar,
    *,
    dated: bool,
) -> list[Clock]:
    if not spans:
        return []
    outer = {name for rule in spans for name in rule.within}
    others = [
        one
        for other in by_id(rules)
        if other[0].id in outer
        for one in computing.of_rule(other, facts, "", calendar, dated=dated)
    ]
    own = computing.of_rule(spans, facts, "", calendar, dated=dated)
    found = computing.bounded([*own, *others], rules)
    return found[: len(own)]
