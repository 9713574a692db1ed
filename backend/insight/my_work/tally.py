"""How much waits for an officer, for the rail of every page: counted at most twice a minute.

    waiting, overdue = await tally.of(actor)

The true counts are on the page of my work and cost one statement over all that can wait. The rail may be half a minute
behind what others do; what officers do themselves it shows with their next page (`forget`). A head of the nation, with
thousands of things, would wait for that count: such a reader is shown the last one, and `recount` is made after the
page was sent.
"""

import time
from typing import NamedTuple
from uuid import UUID

from backend.core.actors import Actor
from backend.insight.my_work import service as my_work

_FOR_SECONDS = 30.0
_SLOW_SECONDS = 0.025
"""A count that took longer than this is not waited for again."""
_MOST = 10_000
"""Officers whose counts a process keeps: more than there are; a bound all the same."""


class Tally(NamedTuple):
    """How many things wait for an officer, and how many of them are late."""

    waiting: int
    overdue: int


class _Kept(NamedTuple):
    tally: Tally
    until: float
    slow: bool


_kept: dict[UUID, _Kept] = {}


async def of(actor: Actor) -> Tally:
    """Return how much waits for this officer, as of half a minute ago, or of the last count if counting is slow."""
    found = _kept.get(actor.officer_id)
    if found is not None and (found.slow or time.monotonic() < found.until):
        return found.tally
    return await recount(actor)


async def recount(actor: Actor) -> Tally:
    """Count now, and keep it."""
    began = time.monotonic()
    counts = await my_work.count(actor)
    return keep(actor, counts, slow=time.monotonic() - began > _SLOW_SECONDS)


def keep(actor: Actor, counts: my_work.Counts, *, slow: bool | None = None) -> Tally:
    """Take over what was just counted for a page."""
    if len(_kept) >= _MOST:
        _kept.clear()
    if slow is None:
        slow = (found := _kept.get(actor.officer_id)) is not None and found.slow
    tally = Tally(counts.waiting, counts.overdue)
    _kept[actor.officer_id] = _Kept(tally, time.monotonic() + _FOR_SECONDS, slow)
    return tally


def known(actor: Actor) -> Tally | None:
    """Return what was counted last, however long ago: for the answer to what is being recorded."""
    found = _kept.get(actor.officer_id)
    return found.tally if found else None


def behind(actor: Actor) -> bool:
    """Tell whether the last count is old: `recount` once the page is sent."""
    found = _kept.get(actor.officer_id)
    return found is not None and time.monotonic() >= found.until


def forget(officer_id: UUID) -> None:
    """Have it counted anew for this officer's next page: they did something just now."""
    if (found := _kept.get(officer_id)) is not None:
        _kept[officer_id] = found._replace(until=0.0)
