"""When a report begins, is near and is late, from dated data of the law (backend/law/report_limits). Pure.

The circular names a day: the 17th, a Thursday. A day off moves the end to the next working day, as any time limit
(Civil Code 2015 Art 148.5). The reminder comes before the day that the circular names, and on a working day.

A report begins on the day after its period. One that is due with the period's last day, as a team's weekly report,
begins on that day.
"""

from datetime import date, datetime, timedelta
from typing import Literal

import msgspec

from backend.insight.rules import periods
from backend.insight.rules.periods import Period
from backend.law.rules import counting
from backend.law.rules.counting import Calendar
from backend.law.rules.report_days import named_day
from schemas.law.periods import PeriodKind
from schemas.law.report_limits import ReportLimit

BEGUN_AFTER = timedelta(days=7)
"""How long after its day the system still begins a report: after an outage, but not of years before a unit worked here.
Later it is begun by hand, if at all."""
SHOWN_AFTER = timedelta(days=30)
"""How long after its day heads look for a report among the present ones."""
_DAY = timedelta(days=1)

State = Literal["running", "near", "late", "met", "met_late"]


def before_use(due_on: date | None, since: date) -> bool:
    """Tell whether a report was due before reports were made in this system: nobody missed it.

    `since`: the day on which the first report began here.
    """
    return due_on is not None and due_on < since


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """The days of one report of a unit of some level."""

    limit: str
    period: Period
    begins_on: date
    near_on: date
    """From this day on heads are reminded."""
    named_on: date
    """The day that the law names."""
    due_on: date
    """The last day on which it is in time: the named one, or the next working day."""

    @property
    def due_at(self) -> datetime:
        """The end of the last day in Vietnam, as an instant in UTC."""
        return counting.end_of(self.due_on)

    @property
    def near_at(self) -> datetime:
        """The beginning of the day on which heads are reminded, in UTC."""
        return counting.start_of(self.near_on)


def days(limit: ReportLimit, level: int, period: Period, calendar: Calendar) -> Days | None:
    """Return the days of a report of this period.

    None if the law asks none of that level then: the limit is of another kind of period, or not of its month, or was
    not in force when the period ended.
    """
    named = _named(limit, level, period)
    if named is None:
        return None
    begins = min(period.last + _DAY, named)
    return Days(
        limit=limit.id,
        period=period,
        begins_on=begins,
        near_on=_near(named - timedelta(days=limit.near_days), begins, named, calendar),
        named_on=named,
        due_on=calendar.next_working(named),
    )


def _named(limit: ReportLimit, level: int, period: Period) -> date | None:
    if period.kind is not limit.period or not _in_force(limit, period.last):
        return None
    if limit.months and period.last.month not in limit.months:
        return None
    return named_day(limit, level, period.last)


def _in_force(limit: ReportLimit, day: date) -> bool:
    return limit.valid_from <= day and (limit.valid_to is None or day < limit.valid_to)


def _near(wanted: date, begins: date, named: date, calendar: Calendar) -> date:
    """Return the working day on which heads are reminded: the last one up to `wanted`, but not before it begins.

    Where there is none between, the first one up to the named day, else the day on which it begins.
    """
    day = max(wanted, begins)
    for step, end in ((-_DAY, begins), (_DAY, named)):
        at = day
        while not calendar.works(at) and at != end:
            at += step
        if calendar.works(at):
            return at
    return begins


def asked(
    limit: ReportLimit, level: int, today: date, calendar: Calendar, after: timedelta = BEGUN_AFTER
) -> list[Days]:
    """Return the reports that units of a level make at this time, the latest period first.

    That of the period that ends now, and of the one before it, until so long `after` its day.
    """
    found = []
    for period in _around(limit.period, today):
        one = days(limit, level, period, calendar)
        if one is not None and one.begins_on <= today <= one.due_on + after:
            found.append(one)
    return found


def _around(kind: PeriodKind, today: date) -> list[Period]:
    try:
        present = periods.containing(kind, today)
    except ValueError:  # between the nine months of two years
        present = periods.containing(kind, today.replace(month=9, day=14))
    return [present, periods.before(present)]


def state(due_at: datetime, near_at: datetime, sent_at: datetime | None, now: datetime) -> State:
    """Return where the clock of a report stands. `sent_at`: when it went up, or was issued."""
    if sent_at is not None:
        return "met" if sent_at < due_at else "met_late"
    if now >= due_at:
        return "late"
    return "near" if now >= near_at else "running"
