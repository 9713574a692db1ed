"""Reads a list that was uploaded: a job of the worker. Running it again is safe, also after a worker died half way.

A child with limits reads the file in portions; each is judged and written, with how far it is. A second worker that
takes this one for dead begins anew, and the first writes nothing more (`attempt`).
"""

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import BinaryIO
from uuid import UUID

from backend.core import clock, scope
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Invalid
from backend.core.list_imports import uploads
from backend.core.list_imports.rows import filled, how_read, said_there, whole_row
from backend.core.live import service as live
from backend.core.sheet_reading import streaming
from backend.core.sheet_reading.faults import Limits, TableUnreadable
from backend.core.sheet_reading.streaming import Listed, RowsRead
from backend.core.sheets.cells import Cells
from backend.core.stores import Parts
from backend.force.queries import sessions
from backend.force.rules.actors import actor_of
from backend.parties.importing import places
from backend.parties.queries import import_rows as rows
from backend.parties.queries import imports as queries
from backend.parties.queries.import_rows import StagedRow
from backend.parties.queries.imports import LockedImport
from backend.parties.rules import import_rows as rules
from backend.parties.rules.import_columns import SHEET, Column
from backend.parties.rules.import_rows import Judged
from backend.parties.texts import imports as texts
from media import keys as names
from media import table_child
from media.store import ObjectMissing
from media.tables import Fault, Unread
from schemas.core.imports import ImportState
from schemas.core.sheets import CellFault
from schemas.parties.imports import RowOutcome

LIMITS = Limits(
    most_bytes=table_child.MOST_BYTES,
    most_rows=table_child.MOST_ROWS,
    most_columns=table_child.MOST_COLUMNS,
    most_letters=table_child.MOST_LETTERS,
    csv=True,
)


async def read(parts: Parts, import_id: UUID) -> None:
    """Read one list, if it is still to be read. Raises Unavailable and what the store raises: the job comes again.

    What the store raises is no attempt: only a reader that begins and never ends is counted.
    """
    found = await queries.find(import_id)
    if found is None or found.state is not ImportState.READING:
        return
    try:
        async with uploads.taken(parts, names.party_list(import_id)) as file:
            await _attempt(found, file)
    except ObjectMissing:
        await _attempt(found, None)
    await parts.store.delete_staged(names.party_list(import_id))


async def _attempt(found: LockedImport, file: BinaryIO | None) -> None:
    async with transaction():
        attempt = await queries.begin_reading(found.id, clock.now())
        if attempt is None:
            return
        await rows.forget(found.id)
    try:
        if file is None:
            raise Unread(Fault("damaged"))
        if attempt > uploads.MOST_ATTEMPTS:
            raise uploads.ReaderDied
        await _Reading(found, attempt).read(file)
    except Unread as error:
        await _end_unread(found, attempt, TableUnreadable(error.fault, LIMITS))
    except Invalid as error:
        await _end_unread(found, attempt, error)


async def _end_unread(found: LockedImport, attempt: int, why: Invalid) -> None:
    now = clock.now()
    async with transaction():
        if await queries.read_on(found.id, attempt, 0, 0, 0, 0, now):
            await rows.forget(found.id)
            await queries.end_reading(found.id, ImportState.UNREAD, None, why.text, now)
    live.told([found.uploaded_by])


class _Reading:
    """One list while it is read."""

    def __init__(self, found: LockedImport, attempt: int) -> None:
        self._import, self._attempt = found, attempt
        self._seen: dict[bytes, int] = {}
        """By a hash of each key: the row that had it first. Thirty megabytes for the longest list."""
        self._counts = {RowOutcome.GOOD: 0, RowOutcome.KNOWN: 0, RowOutcome.BAD: 0}

    async def read(self, file: BinaryIO) -> None:
        """Read and judge all rows. Raises Unread, HeadingsMissing."""
        actor = actor_of(await sessions.get_actor(self._import.uploaded_by), "job")
        async with streaming.opened(file, SHEET) as listed:
            today = clock.today()
            async for portion in listed.portions():
                judged = await asyncio.to_thread(_judged, portion, listed, today)
                async with transaction():
                    staged = await self._staged(judged, portion, actor)
                    if not await self._go_on():
                        return  # another worker's by now, or discarded
                    await rows.insert(self._import.id, staged)
                live.told([self._import.uploaded_by])
                if sum(self._counts.values()) > table_child.MOST_ROWS:
                    raise Unread(Fault("too_many_rows"))
            said = how_read(listed)
        if not sum(self._counts.values()):
            raise Unread(Fault("empty"))
        async with transaction():
            if await self._go_on():
                await queries.end_reading(
                    self._import.id, ImportState.READ, said, None, clock.now()
                )
        live.told([self._import.uploaded_by])

    async def _go_on(self) -> bool:
        good, known, wrong = self._counts.values()
        rows_read, now = good + known + wrong, clock.now()
        found = await queries.read_on(
            self._import.id, self._attempt, good, known, wrong, rows_read, now
        )
        return found > 0

    async def _staged(
        self, judged: Sequence[Judged], portion: RowsRead, actor: Actor
    ) -> list[StagedRow]:
        keyed = [rules.keys(one.party) if one.party else [] for one in judged]
        found = await known_parties(actor, [key for one in keyed for key in one])
        staged = []
        for (number, cells), one, keys in zip(portion.rows, judged, keyed, strict=True):
            row = self._row(number, cells, one, keys, found)
            self._counts[row.outcome] += 1
            staged.append(row)
        return staged

    def _row(
        self,
        number: int,
        cells: Cells,
        judged: Judged,
        keys: Sequence[str],
        known: Mapping[str, set[UUID]],
    ) -> StagedRow:
        if judged.party is None:
            return bad(number, cells, judged.faults)
        hashed = [hashlib.blake2b(key.encode(), digest_size=12).digest() for key in keys]
        first = min((self._seen[one] for one in hashed if one in self._seen), default=None)
        if first is not None:
            return bad(number, cells, [whole_row(number, filled(texts.TWICE, row=str(first)))])
        parties = {party for key in keys for party in known.get(key, ())}
        if len(parties) > 1:
            return bad(number, cells, [whole_row(number, texts.SEVERAL_KNOWN)])
        self._seen.update(dict.fromkeys(hashed, number))
        return StagedRow(
            number=number,
            outcome=RowOutcome.KNOWN if parties else RowOutcome.GOOD,
            party_id=next(iter(parties), None),
            details=judged.party,
        )


def _judged(portion: RowsRead, listed: Listed[Column], today: date) -> list[Judged]:
    table = places.table()
    return [
        rules.judge(number, cells, listed.headings, portion.spoilt, table, today)
        for number, cells in portion.rows
    ]


async def known_parties(actor: Actor, keys: Sequence[str]) -> dict[str, set[UUID]]:
    """Return by key which parties of the officer's department have it."""
    found: dict[str, set[UUID]] = {}
    named = [one for one in keys if "\n" in one]
    numbers = [one for one in keys if "\n" not in one]
    for one in await rows.known(scope.directory(actor), numbers, named):
        found.setdefault(one.key, set()).add(one.party_id)
    return found


def bad(number: int, cells: Cells, faults: list[CellFault]) -> StagedRow:
    """Return a row that cannot come, with what stands there."""
    said = said_there(cells)
    return StagedRow(number=number, outcome=RowOutcome.BAD, cells=said, faults=faults)
