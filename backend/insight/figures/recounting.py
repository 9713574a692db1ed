"""Counts everything anew from the ledger and compares: `hientruong recount --figures`, and a job each month.

What is stored must be what the acts give, to the đồng, and every sum what its events come to. Nothing is changed: a
difference is a fault of ours, told with the record or the sum, and mended by counting those records again once the
cause is known.
"""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import msgspec

from backend.core.database import transaction
from backend.insight.figures import counting
from backend.insight.queries import counting as queries
from backend.insight.queries import recounting as recount_queries
from backend.insight.queries.recounting import WrongSum
from backend.insight.rules import halves

_PORTION = 200
_EVENTS = 200_000
"""Events whose records are looked for at once."""
_SHOWN = 50


class Recounted(msgspec.Struct, frozen=True, kw_only=True):
    """What counting anew found."""

    through: int
    """Leaves of the log before this position were counted when it ended."""
    records: int
    events: int
    differing: list[UUID]
    """Records whose stored events are not what their acts give, or that cannot be counted; the first fifty."""
    sums: int
    wrong: list[WrongSum]
    """Sums that are not what their events come to; the first fifty."""

    @property
    def agrees(self) -> bool:
        """Tell whether everything is as it must be."""
        return not self.differing and not self.wrong


async def recount(say: Callable[[int], None] = lambda _done: None) -> Recounted:
    """Count all records anew and compare; changes nothing. Calls `say` with how many records are done.

    Each portion is compared while counting rests, so work goes on beside it.
    """
    records = events = 0
    differing: list[UUID] = []
    for kind in counting.KINDS:
        last: UUID | None = None
        while ids := await recount_queries.records(kind, last, _PORTION):
            async with transaction():
                through = await queries.wait_for_progress()
                meant = await counting.meant(kind, ids, through)
                stored = await queries.counted(ids)
            differing += [one for one in ids if meant.get(one) != stored[one]]
            events += sum(len(one) for one in stored.values())
            records, last = records + len(ids), ids[-1]
            say(records)
    strangers = await _strangers()
    sums, wrong = await _sums()
    known = await queries.progress()
    return Recounted(
        through=known.through,
        records=records,
        events=events,
        differing=[*differing, *strangers][:_SHOWN],
        sums=sums,
        wrong=wrong,
    )


async def _strangers() -> list[UUID]:
    """Return the first records of counted events that do not exist."""
    found: list[UUID] = []
    after: UUID | None = None
    while (one := await recount_queries.without_record(after, _EVENTS)) is not None:
        found, after = [*found, *one.records][:_SHOWN], one.last
    return found


async def _sums() -> tuple[int, list[WrongSum]]:
    """Compare all sums with their events, a half month at a time."""
    span = await recount_queries.span()
    sums = 0
    wrong: list[WrongSum] = []
    if span is None:
        return sums, wrong
    start = halves.start_of(span[0])
    while start <= span[1]:
        after = halves.next_start(start)
        async with transaction():
            await queries.wait_for_progress()
            found, differ = await recount_queries.wrong_sums(start, after - timedelta(1), _SHOWN)
        sums, wrong, start = sums + found, [*wrong, *differ][:_SHOWN], after
    return sums, wrong
