"""Edges of a value in an act: a fixed one, one that moves with the clock, or one that another field sets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from backend.core.local_time import day_of

Value = int | date | datetime
"""The value at a place: a number, a day, or an aware moment."""


@dataclass(frozen=True)
class Fixed:
    """The same number or day, whenever it is asked for."""

    value: int | date


@dataclass(frozen=True)
class Today:
    """The day in Vietnam on which the act is received, plus so many days (before it, if negative)."""

    days: int = 0


@dataclass(frozen=True)
class Now:
    """The moment at which the act is received, plus so many minutes: clocks are never exact."""

    minutes: int = 5


@dataclass(frozen=True)
class At:
    """The value of another field of the same content, plus so many days.

    Open if that field is empty.
    """

    pointer: str
    days: int = 0


@dataclass(frozen=True)
class ThisYear:
    """The year in which the act is received, plus so many years."""

    years: int = 0


@dataclass(frozen=True)
class OfYear:
    """The first or the last day of the year given in another field."""

    pointer: str
    last: bool = False


@dataclass(frozen=True)
class Made:
    """The moment at which its maker's clock made the act, plus so many days.

    For values that come from the same clock.
    """

    days: int = 0


@dataclass(frozen=True)
class Later:
    """The later of two edges."""

    one: "Edge"
    other: "Edge"


@dataclass(frozen=True)
class Told:
    """What the record holds under a name (the day of its decision, what is left to pay).

    Open if it holds nothing.
    """

    name: str
    days: int = 0


Edge = Fixed | Today | Now | At | ThisYear | OfYear | Made | Later | Told


@dataclass(frozen=True)
class Frame:
    """What edges are computed from.

    It is the server's clock (aware), the maker's clock, the content, and what the record holds.
    """

    now: datetime
    made_at: datetime
    content: Any
    told: Mapping[str, Value] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day in Vietnam."""
        return day_of(self.now)


def resolve(edge: Edge, frame: Frame) -> Value | None:
    """Return the edge as a value. None if it is open, or outside the range of the calendar."""
    try:
        match edge:
            case Fixed(value):
                return value
            case Today(days):
                return frame.today + timedelta(days=days)
            case Now(minutes):
                return frame.now + timedelta(minutes=minutes)
            case At(pointer, days):
                return _moved(next(values_at(frame.content, pointer), None), days)
            case ThisYear(years):
                return frame.today.year + years
            case OfYear(pointer, last):
                year = next(values_at(frame.content, pointer), None)
                return None if year is None else date(year, 12 if last else 1, 31 if last else 1)
            case Made(days):
                return frame.made_at + timedelta(days=days)
            case Later(one, other):
                first, second = resolve(one, frame), resolve(other, frame)
                if first is None or second is None:
                    return None
                return second if above(second, first) else first
            case Told(name, days):
                return _moved(frame.told.get(name), days)
    except (OverflowError, ValueError):
        return None


def _moved(value: Any, days: int) -> Value | None:
    if isinstance(value, date) and days:
        return value + timedelta(days=days)
    return value if isinstance(value, int | date) else None


def below(value: Value, least: Value) -> bool:
    """Tell whether `value` is before `least`.

    If one of them is a day, both are compared as days in Vietnam.
    """
    ours, edge = _alike(value, least)
    return bool(ours < edge)


def above(value: Value, most: Value) -> bool:
    """Tell whether `value` is after `most`. A day as an edge lasts until its end."""
    ours, edge = _alike(value, most)
    return bool(ours > edge)


def _alike(value: Value, edge: Value) -> tuple[Any, Any]:
    if isinstance(value, datetime) and not isinstance(edge, datetime | int):
        return day_of(value), edge
    if isinstance(edge, datetime) and not isinstance(value, datetime | int):
        return value, day_of(edge)
    return value, edge


def values_at(content: Any, pointer: str) -> Iterator[Any]:
    """Yield every value at a place, with `*` for each element of a list.

    Nothing if it is null or left out.
    """
    yield from (value for _, value in places(content, pointer.split("/")[1:]))


def places(content: Any, steps: list[str], at: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each value with its own pointer, which has numbers in place of the stars."""
    if content is None:
        return
    if not steps:
        yield at, content
    elif steps[0] == "*":
        for row, one in enumerate(content):
            yield from places(one, steps[1:], f"{at}/{row}")
    else:
        named = isinstance(content, Mapping)
        inner = content.get(steps[0]) if named else getattr(content, steps[0], None)
        yield from places(inner, steps[1:], f"{at}/{steps[0]}")
