"""SQL of numbers that a demonstration plans for the days of its history."""

from datetime import datetime
from uuid import UUID

from backend.core import database
from backend.force.queries.numbers import SEQUENCES
from backend.force.rules.numbers import Number


async def begin_behind(unit_id: UUID, form: str, year: int, numbers: int) -> None:
    """Let a unit's register begin behind so many numbers, unless it is further already."""
    table, column = SEQUENCES["unit"]
    await database.execute(
        f"""
        INSERT INTO {table} ({column}, form, year, last_number) VALUES ($1, $2, $3, $4)
        ON CONFLICT ({column}, form, year) DO UPDATE
        SET last_number = greatest({table}.last_number, excluded.last_number)
        """,
        unit_id,
        form,
        year,
        numbers,
    )


async def use(unit_id: UUID, form: str, year: int, number: int, document_id: UUID) -> None:
    """Enter a number as used by a paper."""
    await database.execute(
        """
        INSERT INTO document_numbers (issuer_kind, issuer_id, form, year, number, state, document_id)
        VALUES ('unit', $1, $2, $3, $4, 'used', $5)
        """,
        unit_id,
        form,
        year,
        number,
        document_id,
    )


async def reserve(
    number: Number, document_id: UUID, fields_hash: str, by: UUID, at: datetime
) -> None:
    """Reserve a number for a paper with this content."""
    await database.execute(
        """
        INSERT INTO document_numbers (issuer_kind, issuer_id, form, year, number, state, document_id, fields_hash,
            reserved_by, reserved_at)
        VALUES ($1, $2, $3, $4, $5, 'reserved', $6, $7, $8, $9)
        """,
        number.issuer.kind,
        number.issuer.id,
        number.form,
        number.year,
        number.number,
        document_id,
        fields_hash,
        by,
        at,
    )
