"""Officers from a file at the desk: uploaded, watched, previewed, confirmed, paused, given up.

    import_id = await importing.upload("cong-chuc.xlsx", file, actor)    # a worker reads it
    seen = await importing.preview(import_id, actor)
    await importing.begin(import_id, seen.row.file_sha256, False, actor)   # a worker brings it

Reading what it says of people is on the access log; what it does is on the ledger.
"""

from collections.abc import AsyncIterator, Sequence
from datetime import date
from uuid import UUID

import asyncpg
import msgspec

from backend.core import access_log, keyset, scope, spreadsheets
from backend.core.actors import Actor
from backend.core.errors import Invalid, RefusedAct
from backend.core.job_queue import BRING_PEOPLE, READ_PEOPLE, enqueue
from backend.core.list_imports.errors import ImportMoved, RowsForgotten
from backend.core.list_imports.rows import fitted, reasons
from backend.force.accounts import ask_telling
from backend.force.importing import reading, sweeping
from backend.force.importing.errors import DecisionUnknown
from backend.force.importing.sweeping import KEPT as KEPT
from backend.force.list_imports import PAGE, Kind, ListImports
from backend.force.list_imports import Page as Page
from backend.force.queries import people_import_rows as rows
from backend.force.queries import people_imports as queries
from backend.force.queries.people_import_rows import Came as Came
from backend.force.queries.people_import_rows import CountedDecisions
from backend.force.queries.people_import_rows import UnitOfImport as UnitOfImport
from backend.force.rules import importing as rules
from backend.force.rules import usernames
from backend.force.rules.asks import grave_role
from backend.force.rules.import_columns import COLUMNS as COLUMNS
from backend.force.rules.import_columns import EXAMPLE as EXAMPLE
from backend.force.texts.imports import said as sentence
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from media import keys as names
from schemas.core.imports import (
    AlreadyImported,
    BadRow,
    ImportState,
)
from schemas.core.vocabulary import RecordKind
from schemas.force import imports as acts
from schemas.force.imports import (
    Decision,
    PeopleImportRow,
    PersonDetails,
    PersonOutcome,
)

MOST_BYTES = reading.MOST_BYTES
MOST_ROWS = reading.MOST_ROWS
needs_second = grave_role
"""Tells whether a second person confirms a role."""
username_of = usernames.made_from
"""Returns the user name that is made of a name, as far as it is free."""
FIRST = 20
"""Rows that can come, as a preview shows them."""
_WRONG_AT_ONCE = 1_000
"""Rows of the file of errors that are read at a time."""
_IN_ERRORS = (PersonOutcome.BAD, PersonOutcome.REFUSED)
_imports = ListImports[PeopleImportRow](
    Kind(
        record=RecordKind.PEOPLE_IMPORT,
        contents=acts.PEOPLE_IMPORT_CONTENTS,
        queries=queries,
        reach=scope.administered,
        may_import=rules.may_import,
        staged=names.people_list,
        most_bytes=MOST_BYTES,
        read_job=READ_PEOPLE,
        bring_job=BRING_PEOPLE,
        notice="people_import",
    )
)
may_import = rules.may_import
upload, page, read, sees = _imports.upload, _imports.page, _imports.read, _imports.sees
pause, go_on = _imports.pause, _imports.go_on
"""As for every list that is imported: backend/force/list_imports.py."""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A row that can come."""

    row: int
    person: PersonDetails


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """An import with what its page shows of its rows."""

    row: PeopleImportRow
    good: list[Shown]
    wrong: list[BadRow]
    decisions: list[Decision]
    """A page of those on which positions rest that a second person confirms, without a scan first."""
    decisions_next: str | None
    """Where their next page begins."""
    decisions_count: int
    lacking: int
    """Decisions that have no scan."""
    before: AlreadyImported | None
    """The same file came already."""
    may_confirm: bool
    may_stop: bool


async def preview(
    import_id: UUID,
    actor: Actor,
    decisions: tuple[str, str] = ("", ""),
    *,
    address: str | None = None,
) -> Preview:
    """Return an import with its first rows, wrong ones and decisions. Raises NotAllowed, NotFound, Invalid.

    `decisions`: what their numbers have in them, and behind which cursor they are shown.

    What a list says of people is read, which is on the access log.
    """
    row = await read(import_id, actor)
    waits = row.state is ImportState.READ
    if row.rows and (waits or row.begun_at is not None):
        await access_log.record(actor, "people_import.page", import_id, address=address)
    good = await rows.next_rows(import_id, 0, FIRST) if waits else []
    before = None
    if waits:
        before = await queries.same_file(scope.administered(actor), row.file_sha256, import_id)
    counted = await rows.count_decisions(import_id) if waits else CountedDecisions(all=0, lacking=0)
    listed, following = await _decisions(import_id, *decisions) if counted.all else ([], None)
    return Preview(
        row=row,
        good=[Shown(row=one.number, person=one.details) for one in good if one.details],
        wrong=await rows.wrong(import_id, _IN_ERRORS, PAGE) if row.kept else [],
        decisions=listed,
        decisions_next=following,
        decisions_count=counted.all,
        lacking=counted.lacking,
        before=before,
        may_confirm=waits and row.uploaded_by == actor.officer_id,
        may_stop=row.state in (ImportState.RUNNING, ImportState.PAUSED),
    )


async def _decisions(import_id: UUID, said: str, after: str) -> tuple[list[Decision], str | None]:
    found = await rows.decisions(import_id, said, _behind(after), PAGE + 1)
    shown = [msgspec.convert(one, Decision, from_attributes=True) for one in found[:PAGE]]
    if len(found) <= PAGE:
        return shown, None
    last = shown[-1]
    there = "there" if last.scan_id else "missing"
    return shown, keyset.write(there, last.decided_on.isoformat(), last.number)


def _behind(cursor: str) -> tuple[bool, date, str] | None:
    """Read a cursor of decisions, whose numbers may have a bar in them. Raises Invalid."""
    if not cursor:
        return None
    try:
        there, day, *number = keyset.unpack(cursor)
        return there == "there", date.fromisoformat(day), "|".join(number)
    except ValueError:
        raise Invalid(code="cursor_invalid") from None


async def decision_of(import_id: UUID, number: str, decided_on: date, actor: Actor) -> UUID:
    """Check that the actor may attach a scan to this decision of a file; returns the import's unit.

    Raises NotAllowed, NotFound, ImportMoved, DecisionUnknown.
    """
    row = await _imports.own(import_id, actor)
    if row.state is not ImportState.READ:
        raise ImportMoved
    if not await rows.rests_on(import_id, number, decided_on):
        raise DecisionUnknown
    return row.unit_id


async def attach(
    import_id: UUID, number: str, decided_on: date, scan_id: UUID, actor: Actor
) -> None:
    """Write which scan is of a decision, in the caller's transaction. Raises as decision_of()."""
    await _imports.locked(import_id, actor)
    await decision_of(import_id, number, decided_on, actor)
    await queries.attach(import_id, number, decided_on, scan_id)


async def begin(import_id: UUID, sha256: str, all_or_none: bool, actor: Actor) -> Outcome:
    """Confirm what was previewed, in the caller's transaction. Raises NotAllowed, NotFound, ImportMoved, RefusedAct."""
    row = await read(import_id, actor)
    if row.state is not ImportState.READ or row.file_sha256 != sha256:
        raise ImportMoved
    content = acts.PeopleImportBegun(
        unit_id=row.unit_id,
        file_name=row.file_name,
        file_sha256=row.file_sha256,
        file_bytes=row.file_bytes,
        rows=row.rows,
        good=row.good,
        bad=row.bad,
        all_or_none=all_or_none,
    )
    try:
        outcome = await _imports.record(import_id, content, actor)
    except asyncpg.UniqueViolationError:
        raise RefusedAct(code="people_import_same_running", text=sentence("same_running")) from None
    if isinstance(outcome, ledger.Accepted):
        await enqueue(BRING_PEOPLE, import_id)
    return outcome


async def give_up(import_id: UUID, reason: str, actor: Actor) -> Outcome:
    """Bring no more rows; who came stays, and what was asked for waits. Raises NotAllowed, NotFound."""
    outcome = await _imports.give_up(import_id, reason, actor)
    if isinstance(outcome, ledger.Accepted):
        await ask_telling.settle_import(import_id)
    return outcome


async def discard(import_id: UUID, actor: Actor) -> None:
    """Let go of a list that the actor uploaded and nobody confirmed. Raises NotAllowed, NotFound."""
    await _imports.own(import_id, actor)
    await sweeping.discard(import_id)


async def outcomes(
    import_id: UUID, which: Sequence[PersonOutcome], after: int, actor: Actor
) -> tuple[PeopleImportRow, list[Came], int | None]:
    """Return an import, rows of these outcomes behind a row, and behind which there are more. Raises NotAllowed,
    NotFound."""
    row = await read(import_id, actor)
    found = await rows.came(import_id, which, after, PAGE + 1)
    shown = found[:PAGE]
    return row, shown, shown[-1].number if len(found) > PAGE else None


async def units(
    import_id: UUID, after: str, actor: Actor
) -> tuple[PeopleImportRow, list[UnitOfImport], str | None]:
    """Return an import, units in which officers came with it, and the code behind which there are more. Raises
    NotAllowed, NotFound."""
    row = await read(import_id, actor)
    found = await rows.units(import_id, after, PAGE + 1)
    shown = found[:PAGE]
    return row, shown, shown[-1].code if len(found) > PAGE else None


async def errors(
    import_id: UUID, actor: Actor, address: str | None
) -> tuple[PeopleImportRow, list[str], AsyncIterator[Sequence[spreadsheets.Row]]]:
    """Return an import, the headings of its file, and pages of rows whose officers did not come, each with why.

    Raises NotAllowed, NotFound, RowsForgotten.
    """
    row = await read(import_id, actor)
    if not row.kept or row.read is None:
        raise RowsForgotten
    await access_log.record(actor, "people_import.errors", import_id, address=address)
    return row, row.read.headings, _wrong(row, len(row.read.headings), actor.language)


async def _wrong(
    row: PeopleImportRow, width: int, language: str
) -> AsyncIterator[Sequence[spreadsheets.Row]]:
    after = 0
    while found := await rows.of_outcomes(row.id, _IN_ERRORS, after, _WRONG_AT_ONCE):
        after = found[-1].number
        yield [
            [*fitted(one.cells or [], width), reasons(one.faults or [], language)] for one in found
        ]
