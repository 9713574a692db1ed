"""Queries of imports of parties: one row a file, from its upload to its end."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import compiled, database, rows, scope
from backend.core.actors import Owned, UnitPath
from backend.core.compiled import Query
from backend.core.json_columns import decoded, written_or_none
from backend.core.scope import Reach
from backend.parties.tables.imports import PartyImport
from schemas.core.imports import AlreadyImported, ImportState, ReadFile
from schemas.core.problems import Text
from schemas.parties.imports import ImportRow, OnKnown

_SHOWN = (
    ", ".join(
        f"i.{name}"
        for name in ImportRow.__struct_fields__
        if name not in ("uploaded_by_name", "unit_name")
    )
    + ", o.full_name AS uploaded_by_name, jsonb_build_object('vi', u.name_vi, 'en', u.name_en) AS unit_name"
)


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
    known: int
    bad: int
    on_known: OnKnown | None
    begun_at: datetime | None
    done_row: int
    portions: int
    registered: int
    corrected: int
    skipped: int


@compiled.one(LockedImport)
def lock(import_id: UUID) -> Query:
    """Lock an import until the transaction ends; None if there is none."""
    found = PartyImport.select(*rows.columns(LockedImport, PartyImport))
    return found.where(PartyImport.id == import_id).lock_rows("UPDATE")


@compiled.one(LockedImport)
def find(import_id: UUID) -> Query:
    """Return an import without a lock. For workers: no scope applies."""
    found = PartyImport.select(*rows.columns(LockedImport, PartyImport))
    return found.where(PartyImport.id == import_id)


async def insert(import_id: UUID, path: UnitPath, columns: dict[str, Any]) -> None:
    """Write a file that was uploaded. `columns` are the others by their names."""
    await PartyImport.insert(
        PartyImport(
            id=import_id,
            unit_id=path.unit_id,
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
            state=ImportState.READING,
            moved_at=columns["uploaded_at"],
            **columns,
        )
    )


# By hand: names come from two other tables, and the reach is of this one.
async def seen(reach: Reach, import_id: UUID) -> ImportRow | None:
    """Return one import in scope, or None."""
    condition, args = scope.sql(reach, "i", 2)
    found = await database.fetch(
        f"""SELECT {_SHOWN} FROM party_imports i JOIN officers o ON o.id = i.uploaded_by
        JOIN units u ON u.id = i.unit_id WHERE i.id = $1 AND {condition}""",
        import_id,
        *args,
    )
    made = rows.many(ImportRow, decoded(found, "read", "problem", "unit_name"))
    return made[0] if made else None


# By hand, as seen(); a row comparison orders the page as its index does.
async def page(reach: Reach, after: tuple[datetime, UUID] | None, limit: int) -> list[ImportRow]:
    """Return imports in scope, the latest first, below a row's place."""
    condition, args = scope.sql(reach, "i", 2)
    below = ""
    if after is not None:
        below = f"AND (i.uploaded_at, i.id) < (${len(args) + 2}, ${len(args) + 3})"
        args = [*args, *after]  # type: ignore[list-item]  # a moment, too
    found = await database.fetch(
        f"""SELECT {_SHOWN} FROM party_imports i JOIN officers o ON o.id = i.uploaded_by
        JOIN units u ON u.id = i.unit_id WHERE {condition} {below}
        ORDER BY i.uploaded_at DESC, i.id DESC LIMIT $1""",
        limit,
        *args,
    )
    return rows.many(ImportRow, decoded(found, "read", "problem", "unit_name"))


# By hand: the department of an office of the nation is the nation.
async def same_file(path: UnitPath, sha256: str, but: UUID) -> AlreadyImported | None:
    """Return the last import of the same file that was begun in this department, or None."""
    found = await database.fetchrow(
        """SELECT i.id, i.begun_at AS at, o.full_name AS by_name
        FROM party_imports i JOIN officers o ON o.id = i.uploaded_by
        WHERE i.file_sha256 = $1 AND i.begun_at IS NOT NULL AND i.id <> $2
            AND i.unit_1 = $3 AND i.unit_2 IS NOT DISTINCT FROM $4
        ORDER BY i.begun_at DESC LIMIT 1""",
        sha256,
        but,
        path.unit_1,
        path.unit_2,
    )
    return rows.one(AlreadyImported, found)


# By hand: Piccolo cannot return a column of the row that it changed together with a condition on it.
async def begin_reading(import_id: UUID, at: datetime) -> int | None:
    """Count another attempt to read a file; None if it is not to be read any more."""
    attempt: int | None = await database.fetchval(
        """UPDATE party_imports SET attempt = attempt + 1, moved_at = $2, rows = 0, good = 0, known = 0, bad = 0
        WHERE id = $1 AND state = 'reading' RETURNING attempt""",
        import_id,
        at,
    )
    return attempt


@compiled.changed
def read_on(
    import_id: UUID, attempt: int, good: int, known: int, bad: int, rows: int, at: datetime
) -> Query:
    """Write how far the reading is and lock the row; 0 if it is another worker's, or not wanted, by now."""
    counts: dict[Any, Any] = {
        PartyImport.rows: rows,
        PartyImport.good: good,
        PartyImport.known: known,
        PartyImport.bad: bad,
        PartyImport.moved_at: at,
    }
    found = PartyImport.update(counts).where(PartyImport.id == import_id)
    return found.where(PartyImport.attempt == attempt).where(
        PartyImport.state == ImportState.READING.value
    )


async def end_reading(
    import_id: UUID, state: ImportState, read: ReadFile | None, problem: Text | None, at: datetime
) -> None:
    """Write that a file was read, or why not. The caller holds the row's lock."""
    changed: dict[Any, Any] = {
        PartyImport.state: state.value,
        PartyImport.read: written_or_none(read),
        PartyImport.problem: written_or_none(problem),
        PartyImport.moved_at: at,
        PartyImport.kept: state is ImportState.READ,
    }
    await PartyImport.update(changed).where(PartyImport.id == import_id)


@compiled.changed
def start_again(import_id: UUID, at: datetime) -> Query:
    """Take away what stopped an import that still runs by its acts; 0 if it does not, or nothing stopped it."""
    changed: dict[Any, Any] = {PartyImport.problem: None, PartyImport.moved_at: at}
    found = PartyImport.update(changed).where(PartyImport.id == import_id)
    return found.where(PartyImport.state == ImportState.RUNNING.value).where(
        PartyImport.problem.is_not_null()
    )


async def begin(import_id: UUID, on_known: OnKnown, at: datetime) -> None:
    """Write that an import was confirmed."""
    changed: dict[Any, Any] = {
        PartyImport.state: ImportState.RUNNING.value,
        PartyImport.on_known: on_known.value,
        PartyImport.begun_at: at,
        PartyImport.moved_at: at,
    }
    await PartyImport.update(changed).where(PartyImport.id == import_id)


async def set_state(import_id: UUID, state: ImportState, at: datetime) -> None:
    """Write where an import stands."""
    ended = state in (ImportState.FINISHED, ImportState.GIVEN_UP)
    changed: dict[Any, Any] = {
        PartyImport.state: state.value,
        PartyImport.problem: None,
        PartyImport.moved_at: at,
    }
    if ended:
        changed[PartyImport.ended_at] = at
    await PartyImport.update(changed).where(PartyImport.id == import_id)


@compiled.write
def explain(import_id: UUID, problem: str) -> Query:
    """Write why the system paused an import; JSON text of a Text."""
    return PartyImport.update({PartyImport.problem: problem}).where(PartyImport.id == import_id)


@compiled.write
def forget_rows_of(import_id: UUID) -> Query:
    """Write that the rows of an import are not here any more."""
    return PartyImport.update({PartyImport.kept: False}).where(PartyImport.id == import_id)


# By hand: sums of columns with themselves.
async def count_portion(
    import_id: UUID, last_row: int, counts: tuple[int, int, int], at: datetime
) -> None:
    """Add a portion to its import: rows registered, corrected and skipped."""
    await database.execute(
        """UPDATE party_imports SET done_row = $2, portions = portions + 1, registered = registered + $3,
        corrected = corrected + $4, skipped = skipped + $5, moved_at = $6 WHERE id = $1""",
        import_id,
        last_row,
        *counts,
        at,
    )


async def took(import_id: UUID, milliseconds: int, late: int) -> None:
    """Add how long a portion took, and how many of its rows came too late. What no act says."""
    await database.execute(
        "UPDATE party_imports SET busy_ms = busy_ms + $2, late = late + $3 WHERE id = $1",
        import_id,
        milliseconds,
        late,
    )


@compiled.count
def waiting(officer_id: UUID, state: str, other: str) -> Query:
    """Count an officer's imports in either state."""
    found = PartyImport.count().where(PartyImport.uploaded_by == officer_id)
    return found.where((PartyImport.state == state) | (PartyImport.state == other))


@compiled.values(UUID)
def lying(state: str, before: datetime) -> Query:
    """Return imports in this state with which no worker got on since, but those that stopped and wait for a person."""
    found = PartyImport.select(PartyImport.id).where(PartyImport.state == state)
    found = found.where(PartyImport.problem.is_null())
    return found.where(PartyImport.moved_at < before)


@compiled.values(UUID)
def kept_since(state: str, before: datetime) -> Query:
    """Return imports in this state whose rows are still here, moved last before."""
    found = PartyImport.select(PartyImport.id).where(PartyImport.kept.eq(True))
    return found.where(PartyImport.state == state).where(PartyImport.moved_at < before)
