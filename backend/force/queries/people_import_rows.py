"""Queries of what was read of files of officers, row by row, and of what became of each."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.core.json_columns import decoded, written_or_none
from backend.force.tables.people_imports import PeopleImportRow
from schemas.core.imports import BadRow
from schemas.core.problems import Text
from schemas.core.sheets import CellFault
from schemas.force.imports import BroughtStep, PersonDetails, PersonOutcome


class StagedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row as it waits, or as it ended. `cells` are texts as they stand."""

    number: int
    outcome: PersonOutcome
    details: PersonDetails | None = None
    cells: list[str] | None = None
    faults: list[CellFault] | None = None
    officer_id: UUID | None = None
    steps: list[BroughtStep] | None = None


_ARRAYS = (
    "$2::integer[], $3::text[], $4::jsonb[], $5::jsonb[], $6::jsonb[], $7::uuid[], $8::jsonb[]"
)
_NAMES = "number, outcome, details, cells, faults, officer_id, steps"


def _columns(staged: Sequence[StagedRow]) -> tuple[list[object], ...]:
    return (
        [one.number for one in staged],
        [one.outcome.value for one in staged],
        [written_or_none(one.details) for one in staged],
        [written_or_none(one.cells) for one in staged],
        [written_or_none(one.faults) for one in staged],
        [one.officer_id for one in staged],
        [written_or_none(one.steps) for one in staged],
    )


# By hand: Piccolo has no INSERT of arrays, and a row at a time takes ten times as long.
async def insert(import_id: UUID, staged: Sequence[StagedRow]) -> None:
    """Write rows that were read."""
    await database.execute(
        f"INSERT INTO people_import_rows (import_id, {_NAMES}) SELECT $1, t.* FROM unnest({_ARRAYS}) t",
        import_id,
        *_columns(staged),
    )


# By hand: several columns from arrays.
async def end(import_id: UUID, ended: Sequence[StagedRow]) -> None:
    """Write what became of rows; what they say and their cells stay."""
    await database.execute(
        f"""UPDATE people_import_rows r SET outcome = t.outcome, faults = t.faults, officer_id = t.officer_id,
        steps = t.steps FROM unnest({_ARRAYS}) AS t ({_NAMES}) WHERE r.import_id = $1 AND r.number = t.number""",
        import_id,
        *_columns(ended),
    )


@compiled.write
def delete_all(import_id: UUID) -> Query:
    """Delete the rows of an import that is read anew, or was not confirmed."""
    return PeopleImportRow.delete().where(PeopleImportRow.import_id == import_id)


# By hand: two statements in one, as a row is forgotten whole or not at all.
async def forget(import_id: UUID) -> None:
    """Delete what stands in rows that did not come, and keep of others who came with them."""
    await database.execute(
        """WITH gone AS (DELETE FROM people_import_rows WHERE import_id = $1 AND officer_id IS NULL)
        UPDATE people_import_rows SET cells = NULL, details = NULL WHERE import_id = $1 AND officer_id IS NOT NULL""",
        import_id,
    )


async def next_rows(import_id: UUID, after: int, limit: int) -> list[StagedRow]:
    """Return the next rows that can come, in the order of the sheet."""
    return await of_outcomes(import_id, [PersonOutcome.GOOD], after, limit)


async def of_outcomes(
    import_id: UUID, outcomes: Sequence[PersonOutcome], after: int, limit: int
) -> list[StagedRow]:
    """Return rows with one of these outcomes behind a row, in the order of the sheet."""
    these = PeopleImportRow.select(*rows.columns(StagedRow, PeopleImportRow))
    found = (
        await these.where(PeopleImportRow.import_id == import_id)
        .where(PeopleImportRow.number > after)
        .where(rows.any_of(PeopleImportRow.outcome, [one.value for one in outcomes]))
        .order_by(PeopleImportRow.number)
        .limit(limit)
    )
    return rows.many(StagedRow, decoded(found, "details", "cells", "faults", "steps"))


async def wrong(import_id: UUID, outcomes: Sequence[PersonOutcome], limit: int) -> list[BadRow]:
    """Return the first rows that cannot come, with why."""
    found = await of_outcomes(import_id, outcomes, 0, limit)
    return [BadRow(row=one.number, faults=one.faults or []) for one in found]


class NamedDecision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision on which positions of a file rest that a second person confirms."""

    number: str
    decided_on: date
    rows: int
    scan_id: UUID | None


class CountedDecisions(msgspec.Struct, frozen=True, kw_only=True):
    """How many decisions there are, and how many of them have no scan yet."""

    all: int
    lacking: int


_DECISIONS = """(SELECT details #>> '{position,number}' AS number,
        (details #>> '{position,decided_on}')::date AS decided_on, count(*) AS rows FROM people_import_rows
        WHERE import_id = $1 AND outcome = 'good' AND (details #>> '{position,asked}')::boolean GROUP BY 1, 2) r
    LEFT JOIN people_import_decisions d ON d.import_id = $1 AND d.number = r.number AND d.decided_on = r.decided_on"""


# By hand: keys inside a JSON column.
async def decisions(
    import_id: UUID, said: str, after: tuple[bool, date, str] | None, limit: int
) -> list[NamedDecision]:
    """Return these decisions of rows that can come, those without a scan first, whose number has `said` in it."""
    there, decided_on, number = after or (None, None, None)
    found = await database.fetch(
        f"""SELECT r.number, r.decided_on, r.rows, d.scan_id FROM {_DECISIONS}
        WHERE strpos(lower(r.number), lower($2)) > 0
            AND ($3::boolean IS NULL OR (d.scan_id IS NOT NULL, r.decided_on, r.number) > ($3, $4::date, $5::text))
        ORDER BY d.scan_id IS NOT NULL, r.decided_on, r.number LIMIT $6""",
        import_id,
        said,
        there,
        decided_on,
        number,
        limit,
    )
    return rows.many(NamedDecision, found)


# By hand: keys inside a JSON column.
async def count_decisions(import_id: UUID) -> CountedDecisions:
    """Count these decisions."""
    found = await database.fetch(
        f"""SELECT count(*) AS all, count(*) FILTER (WHERE d.scan_id IS NULL) AS lacking FROM {_DECISIONS}""",
        import_id,
    )
    return rows.many(CountedDecisions, found)[0]


# By hand: keys inside a JSON column.
async def rests_on(import_id: UUID, number: str, decided_on: date) -> bool:
    """Tell whether a position of a row that can come rests on this decision."""
    found = await database.fetchval(
        f"SELECT EXISTS (SELECT FROM {_DECISIONS} WHERE r.number = $2 AND r.decided_on = $3)",
        import_id,
        number,
        decided_on,
    )
    return found is True


class Came(msgspec.Struct, frozen=True, kw_only=True):
    """A row that was dealt with, with who came as they are now."""

    number: int
    outcome: PersonOutcome
    full_name: str | None
    username: str | None
    unit: Text | None
    officer_id: UUID | None
    details: PersonDetails | None
    faults: list[CellFault] | None
    steps: list[BroughtStep] | None
    open_asks: list[UUID]
    """Of the row's asks those that still wait for an answer."""


# By hand: who came and their asks are in other tables.
async def came(
    import_id: UUID, outcomes: Sequence[PersonOutcome], after: int, limit: int
) -> list[Came]:
    """Return rows that were dealt with behind a row, in the order of the sheet."""
    found = await database.fetch(
        """SELECT r.number, r.outcome, r.officer_id, r.details, r.faults, r.steps, o.full_name, o.username,
            CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('vi', u.name_vi, 'en', u.name_en) END AS unit,
            ARRAY(SELECT a.id FROM people_asks a WHERE a.officer_id = r.officer_id AND a.state = 'waiting') AS open_asks
        FROM people_import_rows r LEFT JOIN officers o ON o.id = r.officer_id LEFT JOIN units u ON u.id = o.unit_id
        WHERE r.import_id = $1 AND r.outcome = ANY($2::text[]) AND r.number > $3 ORDER BY r.number LIMIT $4""",
        import_id,
        [one.value for one in outcomes],
        after,
        limit,
    )
    return rows.many(Came, decoded(found, "details", "faults", "steps", "unit"))


class UnitOfImport(msgspec.Struct, frozen=True, kw_only=True):
    """A unit in which officers came with a file."""

    id: UUID
    code: str
    name_vi: str
    name_en: str
    came: int
    never: int
    """Of these, officers who have not signed in yet."""


# By hand: counts over three tables.
async def units(import_id: UUID, after: str, limit: int) -> list[UnitOfImport]:
    """Return these units behind a code, by their codes."""
    found = await database.fetch(
        """SELECT u.id, u.code, u.name_vi, u.name_en, count(*) AS came,
            count(*) FILTER (WHERE NOT o.enrolled AND o.state = 'active') AS never
        FROM people_import_rows r JOIN officers o ON o.id = r.officer_id JOIN units u ON u.id = o.unit_id
        WHERE r.import_id = $1 AND u.code > $2 GROUP BY u.id ORDER BY u.code LIMIT $3""",
        import_id,
        after,
        limit,
    )
    return rows.many(UnitOfImport, found)


@compiled.value(UUID)
def import_of(officer_id: UUID) -> Query:
    """Return the import with which an officer came; None who came otherwise."""
    found = PeopleImportRow.select(PeopleImportRow.import_id)
    return found.where(PeopleImportRow.officer_id == officer_id).limit(1)


class AskOfImport(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a file asked for."""

    id: UUID
    asked_at: datetime
    waits: bool


# By hand: the asks of a row are keys inside its JSON column.
async def asks_of(import_id: UUID) -> list[AskOfImport]:
    """Return what a file asked for; nothing while rows are still to come, which may ask for more."""
    found = await database.fetch(
        """SELECT a.id, a.asked_at, a.state = 'waiting' AS waits
        FROM people_import_rows r JOIN people_asks a ON a.officer_id = r.officer_id
        WHERE r.import_id = $1 AND r.outcome IN ('waits', 'partly')
            AND r.steps @> jsonb_build_array(jsonb_build_object('subject', a.id))
            AND EXISTS (SELECT FROM people_imports i WHERE i.id = $1 AND i.ended_at IS NOT NULL)""",
        import_id,
    )
    return rows.many(AskOfImport, found)
