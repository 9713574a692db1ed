"""The service for time limits: the rules of a rule set, and the clocks that facts start.

In the first edition a rule set has one span of each rule. In a later one that span counts which was
in force on the day of the clock's trigger.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path

import msgspec

from backend.law.deadlines import others
from backend.law.deadlines.installed import calendar, is_dated, rule_sets, rules_of
from backend.law.deadlines.reckoning import answer, reckon, statute_details, statute_end
from backend.law.rules import clocks as computing
from backend.law.rules import extending, passing
from backend.law.rules import limit_words as words
from backend.law.rules import limits as law
from backend.law.rules.clocks import Run
from backend.law.rules.reckoning import NotReckoned
from schemas.core.problems import Text
from schemas.law.deadlines import Clock, Fact


def rule_set_at(day: date) -> str:
    """Return the id of the rule set in force on a day; the first one for earlier days.

    A case keeps its rule set for good.
    """
    past = [found.id for found in rule_sets() if found.day <= day]
    return past[-1] if past else rule_sets()[0].id


def rule(rule_set: str, rule_id: str, on: date | None = None) -> law.Rule:
    """Return one rule of a set, for its words and parameters: its span on a day, or the last one.

    Raises KeyError.
    """
    spans = [one for one in rules_of(rule_set) if one.id == rule_id]
    found = law.span_on(spans, on) if on and is_dated(rule_set) else None
    if not spans:
        raise KeyError(rule_id)
    return found or spans[-1]


def clocks(facts: Sequence[Fact], rule_set: str, now: datetime) -> list[Clock]:
    """Return the clocks of a case with this rule set, as of `now`, soonest end first."""
    return run(watched(facts, rule_set), rule_set, now).clocks


def watched(facts: Iterable[Fact], rule_set: str) -> list[Fact]:
    """Return the facts by which clocks of this rule set may run."""
    named = acts_of(rule_set)
    return [fact for fact in facts if fact.act in named]


def run(told: Sequence[Fact], rule_set: str, now: datetime, before: Run | None = None) -> Run:
    """Return the clocks that watched facts run, as of `now`.

    `before` is what the same facts ran at another moment. By the same rules only the states of its clocks depend on the
    moment, and on which ends have passed: while those are the same, nothing is counted again.
    """
    rules, days, dated = rules_of(rule_set), calendar(), is_dated(rule_set)
    every = passing.with_passed(told, rule_set, rules, days, now, dated=dated)
    same = before is not None and before.rules is rules and before.calendar is days
    if before is not None and same and before.told_and_passed == every:
        return before._replace(clocks=computing.placed(before.clocks, now))
    found = computing.clocks(every, rule_set, rules, days, now, dated=dated)
    return Run(rules, days, told, every, found)


@cache
def acts_of(rule_set: str) -> frozenset[str]:
    """Return every act that a rule of the set looks at.

    Drafts, notes and many others move no clock.
    """
    named = {act for one in rules_of(rule_set) for act in one.acts()}
    return frozenset(named | {computing.ARCHIVED, computing.REOPENED})


def moves_clocks(before: Sequence[Fact], after: Sequence[Fact], rule_set: str) -> bool:
    """Tell whether an act of a case may have moved a clock.

    `before` are the facts without the act, `after` those with it. An act may add a fact and take another
    back, so that their number says nothing.
    """
    watched = acts_of(rule_set)
    return [one for one in before if one.act in watched] != [
        one for one in after if one.act in watched
    ]


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
    """Return a limit's label and citation; the bare ids if the data no longer has the rule."""
    if rule_id in others.NAMES:
        return others.NAMES[rule_id]
    try:
        found = rule(rule_set, rule_id)
    except KeyError:
        return Text(vi=rule_id, en=rule_id), Text(vi=rule_set, en=rule_set)
    return found.label, found.citation


end_words = words.end_words
rest_words = words.rest_words
limit_words = words.limit_words

__all__ = [
    "NotReckoned",
    "acts_of",
    "answer",
    "calendar",
    "clocks",
    "end_words",
    "extension_fault",
    "fields",
    "is_dated",
    "limit_words",
    "moves_clocks",
    "reckon",
    "rest_words",
    "rule",
    "rule_set_at",
    "rule_sets",
    "rules_of",
    "run",
    "statute_details",
    "statute_end",
    "watched",
    "words_of",
]
