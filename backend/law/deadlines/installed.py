"""The rules on time limits of this installation, read once from its data files.

Depends on no table and no clock. The first edition has one span of each rule for each of its three
rule sets. A later edition has all spans of each rule.
"""

from functools import cache
from pathlib import Path

from backend.law import books
from backend.law.catalogue import files as catalogue
from backend.law.rules import limit_reading
from backend.law.rules import limits as law
from backend.law.rules.counting import Calendar

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


@cache
def calendar() -> Calendar:
    """Return the days off and the worked Saturdays of all years that the data has."""
    return Calendar(catalogue.calendar())
