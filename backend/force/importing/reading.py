"""Reads a list of officers that was uploaded: a job of the worker. Running it again is safe, also after a worker died.

A child with limits reads the file in portions; each is judged, compared with the rows before and with the database, and
written, with how far it is. A second worker that takes this one for dead begins anew, and the first writes nothing more
(`attempt`).
"""

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import BinaryIO
from uuid import UUID

from backend.core import clock, scope
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Invalid
from backend.core.list_imports import uploads
from backend.core.list_imports.rows import how_read, said_there
from backend.core.live import service as live
from backend.core.sheet_reading import streaming
from backend.core.sheet_reading.faults import Limits, TableUnreadable
from backend.core.sheet_reading.streaming import Listed, RowsRead
from backend.core.stores import Parts
from backend.force.importing.comparing import Candidate, Compared, titles
from backend.force.queries import people, sessions
from backend.force.queries import people_import_rows as rows
from backend.force.queries import people_imports as queries
from backend.force.queries import units as unit_queries
from backend.force.queries.people_import_rows import StagedRow
from backend.force.queries.people_imports import LockedImport
from backend.force.rules import import_people as rules
from backend.force.rules.actors import actor_of
from backend.force.rules.import_columns import SHEET, Column
from backend.force.rules.import_people import Judged, KnownUnit, Units
from media import keys as names
from media import table_child
from media.store import ObjectMissing
from media.tables import Fault, Unread
from schemas.core.imports import ImportState
from schemas.core.sheets import CellFault
from schemas.force.imports import PersonDetails, PersonOutcome

MOST_ROWS = 7_000
"""More than the whole force has: a list that says more is no list of it."""
MOST_BYTES = 20_000_000
LIMITS = Limits(
    most_bytes=MOST_BYTES,
    most_rows=MOST_ROWS,
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
        async with uploads.taken(parts, names.people_list(import_id)) as file:
            await _attempt(found, file)
    except ObjectMissing:
        await _attempt(found, None)
    await parts.store.delete_staged(names.people_list(import_id))


async def _attempt(found: LockedImport, file: BinaryIO | None) -> None:
    async with transaction():
        attempt = await queries.begin_reading(found.id, clock.now())
        if attempt is None:
            return
        await rows.delete_all(found.id)
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
        if await queries.read_on(found.id, attempt, 0, 0, 0, now):
            await rows.delete_all(found.id)
            await queries.end_reading(found.id, ImportState.UNREAD, None, why.text, now)
    live.told([found.uploaded_by])


async def known_units(actor: Actor) -> Units:
    """Return all units, as far as rows of this administrator may name them."""
    return Units(
        KnownUnit(
            id=one.id,
            code=one.code,
            name_vi=one.name_vi,
            name_en=one.name_en,
            kind=one.kind,
            path=one.path,
            in_force=one.valid_to is None,
            in_scope=scope.covers(actor, one.path),
        )
        for one in await unit_queries.list_tree()
    )


class _Reading:
    """One list while it is read."""

    def __init__(self, found: LockedImport, attempt: int) -> None:
        self._import, self._attempt = found, attempt
        self._good = self._bad = 0

    async def read(self, file: BinaryIO) -> None:
        """Read, judge and compare all rows. Raises Unread, HeadingsMissing."""
        actor = actor_of(await sessions.get_actor(self._import.uploaded_by), "job")
        today = clock.today()
        units = await known_units(actor)
        compared = Compared(await people.usernames(), today)
        async with streaming.opened(file, SHEET) as listed:
            async for portion in listed.portions():
                judged = await asyncio.to_thread(_judged, portion, listed, units, today)
                async with transaction():
                    staged = await self._staged(judged, portion, compared)
                    if not await self._go_on():
                        return  # another worker's by now, or discarded
                    await rows.insert(self._import.id, staged)
                live.told([self._import.uploaded_by])
                if self._good + self._bad > MOST_ROWS:
                    raise Unread(Fault("too_many_rows"))
            said = how_read(listed)
        if not self._good + self._bad:
            raise Unread(Fault("empty"))
        async with transaction():
            if await self._go_on():
                await queries.end_reading(
                    self._import.id, ImportState.READ, said, None, clock.now()
                )
        live.told([self._import.uploaded_by])

    async def _go_on(self) -> bool:
        counts = (self._good, self._bad, self._good + self._bad)
        return await queries.read_on(self._import.id, self._attempt, *counts, clock.now()) > 0

    async def _staged(
        self, judged: Sequence[Judged], portion: RowsRead, compared: Compared
    ) -> list[StagedRow]:
        candidates = [
            Candidate(one.row, one.person, one.unit)
            for one in judged
            if one.person is not None and one.unit is not None
        ]
        after = await compared.portion(candidates)
        ends = {one.row.number: end for one, end in zip(candidates, after, strict=True)}
        staged = []
        for (number, cells), one in zip(portion.rows, judged, strict=True):
            staged.append(_row(number, said_there(cells), ends.get(number, one.row.faults)))
        self._good += sum(one.outcome is PersonOutcome.GOOD for one in staged)
        self._bad += sum(one.outcome is PersonOutcome.BAD for one in staged)
        return staged


def _row(number: int, cells: list[str], end: PersonDetails | list[CellFault]) -> StagedRow:
    if isinstance(end, PersonDetails):
        return StagedRow(number=number, outcome=PersonOutcome.GOOD, details=end, cells=cells)
    return StagedRow(number=number, outcome=PersonOutcome.BAD, cells=cells, faults=end)


def _judged(portion: RowsRead, listed: Listed[Column], units: Units, today: date) -> list[Judged]:
    return [
        rules.judge(number, cells, listed.headings, portion.spoilt, units, titles, today)
        for number, cells in portion.rows
    ]
