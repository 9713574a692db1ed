"""Counts every time limit anew, after a correction of the rules or of the calendar.

A case's clocks are written with its acts, and no act records such a correction. Without this job
the old clocks would stay until the case's next act.
"""

from collections.abc import Callable
from uuid import UUID

from backend.casework.cases import events
from backend.casework.clocks import service as case_clocks
from backend.casework.clocks import telling
from backend.casework.queries import cases as queries
from backend.core import clock
from backend.core.database import transaction

_PORTION = 500


async def recount(say: Callable[[int], None]) -> tuple[int, int]:
    """Count the clocks of every case that is not archived anew; return (cases, changed cases).

    Each case has its own transaction and is locked only while it is counted, so acts go on
    meanwhile. The job may be broken off and run again. It calls `say` with the number of cases done
    so far.
    """
    seen = changed = 0
    last: UUID | None = None
    while ids := await queries.open_ids(last, _PORTION):
        for case_id in ids:
            changed += await _one(case_id)
        seen, last = seen + len(ids), ids[-1]
        say(seen)
    return seen, changed


async def _one(case_id: UUID) -> bool:
    async with transaction():
        row = await queries.lock(case_id)
        facts = await events.facts_of(case_id) if row else None
        if row is None or facts is None:
            return False
        clocks = telling.clocks_of(facts, clock.now())
        return await case_clocks.renew_clocks(case_id, row.path, clocks)
