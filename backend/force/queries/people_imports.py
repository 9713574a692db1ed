"""Queries of imports of officers: one row a file, from its upload to its end, its portions and its decisions."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows, scope, scoped
from backend.core.actors import Owned, UnitPath
from backend.core.compiled import Query
from backend.core.json_columns import decoded, written_or_none
from backend.core.scope import Reach
from backend.force.tables.people_imports import (
    PeopleImport,
    PeopleImportDecision,
    PeopleImportPortion,
)
from schemas.core.imports import AlreadyImported, ImportState, ReadFile
from schemas.core.problems import Text
from schemas.force.imports import PeopleImportRow, PeoplePortionBrought

_OTHERS = ("uploaded_by_name", "unit_name")
_SHOWN = (
    ", ".join(f"i.{name}" for name in PeopleImportRow.__struct_fields__ if name not in _OTHERS)
    + ", o.full_name AS uploaded_by_name, jsonb_build_object('vi', u.name_vi, 'en', u.name_en) AS unit_name"
)
_FROM = "people_imports i JOIN officers o ON o.id = i.uploaded_by JOIN units u ON u.id = i.unit_id"


class LockedImport(Owned, frozen=True, kw_only=True):
    """An import as acts on it are judged and its portions brought."""

    id: UUID
    unit_id: UUID
    state: ImportState
    file_name: str
    file_sha256: str
    file_bytes: int
    uploaded_by: UUID
    rows: int
    good: int
    bad: int
    begun_at: datetime | None
    done_row: int
    portions: int
    came: int
    waits: int
    partly: int
    refused: int


@compiled.one(LockedImport)
def lock(import_id: UUID) -> Query:
    """Lock an import until the transaction ends; None if there is none."""
    found = PeopleImport.select(*rows.columns(LockedImport, PeopleImport))
    return found.where(PeopleImport.id == import_id).lock_rows("UPDATE")


@compiled.one(LockedImport)
def find(import_id: UUID) -> Query:
    """Return an import without a lock. For workers: no scope applies."""
    found = PeopleImport.select(*rows.columns(LockedImport, PeopleImport))
    return found.where(PeopleImport.id == import_id)


async def insert(import_id: UUID, path: UnitPath, columns: dict[str, Any]) -> None:
    """Write a file that was uploaded. `columns` are the others by their names."""
    await PeopleImport.insert(
        PeopleImport(
            id=import_id,
            unit_id=path.unit_id,
            state=ImportState.READING,
            moved_at=columns["uploaded_at"],
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
            **columns,
        )
    )


# By hand: names come from two other tables, and the reach is of this one.
async def seen(reach: Reach, import_id: UUID) -> PeopleImportRow | None:
    """Return one import in scope, or None."""
    condition, args = scope.sql(reach, "i", 2)
    found = await database.fetch(
        f"SELECT {_SHOWN} FROM {_FROM} WHERE i.id = $1 AND {condition}", import_id, *args
    )
    made = rows.many(PeopleImportRow, decoded(found, "read", "problem", "unit_name"))
    return made[0] if made else None


# By hand, as seen(); a row comparison orders the page as its index does.
async def page(
    reach: Reach, after: tuple[datetime, UUID] | None, limit: int
) -> list[PeopleImportRow]:
    """Return imports in scope, the latest first, below a row's place."""
    condition, args = scope.sql(reach, "i", 4)
    below = "($2::timestamptz IS NULL OR (i.uploaded_at, i.id) < ($2, $3::uuid))"
    found = await database.fetch(
        f"SELECT {_SHOWN} FROM {_FROM} WHERE {condition} AND {below} ORDER BY i.uploaded_at DESC, i.id DESC LIMIT $1",
        limit,
        *(after or (None, None)),
        *args,
    )
    return rows.many(PeopleImportRow, decoded(found, "read", "problem", "unit_name"))


@compiled.one(AlreadyImported)
def same_file(reach: Reach, sha256: str, but: UUID) -> Query:
    """Return the last import of the same file that was begun in this scope, or None."""
    found = PeopleImport.select(
        PeopleImport.id,
        PeopleImport.begun_at.as_alias("at"),
        PeopleImport.uploaded_by.full_name.as_alias("by_name"),
    )
    begun = found.where(PeopleImport.begun_at.is_not_null()).where(PeopleImport.id != but)
    same = begun.where(PeopleImport.file_sha256 == sha256).where(scoped.where(reach, PeopleImport))
    return same.order_by(PeopleImport.begun_at, ascending=False).limit(1)


# By hand: Piccolo cannot return a column of the row that it changed together with a condition on it.
async def begin_reading(import_id: UUID, at: datetime) -> int | None:
    """Count another attempt to read a file; None if it is not to be read any more."""
    attempt: int | None = await database.fetchval(
        """UPDATE people_imports SET attempt = attempt + 1, moved_at = $2, rows = 0, good = 0, bad = 0
        WHERE id = $1 AND state = 'reading' RETURNING attempt""",
        import_id,
        at,
    )
    return attempt


@compiled.changed
def read_on(import_id: UUID, attempt: int, good: int, bad: int, rows: int, at: datetime) -> Query:
    """Write how far the reading is and lock the row; 0 if it is another worker's, or not wanted, by now."""
    counts: dict[Any, Any] = {
        PeopleImport.rows: rows,
        PeopleImport.good: good,
        PeopleImport.bad: bad,
        PeopleImport.moved_at: at,
    }
    found = PeopleImport.update(counts).where(PeopleImport.id == import_id)
    return found.where(PeopleImport.attempt == attempt).where(
        PeopleImport.state == ImportState.READING.value
    )


async def end_reading(
    import_id: UUID, state: ImportState, read: ReadFile | None, problem: Text | None, at: datetime
) -> None:
    """Write that a file was read, or why not. The caller holds the row's lock."""
    changed: dict[Any, Any] = {
        PeopleImport.state: state.value,
        PeopleImport.read: written_or_none(read),
        PeopleImport.problem: written_or_none(problem),
        PeopleImport.moved_at: at,
        PeopleImport.kept: state is ImportState.READ,
    }
    await PeopleImport.update(changed).where(PeopleImport.id == import_id)


async def set_state(import_id: UUID, state: ImportState, at: datetime) -> None:
    """Write where an import stands; what stopped it is over."""
    changed: dict[Any, Any] = {
        PeopleImport.state: state.value,
        PeopleImport.problem: None,
        PeopleImport.moved_at: at,
    }
    if state in (ImportState.FINISHED, ImportState.GIVEN_UP):
        changed[PeopleImport.ended_at] = at
    await PeopleImport.update(changed).where(PeopleImport.id == import_id)


@compiled.changed
def start_again(import_id: UUID, at: datetime) -> Query:
    """Take away what stopped an import that still runs by its acts; 0 if it does not, or nothing stopped it."""
    changed: dict[Any, Any] = {PeopleImport.problem: None, PeopleImport.moved_at: at}
    found = PeopleImport.update(changed).where(PeopleImport.id == import_id)
    return found.where(PeopleImport.state == ImportState.RUNNING.value).where(
        PeopleImport.problem.is_not_null()
    )


async def begin(import_id: UUID, at: datetime) -> None:
    """Write that an import was confirmed."""
    changed: dict[Any, Any] = {
        PeopleImport.state: ImportState.RUNNING.value,
        PeopleImport.begun_at: at,
        PeopleImport.moved_at: at,
    }
    await PeopleImport.update(changed).where(PeopleImport.id == import_id)


@compiled.write
def explain(import_id: UUID, problem: str) -> Query:
    """Write why the system stopped an import; JSON text of a Text."""
    return PeopleImport.update({PeopleImport.problem: problem}).where(PeopleImport.id == import_id)


@compiled.write
def forget_cells_of(import_id: UUID) -> Query:
    """Write that the cells of an import are not here any more."""
    return PeopleImport.update({PeopleImport.kept: False}).where(PeopleImport.id == import_id)


# By hand: sums of columns with themselves.
async def count_portion(import_id: UUID, said: PeoplePortionBrought, at: datetime) -> None:
    """Add a portion to its import."""
    await database.execute(
        """UPDATE people_imports SET done_row = $2, portions = portions + 1, came = came + $3, waits = waits + $4,
        partly = partly + $5, refused = refused + $6, moved_at = $7 WHERE id = $1""",
        import_id,
        said.last_row,
        said.came,
        said.waits,
        said.partly,
        said.refused,
        at,
    )


async def took(import_id: UUID, milliseconds: int) -> None:
    """Add how long a portion took: what no act says."""
    await database.execute(
        "UPDATE people_imports SET busy_ms = busy_ms + $2 WHERE id = $1", import_id, milliseconds
    )


@compiled.count
def waiting(officer_id: UUID, state: str, other: str) -> Query:
    """Count an administrator's imports in either state."""
    found = PeopleImport.count().where(PeopleImport.uploaded_by == officer_id)
    return found.where((PeopleImport.state == state) | (PeopleImport.state == other))


@compiled.values(UUID)
def lying(state: str, before: datetime) -> Query:
    """Return imports in this state with which no worker got on since, but those that stopped and wait for a person."""
    found = PeopleImport.select(PeopleImport.id).where(PeopleImport.state == state)
    found = found.where(PeopleImport.problem.is_null())
    return found.where(PeopleImport.moved_at < before)


@compiled.values(UUID)
def kept_since(state: str, before: datetime) -> Query:
    """Return imports in this state whose cells are still here, moved last before."""
    found = PeopleImport.select(PeopleImport.id).where(PeopleImport.kept.eq(True))
    return found.where(PeopleImport.state == state).where(PeopleImport.moved_at < before)


async def insert_portion(
    import_id: UUID, said: PeoplePortionBrought, lines: bytes, at: datetime
) -> None:
    """Keep a portion's lines, in the transaction of the act that names their hash."""
    await database.execute(
        """INSERT INTO people_import_portions (import_id, number, first_row, last_row, sha256, lines, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)""",
        import_id,
        said.number,
        said.first_row,
        said.last_row,
        said.sha256,
        lines,
        at,
    )


@compiled.value(bytes)
def lines_of(import_id: UUID, number: int) -> Query:
    """Return the compressed lines of a portion; None if it is not kept."""
    kept = PeopleImportPortion
    found = kept.select(kept.lines).where(kept.import_id == import_id)
    return found.where(kept.number == number)


class Attached(msgspec.Struct, frozen=True, kw_only=True):
    """The scan of a decision of a file."""

    number: str
    decided_on: date
    scan_id: UUID


@compiled.many(Attached)
def decisions(import_id: UUID) -> Query:
    """Return the decisions of an import whose scans are attached."""
    found = PeopleImportDecision.select(*rows.columns(Attached, PeopleImportDecision))
    return found.where(PeopleImportDecision.import_id == import_id)


# By hand: Piccolo misreads the key of several columns.
async def attach(import_id: UUID, number: str, decided_on: date, scan_id: UUID) -> None:
    """Write which scan is of a decision; a later one takes its place."""
    await database.execute(
        """INSERT INTO people_import_decisions (import_id, number, decided_on, scan_id) VALUES ($1, $2, $3, $4)
        ON CONFLICT ON CONSTRAINT people_import_decisions_key DO UPDATE SET scan_id = EXCLUDED.scan_id""",
        import_id,
        number,
        decided_on,
        scan_id,
    )
