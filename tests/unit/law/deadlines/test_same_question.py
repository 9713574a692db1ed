"""A clock of a case links to the law book: the same question, and so the same last day."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from backend.law import books
from backend.law.deadlines import reckoning
from backend.law.deadlines import service as deadlines
from backend.law.rules.clocks import last_day_of
from backend.law.rules.counting import start_of
from backend.law.rules.limits import Condition, Event, Rule, Variant
from schemas.law.deadlines import Clock, Fact

BOOK = books.newest()
BEGAN = start_of(date(2026, 3, 4)) + timedelta(hours=9, minutes=17, seconds=40)
KNOWN = {
    "act_ended_on": "2026-02-20",
    "result_on": "2026-03-03",
    "received_on": "2026-03-05",
    "effective_on": "2026-03-06",
    "detected_on": "2026-03-02",
    "until": "2026-06-30",
    "due_on": "2026-03-20",
    "held_until": "2026-03-03",
    "signed_on": "2026-03-02",
}
"""What a case tells besides the conditions of a length."""


def answered(clock: Clock) -> str:
    """The last day, or for hours the minute, that the law book answers to a clock's question."""
    found = reckoning.answer(clock.asked, BOOK)
    assert found.refused is None, (clock.asked, found.refused)
    ends = found.result.get("ends") or found.result["last_day"]
    return ends[:10]


def one(value: Any) -> Any:
    """One of the values that a condition allows."""
    return value[0] if isinstance(value, list) else value


def played(rule: Rule, trigger: Event, condition: Condition, day: datetime) -> list[Fact]:
    """The acts of a case in which a condition of the rule holds."""
    names = {variant.from_ or variant.until for variant in rule.limits} - {None}
    details: dict[str, Any] = {name: KNOWN[name] for name in names if name}
    for wanted in (trigger, condition):
        details |= {name: one(value) for name, value in wanted.is_.items()}
    if rule.by:
        details[rule.by] = "one"
    before = [
        Fact(act=act, at=day - timedelta(days=2)) for act in trigger.before + condition.before
    ]
    after = [Fact(act=act, at=day + timedelta(days=1)) for act in trigger.after + condition.after]
    return [*before, Fact(act=trigger.act, at=day, details=details), *after]


def cases() -> Iterator[Any]:
    """Every length of every rule that a case starts, by each of its conditions."""
    for rule in deadlines.rules_of(BOOK):
        if not rule.triggers or rule.valid_to is not None:
            continue
        for place, trigger in enumerate(rule.triggers):
            lengths: list[Variant] = [*rule.limits, *(rule.extension.max if rule.extension else [])]
            conditions = [condition for length in lengths for condition in length.when]
            for number, condition in enumerate([Condition(), *conditions]):
                yield pytest.param(rule, trigger, condition, id=f"{rule.id}-{place}-{number}")


@pytest.mark.parametrize(("rule", "trigger", "condition"), list(cases()))
def test_each_length_of_each_rule_is_answered_with_the_same_last_day(
    rule: Rule, trigger: Event, condition: Condition
) -> None:
    facts = played(rule, trigger, condition, BEGAN)
    end = start_of(date(2026, 3, 31))
    stated = {"rule": rule.id, "until": "2026-04-29", "one": True} | (
        {rule.by: "one"} if rule.by else {}
    )
    moved = [*rule.extension.sets, *rule.extension.by] if rule.extension else []
    lives = [facts, *([*facts, Fact(act=act, at=end, details=stated)] for act in moved)]
    lives += [[*facts, Fact(act=again.act, at=end)] for again in rule.restarts]
    for life in lives:
        for clock in deadlines.clocks(life, BOOK, BEGAN):
            if clock.rule == rule.id:
                assert answered(clock) == last_day_of(clock.due_at).isoformat(), clock.asked


def test_a_clock_of_the_first_edition_asks_nothing() -> None:
    facts = [Fact(act="violation.recorded", at=BEGAN)]
    found = deadlines.clocks(facts, "2026-01-01", BEGAN)
    assert [one.asked for one in found] == [{}] * len(found) != []


def test_what_lengthened_the_time_to_decide_stands_in_its_question() -> None:
    facts = [
        Fact(
            act="violation.recorded",
            at=BEGAN,
            details={
                "complex_serious": True,
                "complex_facts": True,
                "complex_time": True,
                "act_ended_on": "2026-02-20",
                "law_field": "food",
                "statute_years": 1,
            },
        ),
        Fact(act="explanation.requested", at=BEGAN + timedelta(days=1)),
    ]
    asked = {one.rule: one.asked for one in deadlines.clocks(facts, BOOK, BEGAN)}
    assert asked["D12"] == {
        "rule": "D12",
        "start": "2026-03-04T09:17",
        "given": "explanation_asked+serious+complex+more_time",
    }
    assert asked["D19"] == {
        "rule": "D19",
        "start": "2026-02-20T00:00",
        "on": "2026-03-04",
        "field": "food",
        "statute_years": "1",
    }
