"""Times beside the marks of a time line: every one that finds room, none over another."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from admin_ui.fieldwork.visit_map.time_labels import Label, labels

MORNING = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


def _edges(one: Label) -> tuple[float, float]:
    room = 76.0 if one.count > 1 else 54.0
    begins = {"": one.x - room / 2, "last": one.x - room + 4, "first": one.x - 4}[one.side]
    return begins, begins + room


@given(some.lists(some.tuples(some.integers(0, 7200), some.floats(16, 340)), max_size=30))
def test_times_stand_inside_and_never_over_each_other(marks: list[tuple[int, float]]) -> None:
    found = labels([(MORNING + timedelta(seconds=at), x) for at, x in marks], 0, 356)
    edges = [_edges(one) for one in found]
    assert all(begins >= 0 and ends <= 356 for begins, ends in edges)
    assert all(before[1] <= after[0] for before, after in pairwise(edges))


def test_two_marks_close_to_each_other_both_have_their_time() -> None:
    found = labels([(MORNING, 150.0), (MORNING + timedelta(seconds=40), 186.0)], 0, 356)
    assert [one.at for one in found] == [MORNING, MORNING + timedelta(seconds=40)]


def test_acts_of_one_second_are_said_as_one_time() -> None:
    found = labels([(MORNING, 150.0), (MORNING + timedelta(milliseconds=12), 150.4)], 0, 356)
    assert [(one.at, one.count) for one in found] == [(MORNING, 2)]
