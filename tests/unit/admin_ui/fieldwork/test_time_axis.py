"""The time axis: in order, inside, and with the nights left out."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from admin_ui.fieldwork.visit_map.time_axis import axis

MORNING = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
moments = some.lists(
    some.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=some.just(UTC)),  # noqa: DTZ001
    min_size=1,
    max_size=30,
)


@given(moments)
def test_moments_stand_in_their_order_and_inside(given_moments: list[datetime]) -> None:
    made = axis(given_moments, 16, 944)
    places = [made.x(moment) for moment in sorted(given_moments)]
    assert places == sorted(places)
    assert places[0] >= 16
    assert places[-1] <= 944.1


@given(moments)
def test_ticks_stand_inside_and_apart(given_moments: list[datetime]) -> None:
    made = axis(given_moments, 16, 944)
    assert made.ticks
    for stretch in made.stretches:
        own = [tick for tick in made.ticks if stretch.left <= tick.x <= stretch.right]
        assert own
        assert all(later.x - tick.x >= 60 for tick, later in pairwise(own))


def test_a_correction_two_days_later_does_not_crush_the_visit() -> None:
    visit = [MORNING + timedelta(minutes=number) for number in range(30)]
    later = [MORNING + timedelta(days=2, minutes=number) for number in range(3)]
    made = axis(visit + later, 16, 944)
    assert len(made.stretches) == 2
    [(_x, left_out)] = made.breaks
    assert timedelta(days=1, hours=23) < left_out < timedelta(days=2)
    assert made.x(visit[-1]) - made.x(visit[0]) > 400


def test_many_days_stay_few_pieces() -> None:
    made = axis([MORNING + timedelta(days=number) for number in range(60)], 16, 944)
    assert len(made.stretches) <= 5


def test_ticks_fall_on_round_times_of_vietnam() -> None:
    made = axis([MORNING, MORNING + timedelta(hours=1)], 16, 944)
    local = [tick.at + timedelta(hours=7) for tick in made.ticks]
    assert all(moment.second == 0 and moment.minute % 5 == 0 for moment in local)
    assert [tick.day for tick in made.ticks] == [True] + [False] * (len(made.ticks) - 1)


def test_without_a_moment_there_is_no_axis() -> None:
    with pytest.raises(ValueError, match="no moments"):
        axis([], 0, 100)
