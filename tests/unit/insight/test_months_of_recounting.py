"""Everything is counted anew once a month, in a night of Vietnam, from the second night on."""

from datetime import UTC, date, datetime

from backend.insight.figures.monthly import month_due


def test_it_is_due_at_night_in_vietnam_from_the_second_of_the_month() -> None:
    assert month_due(datetime(2026, 12, 1, 18, 30, tzinfo=UTC)) == date(2026, 12, 1)  # 2/12, 01:30
    assert month_due(datetime(2026, 12, 20, 20, 0, tzinfo=UTC)) == date(2026, 12, 1)
    assert month_due(datetime(2026, 12, 31, 19, 0, tzinfo=UTC)) is None, (
        "the first night of January"
    )
    assert month_due(datetime(2026, 12, 2, 1, 30, tzinfo=UTC)) is None, "half past eight in Hà Nội"
    assert month_due(datetime(2026, 12, 1, 22, 0, tzinfo=UTC)) is None, "five in the morning"
