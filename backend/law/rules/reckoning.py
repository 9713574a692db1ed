"""Reckoning one time limit without a case: the same engine on facts that a person gives. Pure.

Each rule says what a person may give (`Rule.asks`) and how the engine takes it: as a detail of the
trigger, or as an act before or after it. So the reckoner can differ from no case's clock.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from backend.core.local_time import VIETNAM, day_of
from backend.law.rules import clocks as computing
from backend.law.rules.conditions import days_of, fits
from backend.law.rules.counting import Calendar, due, start_of, unmoved
from backend.law.rules.extending import furthest
from backend.law.rules.limits import Ask, Event, Rule, Variant, by_id
from backend.law.rules.reckoned_words import refused_words
from backend.law.rules.same_question import UNTIL, until_ask
from schemas.core.problems import Text
from schemas.law.deadlines import Clock, Fact, Limit

BEGUN = "reckoned"
"""Stands for the beginning of a rule that no act of a case tells."""
_MOMENT = timedelta(microseconds=1)
Given = Mapping[str, Any]


class NotReckoned(ValueError):
    """It cannot be reckoned with these facts. `text` says why, and what to give."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Reckoned(msgspec.Struct, frozen=True, kw_only=True):
    """One time limit as it was reckoned, with what its steps need.

    `instead` stands in place of a clock: it is due at once, has no limit, or ends with the fine's
    payment. `most_at` is how far extensions may reach, `unmoved` the last day before it moves from a
    day off, `alert_at` the end by the shorter reading, `decide_at` that of the step that follows.
    """

    rule: Rule
    variant: Variant
    start: datetime
    given: dict[str, str]
    clock: Clock | None
    instead: str | None = None
    most_at: datetime | None = None
    most: Limit | None = None
    unmoved: date | None = None
    alert_at: datetime | None = None
    decide_at: datetime | None = None
    calendar: Calendar

    @property
    def safe_day(self) -> date | None:
        """One day before the end of a limitation period, which relies on no move (BLDS Art 151)."""
        if not self.rule.limitation or self.unmoved is None:
            return None
        return self.unmoved - timedelta(days=1)

    def result(self) -> dict[str, str]:
        """Return the result by the names that a lawyer's cases expect."""
        if self.instead == "fine_paid":
            return {"none": "yes", "until": "fine_paid"}
        if self.instead is not None:
            return {self.instead: "yes"}
        if self.clock is None:
            return {}
        found = _end_of(self.clock, at_least=self.rule.at_least)
        if self.clock.limit is not None:
            found["length"] = f"{self.clock.limit.count}{self.clock.limit.unit}"
        if self.most_at is not None and self.most is not None and self.most.unit == "h":
            found["most_ends"] = _minute(self.most_at)
        elif self.most_at is not None:
            found["most_day"] = computing.last_day_of(self.most_at).isoformat()
        for name, at in (("alert_day", self.alert_at), ("decide_by", self.decide_at)):
            if at is not None:
                found[name] = computing.last_day_of(at).isoformat()
        if self.safe_day is not None:
            found["safe_day"] = self.safe_day.isoformat()
        return found


def _end_of(clock: Clock, *, at_least: bool) -> dict[str, str]:
    last = computing.last_day_of(clock.due_at).isoformat()
    if at_least:
        return {"not_before": last}
    if clock.limit is not None and clock.limit.unit == "h":
        return {"ends": _minute(clock.due_at)}
    return {"last_day": last}


def _minute(at: datetime) -> str:
    return at.astimezone(VIETNAM).strftime("%Y-%m-%dT%H:%M")


def reckon(
    rule: Rule,
    start: datetime,
    given: Given,
    rules: Sequence[Rule],
    calendar: Calendar,
    now: datetime,
) -> Reckoned:
    """Reckon a time limit from `start`, by the span `rule` of the edition `rules`.

    `given` are answers to the rule's questions by id, and to `until`: the last day that a document
    states, where one may extend the time or set its end. Acts after the trigger that name no day of
    their own are placed at `now`, or right after the start if that is later. Raises NotReckoned.
    """
    if not rule.limits:
        raise NotReckoned(refused_words("no_length", note=rule.note))
    answers = _answers(rule, given)
    ready = rule if rule.triggers else _begun(rule)
    facts, place = _facts(ready, start, answers, now)
    details = computing.joined(ready, facts, place, _subject(ready, facts[place]))
    variant = next(one for one in ready.limits if fits(one, details, facts, place))
    told = {ask.id: str(value) for ask, value in answers}
    if variant.instead is not None:
        return Reckoned(
            rule=rule, variant=variant, start=start, given=told, clock=None,
            instead=variant.instead, calendar=calendar,
        )  # fmt: skip
    clock = _clock(ready, facts, rules, calendar)
    if variant.paused and (spans := details.get(variant.paused)):
        calendar = calendar.without(days_of(spans))
    most_at = furthest((ready,), facts, clock, rules, calendar)
    stated = any(ask.id == UNTIL for ask, _ in answers)
    if most_at is not None and not stated and any(ask.extends for ask, _ in answers):
        clock = _extended(ready, clock, facts, place, most_at)
    decide = next((one for one in rules if one.id == f"{rule.id}.decide"), None)
    return Reckoned(
        rule=rule,
        variant=variant,
        start=start,
        given=told,
        clock=msgspec.structs.replace(clock, state=computing.state_at(clock, now)),
        most_at=most_at,
        most=computing.longest(ready, facts, place, clock.subject),
        unmoved=_unmoved(clock, calendar),
        alert_at=due(variant.alert, clock.trigger_at, calendar).at if variant.alert else None,
        decide_at=_decided(decide, start, given, rules, calendar, now),
        calendar=calendar,
    )


def _begun(rule: Rule) -> Rule:
    return msgspec.structs.replace(rule, triggers=[Event(act=BEGUN)])


def _subject(rule: Rule, fact: Fact) -> str | None:
    return None if rule.by is None else fact.details.get(rule.by)


def _answers(rule: Rule, given: Given) -> list[tuple[Ask, Any]]:
    until = until_ask(rule)
    known = ({until.id: until} if until else {}) | {ask.id: ask for ask in rule.asks}
    found: list[tuple[Ask, Any]] = []
    for name, value in given.items():
        ask = known.get(name)
        if ask is None:
            raise NotReckoned(refused_words("unknown", name=name, known=sorted(known)))
        if ask.choices and str(value) not in ask.choices:
            raise NotReckoned(refused_words("choice", name=name, known=sorted(ask.choices)))
        try:
            answer = _read(ask, value)
        except ValueError as error:
            raise NotReckoned(refused_words(ask.kind, name=name)) from error
        if answer is not None:
            found.append((ask, answer))
    return found


def _read(ask: Ask, value: Any) -> Any:
    """Return an answer as the engine takes it; None for a no. Raises ValueError."""
    if ask.kind == "flag":
        return True if value in (True, "yes", "true", "1", "") else None
    if ask.kind == "number":
        return int(value)
    if ask.kind == "day":
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    if ask.kind == "days":
        days = str(value).split("+") if isinstance(value, str) else value
        return sorted(date.fromisoformat(str(day)) for day in days)
    if ask.kind == "span" and not days_of(value):
        raise ValueError(value)
    return value if ask.kind == "code" else _choice(str(value))


def _choice(value: str) -> Any:
    return int(value) if value.isdigit() else value


def _facts(
    rule: Rule, start: datetime, answers: list[tuple[Ask, Any]], now: datetime
) -> tuple[list[Fact], int]:
    """Return the acts that these answers mean, in order, and the place of the trigger."""
    trigger = rule.triggers[0]
    details: dict[str, Any] = {name: _one(value) for name, value in trigger.is_.items()}
    if rule.by is not None:
        details[rule.by] = BEGUN
    days = {ask.id: value for ask, value in answers if ask.kind == "day"}
    others = [Fact(act=act, at=start - _MOMENT) for act in trigger.before]
    later = max(now, start + _MOMENT)
    others += [Fact(act=act, at=later) for act in trigger.after]
    for ask, value in answers:
        if ask.detail is not None:
            details[ask.detail] = _detail(ask, value)
        if ask.id == UNTIL and ask.act is not None:
            document = {"rule": rule.id, "until": value.isoformat()}
            others.append(Fact(act=ask.act, at=start + _MOMENT, details=document))
        elif ask.act is not None:
            at = days.get(ask.at) if ask.at else None
            if ask.at is not None and at is None:
                raise NotReckoned(refused_words("needs", name=ask.id, known=[ask.at]))
            moments = _moments(ask, at or value, start, later)
            others += [Fact(act=ask.act, at=moment, details=ask.details) for moment in moments]
    began = Fact(act=trigger.act, at=start, details=details)
    facts = sorted([began, *others], key=lambda fact: fact.at)
    return facts, next(place for place, fact in enumerate(facts) if fact is began)


def _one(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


def _detail(ask: Ask, value: Any) -> Any:
    if ask.kind == "days":
        return value[-1].isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return ask.value if ask.kind == "flag" else value


def _moments(ask: Ask, value: Any, start: datetime, later: datetime) -> list[datetime]:
    if isinstance(value, date):
        return [start_of(value)]
    if isinstance(value, list):
        return [start_of(day) for day in value]
    return [start - _MOMENT if ask.before else later]


def _clock(rule: Rule, facts: list[Fact], rules: Sequence[Rule], calendar: Calendar) -> Clock:
    others = [
        one
        for spans in by_id(rules)
        if spans[0].id in rule.within
        for one in computing.of_rule(spans, facts, rule.id, calendar, dated=True)
    ]
    own = computing.of_rule((rule,), facts, "", calendar)
    if not own:
        raise NotReckoned(refused_words("no_end", note=rule.note))
    return computing.bounded([own[-1], *others], [rule])[0]


def _extended(rule: Rule, clock: Clock, facts: list[Fact], place: int, most_at: datetime) -> Clock:
    limit = computing.longest(rule, facts, place, clock.subject)
    return msgspec.structs.replace(clock, due_at=most_at, limit=limit)


def _unmoved(clock: Clock, calendar: Calendar) -> date | None:
    if clock.limit is None:
        return None
    last = computing.last_day_of(clock.due_at)
    return min(unmoved(clock.limit, clock.trigger_at, calendar), last)


def _decided(
    decide: Rule | None,
    start: datetime,
    given: Given,
    rules: Sequence[Rule],
    calendar: Calendar,
    now: datetime,
) -> datetime | None:
    if decide is None:
        return None
    found = reckon(decide, start, given, rules, calendar, now).clock
    return found.due_at if found else None


def day_of_start(start: date | datetime) -> datetime:
    """Return a start as a moment: a day is its 0:00 in Vietnam, a moment without a zone is there."""
    if isinstance(start, datetime):
        return start if start.tzinfo else start.replace(tzinfo=VIETNAM)
    return start_of(start)


def law_day(start: date | datetime) -> date:
    """Return the day, in Vietnam, whose law counts for a start."""
    return day_of(day_of_start(start))
