"""Days other than today: clocks set forward, and how many days ago suffices by the calendar of
working days.

For example:

    with later(days=3):
        ...
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

import pyotp
import pytest

from backend.core import clock
from backend.core.local_time import VIETNAM
from backend.law.deadlines import service as deadlines
from backend.law.rules import counting as rules
from tests.support.people import Person


@contextmanager
def later(**by: float) -> Iterator[None]:
    """Set all clocks forward, including those for one-time codes."""
    real = clock.now

    def code(person: Person) -> str:
        return pyotp.TOTP(person.totp_secret).at(int(clock.now().timestamp()))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: real() + timedelta(**by))
        patch.setattr(Person, "code", code)
        yield


@contextmanager
def at(moment: str) -> Iterator[None]:
    """Set all clocks to a moment of Vietnam's, as `2025-12-14 23:59`; they go on from there."""
    wanted = datetime.fromisoformat(moment).replace(tzinfo=VIETNAM)
    with later(seconds=(wanted - clock.now()).total_seconds()):
        yield


@contextmanager
def working_day() -> Iterator[None]:
    """Today or the next working day: a limit in working days ends on no other."""
    today = clock.today()
    with later(days=(deadlines.calendar().next_working(today) - today).days):
        yield


def longest_ago(working_days: int, *, runs_on: date | None = None) -> int:
    """The greatest number of days ago from which a limit of this many working days still runs on
    this day, by default today."""
    calendar, until = deadlines.calendar(), runs_on or clock.today()
    return max(
        days
        for days in range(60)
        if rules.add_working_days(clock.today() - timedelta(days=days), working_days, calendar)
        >= until
    )
