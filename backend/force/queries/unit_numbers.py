"""Queries of the registers of units: where they began, and what was set aside for an outage."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.force.queries.numbers import SEQUENCES, in_year
from backend.force.rules.numbers import Issuer, Standing
from backend.force.tables.numbers import (
    DocumentNumber,
    NumberOpening,
    NumberRange,
    OfficerNumberOpening,
)
from backend.force.tables.officers import Officer
from schemas.force.number_acts import NumbersSetAside

_OF_UNITS, _ = SEQUENCES["unit"]
_OPENINGS = {"unit": "number_openings", "officer": "officer_number_openings"}


class RangeRow(msgspec.Struct, frozen=True, kw_only=True):
    """A range that was set aside. Times are UTC."""

    id: UUID
    unit_id: UUID
    form: str
    year: int
    first_number: int
    last_number: int
    reason: str
    act_id: UUID
    set_aside_at: datetime


class RangeUse(RangeRow, frozen=True, kw_only=True):
    """A range with how much of it is accounted for."""

    full_name: str
    used: int
    void: int


class RegisterRow(msgspec.Struct, frozen=True, kw_only=True):
    """How far a register is."""

    form: str
    last_number: int
    opened_at_number: int | None
    """The last number given on paper before; None if it began at 1 here."""


class OfficerOpening(msgspec.Struct, frozen=True, kw_only=True):
    """Where an officer's own register began, and how far it is now."""

    full_name: str
    officer_number: str | None
    form: str
    last_number: int
    latest: int


class AsideNumber(msgspec.Struct, frozen=True, kw_only=True):
    """One number of a range."""

    number: int
    state: Standing
    document_id: UUID | None
    reason: str | None


async def registers(unit_id: UUID, year: int) -> list[RegisterRow]:
    """Return the unit's registers that have begun in a year."""
    found = await database.fetch(
        f"""
        SELECT s.form, s.last_number, o.last_number AS opened_at_number
        FROM {_OF_UNITS} s LEFT JOIN number_openings o USING (unit_id, form, year)
        WHERE s.unit_id = $1 AND s.year = $2 ORDER BY s.form
        """,
        unit_id,
        year,
    )
    return rows.many(RegisterRow, found)


async def ranges(unit_id: UUID, limit: int) -> list[RangeUse]:
    """Return the unit's ranges, those with open numbers first, then the latest."""
    found = await database.fetch(
        """
        SELECT r.id, r.unit_id, r.form, r.year, r.first_number, r.last_number, r.reason, r.act_id, r.set_aside_at,
            w.full_name, n.used, n.void
        FROM number_ranges r JOIN officers w ON w.id = r.set_aside_by
        CROSS JOIN LATERAL (
            SELECT count(*) FILTER (WHERE state = 'used') AS used, count(*) FILTER (WHERE state = 'void') AS void
            FROM document_numbers WHERE range_id = r.id
        ) n
        WHERE r.unit_id = $1
        ORDER BY n.used + n.void = r.last_number - r.first_number + 1, r.set_aside_at DESC LIMIT $2
        """,
        unit_id,
        limit,
    )
    return rows.many(RangeUse, found)


@compiled.one(RangeRow)
def find_range(range_id: UUID) -> Query:
    """Return a range; None if there is none. The caller checks scope."""
    return NumberRange.select(*rows.columns(RangeRow, NumberRange)).where(
        NumberRange.id == range_id
    )


@compiled.exists
def any_before(moment: datetime) -> Query:
    """Tell whether any range was set aside before this moment."""
    return NumberRange.exists().where(NumberRange.set_aside_at < moment)


@compiled.many(AsideNumber)
def numbers_of(range_id: UUID) -> Query:
    """Return every number of a range, in order."""
    theirs = DocumentNumber.select(*rows.columns(AsideNumber, DocumentNumber))
    return theirs.where(DocumentNumber.range_id == range_id).order_by(DocumentNumber.number)


async def range_of(issuer: Issuer, form: str, year: int, number: int) -> RangeRow | None:
    """Lock a number and return the range in which it was set aside; None if it was not."""
    found = await database.fetchrow(
        """
        SELECT r.id, r.unit_id, r.form, r.year, r.first_number, r.last_number, r.reason, r.act_id, r.set_aside_at
        FROM document_numbers n JOIN number_ranges r ON r.id = n.range_id
        WHERE n.issuer_kind = $1 AND n.issuer_id = $2 AND n.form = $3 AND n.year = $4 AND n.number = $5
        FOR UPDATE OF n
        """,
        issuer.kind,
        issuer.id,
        form,
        year,
        number,
    )
    return rows.one(RangeRow, found)


@compiled.value(int)
def opening(unit_id: UUID, form: str, year: int) -> Query:
    """Return the last number a unit gave on paper before; None if none was entered."""
    mine = NumberOpening.select(NumberOpening.last_number).where(NumberOpening.unit_id == unit_id)
    return mine.where((NumberOpening.form == form) & (NumberOpening.year == year))


@compiled.value(int)
def officer_opening(officer_id: UUID, form: str, year: int) -> Query:
    """Return the last number an officer gave on paper before; None if none was entered."""
    of = OfficerNumberOpening
    mine = of.select(of.last_number).where(of.officer_id == officer_id)
    return mine.where((of.form == form) & (of.year == year))


@compiled.exists
def is_lent(issuer: Issuer, form: str, year: int) -> Query:
    """Tell whether a phone holds numbers of a register and may still give them. The caller holds its lock."""
    numbers = DocumentNumber.exists().where(in_year(issuer, form, year))
    return numbers.where(DocumentNumber.state == "reserved")


async def open_at(
    issuer: Issuer, form: str, year: int, last_number: int, reason: str, act_id: UUID
) -> None:
    """Move the register behind a number given on paper. The caller holds the sequence's lock."""
    table, column = SEQUENCES[issuer.kind]
    await database.execute(
        f"""
        WITH moved AS (
            UPDATE {table} SET last_number = $4
            WHERE {column} = $1 AND form = $2 AND year = $3 AND last_number < $4 RETURNING 1
        )
        INSERT INTO {_OPENINGS[issuer.kind]} ({column}, form, year, last_number, reason, act_id)
        SELECT $1, $2, $3, $4, $5, $6 FROM moved
        """,
        issuer.id,
        form,
        year,
        last_number,
        reason,
        act_id,
    )


async def officer_in(unit_id: UUID, level: int, officer_number: str) -> UUID | None:
    """Return the active officer with this number (số hiệu) in a unit or below; None if there is none."""
    columns = (Officer.unit_1, Officer.unit_2, Officer.unit_3, Officer.unit_4)
    there = (columns[level - 1] == unit_id) & (Officer.state == "active")
    found = (
        await Officer.select(Officer.id)
        .where(there & (Officer.officer_number == officer_number))
        .first()
    )
    return found["id"] if found else None


async def officer_openings(unit_id: UUID, level: int, year: int) -> list[OfficerOpening]:
    """Return what officers of a unit and below entered of a year, by name."""
    found = await database.fetch(
        f"""
        SELECT o.full_name, o.officer_number, p.form, p.last_number, s.last_number AS latest
        FROM officer_number_openings p JOIN officers o ON o.id = p.officer_id
            JOIN officer_sequences s USING (officer_id, form, year)
        WHERE o.unit_{level} = $1 AND p.year = $2 ORDER BY o.full_name, o.id, p.form LIMIT 500
        """,
        unit_id,
        year,
    )
    return rows.many(OfficerOpening, found)


async def set_aside(
    unit_id: UUID, content: NumbersSetAside, act_id: UUID, officer_id: UUID
) -> None:
    """Set the next numbers aside. The caller holds the sequence's lock."""
    await database.execute(
        f"""
        WITH moved AS (
            UPDATE {_OF_UNITS} SET last_number = $6
            WHERE unit_id = $2 AND form = $3 AND year = $4 AND last_number = $5 - 1 RETURNING 1
        ), made AS (
            INSERT INTO number_ranges (id, unit_id, form, year, first_number, last_number, reason, act_id, set_aside_by)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9 FROM moved RETURNING id
        )
        INSERT INTO document_numbers (issuer_kind, issuer_id, form, year, number, state, range_id)
        SELECT 'unit', $2, $3, $4, number, 'reserved', $1 FROM made, generate_series($5::int, $6::int) AS number
        """,
        content.range_id,
        unit_id,
        content.form,
        content.year,
        content.first,
        content.last,
        content.reason,
        act_id,
        officer_id,
    )


async def lock_open(range_id: UUID, numbers: list[int]) -> list[int]:
    """Lock these numbers of a range and return those that nobody used or voided."""
    found = await database.fetch(
        """
        SELECT number FROM document_numbers WHERE range_id = $1 AND number = ANY($2::int[]) AND state = 'reserved'
        ORDER BY number FOR UPDATE
        """,
        range_id,
        numbers,
    )
    return [row["number"] for row in found]


async def use(range_id: UUID, number: int, document_id: UUID) -> bool:
    """Enter a number as used by the paper that bears it; False if it is used or void.

    It may be void because an earlier try to enter that paper was given up.
    """
    used: int | None = await database.fetchval(
        """
        UPDATE document_numbers SET state = 'used', document_id = $3, changed_at = now()
        WHERE range_id = $1 AND number = $2
            AND (state = 'reserved' OR (state = 'void' AND document_id IS NOT NULL))
        RETURNING number
        """,
        range_id,
        number,
        document_id,
    )
    return used is not None
