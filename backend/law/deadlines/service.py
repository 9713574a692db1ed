"""The service for time limits: the rules of a rule set, and the clocks that facts start.

The first edition has one span of each rule for each of its three rule sets. A later edition has all
spans of each rule: that counts which was in force on the day of the clock's trigger.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from backend.core import clock as core_clock
from backend.law import books
from backend.law.catalogue import files as catalogue
from backend.law.rules import clocks as computing
from backend.law.rules import extending, limit_reading, reckoned_steps, reckoning
from backend.law.rules import limit_words as words
from backend.law.rules import limits as law
from backend.law.rules.counting import Calendar
from backend.law.rules.reckoned_words import refused_words
from backend.law.rules.reckoning import NotReckoned
from schemas.core.problems import Text
from schemas.law.deadlines import Clock, Fact
from schemas.law.reckoning import ReckonedStep

DATA = Path(__file__).parent / "data"
EDITIONS = Path(__file__).parent / "editions"
_SETS = "rule_sets.json"


@cache
def rule_sets() -> list[law.RuleSet]:
    """Return every rule set, in order: each begins on a day on which rules changed.

    Raises LawFault.
    """
    return limit_reading.read_sets((DATA / _SETS).read_bytes())


@cache
def _all_rules() -> list[law.Rule]:
    files = sorted(path for path in DATA.glob("*.json") if path.name != _SETS)
    return limit_reading.read_rules([path.read_bytes() for path in files], rule_sets())


@cache
def _edition(book: str) -> tuple[law.Rule, ...]:
    files = sorted((EDITIONS / book).glob("*.json"))
    return tuple(limit_reading.read_edition(path.read_bytes() for path in files))


def is_dated(rule_set: str) -> bool:
    """Tell whether a rule of the set may have several spans: all editions but the first."""
    return books.book_of(rule_set) != books.FIRST


def rule_set_at(day: date) -> str:
    """Return the id of the rule set in force on a day; the first one for earlier days.

    A case keeps its rule set for good.
    """
    past = [found.id for found in rule_sets() if found.day <= day]
    return past[-1] if past else rule_sets()[0].id


@cache
def rules_of(rule_set: str) -> tuple[law.Rule, ...]:
    """Return the rules of a set; in a later edition all spans of each, in order.

    Raises KeyError if there is no such set.
    """
    if is_dated(rule_set):
        return _edition(books.book_of(rule_set))
    day = next((found.day for found in rule_sets() if found.id == rule_set), None)
    if day is None:
        raise KeyError(rule_set)
    return tuple(rule for rule in _all_rules() if rule.in_force(day))


def rule(rule_set: str, rule_id: str, on: date | None = None) -> law.Rule:
    """Return one rule of a set, for its words and parameters: its span on a day, or the last one.

    Raises KeyError.
    """
    spans = [one for one in rules_of(rule_set) if one.id == rule_id]
    found = law.span_on(spans, on) if on and is_dated(rule_set) else None
    if not spans:
        raise KeyError(rule_id)
    return found or spans[-1]


@cache
def calendar() -> Calendar:
    """Return the days off and the worked Saturdays of all years that the data has."""
    return Calendar(catalogue.calendar())


def clocks(facts: Sequence[Fact], rule_set: str, now: datetime) -> list[Clock]:
    """Return the clocks of a case with this rule set, as of `now`, soonest end first."""
    watched = acts_of(rule_set)
    told = [fact for fact in facts if fact.act in watched]
    dated = is_dated(rule_set)
    return computing.clocks(told, rule_set, rules_of(rule_set), calendar(), now, dated=dated)


@cache
def acts_of(rule_set: str) -> frozenset[str]:
    """Return every act that a rule of the set looks at.

    Drafts, notes and many others move no clock.
    """
    named = {act for one in rules_of(rule_set) for act in one.acts()}
    return frozenset(named | {computing.ARCHIVED, computing.REOPENED})


def moves_clocks(before: Sequence[Fact], after: Sequence[Fact], rule_set: str) -> bool:
    """Tell whether an act of a case may have moved a clock.

    `before` are the facts without the act, `after` those with it.
    """
    watched = acts_of(rule_set)
    return sum(fact.act in watched for fact in before) != sum(fact.act in watched for fact in after)


def extension_fault(
    facts: Sequence[Fact],
    rule_set: str,
    rule_id: str,
    until: date,
    at: datetime,
    subject: str | None = None,
) -> Text | None:
    """Return why a running clock may not be extended to the end of `until`; None if it may."""
    return extending.extension_fault(
        facts,
        rules_of(rule_set),
        rule_id,
        until,
        at,
        calendar(),
        subject,
        dated=is_dated(rule_set),
    )


@cache
def fields() -> dict[str, str]:
    """Return the field of law of each family of behaviours."""
    found: dict[str, str] = msgspec.json.decode(
        (Path(__file__).parent / "fields.json").read_bytes(), type=dict[str, str]
    )
    return found


def words_of(rule_set: str, rule_id: str) -> tuple[Text, Text]:
    """Return a rule's label and citation; the bare ids if the data no longer has the rule."""
    try:
        found = rule(rule_set, rule_id)
    except KeyError:
        return Text(vi=rule_id, en=rule_id), Text(vi=rule_set, en=rule_set)
    return found.label, found.citation


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A time limit that was reckoned without a case.

    `clock` is the same as a case's; it is None where nothing is counted (due at once, no limit).
    `result` has the names of a lawyer's cases: `last_day`, `ends`, `length`, `most_day`, `safe_day`, …
    """

    rule: law.Rule
    given: dict[str, str]
    clock: Clock | None
    result: dict[str, str]
    steps: list[ReckonedStep]


def reckon(
    rule_id: str,
    start: date | datetime,
    given: Mapping[str, Any] | Iterable[str] = (),
    on: date | None = None,
    *,
    book: str | None = None,
    now: datetime | None = None,
) -> Answer:
    """Reckon a time limit that begins on a day, or at a moment, with the engine of the clocks.

    `given` maps the ids of the rule's questions (`Rule.asks`) to answers, or names those that are
    true. `step` names a step of a longer proceeding (`D28` has many). The law of `on` counts, which
    is the day of the start if it is not given. Raises NotReckoned with what is missing or wrong.
    """
    answers = dict(given) if isinstance(given, Mapping) else dict.fromkeys(given, True)
    step = answers.pop("step", None)
    rules = rules_of(book or books.newest())
    day = on or reckoning.law_day(start)
    found = _span(rules, rule_id, str(step) if step else None, day)
    one = reckoning.reckon(
        found,
        reckoning.day_of_start(start),
        answers,
        rules,
        calendar(),
        now or core_clock.now(),
    )
    return Answer(
        rule=found,
        given=one.given,
        clock=one.clock,
        result=one.result(),
        steps=reckoned_steps.steps(one),
    )


def _span(rules: Sequence[law.Rule], rule_id: str, step: str | None, day: date) -> law.Rule:
    own = [one for one in rules if one.id == rule_id]
    if step is not None and not any(one.step == step for one in own):
        own = [one for one in rules if one.id == f"{rule_id}.{step}"]
    if not own:
        steps = sorted(one.step for one in rules if one.step and one.id.startswith(rule_id))
        raise NotReckoned(refused_words("unknown", name=step or rule_id, known=steps))
    found = law.span_on(own, day)
    if found is None:
        raise NotReckoned(refused_words("no_law", name=rule_id, known=[day.isoformat()]))
    return found


end_words = words.end_words
rest_words = words.rest_words
limit_words = words.limit_words
