"""How much waits for an officer, for the rail of every page: counted at most twice a minute.

    waiting, overdue = tally.known(actor) or (0, 0)

The true counts are on the page of my work and cost one statement over all that can wait, a tenth of a second for a head
of the nation. So no page waits for them: it shows the last count, and `recount` is made after the page was sent if the
count is half a minute old, and after everything that the reader recorded.
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
    """How many things wait for an officer, and how many of them are late; the same of each kind of work."""

    waiting: int
    overdue: int
    kinds: tuple[tuple[str, int, int], ...] = ()
    """Name, waiting, overdue; kinds of which nothing waits are left out."""


_kept: dict[UUID, tuple[Tally, float]] = {}
"""By officer, with the moment from which the count is old (monotonic seconds)."""


def known(actor: Actor) -> Tally | None:
    """Return what was counted last, however long ago; None if this process never counted for the officer."""
    found = _kept.get(actor.officer_id)
    return found[0] if found else None


def behind(actor: Actor) -> bool:
    """Tell whether the count is old, or there is none: `recount` once the page is sent."""
    found = _kept.get(actor.officer_id)
    return found is None or time.monotonic() >= found[1]


async def recount(actor: Actor) -> Tally:
    """Count now, and keep it."""
    return keep(actor, await my_work.count(actor))


def keep(actor: Actor, counts: my_work.Counts) -> Tally:
    """Take over what was just counted for a page."""
    if len(_kept) >= _MOST:
        _kept.clear()
    kinds = tuple((one.kind, one.waiting, one.overdue) for one in counts.kinds)
    tally = Tally(counts.waiting, counts.overdue, kinds)
    _kept[actor.officer_id] = tally, time.monotonic() + _FOR_SECONDS
    return tally
