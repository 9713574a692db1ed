"""Writes the words of records, from sealed acts of the ledger and from what waits. One worker at a time.

    followed = await following.follow_next()      # a portion of the log, in a transaction of its own; 0: all is in

Nothing is written while an act is taken, so that no act waits for an index of words. A record that moved is read whole,
its row and its acts, and written if its words differ. What cannot be read does not hold up the others: it keeps the
words that it had, waits (search_waiting), and is tried again each hour and with each of its acts.
"""

import asyncio
import traceback
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import structlog

from backend.core import clock
from backend.core.database import transaction
from backend.insight.queries import counting as ledger_queries
from backend.insight.queries import search_words as queries
from backend.insight.queries.search_words import Written
from backend.insight.search import composing
from schemas.insight.search import Sought

_log = structlog.get_logger("search")
EVERY = timedelta(seconds=2)
"""How often a worker looks for newly sealed acts: what a search lags at most on a quiet day."""
AGAIN = timedelta(hours=1)
"""After which a record is tried again that could not be read: a newer release may know how."""
PORTION = 500
"""Acts in one transaction. Nobody else writes these rows, so a round holds nobody up."""


async def follow_next(portion: int = PORTION) -> int:
    """Write the words of the next records in a transaction of its own; return how many acts and records were looked at.

    0 if all is written, also if another worker writes just now.
    """
    async with transaction():
        known = await queries.lock_progress()
        if known is None:
            return 0
        moved = await ledger_queries.moved(known.through, portion)
        if not moved:
            return await _what_waits(known.through, portion)
        through = max(one.position for one in moved) + 1
        for of, kind in queries.OF_RECORD.items():
            ids = sorted({one.record_id for one in moved if one.record_kind == of})
            await write(kind, ids, through)
            if kind is Sought.CASE and ids:
                await write(Sought.PAPER, await queries.papers_of(ids), through)
        await queries.advance(through, clock.now())
    return through - known.through


async def _what_waits(through: int, portion: int) -> int:
    waiting = await queries.waiting(clock.now() - AGAIN, portion)
    for kind in Sought:
        ids = sorted(one.id for one in waiting if one.kind is kind)
        faults = await write(kind, ids, through)
        await queries.done([one for one in ids if one not in faults])
    return len(waiting)


async def write(kind: Sought, ids: Sequence[UUID], through: int) -> set[UUID]:
    """Write the words of these records as of a position of the log; return those that could not be read."""
    if not ids:
        return set()
    found, faults = await meant(kind, ids, through)
    await queries.write(kind, found)
    await queries.set_aside(kind, faults, clock.now())
    for record_id, fault in faults.items():
        _log.error("search_record_set_aside", record=str(record_id), kind=kind, fault=fault)
    return set(faults)


async def meant(
    kind: Sought, ids: Sequence[UUID], through: int
) -> tuple[list[Written], dict[UUID, str]]:
    """Return what the words of these records must be, and which of them cannot be read and why."""
    rows = await queries.slim(kind, ids)
    of_acts = kind in composing.RECORD_OF
    acts = await ledger_queries.sealed_of(ids, through) if of_acts else {}
    found: list[Written] = []
    faults: dict[UUID, str] = {}
    for row in rows:
        try:
            found.append(composing.compose(kind, row, acts.get(row.id, [])))
        except Exception as fault:
            faults[row.id] = _name_of(fault)
        await asyncio.sleep(0)  # the process does other things meanwhile
    return found, faults


def _name_of(fault: Exception) -> str:
    """Return which error it is and where; its message may tell of the record, and stays out of logs."""
    at = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{at.name}, line {at.lineno} of {Path(at.filename).name}"
    return f"{type(fault).__name__} in {where}"[:300]


async def follow_all() -> int:
    """Write the words of all that is sealed or waits, a portion after the other; return how much that was."""
    done = 0
    while followed := await follow_next():
        done += followed
    return done


async def behind_seconds() -> float:
    """Return for how long the oldest act that is sealed and cannot be found yet has been recorded; 0 if all can."""
    return float(await queries.behind_seconds())


async def set_aside_records() -> float:
    """Return how many records could not be read."""
    return float(await queries.faulty())


KINDS: Iterable[Sought] = tuple(queries.WORDS)
"""Kinds of record that have words of their own."""
