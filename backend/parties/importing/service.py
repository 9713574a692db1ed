"""Parties from a file at the desk: uploaded, watched, previewed, confirmed, paused, given up.

    import_id = await importing.upload("ho-kinh-doanh.csv", file, actor)    # a worker reads it
    seen = await importing.preview(import_id, actor)
    await importing.begin(import_id, seen.row.file_sha256, OnKnown.SKIP, False, actor)   # a worker brings it

Reading is on the access log; what changes the register is on the ledger.
"""

from collections.abc import AsyncIterator, Sequence
from uuid import UUID

import asyncpg
import msgspec

from backend.core import access_log, scope, spreadsheets
from backend.core.actors import Actor
from backend.core.errors import RefusedAct
from backend.core.job_queue import BRING_PARTIES, READ_PARTIES, enqueue
from backend.core.list_imports.errors import ImportMoved, RowsForgotten
from backend.core.list_imports.rows import fitted, reasons
from backend.force.list_imports import PAGE, Kind, ListImports
from backend.force.list_imports import Page as Page
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from backend.parties.importing import sweeping
from backend.parties.importing.places import know as _know
from backend.parties.importing.places import table as _table
from backend.parties.importing.sweeping import KEPT as KEPT
from backend.parties.queries import import_portions as portions
from backend.parties.queries import import_rows as rows
from backend.parties.queries import imports as queries
from backend.parties.rules import importing as rules
from backend.parties.rules.import_columns import COLUMNS as COLUMNS
from backend.parties.rules.import_columns import EXAMPLE as EXAMPLE
from backend.parties.rules.import_columns import KINDS as KINDS
from backend.parties.rules.import_columns import Column
from backend.parties.texts.imports import said as sentence
from media import keys as names
from media import table_child
from schemas.core.imports import (
    AlreadyImported,
    BadRow,
    ImportState,
)
from schemas.core.vocabulary import RecordKind
from schemas.parties import imports as acts
from schemas.parties.imports import (
    ImportedParty,
    ImportRow,
    OnKnown,
    RowOutcome,
    ShownPortion,
)

know_places = _know
"""Names where the table of communes is; see places.py."""
places = _table
"""Returns that table: what a typed name or code of a commune means."""
MOST_BYTES = table_child.MOST_BYTES
MOST_ROWS = table_child.MOST_ROWS
FIRST = 20
"""Rows of each kind that a preview shows."""
_WRONG = 1_000
"""Rows of the file of errors that are read at a time."""
_imports = ListImports[ImportRow](
    Kind(
        record=RecordKind.PARTY_IMPORT,
        contents=acts.IMPORT_CONTENTS,
        queries=queries,
        reach=scope.directory,
        may_import=rules.may_import,
        staged=names.party_list,
        most_bytes=MOST_BYTES,
        read_job=READ_PARTIES,
        bring_job=BRING_PARTIES,
        notice="party_import",
    )
)
may_import = rules.may_import
upload, page, read, sees = _imports.upload, _imports.page, _imports.read, _imports.sees
pause, go_on, give_up = _imports.pause, _imports.go_on, _imports.give_up
"""As for every list that is imported: backend/force/list_imports.py."""


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """An import with what its page shows of its rows."""

    row: ImportRow
    good: list[ImportedParty]
    known: list[ImportedParty]
    wrong: list[BadRow]
    portions: list[ShownPortion]
    more_portions: int | None
    """The number below which there are more."""
    before: AlreadyImported | None
    """The same file came already."""
    may_confirm: bool
    may_stop: bool


async def preview(
    import_id: UUID, actor: Actor, before: int = 1_000_000_000, *, address: str | None = None
) -> Preview:
    """Return an import with its first rows, wrong ones, and portions below a number. Raises NotAllowed, NotFound.

    What a list says of people is read, which is on the access log.
    """
    row = await read(import_id, actor)
    reads = row.state is ImportState.READ
    if reads and row.rows:
        await access_log.record(actor, "party_import.page", import_id, address=address)
    shown = await portions.page(import_id, before, PAGE + 1) if row.begun_at else []
    may_do = rules.may_import(actor)
    return Preview(
        row=row,
        good=await rows.first_good(import_id, RowOutcome.GOOD, FIRST) if reads else [],
        known=await rows.first_good(import_id, RowOutcome.KNOWN, FIRST) if reads else [],
        wrong=await rows.wrong(import_id, 0, PAGE) if row.kept else [],
        portions=shown[:PAGE],
        more_portions=shown[PAGE - 1].number if len(shown) > PAGE else None,
        before=await _before(row, import_id),
        may_confirm=reads and row.uploaded_by == actor.officer_id,
        may_stop=may_do and row.state in (ImportState.RUNNING, ImportState.PAUSED),
    )


async def _before(row: ImportRow, import_id: UUID) -> AlreadyImported | None:
    if row.state is not ImportState.READ:
        return None
    found = await queries.find(import_id)
    return await queries.same_file(found.path, row.file_sha256, import_id) if found else None


async def begin(
    import_id: UUID, sha256: str, on_known: OnKnown, all_or_none: bool, actor: Actor
) -> Outcome:
    """Confirm what was previewed, in the caller's transaction. Raises NotAllowed, NotFound, ImportMoved, RefusedAct."""
    row = await read(import_id, actor)
    if row.state is not ImportState.READ or row.file_sha256 != sha256:
        raise ImportMoved
    content = acts.ImportBegun(
        unit_id=row.unit_id,
        file_name=row.file_name,
        file_sha256=row.file_sha256,
        file_bytes=row.file_bytes,
        rows=row.rows,
        good=row.good,
        known=row.known,
        bad=row.bad,
        on_known=on_known,
        all_or_none=all_or_none,
    )
    try:
        outcome = await _imports.record(import_id, content, actor)
    except asyncpg.UniqueViolationError:
        raise RefusedAct(code="party_import_same_running", text=sentence("same_running")) from None
    if isinstance(outcome, ledger.Accepted):
        await enqueue(BRING_PARTIES, import_id)
    return outcome


async def discard(import_id: UUID, actor: Actor) -> None:
    """Let go of a list that the actor uploaded and nobody confirmed. Raises NotAllowed, NotFound."""
    await _imports.own(import_id, actor)
    await sweeping.discard(import_id)


async def errors(
    import_id: UUID, actor: Actor, address: str | None
) -> tuple[ImportRow, list[str], AsyncIterator[Sequence[spreadsheets.Row]]]:
    """Return an import, the headings of its file, and pages of rows that cannot come, each with its faults behind.

    Raises NotAllowed, NotFound, RowsForgotten.
    """
    row = await read(import_id, actor)
    if not row.kept or row.read is None:
        raise RowsForgotten
    await access_log.record(actor, "party_import.errors", import_id, address=address)
    return row, row.read.headings, _wrong(row, actor)


async def _wrong(row: ImportRow, actor: Actor) -> AsyncIterator[Sequence[spreadsheets.Row]]:
    read, after = row.read, 0
    if read is None:
        return
    width, language = len(read.headings), actor.language
    while found := await rows.wrong_cells(row.id, after, _WRONG):
        after = found[-1].number
        yield [
            [*fitted(_cells(one, read.columns), width), reasons(one.faults or (), language)]
            for one in found
        ]


def _cells(one: rows.StagedRow, columns: dict[str, int]) -> list[str]:
    """Return what stands in the row, in the order of its file."""
    cells = one.cells or []
    if one.outcome is not RowOutcome.LATE:
        return cells
    said = dict(zip((column.value for column in Column), cells, strict=False))
    by_place = {place: said.get(name, "") for name, place in columns.items()}
    return [by_place.get(place, "") for place in range(max(by_place, default=-1) + 1)]
