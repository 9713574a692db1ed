"""Reads the law's data about inspection plans, as it is in force on a day."""

from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from schemas.core.problems import Text
from schemas.law.plan_limits import OncePerYear, PlanLimit, PlanPeriod, PlanRules

_FILE = Path(__file__).parent / "rules.json"


@cache
def rules() -> PlanRules:
    """Return the whole file. Raises msgspec.ValidationError."""
    return msgspec.json.decode(_FILE.read_bytes(), type=PlanRules)


def limits_on(day: date) -> list[PlanLimit]:
    """Return the time limits of plans in force on a day."""
    return [
        one
        for one in rules().limits
        if one.valid_from <= day and (one.valid_to is None or day < one.valid_to)
    ]


def once_per_year_on(day: date) -> OncePerYear | None:
    """Return how often a subject may be planned in a year, by the rule of a day; None before any."""
    past = [one for one in rules().planned_once_per_year if one.valid_from <= day]
    return max(past, key=lambda one: one.valid_from, default=None)


def once_per_year() -> list[OncePerYear]:
    """Return all spans of that rule, the oldest first."""
    return sorted(rules().planned_once_per_year, key=lambda one: one.valid_from)


def period_of(kind: str, day: date) -> PlanPeriod | None:
    """Return between which days a plan of this kind is carried out; None where the law has none."""
    past = [one for one in rules().periods if kind in one.kinds and one.valid_from <= day]
    return max(past, key=lambda one: one.valid_from, default=None)


def words_of(rule: str) -> tuple[Text, Text] | None:
    """Return a limit's label and citation; None for a rule that is none of these."""
    return next(((one.label, one.citation) for one in rules().limits if one.id == rule), None)
