"""Worked examples of every way of counting, each with its reasoning; then what holds of all of them.

How the days lie in Vietnam. Tết 2026 is 16-20 February (Monday to Friday), so 14-22 February is off. 26 April 2026 is a
Sunday: its day in lieu is Monday the 27th. 30 April and 1 May 2026 are Thursday and Friday. For 2 September 2026
(Wednesday), Monday 31 August to Wednesday 2 September are off, and Saturday 22 August is worked for the Monday.
24 November is the Day of Vietnamese Culture.
"""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core.local_time import VIETNAM, day_of
from backend.law.catalogue import service as catalogue
from backend.law.deadlines.service import calendar
from backend.law.rules.counting import Calendar, due
from schemas.law.catalogue import Holiday
from schemas.law.deadlines import Limit

CALENDAR = calendar()


def vn(text: str) -> datetime:
    """A moment on the clock of Vietnam."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def limit(text: str) -> Limit:
    """`7 wd`, `1 m`, …"""
    count, unit = text.split()
    return msgspec.convert({"count": int(count), "unit": unit}, Limit)


EXAMPLES = [
    # Working days. The day of the act is not counted; the last one ends at 24:00.
    ("2026-03-02 09:00", "2 wd", "2026-03-04 24:00"),  # Mon: Tue 3, Wed 4
    ("2026-03-02 00:00", "2 wd", "2026-03-04 24:00"),  # the first minute of Monday is Monday
    ("2026-03-02 23:59", "2 wd", "2026-03-04 24:00"),  # and so is the last
    ("2026-03-05 09:00", "2 wd", "2026-03-09 24:00"),  # Thu: Fri 6, Mon 9
    ("2026-03-07 09:00", "2 wd", "2026-03-10 24:00"),  # acted on a Saturday: Mon 9, Tue 10
    ("2026-03-09 09:00", "7 wd", "2026-03-18 24:00"),  # Mon: Tue 10 … Fri 13 (4), Mon 16 … Wed 18
    # Tết 2026: nothing is worked from Sat 14 to Sun 22 February.
    ("2026-02-10 09:00", "7 wd", "2026-02-26 24:00"),  # Tue: 11, 12, 13 | 23, 24, 25, 26
    ("2026-02-13 16:00", "3 wd", "2026-02-25 24:00"),  # Fri before Tết: 23, 24, 25
    ("2026-02-17 10:00", "2 wd", "2026-02-24 24:00"),  # seized on the first day of Tết: 23, 24
    ("2026-02-12 09:00", "10 wd", "2026-03-05 24:00"),  # 13 | 23-27 (6) | 2, 3, 4, 5 March (10)
    (
        "2026-02-06 09:00",
        "10 d",
        "2026-02-23 24:00",
    ),  # 16 Feb is Tết: the next that is worked is Mon 23
    ("2026-02-04 09:00", "10 d", "2026-02-23 24:00"),  # 14 Feb, a Saturday, runs into Tết as well
    ("2026-02-03 09:00", "10 d", "2026-02-13 24:00"),  # Friday 13 February is worked
    ("2026-01-16 09:00", "1 m", "2026-02-23 24:00"),  # 16 February is off until the 23rd
    # 2 September 2026, with Saturday 22 August worked for Monday 31 August.
    ("2026-08-20 09:00", "2 wd", "2026-08-22 24:00"),  # Thu: Fri 21, and Sat 22 is worked
    ("2026-08-21 09:00", "7 wd", "2026-09-03 24:00"),  # Fri: 22, 24-28 (6), Thu 3 September
    ("2026-08-28 09:00", "2 wd", "2026-09-04 24:00"),  # Fri: Mon-Wed are off: Thu 3, Fri 4
    ("2026-08-12 09:00", "10 d", "2026-08-22 24:00"),  # ends on the worked Saturday and stays there
    ("2026-08-21 09:00", "10 d", "2026-09-03 24:00"),  # 31 August is off: Thu 3 September
    ("2026-08-02 09:00", "1 m", "2026-09-03 24:00"),  # the National Day itself
    # 30 April and 1 May, and Hùng Kings' Day with its day in lieu.
    ("2026-04-29 09:00", "3 wd", "2026-05-06 24:00"),  # Wed: Thu and Fri off: Mon 4, Tue 5, Wed 6
    ("2026-04-24 09:00", "2 wd", "2026-04-29 24:00"),  # Fri: Mon 27 is in lieu: Tue 28, Wed 29
    (
        "2026-04-20 09:00",
        "10 d",
        "2026-05-04 24:00",
    ),  # 30 April: over 1 May and a week-end to Mon 4
    ("2026-04-01 09:00", "1 m", "2026-05-04 24:00"),  # 1 May likewise
    ("2026-04-16 09:00", "10 d", "2026-04-28 24:00"),  # Sun 26, Mon 27 in lieu: Tue 28
    # Ends of months: the corresponding day, else the last of the month.
    (
        "2026-01-31 09:00",
        "1 m",
        "2026-03-02 24:00",
    ),  # no 31 February: the 28th, a Saturday: Mon 2 March
    ("2028-01-31 09:00", "1 m", "2028-02-29 24:00"),  # leap year: 29 February, a Tuesday
    ("2025-08-31 09:00", "1 m", "2025-09-30 24:00"),  # 30 September, a Tuesday
    ("2025-12-31 09:00", "2 m", "2026-03-02 24:00"),  # 28 February 2026 is a Saturday
    (
        "2026-03-31 09:00",
        "1 m",
        "2026-05-04 24:00",
    ),  # 30 April is off, and so is all until Mon 4 May
    ("2026-09-30 09:00", "1 m", "2026-10-30 24:00"),  # the 30th, not the last of October
    # Years.
    ("2024-02-29 09:00", "1 y", "2025-02-28 24:00"),  # no 29 February 2025: the 28th, a Friday
    ("2025-03-10 09:00", "1 y", "2026-03-10 24:00"),  # a Tuesday
    ("2025-02-18 09:00", "1 y", "2026-02-23 24:00"),  # 18 February 2026 is Tết
    ("2024-11-24 09:00", "2 y", "2026-11-25 24:00"),  # the Day of Vietnamese Culture: Wed 25
    # Hours run by the clock: no night, week-end or holiday stops them, and the end does not move.
    ("2026-03-06 17:30", "24 h", "2026-03-07 17:30"),  # Friday to Saturday
    ("2026-02-15 20:00", "24 h", "2026-02-16 20:00"),  # into Tết
    ("2026-09-01 08:15", "48 h", "2026-09-03 08:15"),  # over the National Day
    ("2025-12-31 23:30", "24 h", "2026-01-01 23:30"),  # over the new year
    # The day is Vietnam's: 18:00 UTC on the 3rd is 1:00 on the 4th there.
    ("2026-03-04 01:00", "1 d", "2026-03-05 24:00"),
]


@pytest.mark.parametrize(("trigger", "length", "expected"), EXAMPLES)
def test_a_period_ends_where_it_does_by_hand(trigger: str, length: str, expected: str) -> None:
    day, hour = expected.split()
    end = vn(day) + timedelta(days=1) if hour == "24:00" else vn(expected)
    found = due(limit(length), vn(trigger), CALENDAR)
    assert found.at == end
    assert found.at.tzinfo is UTC


def test_an_instant_in_utc_counts_for_its_day_in_vietnam() -> None:
    late = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)  # 1:00 on the 4th
    assert due(limit("1 d"), late, CALENDAR).at == datetime(2026, 3, 5, 17, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("trigger", "length", "undecided"),
    [
        ("2026-03-02 09:00", "7 wd", False),
        ("2026-12-28 09:00", "7 wd", True),  # three of the days lie in 2027
        ("2026-12-28 09:00", "2 wd", False),
        ("2026-12-28 09:00", "10 d", True),  # ends in 2027
        ("2026-03-02 09:00", "1 y", True),
        ("2025-03-03 09:00", "1 y", False),
        ("2024-12-02 09:00", "10 d", True),  # a year of which nothing is known
        ("2026-12-31 20:00", "24 h", False),  # hours ask no calendar
    ],
)
def test_a_year_whose_days_off_are_not_decided_is_told(
    trigger: str, length: str, undecided: bool
) -> None:
    assert due(limit(length), vn(trigger), CALENDAR).undecided is undecided


LIMITS = st.builds(
    Limit, count=st.integers(1, 30), unit=st.sampled_from(["h", "d", "wd", "m", "y"])
)
INSTANTS = st.integers(0, 4 * 365 * 24 * 60).map(
    lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@given(LIMITS, INSTANTS)
def test_a_period_ends_after_it_begins(length: Limit, at: datetime) -> None:
    assert due(length, at, CALENDAR).at > at


@given(LIMITS, INSTANTS, INSTANTS)
def test_who_acts_later_is_not_due_earlier(length: Limit, one: datetime, other: datetime) -> None:
    earlier, later = sorted([one, other])
    assert due(length, earlier, CALENDAR).at <= due(length, later, CALENDAR).at


@given(LIMITS.filter(lambda length: length.unit != "h"), INSTANTS)
def test_the_last_day_is_one_on_which_the_office_is_open(length: Limit, at: datetime) -> None:
    last = day_of(due(length, at, CALENDAR).at - timedelta(microseconds=1))
    assert CALENDAR.works(last)


@given(LIMITS, INSTANTS, st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_one_more_holiday_never_brings_an_end_nearer(
    length: Limit, at: datetime, day: date
) -> None:
    years = [
        msgspec.structs.replace(
            year,
            holidays=[*year.holidays, Holiday(date=day, name_vi="Nghỉ", name_en="Off")],
            working_days=[worked for worked in year.working_days if worked != day],
        )
        if year.year == day.year
        else year
        for year in catalogue.calendar()
    ]
    assert due(length, at, Calendar(years)).at >= due(length, at, CALENDAR).at
