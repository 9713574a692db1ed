"""Which days a dashboard compares, and how its sums become figures. Pure.

A period that is not over is compared with the same days of last year, not with all of last year's period: else every
running month would look like a decline.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol

import msgspec

from backend.insight.rules import evaluating, halves, periods
from backend.insight.rules.evaluating import Told
from backend.insight.rules.periods import Period
from schemas.insight.definitions import FigureDefinition
from schemas.law.periods import PeriodKind

MONTHS = 12
_DAY = timedelta(days=1)
KINDS = tuple(one for one in PeriodKind if one not in (PeriodKind.WEEK, PeriodKind.DAYS))
"""Periods that are made of whole half months, of which sums are kept."""
_CALENDAR = frozenset(
    {PeriodKind.CALENDAR_MONTH, PeriodKind.CALENDAR_QUARTER, PeriodKind.CALENDAR_YEAR}
)


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """The days of a dashboard."""

    period: Period
    until: date
    """Its last day that has come; its last if none has."""
    before: Period
    """The same period a year before."""
    until_before: date
    """The day of last year that `until` is compared with."""
    months: list[Period]
    """Twelve months up to the period's end."""

    @property
    def begins(self) -> date:
        """The first day of the twelve months before those."""
        return periods.year_before(self.months[0]).first

    @property
    def whole_until(self) -> date:
        """The day up to which half months of last year begin that are compared whole."""
        return self.edge[0] - _DAY if self.edge else self.until_before

    @property
    def edge(self) -> tuple[date, date] | None:
        """The days of last year after those, if it is compared up to the middle of a half month."""
        days = halves.parts(self.before.first, self.until_before).days
        return days[-1] if days else None


def days(period: Period, today: date) -> Days:
    """Return the days of a dashboard about a period of KINDS."""
    before = periods.year_before(period)
    running = period.first <= today < period.last
    return Days(
        period=period,
        until=today if running else period.last,
        before=before,
        until_before=_year_less(today) if running else before.last,
        months=_months(period),
    )


def _months(period: Period) -> list[Period]:
    calendar = period.kind in _CALENDAR
    kind = PeriodKind.CALENDAR_MONTH if calendar else PeriodKind.MONTH
    found = [periods.containing(kind, period.last)]
    while len(found) < MONTHS:
        found.append(periods.before(found[-1]))
    return found[::-1]


def _year_less(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


class Dated(Told, Protocol):
    """A sum, and on which day what it sums begins."""

    @property
    def starts_on(self) -> date:
        """First day of its half month."""


def value(figure: FigureDefinition, sums: Iterable[Dated], first: date, last: date) -> int | None:
    """Return a figure of what happened from first to last. Sums that begin in these days count whole."""
    return evaluating.value(figure, [one for one in sums if first <= one.starts_on <= last])


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a whole, now and a year before."""

    key: str
    now: int
    before: int


def shares(
    now: Mapping[str, int], before: Mapping[str, int], order: Sequence[str] | None = None
) -> list[Share]:
    """Return parts in an order, or the greatest first; those of which there was nothing are left out then."""
    keys = order or sorted({*now, *before}, key=lambda one: (-now.get(one, 0), one))
    found = [Share(key=one, now=now.get(one, 0), before=before.get(one, 0)) for one in keys]
    return found if order else [one for one in found if one.now or one.before]
