"""Which reports the units made in the last weeks of the history, as data. Pure.

A team reports first, then its department, then the centre, each on the day that the law names for its level
(backend/law/report_limits). One team is late, one report comes back and is sent again, one is corrected after it was
sent, the centre's are signed and numbered, and a department's waits for its head.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from backend.core import local_time
from backend.insight.rules import periods
from backend.insight.rules.periods import Period
from backend.law.report_limits import service as law
from backend.law.rules.report_days import named_day
from deploy.demo.stories.people import PROVINCES, TEAMS
from schemas.law.periods import PeriodKind

PART = "reports"
"""Played after the parts of plan.py: what is reported has happened, and is counted."""
CENTRE = "00"
_KINDS = (("weekly", "BC1", PeriodKind.WEEK, 2), ("monthly", "BC2", PeriodKind.MONTH, 1))
"""Definition, limit, kind of period, and of how many periods every level has reported."""
_LATE, _BACK, _CORRECTED = "0103", "0102", "7902"
_WAITS_IN = "01"
_TEAM, _DEPARTMENT, _NATION = 3, 2, 1
_DAY = timedelta(days=1)
_THEME_DAYS = 30


class What(StrEnum):
    """What happens to a report in one story."""

    SENT = "sent"
    LATE = "late"
    BACK = "back"
    """It comes back with a comment, and is sent again."""
    CORRECTED = "corrected"
    """After it was sent, by a report that says what changed."""
    MERGED = "merged"
    """A department takes what its teams sent, and sends its own."""
    SUBMITTED = "submitted"
    """The centre's is written, and its paper finalised."""
    SIGNED = "signed"
    WAITS = "waits"
    """A thematic report waits for the signature of the department's head."""


class Calendar(Protocol):
    """Which days are worked (backend/law/deadlines)."""

    def next_working(self, day: date) -> date:
        """Return the day, or the next working day after it."""


@dataclass(frozen=True)
class Reported:
    """What one unit does about one report. Its time is in UTC."""

    what: What
    unit: str
    """Its code."""
    definition: str
    first: date
    last: date
    starts: datetime

    def after(self, minutes: int) -> datetime:
        """Return a moment so long after its beginning."""
        return self.starts + timedelta(minutes=minutes)


def told(now: datetime, calendar: Calendar) -> list[Reported]:
    """Return what has begun by now, in the order in which it began."""
    today = local_time.day_of(now)
    found = [_theme(today, calendar)]
    for definition, limit, kind, whole in _KINDS:
        left = whole
        period = periods.containing(kind, today)
        while left:
            closed = _due(limit, _NATION, period, calendar) < today
            special = closed and left == whole and kind is PeriodKind.MONTH
            found += _of_period(definition, limit, period, calendar, special=special)
            left -= closed
            period = periods.before(period)
    return sorted((one for one in found if one.starts < now), key=lambda one: one.starts)


def _of_period(
    definition: str, limit: str, period: Period, calendar: Calendar, *, special: bool
) -> Iterator[Reported]:
    """Yield what all units do about a period. `special`: what does not go its usual way happens in it."""

    def one(what: What, unit: str, at: datetime) -> Reported:
        return Reported(what, unit, definition, period.first, period.last, at)

    day = _due(limit, _TEAM, period, calendar)
    for place, team in enumerate(sorted(TEAMS)):
        if special and team == _LATE:
            yield one(What.LATE, team, _at(calendar.next_working(day + _DAY), 8, 35))
            continue
        what = What.BACK if special and team == _BACK else What.SENT
        yield one(what, team, _at(day, 9, 7 * place))
        if special and team == _CORRECTED:
            yield one(What.CORRECTED, team, _at(day, 15, 20))
    day = _due(limit, _DEPARTMENT, period, calendar)
    for place, province in enumerate(PROVINCES):
        yield one(What.MERGED, province, _at(day, 10, 11 * place))
    day = _due(limit, _NATION, period, calendar)
    yield one(What.SUBMITTED, CENTRE, _at(day, 13, 30))
    yield one(What.SIGNED, CENTRE, _at(day, 15, 40))


def _theme(today: date, calendar: Calendar) -> Reported:
    day = today - _DAY
    while calendar.next_working(day) != day:
        day -= _DAY
    first = day - timedelta(days=_THEME_DAYS - 1)
    return Reported(What.WAITS, _WAITS_IN, "counterfeits", first, day, _at(day, 15, 50))


def _due(limit: str, level: int, period: Period, calendar: Calendar) -> date:
    named = named_day(law.limit(limit), level, period.last)
    if named is None:
        raise ValueError(f"{limit} names no day for level {level}")
    return calendar.next_working(named)


def _at(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute), local_time.VIETNAM)
