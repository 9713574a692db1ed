"""The law's time limits as everybody asks for them: the rules in force on a day, and the clocks that facts start."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path

import msgspec

from backend.law.catalogue import files as catalogue
from backend.law.rules import clocks as computing
from backend.law.rules import limit_words as words
from backend.law.rules import limits as law
from backend.law.rules.counting import Calendar
from schemas.core.problems import Text
from schemas.law.deadlines import Clock, Fact

DATA = Path(__file__).parent / "data"
_SETS = "rule_sets.json"


@cache
def rule_sets() -> list[law.RuleSet]:
    """Every day from which the rules were others, in order. Raises LawFault."""
    return law.read_sets((DATA / _SETS).read_bytes())


@cache
def _all_rules() -> list[law.Rule]:
    files = sorted(path for path in DATA.glob("*.json") if path.name != _SETS)
    return law.read_rules([path.read_bytes() for path in files], rule_sets())


def rule_set_at(day: date) -> str:
    """The id of the rules in force on a day: what a case keeps for good. Before the first set: the first."""
    past = [found.id for found in rule_sets() if found.day <= day]
    return past[-1] if past else rule_sets()[0].id


@cache
def rules_of(rule_set: str) -> tuple[law.Rule, ...]:
    """The rules of a set, each once. Raises KeyError for a set that there is none of."""
    day = next((found.day for found in rule_sets() if found.id == rule_set), None)
    if day is None:
        raise KeyError(rule_set)
    return tuple(rule for rule in _all_rules() if rule.in_force(day))


def rule(rule_set: str, rule_id: str) -> law.Rule:
    """One rule of a set, for its words and parameters. Raises KeyError."""
    found = next((one for one in rules_of(rule_set) if one.id == rule_id), None)
    if found is None:
        raise KeyError(rule_id)
    return found


@cache
def calendar() -> Calendar:
    """The days off and the Saturdays worked, of all years that are known."""
    return Calendar(catalogue.calendar())


def clocks(facts: Sequence[Fact], rule_set: str, now: datetime) -> list[Clock]:
    """The clocks of a case that keeps this rule set, at `now`, soonest end first."""
    watched = acts_of(rule_set)
    told = [fact for fact in facts if fact.act in watched]
    return computing.clocks(told, rule_set, rules_of(rule_set), calendar(), now)


@cache
def acts_of(rule_set: str) -> frozenset[str]:
    """Every act that some rule of the set looks at: drafts, notes and many others move no clock."""
    named = {act for one in rules_of(rule_set) for act in one.acts()}
    return frozenset(named | {computing.ARCHIVED, computing.REOPENED})


def moves_clocks(before: Sequence[Fact], after: Sequence[Fact], rule_set: str) -> bool:
    """Tell whether an act of a case may have moved a clock, from the facts before it and with it."""
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
    """What stands against extending a running clock to the end of `until`; None where nothing does."""
    return computing.extension_fault(
        facts, rules_of(rule_set), rule_id, until, at, calendar(), subject
    )


@cache
def fields() -> dict[str, str]:
    """The field of law of each family of behaviours."""
    found: dict[str, str] = msgspec.json.decode(
        (Path(__file__).parent / "fields.json").read_bytes(), type=dict[str, str]
    )
    return found


def words_of(rule_set: str, rule_id: str) -> tuple[Text, Text]:
    """Label and citation of a rule; its bare id where the data no longer have it."""
    try:
        found = rule(rule_set, rule_id)
    except KeyError:
        return Text(vi=rule_id, en=rule_id), Text(vi=rule_set, en=rule_set)
    return found.label, found.citation


end_words = words.end_words
rest_words = words.rest_words
limit_words = words.limit_words
