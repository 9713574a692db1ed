"""When others are told that somebody is refused again and again."""

from datetime import UTC, datetime
from uuid import uuid4

from backend.operations.rules import refusals as rules


def test_a_burst_is_told_once_a_day_of_vietnam_which_begins_at_five_in_the_afternoon_of_utc() -> (
    None
):
    who, night = uuid4(), datetime(2026, 11, 25, 18, 30, tzinfo=UTC)
    assert rules.once_a_day(who, night) == f"2026-11-26/{who}"
    assert rules.once_a_day(who, night.replace(hour=16)) == f"2026-11-25/{who}"
    morning = datetime(2026, 11, 26, 3, tzinfo=UTC)
    assert rules.once_a_day(who, morning) == rules.once_a_day(who, night), "the same day there"
    assert rules.once_a_day(uuid4(), night) != rules.once_a_day(who, night)
