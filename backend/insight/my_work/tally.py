"""How much waits for an officer, for the rail of every page: read at most twice a minute.

    waiting, overdue = await tally.of(actor)

The true counts are on the page of my work and cost one statement over all that can wait. The rail may be half a minute
behind what others do; what officers do themselves it shows at once (`forget`).
"""

import time
from typing import NamedTuple
from uuid import UUID

from backend.core.actors import Actor
from backend.insight.my_work import service as my_work

_FOR_SECONDS = 30.0
_MOST = 10_000
"""Officers whose counts a process keeps: more than there are; a bound all the same."""


class Tally(NamedTuple):
    """How many things wait for an officer, and how many of them are late."""

    waiting: int
    overdue: int


_kept: dict[UUID, tuple[float, Tally]] = {}
_NEVER = -_FOR_SECONDS


async def of(actor: Actor) -> Tally:
    """Return how much waits for this officer, as of half a minute ago at most."""
    found = _kept.get(actor.officer_id)
    if found is not None and time.monotonic() - found[0] < _FOR_SECONDS:
        return found[1]
    return keep(actor, await my_work.count(actor))


def keep(actor: Actor, counts: my_work.Counts) -> Tally:
    """Take over what was just counted for a page."""
    if len(_kept) >= _MOST:
        _kept.clear()
    tally = Tally(counts.waiting, counts.overdue)
    _kept[actor.officer_id] = (time.monotonic(), tally)
    return tally


def known(actor: Actor) -> Tally | None:
    """Return what was counted last, however long ago: for the answer to what is being recorded."""
    found = _kept.get(actor.officer_id)
    return found[1] if found else None


def forget(officer_id: UUID) -> None:
    """Have it counted anew for this officer's next page: they did something just now."""
    if (found := _kept.get(officer_id)) is not None:
        _kept[officer_id] = (_NEVER, found[1])
