"""Conditions of the rules on time limits: whether they hold for an act among others. Pure."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from backend.core.local_time import day_of
from backend.law.rules.counting import end_of, start_of
from backend.law.rules.limits import Condition, Variant
from schemas.law.deadlines import Fact


def fits(variant: Variant, details: dict[str, Any], facts: Sequence[Fact], place: int) -> bool:
    """Tell whether a length applies to a clock that the act at `place` starts."""
    return not variant.when or any(holds(one, details, facts, place) for one in variant.when)


def holds(condition: Condition, details: dict[str, Any], facts: Sequence[Fact], place: int) -> bool:
    """Tell whether a condition holds for the act at `place` with these details."""
    said = all(_is(details.get(name), wanted) for name, wanted in condition.is_.items())
    if not said or any(_is(details.get(name), no) for name, no in condition.not_.items()):
        return False
    if not (condition.before or condition.after or condition.without or condition.since):
        return True
    before = {fact.act for fact in _since(facts[:place], condition)}
    after = {fact.act for fact in _since(facts[place + 1 :], condition)}
    named = condition.before or condition.after
    return (
        before.issuperset(condition.before)
        and after.issuperset(condition.after)
        and not any(fact.act in condition.without for fact in facts[:place])
        and (bool(named) or bool(_since(facts[place : place + 1], condition)))
    )


def _since(facts: Sequence[Fact], condition: Condition) -> Sequence[Fact]:
    if condition.since is None:
        return facts
    return [fact for fact in facts if day_of(fact.at) >= condition.since]


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


def days_of(value: Any) -> list[date]:
    """Return the days of a span that a detail states (`2026-03-04..2026-03-05`), both ends included.

    Return none if it states no span, or one of more than ten years.
    """
    try:
        first, last = (date.fromisoformat(day) for day in str(value).split(".."))
    except ValueError:
        return []
    count = (last - first).days + 1
    return [first + timedelta(days=day) for day in range(count)] if count <= 3660 else []
