"""How far a phone's clock is off, by the server's own times alone."""

from datetime import UTC, datetime, timedelta

from backend.force.rules.measured_clocks import Timing, measured

NOW = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


def act(off_s: int, *, ago_s: int = 0, anchored_s: int | None = 20) -> Timing:
    """An act of a phone whose clock is `off_s` seconds slow; `anchored_s` before its receipt the anchor was given."""
    received = NOW - timedelta(seconds=ago_s)
    return Timing(
        anchored_at=None if anchored_s is None else received - timedelta(seconds=anchored_s),
        made_at=received - timedelta(seconds=2 + off_s),
        received_at=received,
    )


def off(*acts: Timing) -> int | None:
    found = measured(acts)
    return found.off_s if found else None


def test_a_right_clock_is_right_and_a_wrong_one_is_off_by_at_least_what_is_proven() -> None:
    assert off(act(0)) == 0
    assert off(act(3600)) == 3600 + 2 - 20
    assert off(act(-3600)) == -3600 + 2


def test_an_act_of_offline_hours_proves_nothing_unless_it_lies_outside_of_them() -> None:
    hours = 5 * 3600
    assert off(act(600, anchored_s=hours)) is None
    assert off(act(hours + 600, anchored_s=hours)) == 602
    assert off(act(-600, anchored_s=hours)) == -598


def test_without_an_anchor_a_slow_clock_is_not_told_from_an_act_that_came_late() -> None:
    assert off(act(3600, anchored_s=None)) is None
    assert off(act(-3600, anchored_s=None)) == -3598


def test_the_newest_act_that_proves_something_counts() -> None:
    found = measured([act(50, anchored_s=9000), act(900, ago_s=60), act(0, ago_s=120)])
    assert found is not None
    assert (found.off_s, found.at) == (882, NOW - timedelta(seconds=60))
    assert measured([]) is None
