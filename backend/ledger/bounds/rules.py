"""Checks an act against the table: does it say something impossible, or something that was surely mistyped?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import chain
from typing import Any

from backend.ledger.bounds.edges import Edge, Frame, Value, above, below, places, resolve
from backend.ledger.bounds.table import TABLE, Line


@dataclass(frozen=True)
class Fault:
    """One value outside its bounds, and the edges between which it would have to lie (None: open)."""

    pointer: str
    line: Line
    value: Value
    least: Value | None
    most: Value | None


_ADDED: list[tuple[Line, ...]] = []


def add(lines: tuple[Line, ...]) -> None:
    """Add the lines of acts that another group declares to the table. Done by backend/registry.py.

    Adding the same lines again changes nothing and costs nothing: each start of an application does
    it.
    """
    if lines not in _ADDED:
        _ADDED.append(lines)
        lines_of.cache_clear()


def table() -> tuple[Line, ...]:
    """Return every line."""
    return (*TABLE, *chain.from_iterable(_ADDED))


@cache
def lines_of(kind: str) -> tuple[Line, ...]:
    """Return the lines of one type of act.

    Raises LookupError if no group has added its lines: without them nearly everything would be
    within bounds.
    """
    if not _ADDED:
        raise LookupError("no group's bounds are known: backend.registry.open_all() was not called")
    return tuple(line for line in table() if kind in line.kinds)


def fault(
    kind: str,
    content: Any,
    *,
    now: datetime,
    made_at: datetime,
    told: Mapping[str, Value] | None = None,
) -> Fault | None:
    """Return the first value outside its bounds, or None.

    `told` is what the record holds (see `Told`). Without it those edges are open. So the same table
    can be used at the door, for the act alone, and again by the record's own handler.
    """
    frame = Frame(now=now, made_at=made_at, content=content, told=told or {})
    for line in lines_of(kind):
        if line.when and str(getattr(content, line.when[0], None)) != line.when[1]:
            continue
        for pointer, value in places(content, line.pointer.split("/")[1:]):
            if found := outside(line, pointer, value, frame):
                return found
    return None


def outside(line: Line, pointer: str, value: Value, frame: Frame) -> Fault | None:
    """Return what is wrong with one value by one line; None if it lies inside."""
    least = _tightest(line.least, frame, max)
    most = _tightest(line.most, frame, min)
    try:
        low = least is not None and below(value, least)
        high = most is not None and above(value, most)
    except (
        OverflowError
    ):  # the first and the last hours of the calendar, which Vietnam's clock does not have
        low = high = True
    return Fault(pointer, line, value, least, most) if low or high else None


def _tightest(edges: Iterable[Edge], frame: Frame, choose: Any) -> Value | None:
    """Return the edge that leaves the least room.

    Days and moments of one line are compared by their day.
    """
    known = [value for edge in edges if (value := resolve(edge, frame)) is not None]
    if len(known) < 2:
        return known[0] if known else None
    tightest = known[0]
    for one in known[1:]:
        narrower = below(tightest, one) if choose is max else above(tightest, one)
        tightest = one if narrower else tightest
    return tightest
