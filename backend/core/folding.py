"""Folds long lists of what happened: into days, and within a day into runs of the same. Pure."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from backend.core.local_time import day_of

RUN = timedelta(hours=1)
"""How long a run may last from its first item."""

Item = TypeVar("Item")


def runs(
    items: Sequence[Item],
    whose: Callable[[Item], Hashable | None],
    at: Callable[[Item], datetime],
    *,
    unbroken: Callable[[Item], bool] = lambda _: False,
) -> list[list[Item]]:
    """Gather items, which are sorted by time either way, into runs of the same key.

    A run spans at most RUN from its first item, and lies within one day of Vietnam; it stands where
    its first item does. What happens in between does not break it, unless the item is `unbroken`: on
    a log of many officers nothing would be folded otherwise. An item without a key stays alone.
    """
    found: list[list[Item]] = []
    open_runs: dict[Hashable, list[Item]] = {}
    for item in items:
        key = whose(item)
        run = open_runs.get(key) if key is not None else None
        broken = run is not found[-1] if found and unbroken(item) else False
        if run and not broken and _near(at(run[0]), at(item)):
            run.append(item)
            continue
        fresh = [item]
        found.append(fresh)
        if key is not None:
            open_runs[key] = fresh
    return found


def _near(one: datetime, other: datetime) -> bool:
    return abs(one - other) <= RUN and day_of(one) == day_of(other)


def days(items: Sequence[Item], at: Callable[[Item], datetime]) -> list[tuple[date, list[Item]]]:
    """Split items, which are sorted by time, into days of Vietnam, in their order."""
    found: list[tuple[date, list[Item]]] = []
    for item in items:
        day = day_of(at(item))
        if not found or found[-1][0] != day:
            found.append((day, []))
        found[-1][1].append(item)
    return found
