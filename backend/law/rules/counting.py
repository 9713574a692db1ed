"""Counting a time limit: pure arithmetic on the calendar of Vietnam.

Sources: Law on Handling Administrative Violations, Art 8 (which refers to the Civil Code, and counts working days where
a provision says so); Civil Code 2015, Arts 147 and 148; Labour Code 2019, Arts 111 and 112 (days off).

- The day of the trigger is not counted (Civil Code Art 147.2).
- Days: the period ends with its last day. Months and years: it ends with the corresponding day of
  the last month, or with that month's last day if there is no such day (Art 148.3, 148.4).
- If the last day of such a period is a day off, the period ends with the next working day (Art
  148.5).
- Working days: days off are not counted. Saturdays worked in exchange for a day off are.
- The period ends at 24:00 of its last day in Vietnam (Art 148.6), kept as that instant in UTC.
- Hours run by the clock, through nights and holidays. No provision says otherwise; the rule's
  `check` note says so.
"""

import calendar as months
from collections.abc import Iterable
from copy import copy
from datetime import UTC, date, datetime, time, timedelta

import msgspec

from backend.core.local_time import VIETNAM, day_of
from schemas.law.catalogue import CalendarYear, Holiday
from schemas.law.deadlines import Limit

_SATURDAY = 5


class Calendar:
    """Which days are working days.

    An unknown year has only week-ends off, and counts as undecided.
    """

    def __init__(self, years: Iterable[CalendarYear]) -> None:
        known = list(years)
        self._names = {one.date: one for year in known for one in year.holidays}
        self._off = frozenset(holiday.date for year in known for holiday in year.holidays)
        self._made_up = frozenset(day for year in known for day in year.working_days)
        self._decided = frozenset(year.year for year in known if year.decided)

    def without(self, days: Iterable[date]) -> "Calendar":
        """Return a calendar on which these days count as days off too."""
        other = copy(self)
        other._off = self._off | set(days)
        other._made_up = self._made_up - set(days)
        return other

    def holiday(self, day: date) -> Holiday | None:
        """Return the holiday of a day, with its names; None for other days and for weekends."""
        return self._names.get(day)

    def made_up(self, day: date) -> bool:
        """Tell whether it is a day of a weekend that is worked in exchange."""
        return day in self._made_up

    def works(self, day: date) -> bool:
        """Tell whether offices are open on this day."""
        return day in self._made_up or (day.weekday() < _SATURDAY and day not in self._off)

    def decided(self, year: int) -> bool:
        """Tell whether all days off of this year are fixed."""
        return year in self._decided

    def next_working(self, day: date) -> date:
        """Return this day if it is a working day, else the first one after it."""
        while not self.works(day):
            day += timedelta(days=1)
        return day


class Due(msgspec.Struct, frozen=True):
    """The end of a period. `undecided`: it depends on a year whose days off are not all fixed."""

    at: datetime
    undecided: bool


def due(limit: Limit, trigger_at: datetime, calendar: Calendar) -> Due:
    """Return the end of a period that starts at an (aware) instant."""
    if limit.unit == "h":
        return Due(trigger_at.astimezone(UTC) + timedelta(hours=limit.count), False)
    start = day_of(trigger_at)
    if limit.unit == "wd":
        last = add_working_days(start, limit.count, calendar)
        seen = range(start.year, last.year + 1)
    else:
        nominal = _nominal(start, limit)
        last = calendar.next_working(nominal)
        seen = range(nominal.year, last.year + 1)
    return Due(end_of(last), not all(calendar.decided(year) for year in seen))


def add_working_days(start: date, count: int, calendar: Calendar) -> date:
    """The `count`-th working day after `start`."""
    day = start
    for _ in range(count):
        day = calendar.next_working(day + timedelta(days=1))
    return day


def unmoved(limit: Limit, trigger_at: datetime, calendar: Calendar) -> date:
    """Return the last day of a period of days, months or years before it moves from a day off.

    For working days it is the last day itself, and for hours the day on which they end.
    """
    if limit.unit in ("h", "wd"):
        return day_of(due(limit, trigger_at, calendar).at - timedelta(microseconds=1))
    return _nominal(day_of(trigger_at), limit)


def _nominal(start: date, limit: Limit) -> date:
    if limit.unit == "d":
        return start + timedelta(days=limit.count)
    month = start.month - 1 + limit.count * (12 if limit.unit == "y" else 1)
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, months.monthrange(year, month)[1]))


def start_of(day: date) -> datetime:
    """Return 0:00 of this day in Vietnam, in UTC."""
    return datetime.combine(day, time(), VIETNAM).astimezone(UTC)


def end_of(day: date) -> datetime:
    """Return 24:00 of this day in Vietnam, in UTC: the first instant of the next day."""
    return start_of(day + timedelta(days=1))
