"""What macros drew is kept for calls that are alike, and for a while."""

import itertools
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
import pytest
from jinja2 import StrictUndefined
from markupsafe import Markup

from admin_ui.shell.drawn_once import Store, key_of


class Colour(StrEnum):
    RED = "red"


class Named(NamedTuple):
    said: str


class Frozen(msgspec.Struct, frozen=True):
    said: str


NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)
EQUAL_BUT_UNLIKE = [
    ["red", Markup("red"), Colour.RED],
    [1, True],
    [NOON, NOON.astimezone(timezone(timedelta(hours=7)))],
    [("a",), ["a"]],
]
"""Python finds them equal, or nearly; a template may write each otherwise."""


@pytest.mark.parametrize("values", EQUAL_BUT_UNLIKE)
@pytest.mark.parametrize(
    "inside",
    [lambda x: x, lambda x: [x], lambda x: ("k", x)],
)
def test_values_that_are_written_otherwise_are_told_apart(values: list[Any], inside: Any) -> None:
    keys = [key_of((inside(one),), {}) for one in values]
    assert all(one != other for one, other in itertools.combinations(keys, 2))
    assert keys == [key_of((inside(one),), {}) for one in values]
    named = [key_of((), {"x": inside(one)}) for one in values]
    assert len({*keys, *named}) == 2 * len(values)


def test_choices_are_compared_with_their_words() -> None:
    choices = [("a", Markup("A")), ("b", "B")]
    before = key_of((choices,), {})
    assert before == key_of(([*choices],), {})
    assert before != key_of(([("a", "A"), ("b", "B")],), {})
    choices.append(("c", "C"))
    assert key_of((choices,), {}) != before


@pytest.mark.parametrize(
    "value",
    [
        *(object(), StrictUndefined(name="x"), {"a", "b"}, {"a": "b"}, Decimal("1.0"), 1.5),
        *([object()], ["x"] * 500, [["a", ["b"]]], Named("a"), Frozen("a")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_cannot_be_compared_is_drawn_each_time(value: object) -> None:
    assert key_of((value,), {}) is None
    assert key_of((), {"x": value}) is None


def test_plain_values_are_compared() -> None:
    plain = ("a", 1, None, True, date(2026, 1, 1), NOON, timedelta(1), UUID(int=1), Colour.RED)
    assert key_of(plain, {}) == key_of(plain, {})


def test_what_was_drawn_long_ago_goes_first_and_what_is_asked_for_stays() -> None:
    store = Store(most_letters=10_000)
    store.put("asked", "x" * 100)
    for number in range(500):
        store.put(number, "x" * 100)
        assert store.get("asked") == "x" * 100
    assert store.get(0) is None
    assert store.get(499) is not None
    held = sum(len(one) for half in (store.young, store.old) for one in half.values())
    assert held < 25_000


def test_a_long_output_is_not_kept() -> None:
    store = Store()
    assert store.put("k", "x" * 100_000) == "x" * 100_000
    assert store.get("k") is None


def test_what_it_was_drawn_of_takes_room_and_nothing_drawn_is_not_kept() -> None:
    store = Store(most_letters=10_000)
    for number in range(500):
        store.put(("x" * 1000, number), "y")
        store.put(("x" * 1000, number, "drawn as nothing"), "")
    assert len(store.young) + len(store.old) < 25
