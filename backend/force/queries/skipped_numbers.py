"""Queries of the numbers that sequences skip after a restore."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.force.queries.numbers import NOW, SEQUENCES, in_year
from backend.force.rules.numbers import Issuer
from backend.force.tables.numbers import DocumentNumber, NumberSkip


class _Range(msgspec.Struct, frozen=True, kw_only=True):
    first_number: int
    last_number: int


async def skip(kind: str, era: int, years: list[int], size: int) -> int:
    """Move every sequence of these years on by `size`, also later ones; return how many moved.

    Sequences that begin later start after the skipped numbers (the floors). Only the owner of the
    schema may write these.
    """
    table, column = SEQUENCES[kind]
    moved: int = await database.fetchval(
        f"""
        WITH moved AS (
            UPDATE {table} SET last_number = last_number + $4 WHERE year = ANY($3::smallint[])
            RETURNING {column} AS issuer_id, form, year, last_number
        ), skipped AS (
            INSERT INTO number_skips (issuer_kind, issuer_id, form, year, first_number, last_number)
            SELECT $1, issuer_id, form, year, last_number - $4 + 1, last_number FROM moved
        ), floors AS (
            INSERT INTO number_floors (era, issuer_kind, year, size)
            SELECT $2, $1, year, $4 FROM unnest($3::smallint[]) AS year
        )
        SELECT count(*) FROM moved
        """,
        kind,
        era,
        years,
        size,
    )
    return moved


async def is_skipped(
    issuer: Issuer,
    form: str,
    year: int,
    number: int,
    era: int | None = None,
    until: datetime | None = None,
) -> bool:
    """Tell whether a restore skipped this number, also in a sequence that has not begun since.

    With `era` and `until` (UTC), consider only the restore that began this era and those before it.
    A sequence that has begun since has the skips of all restores in one row, from 1 on; such a row
    is compared with the floors.
    """
    table, column = SEQUENCES[issuer.kind]
    found: bool = await database.fetchval(
        f"""
        WITH floor AS (
            SELECT COALESCE(sum(size), 0) AS size FROM number_floors
            WHERE issuer_kind = $1 AND year = $4 AND ($6::int IS NULL OR era <= $6)
        ), mine AS (
            SELECT first_number, last_number, skipped_at FROM number_skips
            WHERE issuer_kind = $1 AND issuer_id = $2 AND form = $3 AND year = $4
                AND $5 BETWEEN first_number AND last_number
        )
        SELECT EXISTS (SELECT FROM mine, floor
                WHERE $7::timestamptz IS NULL OR skipped_at <= $7 OR (first_number = 1 AND $5 <= size))
            OR EXISTS (SELECT FROM floor WHERE $5 BETWEEN 1 AND size AND NOT EXISTS (
                SELECT FROM {table} WHERE {column} = $2 AND form = $3 AND year = $4))
        """,
        issuer.kind,
        issuer.id,
        form,
        year,
        number,
        era,
        until,
    )
    return found


async def enter_skipped(
    issuer: Issuer, form: str, year: int, number: int, document_id: UUID, act_id: UUID | None
) -> bool:
    """Enter a skipped number as used by the paper that bears it; False if another was first."""
    entered: int | None = await database.fetchval(
        """
        INSERT INTO document_numbers (issuer_kind, issuer_id, form, year, number, state, document_id, act_id)
        VALUES ($1, $2, $3, $4, $5, 'used', $6, $7) ON CONFLICT (issuer_kind, issuer_id, form, year, number) DO NOTHING
        RETURNING number
        """,
        issuer.kind,
        issuer.id,
        form,
        year,
        number,
        document_id,
        act_id,
    )
    return entered is not None


async def enter_once_more(
    issuer: Issuer, form: str, year: int, number: int, document_id: UUID
) -> bool:
    """Enter a skipped number that is void because entering its paper again was given up.

    False if it is not void for that reason.
    """
    return await _use_void(issuer, form, year, number, document_id) is not None


@compiled.value(int)
def _use_void(issuer: Issuer, form: str, year: int, number: int, document_id: UUID) -> Query:
    used = DocumentNumber.update(
        {
            DocumentNumber.state: "used",
            DocumentNumber.document_id: document_id,
            DocumentNumber.changed_at: NOW,
        }
    )
    this = used.where(in_year(issuer, form, year)).where(DocumentNumber.number == number)
    given_up = (DocumentNumber.state == "void") & DocumentNumber.block_id.is_null()
    return this.where(given_up).returning(DocumentNumber.number)


async def skipped(issuer: Issuer, form: str, year: int) -> list[tuple[int, int]]:
    """Return the skipped ranges, first and last."""
    return [(one.first_number, one.last_number) for one in await _skipped(issuer, form, year)]


@compiled.many(_Range)
def _skipped(issuer: Issuer, form: str, year: int) -> Query:
    theirs = NumberSkip.select(*rows.columns(_Range, NumberSkip)).where(
        (NumberSkip.issuer_kind == issuer.kind) & (NumberSkip.issuer_id == issuer.id)
    )
    of_year = theirs.where((NumberSkip.form == form) & (NumberSkip.year == year))
    return of_year.order_by(NumberSkip.first_number)
