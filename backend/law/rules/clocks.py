"""Compute the clocks of a case from its acts. Pure.

Clocks are computed anew each time, so that they can never disagree with the acts.

An act starts the clocks of the rules that name it as a trigger. While a clock of a rule runs, the
same act does not start a second one: the first violation minutes count, which is the strictest
reading. The exceptions are rules that tell clocks apart by a detail (`Rule.by`: each seizure has its
own clock), and acts with which a clock begins anew (`Rule.restarts`). The limit is chosen with
everything that is known now. If the party asks later to explain itself, the time limit of the
decision, which is already running, becomes longer.
"""

from collections.abc import Container, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal, NamedTuple
from uuid import UUID

import msgspec

from backend.core.local_time import day_of
from backend.law.rules import same_question
from backend.law.rules.conditions import days_of, fits, holds, moment_of
from backend.law.rules.counting import Calendar, Due, due, start_of, unmoved
from backend.law.rules.limits import Event, Rule, Variant, by_id, span_on
from schemas.law.deadlines import Clock, ClockState, Fact, Limit

DAY = timedelta(hours=24)
_MOMENT = timedelta(microseconds=1)
ARCHIVED, REOPENED = "case.archived", "case.reopened"
"""No clock runs in a closed file.

Once it is reopened, its clocks run as if it had never been closed.
"""


class Run(NamedTuple):
    """The clocks of a case, and by what they run: rules, calendar, what was told, and with it what has passed."""

    rules: Sequence[Rule]
    calendar: Calendar
    told: Sequence[Fact]
    told_and_passed: Sequence[Fact]
    clocks: list[Clock]


def clocks(
    facts: Sequence[Fact],
    rule_set: str,
    rules: Sequence[Rule],
    calendar: Calendar,
    now: datetime,
    *,
    dated: bool = False,
) -> list[Clock]:
    """Return every clock of a case with its state at `now`, soonest end first.

    `facts` are the acts of the case in their order, `rules` those of its rule set. A rule whose
    trigger did not happen has no clock. `dated`: a rule may have several spans, and the one that was
    in force on the day of the trigger counts. Without it each rule has one span, which always counts.
    """
    happened = {fact.act for fact in facts}
    found = [
        clock
        for spans in by_id(rules)
        if any(event.act in happened for rule in spans for event in rule.triggers)
        for clock in of_rule(spans, facts, rule_set, calendar, dated=dated)
    ]
    return placed(bounded(found, rules), now)


def placed(found: Iterable[Clock], now: datetime) -> list[Clock]:
    """Return the clocks with their states at `now`, soonest end first."""
    known = [msgspec.structs.replace(clock, state=state_at(clock, now)) for clock in found]
    return sorted(known, key=lambda clock: (clock.due_at, clock.rule, clock.subject or ""))


def bounded(found: list[Clock], rules: Sequence[Rule]) -> list[Clock]:
    """Return the clocks, each ended at the latest with those that bound its rule (`Rule.within`)."""
    outer = {rule.id: rule for rule in rules if rule.within}
    if not outer:
        return found
    return [_within(one, outer[one.rule], found) if one.rule in outer else one for one in found]


def _within(clock: Clock, rule: Rule, found: Sequence[Clock]) -> Clock:
    cut = _not_after(clock, bound := bound_of(found, set(rule.within)))
    if bound is None or cut is clock or not clock.asked:
        return cut
    asked = clock.asked | same_question.bounded(rule, last_day_of(bound))
    return msgspec.structs.replace(cut, asked=asked)


def bound_of(found: Sequence[Clock], outer: Container[str]) -> datetime | None:
    """Return the earliest end of the clocks of these rules; None if there is none."""
    return min((other.due_at for other in found if other.rule in outer), default=None)


def _not_after(clock: Clock, bound: datetime | None) -> Clock:
    if bound is None or clock.due_at <= bound:
        return clock
    half = _half(min(clock.trigger_at, bound), bound)
    return msgspec.structs.replace(clock, due_at=bound, half_at=half)


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


def last_day_of(due_at: datetime) -> date:
    """Return the last day, in Vietnam, of a period that ends at this instant."""
    return day_of(due_at - _MOMENT)


@dataclass
class _Run:
    """A clock that runs: its place in the list, that of its trigger, its rule, its first beginning.

    `stated`: a document states its end.
    """

    at: int
    place: int
    rule: Rule
    began_at: datetime
    stated: bool = False


_Running = dict[str | None, _Run]


def of_rule(
    spans: Sequence[Rule],
    facts: Sequence[Fact],
    rule_set: str,
    calendar: Calendar,
    *,
    dated: bool = False,
) -> list[Clock]:
    """Return the clocks of one rule in the order in which they started, without their states."""
    by, moving = spans[0].by, {act for rule in spans for act in rule.moved_by()}
    running: _Running = {}
    found: list[Clock] = []
    runs: list[_Run] = []
    for place, fact in enumerate(facts):
        if fact.act not in moving and fact.act != ARCHIVED:
            continue
        subject = _subject(by, fact)
        for run in _ended("ends_with", facts, place, running, subject):
            found[run.at] = msgspec.structs.replace(found[run.at], met_at=fact.at)
        if fact.act == ARCHIVED and not any(one.act == REOPENED for one in facts[place + 1 :]):
            found, running = [_moot(one, fact) for one in found], {}
        for run in _ended("ends_moot", facts, place, running, subject):
            found[run.at] = msgspec.structs.replace(found[run.at], moot_at=fact.at)
        for run in _extended(fact, running, subject):
            stated = run.rule.extension is not None and fact.act in run.rule.extension.sets
            moved = _until(found[run.at], fact, stated=stated)
            run.stated, found[run.at] = run.stated or moved is not found[run.at], moved
        for run in _touched(running, subject):
            begun = _anew(found[run.at], run, facts, place, calendar)
            run.stated, found[run.at] = run.stated and begun is found[run.at], begun
        rule = span_on(spans, day_of(fact.at)) if dated else spans[0]
        if rule is None or subject in running:
            continue
        if any(_happened(event, facts, place) for event in rule.triggers):
            clock = _start(rule, facts, place, rule_set, calendar, subject)
            if clock is not None:
                runs.append(_Run(len(found), place, rule, clock.trigger_at))
                running[subject] = runs[-1]
                found.append(clock)
    return [_asked(found[run.at], run, facts) for run in runs] if dated else found


def _asked(clock: Clock, run: _Run, facts: Sequence[Fact]) -> Clock:
    """Return the clock with the question to which the law book answers its end."""
    details = joined(run.rule, facts, run.place, clock.subject)
    asked = same_question.asked(run.rule, facts, run.place, details, run.began_at, clock.trigger_at)
    if clock.limit is None or run.stated:
        asked |= same_question.stated(run.rule, last_day_of(clock.due_at))
    return msgspec.structs.replace(clock, asked=asked)


def _happened(event: Event, facts: Sequence[Fact], place: int) -> bool:
    fact = facts[place]
    return event.act == fact.act and holds(event, fact.details, facts, place)


def _anew(clock: Clock, run: _Run, facts: Sequence[Fact], place: int, calendar: Calendar) -> Clock:
    """Let a running clock begin again with this act, if the rule says so."""
    event = next((one for one in run.rule.restarts if _happened(one, facts, place)), None)
    if event is None:
        return clock
    again = _start(
        run.rule, facts, run.place, clock.rule_set, calendar, clock.subject, again=facts[place]
    )
    if again is None:
        return clock
    most = due(event.most, run.began_at, calendar).at if event.most else None
    again = _not_after(again, most)
    return again if again.due_at > clock.due_at else clock


def _moot(clock: Clock, fact: Fact) -> Clock:
    if clock.met_at is not None or clock.moot_at is not None:
        return clock
    return msgspec.structs.replace(clock, moot_at=fact.at)


def _subject(by: str | None, fact: Fact) -> str | None:
    value = fact.details.get(by) if by else None
    return None if value is None else str(value)


def _touched(running: _Running, subject: str | None) -> list[_Run]:
    """Return the clocks that an act is about: that of its subject, or all if it names none."""
    return [run for key, run in running.items() if subject is None or key == subject]


def _ended(
    how: Literal["ends_with", "ends_moot"],
    facts: Sequence[Fact],
    place: int,
    running: _Running,
    subject: str | None,
) -> list[_Run]:
    """Remove the clocks that this act ends from `running`, and return them."""
    ended = [
        run
        for run in _touched(running, subject)
        if any(_happened(event, facts, place) for event in getattr(run.rule, how))
    ]
    for key in [key for key, run in running.items() if run in ended]:
        del running[key]
    return ended


def _extended(fact: Fact, running: _Running, subject: str | None) -> list[_Run]:
    return [
        run
        for run in _touched(running, subject)
        if run.rule.extension is not None
        and fact.act in (*run.rule.extension.by, *run.rule.extension.sets)
        and (fact.act != "deadline.extended" or fact.details.get("rule") == run.rule.id)
    ]


def _until(clock: Clock, fact: Fact, *, stated: bool) -> Clock:
    """Move the end to the day that a document states.

    An earlier day changes nothing, except where the document states the end itself (`stated`).
    """
    until = moment_of(fact.details.get("until"), ends=True)
    if until is None or until <= (clock.trigger_at if stated else clock.due_at):
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
    *,
    again: Fact | None = None,
) -> Clock | None:
    """Return the clock that the act at `place` starts, or that begins again with a later act."""
    fact = facts[place]
    details = joined(rule, facts, place, subject)
    for variant in rule.limits:
        if not fits(variant, details, facts, place):
            continue
        if variant.instead is not None:
            return None
        stated = moment_of(details.get(variant.from_)) if variant.from_ else None
        if again is not None:  # such as a result that the party received on a day of its own
            stated = moment_of(again.details.get(variant.from_)) if variant.from_ else None
        start = stated or (again or fact).at
        end = _end(variant, details, start, calendar)
        if end is None:
            continue
        half = _half(start, end.at)
        if variant.alert is not None:
            half = start_of(last_day_of(due(variant.alert, start, calendar).at))
        return Clock(
            rule=rule.id,
            rule_set=rule_set,
            label=rule.label,
            citation=rule.citation,
            check=rule.check,
            limit=variant.limit(details),
            trigger_act=(again or fact).act,
            trigger_at=start,
            subject=subject,
            half_at=half,
            due_at=end.at,
            met_at=None,
            moot_at=None,
            state=ClockState.RUNNING,
            extended_by=None,
            calendar_undecided=end.undecided,
            lapses=rule.passing == "lapsed",
            watched=rule.watched,
            safe_day=_safe_day(rule, variant.limit(details), start, calendar),
        )
    return None


def _safe_day(rule: Rule, limit: Limit | None, start: datetime, calendar: Calendar) -> date | None:
    """Return the last day of a limitation period by the strictest reading: its first day counts, and no
    day off moves its end (Civil Code Art 151 is disputed)."""
    if not rule.limitation or limit is None:
        return None
    with suppress(OverflowError, ValueError):
        return unmoved(limit, start, calendar) - timedelta(days=1)
    return None


def joined(rule: Rule, facts: Sequence[Fact], place: int, subject: str | None) -> dict[str, Any]:
    """Join the details of the trigger (at `place`) and of acts in `details_from`; the later wins."""
    details: dict[str, Any] = {}
    for at, fact in enumerate(facts):
        named = fact.act in rule.details_from and _subject(rule.by, fact) in (None, subject)
        if at == place or named:
            details |= fact.details
    return details


def place_of(rule: Rule, facts: Sequence[Fact], clock: Clock) -> int:
    """Return the place of the act that started a clock, among the acts."""
    return next(
        n
        for n, fact in enumerate(facts)
        if fact.act == clock.trigger_act
        and (clock.subject is None or _subject(rule.by, fact) == clock.subject)
    )


def longest(rule: Rule, facts: Sequence[Fact], place: int, subject: str | None) -> Limit | None:
    """Return the greatest length to which a clock that started there can be extended, if any."""
    details = joined(rule, facts, place, subject)
    for variant in rule.extension.max if rule.extension else []:
        if fits(variant, details, facts, place) and (limit := variant.limit(details)):
            return limit
    return None


def _end(
    variant: Variant, details: dict[str, Any], start: datetime, calendar: Calendar
) -> Due | None:
    if variant.until is not None:
        stated = moment_of(details.get(variant.until), ends=True)
        return None if stated is None else Due(stated, False)
    limit = variant.limit(details)
    if variant.paused:
        calendar = calendar.without(days_of(details.get(variant.paused)))
    most = moment_of(details.get(variant.not_after), ends=True) if variant.not_after else None
    try:
        end = None if limit is None else due(limit, start, calendar)
        if end is not None and variant.then is not None:
            second = due(variant.then, end.at - _MOMENT, calendar)
            end = Due(second.at, end.undecided or second.undecided)
        return Due(most, end.undecided) if end and most and most < end.at else end
    except (OverflowError, ValueError):
        return (
            None  # a year that no calendar has: such a date is a mistake, and no act may fail by it
        )


def _half(start: datetime, end: datetime) -> datetime:
    return start + (end - start) / 2


def _uuid(value: Any) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None
