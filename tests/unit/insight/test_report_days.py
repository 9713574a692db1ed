"""When reports begin, are near and are late (Circular 55/2020 Art 9; Civil Code 2015 Art 148.5)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.insight.rules import periods, report_days
from backend.law.deadlines import service as deadlines
from backend.law.report_limits import service as limits
from schemas.law.periods import PeriodKind

CALENDAR = deadlines.calendar()


def found_for(name: str, level: int, day: date) -> report_days.Days | None:
    limit = limits.limit(name)
    period = periods.containing(limit.period, day)
    return report_days.days(limit, level, period, CALENDAR)


def days(name: str, level: int, day: date) -> report_days.Days:
    found = found_for(name, level, day)
    assert found is not None
    return found


def test_a_report_begins_the_day_after_its_period() -> None:
    found = days("BC2", 3, date(2026, 12, 1))
    assert (found.period.last, found.begins_on) == (date(2026, 12, 14), date(2026, 12, 15))
    assert (found.named_on, found.due_on) == (date(2026, 12, 17), date(2026, 12, 17))
    assert found.near_on == date(2026, 12, 15), "two days before the 17th"


def test_a_teams_weekly_report_begins_on_the_wednesday_on_which_it_is_due() -> None:
    found = days("BC1", 3, date(2026, 11, 26))
    wednesday = date(2026, 12, 2)
    assert {found.begins_on, found.near_on, found.due_on} == {wednesday}
    of_province = days("BC1", 2, date(2026, 11, 26))
    assert of_province.begins_on == of_province.due_on == date(2026, 12, 3)


def test_a_day_off_moves_the_end_and_not_the_reminder() -> None:
    """20 December 2026 is a Sunday: in time until Monday; heads hear before the day that the circular names."""
    found = days("BC5", 2, date(2026, 12, 1))
    assert found.named_on == date(2026, 12, 20)
    assert found.due_on == date(2026, 12, 21)
    assert found.near_on == date(2026, 12, 17), "three days before the 20th is a Thursday"
    assert found.due_at == datetime(2026, 12, 21, 17, tzinfo=UTC), "24:00 in Vietnam"


def test_the_reminder_falls_on_a_working_day() -> None:
    """17 October 2026 is a Saturday: two days before is Thursday the 15th. 20 September is a Sunday."""
    found = days("BC2", 3, date(2026, 10, 1))
    assert found.near_on == date(2026, 10, 15)
    of_province = days("BC2", 2, date(2026, 9, 1))  # the 18th is a Friday
    assert of_province.near_on == date(2026, 9, 18)
    of_centre = days("BC2", 1, date(2027, 2, 1))  # the 21st is a Sunday: the Friday before
    assert of_centre.near_on == date(2027, 2, 19)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("BC3", date(2026, 6, 1)),  # June has the half-year's report
        ("BC4", date(2026, 12, 1)),  # December the year's
        ("BC6", date(2025, 11, 1)),  # as amended, in force from 16 December 2025
    ],
)
def test_other_months_and_times_before_the_rule_have_none(name: str, day: date) -> None:
    assert found_for(name, 2, day) is None


def asked(name: str, day: date, after: timedelta = report_days.BEGUN_AFTER) -> list[date]:
    """The last days of the periods on which a team reports on a day."""
    found = report_days.asked(limits.limit(name), 3, day, CALENDAR, after)
    return [one.period.last for one in found]


def test_what_is_asked_at_a_time_is_what_ended_last() -> None:
    """After an outage a report is begun until a week after its day; heads look for it a month long."""
    assert asked("BC2", date(2026, 12, 14), report_days.SHOWN_AFTER) == [date(2026, 11, 14)]
    assert asked("BC2", date(2026, 12, 15)) == [date(2026, 12, 14)]
    assert asked("BC2", date(2026, 12, 24)) == [date(2026, 12, 14)]
    assert asked("BC2", date(2026, 12, 25)) == []
    # On a Wednesday that of the week that ends, and of the one before.
    assert asked("BC1", date(2026, 12, 2)) == [date(2026, 12, 2), date(2026, 11, 25)]
    assert asked("BC5", date(2027, 2, 1)) == []


def test_a_clock_says_whether_it_went_in_time() -> None:
    found = days("BC2", 3, date(2026, 12, 1))
    near, due = found.near_at, found.due_at
    second = timedelta(seconds=1)
    assert report_days.state(due, near, None, near - second) == "running"
    assert report_days.state(due, near, None, near) == "near"
    assert report_days.state(due, near, None, due) == "late"
    assert report_days.state(due, near, due - second, due) == "met"
    assert report_days.state(due, near, due, due + second) == "met_late"


@given(
    st.sampled_from(["BC1", "BC2", "BC3", "BC4", "BC5", "BC6"]),
    st.integers(1, 4),
    st.dates(date(2022, 1, 1), date(2035, 1, 1)),
)
def test_each_report_begins_then_is_near_then_due(name: str, level: int, day: date) -> None:
    found = found_for(name, level, day)
    if found is None:
        return
    assert found.begins_on <= found.near_on <= found.named_on <= found.due_on
    assert found.period.last <= found.begins_on
    assert CALENDAR.works(found.due_on)
    assert found.due_on - found.named_on <= timedelta(days=12), "the longest Tết"
    assert found.period.kind in set(PeriodKind)
