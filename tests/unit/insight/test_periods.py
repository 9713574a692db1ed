"""Periods of reports are cut as Circular 55/2020 and Decrees 09/2019 and 118/2021 say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from backend.insight.rules import halves, periods
from backend.insight.rules.periods import Period
from schemas.law.periods import PeriodKind

DAYS = some.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("kind", "day", "first", "last"),
    [
        # 26 November 2026 is a Thursday: a week of the force begins (Circular 55/2020 Art 9).
        (PeriodKind.WEEK, date(2026, 11, 26), date(2026, 11, 26), date(2026, 12, 2)),
        (PeriodKind.WEEK, date(2026, 11, 25), date(2026, 11, 19), date(2026, 11, 25)),
        (PeriodKind.MONTH, date(2026, 11, 14), date(2026, 10, 15), date(2026, 11, 14)),
        (PeriodKind.MONTH, date(2026, 12, 15), date(2026, 12, 15), date(2027, 1, 14)),
        (PeriodKind.QUARTER, date(2026, 3, 14), date(2025, 12, 15), date(2026, 3, 14)),
        (PeriodKind.HALF_YEAR, date(2026, 6, 14), date(2025, 12, 15), date(2026, 6, 14)),
        # The example that the Decree's reading rests on: 15/12/2023 to 14/9/2024 for nine months.
        (PeriodKind.NINE_MONTHS, date(2024, 9, 14), date(2023, 12, 15), date(2024, 9, 14)),
        (PeriodKind.YEAR, date(2026, 12, 14), date(2025, 12, 15), date(2026, 12, 14)),
        (PeriodKind.YEAR, date(2026, 12, 15), date(2026, 12, 15), date(2027, 12, 14)),
        (PeriodKind.CALENDAR_MONTH, date(2024, 2, 29), date(2024, 2, 1), date(2024, 2, 29)),
        (PeriodKind.CALENDAR_QUARTER, date(2026, 12, 1), date(2026, 10, 1), date(2026, 12, 31)),
        (PeriodKind.CALENDAR_YEAR, date(2026, 12, 31), date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_day_lies_in_the_period_that_the_circular_names(
    kind: PeriodKind, day: date, first: date, last: date
) -> None:
    assert periods.containing(kind, day) == Period(kind=kind, first=first, last=last)


def test_a_day_after_the_fourteenth_of_september_lies_in_no_nine_months() -> None:
    with pytest.raises(ValueError, match="lies in no period"):
        periods.containing(PeriodKind.NINE_MONTHS, date(2026, 9, 15))


_FOLLOWING = [one for one in PeriodKind if one not in (PeriodKind.DAYS, PeriodKind.NINE_MONTHS)]


@given(some.sampled_from(_FOLLOWING), DAYS)
def test_periods_follow_each_other_without_a_gap(kind: PeriodKind, day: date) -> None:
    period = periods.containing(kind, day)
    assert period.first <= day <= period.last
    assert periods.before(period).last == period.first - timedelta(days=1)
    assert periods.containing(kind, period.first) == periods.containing(kind, period.last)


@given(some.sampled_from([one for one in _FOLLOWING if one is not PeriodKind.WEEK]), DAYS)
def test_a_month_quarter_or_year_is_whole_half_months(kind: PeriodKind, day: date) -> None:
    period = periods.containing(kind, day)
    parts = halves.parts(period.first, period.last)
    assert parts.days == []
    assert parts.halves is not None


@given(DAYS, some.integers(0, 800))
def test_a_period_is_divided_without_losing_or_doubling_a_day(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    parts = halves.parts(first, last)
    days = [
        begin + timedelta(days=n)
        for begin, end in parts.days
        for n in range((end - begin).days + 1)
    ]
    if parts.halves is not None:
        at = parts.halves[0]
        while at <= parts.halves[1]:
            after = halves.next_start(at)
            days += [at + timedelta(days=n) for n in range((after - at).days)]
            at = after
    assert sorted(days) == [first + timedelta(days=n) for n in range(length + 1)]


@given(DAYS)
def test_a_week_is_compared_with_the_week_of_the_same_days_a_year_before(day: date) -> None:
    period = periods.containing(PeriodKind.WEEK, day)
    earlier = periods.year_before(period)
    assert earlier.first.weekday() == 3
    assert 363 <= (period.first - earlier.first).days <= 365
