"""Brings the rows of a confirmed list into the register: a job of the worker, portion by portion.

A portion is one transaction: its parties, its corrections, its lines and its act come together or not at all. The next
one is found by what the import's row says, under its lock. So a worker that is killed between or inside portions loses
and doubles nothing, and two workers at once bring one portion after the other.
"""

import time
from collections.abc import Sequence
from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound, Unavailable
from backend.core.json_columns import written
from backend.core.list_imports import portions as lines_of
from backend.core.list_imports.rows import whole_row
from backend.core.live import service as live
from backend.core.outages import as_domain_error
from backend.force.queries import sessions
from backend.force.rules.actors import actor_of
from backend.ledger import service as ledger
from backend.ledger.opened import mark_of
from backend.ledger.service import Refused
from backend.parties import recording
from backend.parties.importing.reading import known_parties
from backend.parties.queries import import_portions as portions
from backend.parties.queries import import_rows as rows
from backend.parties.queries import imports as queries
from backend.parties.queries import register
from backend.parties.queries.import_rows import StagedRow
from backend.parties.queries.imports import LockedImport
from backend.parties.rules import (
    import_cells,
    import_corrections,
    import_portions,
    import_rows,
    importing,
)
from backend.parties.texts import imports as texts
from schemas.core.base import Wire
from schemas.core.imports import ImportState
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind
from schemas.parties.acts import PartyCorrected, PartyDetails
from schemas.parties.imports import (
    ImportAct,
    ImportedLine,
    ImportFinished,
    OnKnown,
    PortionBrought,
    RowDeed,
    RowOutcome,
)


async def bring(import_id: UUID) -> None:
    """Bring portions until all are in, or somebody paused it. Raises Unavailable: the job comes again."""
    size = import_portions.FIRST_ROWS
    try:
        while True:
            began = time.monotonic()
            came = await _one(import_id, size, began)
            if came is None:
                return
            size = import_portions.next_size(came, round((time.monotonic() - began) * 1000))
    except Exception as error:
        if isinstance(as_domain_error(error), Unavailable):
            raise
        async with transaction():
            await queries.explain(import_id, written(texts.FAULT))
        raise


async def _one(import_id: UUID, size: int, began: float) -> int | None:
    """Bring one portion in one transaction; returns how many rows it had, None if there is no more to do."""
    async with transaction():
        state = await queries.lock(import_id)
        if state is None or state.state is not ImportState.RUNNING:
            return None
        actor = await _importer(state)
        if actor is None:
            await queries.explain(import_id, written(texts.RIGHT_LOST))
            live.told([state.uploaded_by])
            return None
        await portions.keep_out_others(state.path)
        staged = await rows.next_rows(import_id, state.done_row, size)
        if not staged:
            await _finish(state, actor)
            return None
        bringing = _Portion(state, actor, staged)
        await bringing.bring()
        took = round((time.monotonic() - began) * 1000)
        await queries.took(import_id, took, bringing.late_count)
        return len(staged)


async def _importer(state: LockedImport) -> Actor | None:
    """Return who confirmed it, as of this moment; None who may not import for the unit any more."""
    row = await sessions.get_actor(state.uploaded_by)
    actor = actor_of(row, "job")
    stands = row.state == "active" and importing.may_import_for(actor, state.path)
    return actor if stands else None


async def _finish(state: LockedImport, actor: Actor) -> None:
    content = ImportFinished(
        portions=state.portions,
        registered=state.registered,
        corrected=state.corrected,
        skipped=state.skipped,
    )
    await _record(state.id, ImportAct.FINISHED, content, actor)


async def _record(import_id: UUID, act: ImportAct, content: Wire, actor: Actor) -> None:
    made = ledger.desk_act(RecordKind.PARTY_IMPORT, import_id, act, content, actor)
    ledger.unwrap(await ledger.record(made, actor))


class _Portion:
    """Some rows while they come."""

    def __init__(self, state: LockedImport, actor: Actor, staged: Sequence[StagedRow]) -> None:
        self._state, self._actor, self._staged = state, actor, staged
        self._late: list[StagedRow] = []

    @property
    def late_count(self) -> int:
        """How many of its rows could not come any more."""
        return len(self._late)

    async def bring(self) -> None:
        """Write its rows, its lines and its act, in the caller's transaction."""
        known = await self._known_now()
        lines = [await self._line(one, known) for one in self._staged]
        if self._late:
            await rows.set_late(self._state.id, self._late)
        text = lines_of.written(lines)
        registered, corrected, skipped = import_portions.counts(lines)
        said = PortionBrought(
            number=self._state.portions + 1,
            first_row=self._staged[0].number,
            last_row=self._staged[-1].number,
            registered=registered,
            corrected=corrected,
            skipped=skipped,
            sha256=lines_of.sha256(text),
        )
        await portions.insert(self._state.id, said, lines_of.kept(text), clock.now())
        await _record(self._state.id, ImportAct.PORTION_BROUGHT, said, self._actor)

    async def _known_now(self) -> dict[int, set[UUID]]:
        """Return by row whom of the register it means now: somebody may have come in since the preview."""
        keyed = {
            one.number: import_rows.keys(_details(one))
            for one in self._staged
            if one.outcome is RowOutcome.GOOD
        }
        found = await known_parties(self._actor, [key for keys in keyed.values() for key in keys])
        return {
            number: {party for key in keys for party in found.get(key, ())}
            for number, keys in keyed.items()
        }

    async def _line(self, one: StagedRow, known: dict[int, set[UUID]]) -> ImportedLine:
        party = _details(one)
        if one.outcome is RowOutcome.GOOD:
            there = known[one.number]
            if there:
                return self._too_late(one, min(there), texts.LATE_KNOWN)
            party_id = lines_of.id_of_row(self._state.id, one.number)
            return ImportedLine(
                row=one.number, deed=RowDeed.REGISTERED, party_id=party_id, party=party
            )
        if one.party_id is None:
            raise TypeError("a known row names its party")
        if self._state.on_known is not OnKnown.CORRECT:
            return ImportedLine(row=one.number, deed=RowDeed.SKIPPED, party_id=one.party_id)
        return await self._correct(one, one.party_id, party)

    async def _correct(self, one: StagedRow, party_id: UUID, said: PartyDetails) -> ImportedLine:
        there = await register.find(party_id)
        if there is None:
            return self._too_late(one, party_id, texts.LATE_KNOWN)
        party = import_corrections.corrected(there.details, said, clock.today())
        if party == there.details:
            return ImportedLine(row=one.number, deed=RowDeed.SKIPPED, party_id=party_id)
        reason = f"Nhập từ tệp {self._state.file_name}, dòng {one.number}"
        content = PartyCorrected(party=party, reason=reason)
        try:
            outcome = await recording.correct(
                party_id, content, mark_of(there.details), self._actor
            )
        except NotFound as error:
            return self._refused(one, party_id, error.text)
        if isinstance(outcome, Refused):
            return self._refused(one, party_id, outcome.text)
        return ImportedLine(row=one.number, deed=RowDeed.CORRECTED, party_id=party_id)

    def _refused(self, one: StagedRow, party_id: UUID, why: Text) -> ImportedLine:
        said = Text(
            vi=texts.LATE_REFUSED.vi.format(why=why.vi), en=texts.LATE_REFUSED.en.format(why=why.en)
        )
        return self._too_late(one, party_id, said)

    def _too_late(self, one: StagedRow, party_id: UUID, why: Text) -> ImportedLine:
        self._late.append(
            StagedRow(
                number=one.number,
                outcome=RowOutcome.LATE,
                cells=import_cells.cells(_details(one)),
                faults=[whole_row(one.number, why)],
            )
        )
        return ImportedLine(row=one.number, deed=RowDeed.SKIPPED, party_id=party_id)


def _details(one: StagedRow) -> PartyDetails:
    if one.details is None:
        raise TypeError("a row that can come says a party")
    return one.details
