"""Which days a dashboard compares: a running period with the same days of last year, a past one whole."""

from datetime import date

from backend.insight.rules import boards, periods
from backend.insight.rules.counting import spans
from schemas.law.periods import PeriodKind


def days(kind: PeriodKind, today: date, of: date | None = None) -> boards.Days:
    """The days of a period, asked on a day."""
    return boards.days(periods.containing(kind, of or today), today)


def test_a_running_period_is_compared_with_the_same_days_of_last_year() -> None:
    found = days(PeriodKind.QUARTER, date(2026, 11, 20))
    assert (found.period.first, found.until) == (date(2026, 9, 15), date(2026, 11, 20))
    assert (found.before.first, found.until_before) == (date(2025, 9, 15), date(2025, 11, 20))
    assert found.whole_until == date(2025, 11, 14)
    assert found.edge == (date(2025, 11, 15), date(2025, 11, 20))


def test_a_past_period_is_compared_whole() -> None:
    found = days(PeriodKind.CALENDAR_MONTH, date(2026, 11, 20), date(2026, 2, 3))
    assert (found.until, found.until_before) == (date(2026, 2, 28), date(2025, 2, 28))
    assert found.edge is None


def test_the_end_of_a_half_month_needs_no_single_days() -> None:
    assert days(PeriodKind.YEAR, date(2026, 11, 30)).edge is None


def test_a_leap_day_is_compared_with_the_28th() -> None:
    assert days(PeriodKind.CALENDAR_QUARTER, date(2028, 2, 29)).until_before == date(2027, 2, 28)


def test_twelve_months_end_with_the_period_and_touch_each_other() -> None:
    for kind in boards.KINDS:
        found = days(kind, date(2026, 8, 20))
        assert len(found.months) == 12
        assert found.months[-1].last >= found.period.last
        for one, after in zip(found.months, found.months[1:], strict=False):
            assert (after.first - one.last).days == 1
        assert found.begins <= found.before.first


def test_parts_are_told_in_order_and_nothing_is_left_out_but_nothing() -> None:
    found = boards.shares({"trade": 5, "ip": 9}, {"food": 1, "banned": 0})
    assert [(one.key, one.now, one.before) for one in found] == [
        ("ip", 9, 0),
        ("trade", 5, 0),
        ("food", 0, 1),
    ]
    assert [one.key for one in boards.shares({}, {}, ["b", "a"])] == ["b", "a"]


def test_spans_leave_no_day_out() -> None:
    told = [spans.of(one) for one in (-3, 0, 1, 2, 7, 8, 30, 31, 60, 61, 4000)]
    assert told == [
        *("0_1", "0_1", "0_1", "2_7", "2_7", "8_30", "8_30", "31_60", "31_60", "61_", "61_"),
    ]
