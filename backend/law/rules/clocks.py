"""Compute the clocks of a case from its acts. Pure.

Clocks are computed anew each time, so that they can never disagree with the acts.

An act starts the clocks of the rules that name it as a trigger. While a clock of a rule runs, the
same act does not start a second one: the first violation minutes count, which is the strictest
reading. The exception are rules that tell clocks apart by a detail (`Rule.by`): each seizure has
its own clock. The limit is chosen with everything that is known now. If the party asks later to
explain itself, the time limit of the decision, which is already running, becomes longer.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.law.rules.counting import Calendar, Due, due, end_of, start_of
from backend.law.rules.limits import Condition, Event, Rule, Variant
from schemas.core.problems import Text
from schemas.law.deadlines import Clock, ClockState, Fact

DAY = timedelta(hours=24)
ARCHIVED, REOPENED = "case.archived", "case.reopened"
"""No clock runs in a closed file.

Once it is reopened, its clocks run as if it had never been closed.
"""


def clocks(
    facts: Sequence[Fact], rule_set: str, rules: Sequence[Rule], calendar: Calendar, now: datetime
) -> list[Clock]:
    """Return every clock of a case with its state at `now`, soonest end first.

    `facts` are the acts of the case in their order, `rules` those of its rule set. A rule whose
    trigger did not happen has no clock.
    """
    happened = {fact.act for fact in facts}
    found = [
        clock
        for rule in rules
        if any(event.act in happened for event in rule.triggers)
        for clock in _of_rule(rule, facts, rule_set, calendar)
    ]
    placed = [msgspec.structs.replace(clock, state=state_at(clock, now)) for clock in found]
    return sorted(placed, key=lambda clock: (clock.due_at, clock.rule, clock.subject or ""))


def state_at(clock: Clock, now: datetime) -> ClockState:
    """Return the state of a clock at a moment. An act at exactly `due_at` is in time."""
    passed = ClockState.LAPSED if clock.lapses else ClockState.MISSED
    if clock.met_at is not None:
        return ClockState.MET if clock.met_at <= clock.due_at else ClockState.MET_LATE
    if clock.moot_at is not None:
        return ClockState.NOT_APPLICABLE if clock.moot_at <= clock.due_at else passed
    if now > clock.due_at:
        return passed
    if now >= last_day_at(clock.half_at, clock.due_at):
        return ClockState.LAST_DAY
    return ClockState.HALF if now >= clock.half_at else ClockState.RUNNING


def last_day_at(half_at: datetime, due_at: datetime) -> datetime:
    """Return when the last day begins: 24 hours before the end, but not before half of the time."""
    return max(due_at - DAY, half_at)


def _of_rule(rule: Rule, facts: Sequence[Fact], rule_set: str, calendar: Calendar) -> list[Clock]:
    running: dict[str | None, int] = {}
    found: list[Clock] = []
    for place, fact in enumerate(facts):
        later = facts[place + 1 :]
        subject = _subject(rule, fact)
        for at in _ended(rule.ends_with, facts, place, running, subject):
            found[at] = msgspec.structs.replace(found[at], met_at=fact.at)
        if fact.act == ARCHIVED and not any(other.act == REOPENED for other in later):
            found, running = [_moot(one, fact) for one in found], {}
        for at in _ended(rule.ends_moot, facts, place, running, subject):
            found[at] = msgspec.structs.replace(found[at], moot_at=fact.at)
        for at in _extended(rule, fact, running, subject):
            found[at] = _longer(found[at], fact)
        if subject not in running and any(
            event.act == fact.act and _holds(event, fact.details, facts, place)
            for event in rule.triggers
        ):
            clock = _start(rule, facts, place, rule_set, calendar, subject)
            if clock is not None:
                running[subject] = len(found)
                found.append(clock)
    return found


def _moot(clock: Clock, fact: Fact) -> Clock:
    if clock.met_at is not None or clock.moot_at is not None:
        return clock
    return msgspec.structs.replace(clock, moot_at=fact.at)


def _subject(rule: Rule, fact: Fact) -> str | None:
    value = fact.details.get(rule.by) if rule.by else None
    return None if value is None else str(value)


def _ended(
    events: list[Event],
    facts: Sequence[Fact],
    place: int,
    running: dict[str | None, int],
    subject: str | None,
) -> list[int]:
    """Remove the clocks that this act ends from `running`, and return their places.

    These are the clock of the act's subject, or all of them if the act names no subject.
    """
    fact = facts[place]
    if not any(e.act == fact.act and _holds(e, fact.details, facts, place) for e in events):
        return []
    ended = list(running) if subject is None else [subject]
    return [running.pop(key) for key in ended if key in running]


def _extended(
    rule: Rule, fact: Fact, running: dict[str | None, int], subject: str | None
) -> list[int]:
    if rule.extension is None or fact.act not in rule.extension.by:
        return []
    if fact.act == "deadline.extended" and fact.details.get("rule") != rule.id:
        return []
    return [at for key, at in running.items() if subject is None or key == subject]


def _longer(clock: Clock, fact: Fact) -> Clock:
    """Move the end to the day that a document states. An earlier day changes nothing."""
    until = moment_of(fact.details.get("until"), ends=True)
    if until is None or until <= clock.due_at:
        return clock
    return msgspec.structs.replace(
        clock,
        due_at=until,
        half_at=_half(clock.trigger_at, until),
        extended_by=_uuid(fact.details.get("document_id")),
    )


def _start(
    rule: Rule,
    facts: Sequence[Fact],
    place: int,
    rule_set: str,
    calendar: Calendar,
    subject: str | None,
) -> Clock | None:
    fact = facts[place]
    details = _joined(rule, facts, place, subject)
    for variant in rule.limits:
        if not _fits(variant, details, facts, place):
            continue
        start = moment_of(details.get(variant.from_)) if variant.from_ else None
        start = start or fact.at
        end = _end(variant, details, start, calendar)
        if end is None:
            continue
        return Clock(
            rule=rule.id,
            rule_set=rule_set,
            label=rule.label,
            citation=rule.citation,
            check=rule.check,
            limit=variant.limit(details),
            trigger_act=fact.act,
            trigger_at=start,
            subject=subject,
            half_at=_half(start, end.at),
            due_at=end.at,
            met_at=None,
            moot_at=None,
            state=ClockState.RUNNING,
            extended_by=None,
            calendar_undecided=end.undecided,
            lapses=rule.passing == "lapsed",
            watched=rule.watched,
        )
    return None


def _joined(rule: Rule, facts: Sequence[Fact], place: int, subject: str | None) -> dict[str, Any]:
    """Join the details of the trigger (at `place`) and of acts in `details_from`; the later wins."""
    details: dict[str, Any] = {}
    for at, fact in enumerate(facts):
        named = fact.act in rule.details_from and _subject(rule, fact) in (None, subject)
        if at == place or named:
            details |= fact.details
    return details


def _end(
    variant: Variant, details: dict[str, Any], start: datetime, calendar: Calendar
) -> Due | None:
    if variant.until is not None:
        stated = moment_of(details.get(variant.until), ends=True)
        return None if stated is None else Due(stated, False)
    limit = variant.limit(details)
    try:
        return None if limit is None else due(limit, start, calendar)
    except (OverflowError, ValueError):
        return (
            None  # a year that no calendar has: such a date is a mistake, and no act may fail by it
        )


def _fits(variant: Variant, details: dict[str, Any], facts: Sequence[Fact], place: int) -> bool:
    return not variant.when or any(_holds(one, details, facts, place) for one in variant.when)


def _holds(
    condition: Condition, details: dict[str, Any], facts: Sequence[Fact], place: int
) -> bool:
    before = {fact.act for fact in facts[:place]}
    after = {fact.act for fact in facts[place + 1 :]}
    return (
        all(_is(details.get(name), wanted) for name, wanted in condition.is_.items())
        and not any(_is(details.get(name), unwanted) for name, unwanted in condition.not_.items())
        and before.issuperset(condition.before)
        and after.issuperset(condition.after)
    )


def _is(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return value in wanted
    return type(value) is type(wanted) and bool(value == wanted)


def moment_of(value: Any, *, ends: bool = False) -> datetime | None:
    """Parse a detail that states a day or a moment (ISO 8601).

    Return None if it is neither, or a moment without a time zone. A day becomes its 0:00 in
    Vietnam, or its 24:00 with `ends`.
    """
    if isinstance(value, datetime):
        return value if value.tzinfo else None
    if isinstance(value, date):
        try:
            return end_of(value) if ends else start_of(value)
        except (OverflowError, ValueError):
            return None
    if not isinstance(value, str):
        return None
    try:
        if len(value) == len("2026-01-31"):
            return moment_of(date.fromisoformat(value), ends=ends)
        return moment_of(datetime.fromisoformat(value))
    except ValueError:
        return None


def _half(start: datetime, end: datetime) -> datetime:
    return start + (end - start) / 2


def _uuid(value: Any) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None


def extension_fault(
    facts: Sequence[Fact],
    rules: Sequence[Rule],
    rule_id: str,
    until: date,
    at: datetime,
    calendar: Calendar,
    subject: str | None = None,
) -> Text | None:
    """Return why this clock may not be extended, at `at`, to the end of `until`; None if it may."""
    rule = next((found for found in rules if found.id == rule_id), None)
    running = [
        clock
        for clock in (_of_rule(rule, facts, "", calendar) if rule else [])
        if clock.met_at is None and clock.moot_at is None and subject in (None, clock.subject)
    ]
    if rule is None or not running:
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
    most = _most(rule, facts, running[0], calendar)
    if most is not None and end > most:
        return Text(
            vi=f"Vượt quá thời hạn tối đa ({rule.citation.vi}).",
            en=f"This is more than the most that is allowed ({rule.citation.en}).",
        )
    return None


def _most(rule: Rule, facts: Sequence[Fact], clock: Clock, calendar: Calendar) -> datetime | None:
    """Return the latest end that extensions may reach; None if the rule sets none."""
    place = next(n for n, fact in enumerate(facts) if fact.act == clock.trigger_act)
    if clock.subject is not None:
        place = next(
            n
            for n, fact in enumerate(facts)
            if fact.act == clock.trigger_act and _subject(rule, fact) == clock.subject
        )
    details = _joined(rule, facts, place, clock.subject)
    for variant in rule.extension.max if rule.extension else []:
        if _fits(variant, details, facts, place) and (limit := variant.limit(details)):
            return due(limit, clock.trigger_at, calendar).at
    return None
