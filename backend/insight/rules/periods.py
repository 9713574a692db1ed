"""Periods of reports and of statistics, as days in Vietnam. Pure.

The force's own reports run from Thursday to Wednesday, and from the 15th to the 14th (Circular 55/2020 Arts 8, 9;
Decree 09/2019 Art 12); the yearly report of sanctions from 15 December to 14 December (Decree 118/2021 Art 35). The
calendar's periods are for statistics alone.
"""

from datetime import date, timedelta

import msgspec

from schemas.law.periods import PeriodKind

_DAY = timedelta(days=1)
_CUT = 15
_THURSDAY = 3


_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
    PeriodKind.CALENDAR_MONTH: 1,
    PeriodKind.CALENDAR_QUARTER: 3,
    PeriodKind.CALENDAR_YEAR: 12,
}
_CALENDAR = frozenset(
    {PeriodKind.CALENDAR_MONTH, PeriodKind.CALENDAR_QUARTER, PeriodKind.CALENDAR_YEAR}
)


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """A period, both days inclusive."""

    kind: PeriodKind
    first: date
    last: date


def containing(kind: PeriodKind, day: date) -> Period:
    """Return the period of a kind in which a day lies.

    Nine months of a year end on 14 September; a day after that lies in none. Raises ValueError then, and for DAYS.
    """
    if kind is PeriodKind.DAYS:
        raise ValueError("any two days have no order")
    if kind is PeriodKind.WEEK:
        first = day - timedelta(days=(day.weekday() - _THURSDAY) % 7)
        return Period(kind=kind, first=first, last=first + timedelta(days=6))
    year, month = _reporting_month(kind, day)
    length = _MONTHS[kind]
    begins = (month - 1) // length * length + 1
    if begins + length - 1 > 12 or not begins <= month < begins + length:
        raise ValueError(f"{day} lies in no period of this kind")
    return _from(kind, year, begins, length)


def _reporting_month(kind: PeriodKind, day: date) -> tuple[int, int]:
    """Return the month by which a day is reported: from the 15th on the next one."""
    if kind in _CALENDAR or day.day < _CUT:
        return day.year, day.month
    after = day.replace(day=28) + timedelta(days=4)
    return after.year, after.month


def _from(kind: PeriodKind, year: int, month: int, length: int) -> Period:
    if kind in _CALENDAR:
        first = date(year, month, 1)
        return Period(kind=kind, first=first, last=_plus(first, length) - _DAY)
    first = _plus(date(year, month, _CUT), -1)
    return Period(kind=kind, first=first, last=_plus(first, length) - _DAY)


def _plus(day: date, months: int) -> date:
    at = day.year * 12 + day.month - 1 + months
    return day.replace(year=at // 12, month=at % 12 + 1)


def before(period: Period) -> Period:
    """Return the period of the same kind right before; of days, as many days before."""
    end = period.first - _DAY
    if period.kind is PeriodKind.DAYS:
        return Period(kind=period.kind, first=end - (period.last - period.first), last=end)
    if period.kind is PeriodKind.NINE_MONTHS:
        return year_before(period)
    return containing(period.kind, end)


def year_before(period: Period) -> Period:
    """Return the same period a year before: of weeks, 52 weeks before; 29 February becomes the 28th."""
    if period.kind is PeriodKind.WEEK:
        back = timedelta(weeks=52)
        return Period(kind=period.kind, first=period.first - back, last=period.last - back)
    if period.kind is PeriodKind.DAYS:
        first, last = _year_less(period.first), _year_less(period.last)
        return Period(kind=period.kind, first=first, last=last)
    first = _plus(period.first, -12)
    return Period(kind=period.kind, first=first, last=_plus(first, _MONTHS[period.kind]) - _DAY)


def _year_less(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
