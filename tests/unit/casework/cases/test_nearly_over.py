"""Within 24 hours of a legal limit a missing opinion never blocks (practice B6): the very edge of that time."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from backend.casework.rules.guard_context import GuardContext
from backend.law.rules.counting import end_of

LAST_DAY = date(2026, 11, 27)
"""A Friday: its end in Vietnam is 17:00 UTC."""


@pytest.mark.parametrize(
    ("before", "near"),
    [
        (timedelta(hours=24, microseconds=1), False),
        (timedelta(hours=24), True),
        (timedelta(0), True),
        (-timedelta(days=3), True),
    ],
)
def test_the_last_24_hours_are_the_last_day_of_vietnam(before: timedelta, *, near: bool) -> None:
    due = end_of(LAST_DAY)
    assert due == datetime(2026, 11, 27, 17, tzinfo=UTC)
    context = GuardContext(
        now=due - before, today=LAST_DAY, officer_id=UUID(int=1), due={"D12": due}
    )
    assert context.nearly_over("D12") is near


def test_where_no_time_runs_nothing_is_nearly_over() -> None:
    now = datetime(2026, 11, 27, tzinfo=UTC)
    context = GuardContext(now=now, today=LAST_DAY, officer_id=UUID(int=1))
    assert not context.nearly_over("D12")
