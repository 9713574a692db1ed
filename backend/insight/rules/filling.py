"""What the columns of a report's table ask for, and what follows from two values. Pure.

A change is against the same period a year before. Percents are in tenths, rounded half away from zero.
"""

from collections.abc import Mapping
from datetime import date

from backend.insight.rules import periods
from backend.insight.rules.periods import Period
from schemas.insight.words import ColumnKind
from schemas.law.periods import PeriodKind

_CALENDAR = frozenset(
    {PeriodKind.CALENDAR_MONTH, PeriodKind.CALENDAR_QUARTER, PeriodKind.CALENDAR_YEAR}
)
_DERIVED: dict[ColumnKind, tuple[ColumnKind, ColumnKind]] = {
    ColumnKind.CHANGE: (ColumnKind.PERIOD, ColumnKind.YEAR_BEFORE),
    ColumnKind.CHANGE_PERCENT: (ColumnKind.PERIOD, ColumnKind.YEAR_BEFORE),
}


def asked(kind: ColumnKind) -> tuple[ColumnKind, ...]:
    """Return the columns whose values must be asked for to tell this one."""
    return _DERIVED.get(kind, (kind,))


def span(kind: ColumnKind, period: Period) -> Period:
    """Return the period that a column is about. Raises ValueError for one that is reckoned from others."""
    match kind:
        case ColumnKind.PERIOD:
            return period
        case ColumnKind.BEFORE:
            return periods.before(period)
        case ColumnKind.YEAR_BEFORE:
            return periods.year_before(period)
        case ColumnKind.YEAR_TO_DATE:
            return _year_to_date(period)
        case _:
            raise ValueError(kind)


def _year_to_date(period: Period) -> Period:
    """The reporting year begins on 15 December, the calendar's on 1 January."""
    year = PeriodKind.CALENDAR_YEAR if period.kind in _CALENDAR else PeriodKind.YEAR
    first: date = periods.containing(year, period.last).first
    return Period(kind=PeriodKind.DAYS, first=first, last=period.last)


def value(kind: ColumnKind, told: Mapping[ColumnKind, int | None]) -> int | None:
    """Return a column's value from those that were asked for; None if it cannot be told."""
    if kind not in _DERIVED:
        return told[kind]
    now, before = (told[one] for one in _DERIVED[kind])
    if now is None or before is None:
        return None
    return now - before if kind is ColumnKind.CHANGE else percent(now, before)


def percent(now: int, before: int) -> int | None:
    """Return by how many tenths of a percent a value changed; None if there is nothing to compare it with."""
    if before <= 0:
        return None
    change = now - before
    tenths = (2000 * abs(change) + before) // (2 * before)
    return tenths if change >= 0 else -tenths
