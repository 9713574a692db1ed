"""Long lists are folded into days of Vietnam and runs of the same, and nothing is lost or told twice."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from backend.core import folding

NOON = datetime(2026, 11, 30, 5, 0, tzinfo=UTC)
Item = tuple[str, datetime]


def at(item: Item) -> datetime:
    """When it was."""
    return item[1]


def told(words: str, *, step: timedelta = timedelta(minutes=1)) -> list[Item]:
    """One item a letter, the newest first."""
    return [(word, NOON - number * step) for number, word in enumerate(words)]


def folded(items: list[Item], unbroken: str = "") -> list[str]:
    """The runs, as words."""
    runs = folding.runs(items, lambda one: one[0], at, unbroken=lambda one: one[0] in unbroken)
    return ["".join(one[0] for one in run) for run in runs]


def test_what_takes_turns_is_two_runs_and_what_must_not_be_broken_is_not_joined() -> None:
    assert folded(told("aabab")) == ["aaa", "bb"]
    assert folded(told("acaba"), unbroken="a") == ["a", "c", "a", "b", "a"]
    assert folded(told("aabab"), unbroken="ab") == ["aa", "b", "a", "b"]


def test_a_run_lasts_an_hour_and_ends_at_midnight_in_vietnam() -> None:
    assert folded(told("aaaaa", step=timedelta(minutes=25))) == ["aaa", "aa"]
    midnight = datetime(2026, 11, 30, 17, 0, tzinfo=UTC)
    night = [("a", midnight), ("a", midnight - timedelta(minutes=1))]
    assert folded(night) == ["a", "a"]
    assert [day for day, _ in folding.days(night, at)] == [date(2026, 12, 1), date(2026, 11, 30)]


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 10_000)), max_size=30), st.booleans()
)
def test_nothing_is_lost_or_told_twice(made: list[tuple[str, int]], unbroken: bool) -> None:
    items = sorted(
        ((word, NOON - timedelta(minutes=ago)) for word, ago in made), key=at, reverse=True
    )
    runs = folding.runs(items, lambda one: one[0], at, unbroken=lambda _: unbroken)
    assert sorted(one for run in runs for one in run) == sorted(items)
    assert all(run == sorted(run, key=at, reverse=True) for run in runs)
    assert [one for _, day in folding.days(items, at) for one in day] == items
