"""Registers the officers of a confirmed list and asks for what needs a second person: a job, portion by portion.

A portion is one transaction: the acts on its officers, its lines and its own act come together or not at all. The next
one is found by what the import's row says, under its lock. So a worker that is killed between or inside portions loses
and doubles nothing, and two workers at once bring one portion after the other. Ids of officers, positions, cards and
asks follow from import and row.
"""

import time
from collections.abc import Sequence
from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Unavailable
from backend.core.json_columns import written
from backend.core.list_imports import portions as lines_of
from backend.core.list_imports.rows import whole_row
from backend.core.live import service as live
from backend.core.outages import as_domain_error
from backend.force.accounts import ask_telling
from backend.force.importing import stepping
from backend.force.importing.telling import Telling
from backend.force.queries import people_import_rows as rows
from backend.force.queries import people_imports as queries
from backend.force.queries import sessions
from backend.force.queries.people_import_rows import StagedRow
from backend.force.queries.people_imports import LockedImport
from backend.force.rules import importing as rules
from backend.force.rules.actors import actor_of
from backend.force.texts import imports as texts
from backend.ledger import service as ledger
from schemas.core.base import Wire
from schemas.core.imports import ImportState
from schemas.core.sheets import CellFault
from schemas.core.vocabulary import RecordKind
from schemas.force.imports import (
    BroughtPerson,
    PeopleImportAct,
    PeopleImportFinished,
    PeoplePortionBrought,
    PersonDetails,
    PersonOutcome,
    StepOutcome,
)


async def bring(import_id: UUID) -> None:
    """Bring portions until all are dealt with, or somebody paused it. Raises Unavailable: the job comes again."""
    size = rules.FIRST_ROWS
    try:
        while True:
            began = time.monotonic()
            came = await _one(import_id, size, began)
            if came is None:
                return
            took = round((time.monotonic() - began) * 1000)
            size = lines_of.next_size(came, took, rules.LEAST_ROWS, rules.MOST_ROWS)
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
        staged = await rows.next_rows(import_id, state.done_row, size)
        if not staged:
            await _finish(state, actor)
            return None
        await _bring(state, actor, staged)
        await queries.took(import_id, round((time.monotonic() - began) * 1000))
        return len(staged)


async def _importer(state: LockedImport) -> Actor | None:
    """Return who confirmed it, as of this moment; None who does not administer the unit any more."""
    row = await sessions.get_actor(state.uploaded_by)
    actor = actor_of(row, "job")
    stands = row.state == "active" and rules.may_import_for(actor, state.path)
    return actor if stands else None


async def _finish(state: LockedImport, actor: Actor) -> None:
    content = PeopleImportFinished(
        portions=state.portions,
        came=state.came,
        waits=state.waits,
        partly=state.partly,
        refused=state.refused,
    )
    await _record(state.id, PeopleImportAct.FINISHED, content, actor)
    await ask_telling.settle_import(state.id)
    live.told([state.uploaded_by])


async def _record(import_id: UUID, act: PeopleImportAct, content: Wire, actor: Actor) -> None:
    made = ledger.desk_act(RecordKind.PEOPLE_IMPORT, import_id, act, content, actor)
    ledger.unwrap(await ledger.record(made, actor))


async def _bring(state: LockedImport, actor: Actor, staged: Sequence[StagedRow]) -> None:
    attached = await queries.decisions(state.id)
    scans = {(one.number, one.decided_on): one.scan_id for one in attached}
    steps = stepping.Steps(state, actor, scans, Telling(state, actor))
    lines = [await _line(state, steps, one) for one in staged]
    await rows.end(state.id, [_ended(line) for line in lines])
    text = lines_of.written(lines)
    came, waits, partly, refused = rules.counts(lines)
    said = PeoplePortionBrought(
        number=state.portions + 1,
        first_row=staged[0].number,
        last_row=staged[-1].number,
        came=came,
        waits=waits,
        partly=partly,
        refused=refused,
        sha256=lines_of.sha256(text),
    )
    await queries.insert_portion(state.id, said, lines_of.kept(text), clock.now())
    await _record(state.id, PeopleImportAct.PORTION_BROUGHT, said, actor)
    live.told([state.uploaded_by])


async def _line(state: LockedImport, steps: stepping.Steps, one: StagedRow) -> BroughtPerson:
    person = _details(one)
    done = await steps.of(one.number, person)
    return BroughtPerson(
        row=one.number,
        outcome=rules.outcome_of(done),
        officer_id=lines_of.id_of_row(state.id, one.number),
        username=person.username,
        steps=done,
    )


def _ended(line: BroughtPerson) -> StagedRow:
    registered = line.outcome is not PersonOutcome.REFUSED
    return StagedRow(
        number=line.row,
        outcome=line.outcome,
        faults=_faults(line) or None,
        officer_id=line.officer_id if registered else None,
        steps=line.steps,
    )


def _faults(line: BroughtPerson) -> list[CellFault]:
    registered = line.outcome is not PersonOutcome.REFUSED
    found = []
    for one in line.steps:
        if one.outcome is StepOutcome.REFUSED and one.why is not None:
            text = one.why
            if not registered:
                text = texts.not_registered(one.why)
            found.append(whole_row(line.row, text))
    return found


def _details(one: StagedRow) -> PersonDetails:
    if one.details is None:
        raise TypeError("a row that can come says an officer")
    return one.details
