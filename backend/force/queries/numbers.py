"""SQL of the register of numbers.

The row of a sequence is the lock; it is held until the caller's transaction ends.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database
from backend.force.rules.numbers import Issuer

SEQUENCES = {
    "unit": ("document_sequences", "unit_id"),
    "officer": ("officer_sequences", "officer_id"),
}


async def take(issuer: Issuer, form: str, year: int, document_id: UUID) -> int:
    """Take the next number and enter it as used, in one statement."""
    table, column = SEQUENCES[issuer.kind]
    number: int = await database.fetchval(
        f"""
        WITH next AS (
            INSERT INTO {table} ({column}, form, year, last_number) VALUES ($2, $3, $4, 1)
            ON CONFLICT ({column}, form, year) DO UPDATE SET last_number = {table}.last_number + 1
            RETURNING last_number
        )
        INSERT INTO document_numbers (issuer_kind, issuer_id, form, year, number, state, document_id)
        SELECT $1, $2, $3, $4, last_number, 'used', $5 FROM next RETURNING number
        """,
        issuer.kind,
        issuer.id,
        form,
        year,
        document_id,
    )
    return number


async def lock_sequence(issuer: Issuer, form: str, year: int) -> int:
    """Lock the sequence's row without taking a number; return the last number given, 0 if none."""
    table, column = SEQUENCES[issuer.kind]
    last: int = await database.fetchval(
        f"""
        INSERT INTO {table} ({column}, form, year, last_number) VALUES ($1, $2, $3, 0)
        ON CONFLICT ({column}, form, year) DO UPDATE SET last_number = {table}.last_number
        RETURNING last_number
        """,
        issuer.id,
        form,
        year,
    )
    return last


async def last_number(issuer: Issuer, form: str, year: int) -> int:
    """Return the last number given, 0 if none, without a lock."""
    table, column = SEQUENCES[issuer.kind]
    last: int | None = await database.fetchval(
        f"SELECT last_number FROM {table} WHERE {column} = $1 AND form = $2 AND year = $3",
        issuer.id,
        form,
        year,
    )
    return last or 0


async def insert_block(
    block_id: UUID, officer_id: UUID, device_id: UUID, form: str, year: int, size: int
) -> None:
    """Lend the next numbers to a phone. The caller holds the sequence's lock."""
    await database.execute(
        """
        WITH moved AS (
            UPDATE officer_sequences SET last_number = last_number + $6
            WHERE officer_id = $2 AND form = $4 AND year = $5 RETURNING last_number
        ), lent AS (
            INSERT INTO number_blocks (id, officer_id, device_id, form, year, first_number, last_number)
            SELECT $1, $2, $3, $4, $5, last_number - $6 + 1, last_number FROM moved
            RETURNING first_number, last_number
        )
        INSERT INTO document_numbers (issuer_kind, issuer_id, form, year, number, state, block_id)
        SELECT 'officer', $2, $4, $5, number, 'reserved', $1
        FROM lent, generate_series(lent.first_number, lent.last_number) AS number
        """,
        block_id,
        officer_id,
        device_id,
        form,
        year,
        size,
    )


_BLOCKS = """
    SELECT b.id, b.officer_id, b.device_id, b.form, b.year, b.first_number AS first, b.last_number AS last, b.given_at,
        b.closed_at, b.close_reason,
        ARRAY(SELECT n.number FROM document_numbers n WHERE n.block_id = b.id AND n.state <> 'reserved'
              ORDER BY n.number) AS used
    FROM number_blocks b
"""


async def find_block(block_id: UUID) -> Any:
    """Return a block with its numbers that are used or void; None if there is none."""
    return await database.fetchrow(f"{_BLOCKS} WHERE b.id = $1", block_id)


async def lock_open_blocks(device_id: UUID, block_id: UUID | None = None) -> None:
    """Lock the rows of a phone's open blocks, or of one, so that nobody enters their numbers.

    This is a statement apart from reading them: a statement that waited for a lock sees other
    tables as they were before it waited.
    """
    await database.fetch(
        "SELECT id FROM number_blocks WHERE closed_at IS NULL AND device_id = $1 AND ($2::uuid IS NULL OR id = $2)"
        " ORDER BY id FOR UPDATE",
        device_id,
        block_id,
    )


async def lock_block_of(officer_id: UUID, form: str, year: int, number: int) -> None:
    """Lock the row of the block that contains a number, open or not, before the number's row."""
    await database.fetch(
        """
        SELECT id FROM number_blocks
        WHERE officer_id = $1 AND form = $2 AND year = $3 AND $4 BETWEEN first_number AND last_number FOR UPDATE
        """,
        officer_id,
        form,
        year,
        number,
    )


async def open_blocks(
    device_id: UUID,
    officer_id: UUID | None = None,
    form: str | None = None,
    year: int | None = None,
) -> list[Any]:
    """Return the open blocks of a phone, of one officer or of all who use it, oldest first."""
    return await database.fetch(
        f"""{_BLOCKS} WHERE b.closed_at IS NULL AND b.device_id = $1 AND ($2::uuid IS NULL OR b.officer_id = $2)
            AND ($3::text IS NULL OR b.form = $3) AND ($4::smallint IS NULL OR b.year = $4)
        ORDER BY b.given_at, b.id""",
        device_id,
        officer_id,
        form,
        year,
    )


async def devices_with_blocks_before(year: int, limit: int) -> list[UUID]:
    """Return phones that hold open blocks of years before this one."""
    rows = await database.fetch(
        "SELECT DISTINCT device_id FROM number_blocks WHERE closed_at IS NULL AND year < $1 LIMIT $2",
        year,
        limit,
    )
    return [row["device_id"] for row in rows]


async def close_block(block_id: UUID, reason: str, act_id: UUID, at: datetime) -> None:
    """Close a block and void its unused numbers. The caller holds its lock."""
    await database.execute(
        """
        WITH closed AS (
            UPDATE number_blocks SET closed_at = $4, close_reason = $2 WHERE id = $1 AND closed_at IS NULL RETURNING id
        )
        UPDATE document_numbers n SET state = 'void', reason = $2, act_id = $3, changed_at = $4
        FROM closed WHERE n.block_id = closed.id AND n.state = 'reserved'
        """,
        block_id,
        reason,
        act_id,
        at,
    )


async def lock_number(issuer: Issuer, form: str, year: int, number: int) -> Any:
    """Lock and return a number, with its block and whether it is void only because that was closed.

    None if the number was never given.
    """
    return await database.fetchrow(
        """
        SELECT n.state, n.document_id, n.block_id, n.reason, n.reserved_at, b.device_id, b.officer_id,
            b.closed_at IS NOT NULL AND n.reason = b.close_reason AS by_closing
        FROM document_numbers n
        LEFT JOIN number_blocks b ON b.id = n.block_id
        WHERE n.issuer_kind = $1 AND n.issuer_id = $2 AND n.form = $3 AND n.year = $4 AND n.number = $5
        FOR UPDATE OF n
        """,
        issuer.kind,
        issuer.id,
        form,
        year,
        number,
    )


async def of_document(document_id: UUID) -> Any:
    """Return the number that a paper bears, or None. A reserved number does not count."""
    return await database.fetchrow(
        "SELECT issuer_kind, issuer_id, form, year, number FROM document_numbers"
        " WHERE document_id = $1 AND state = 'used'",
        document_id,
    )


async def set_used(
    issuer: Issuer, form: str, year: int, number: int, document_id: UUID, act_id: UUID | None
) -> None:
    """Enter a lent or reserved number as used by a paper."""
    await database.execute(
        """
        UPDATE document_numbers SET state = 'used', document_id = $6, act_id = COALESCE($7, act_id), changed_at = now()
        WHERE issuer_kind = $1 AND issuer_id = $2 AND form = $3 AND year = $4 AND number = $5
        """,
        issuer.kind,
        issuer.id,
        form,
        year,
        number,
        document_id,
        act_id,
    )


async def set_void(
    issuer: Issuer, form: str, year: int, number: int, reason: str, act_id: UUID | None
) -> None:
    """Enter a number as void."""
    await database.execute(
        """
        UPDATE document_numbers SET state = 'void', reason = $6, act_id = $7, changed_at = now()
        WHERE issuer_kind = $1 AND issuer_id = $2 AND form = $3 AND year = $4 AND number = $5
        """,
        issuer.kind,
        issuer.id,
        form,
        year,
        number,
        reason,
        act_id,
    )


async def numbers_of(issuer: Issuer, form: str, year: int) -> list[Any]:
    """Return the register of an issuer, form and year, in order."""
    return await database.fetch(
        """
        SELECT number, state, document_id, reason, block_id FROM document_numbers
        WHERE issuer_kind = $1 AND issuer_id = $2 AND form = $3 AND year = $4 ORDER BY number
        """,
        issuer.kind,
        issuer.id,
        form,
        year,
    )


async def reserve(
    issuer: Issuer,
    form: str,
    year: int,
    document_id: UUID,
    fields_hash: str,
    by: UUID,
    at: datetime,
) -> int:
    """Take the next number and reserve it for a paper with this content, in one statement."""
    table, column = SEQUENCES[issuer.kind]
    number: int = await database.fetchval(
        f"""
        WITH next AS (
            INSERT INTO {table} ({column}, form, year, last_number) VALUES ($2, $3, $4, 1)
            ON CONFLICT ({column}, form, year) DO UPDATE SET last_number = {table}.last_number + 1
            RETURNING last_number
        )
        INSERT INTO document_numbers (issuer_kind, issuer_id, form, year, number, state, document_id, fields_hash,
            reserved_by, reserved_at)
        SELECT $1, $2, $3, $4, last_number, 'reserved', $5, $6, $7, $8 FROM next RETURNING number
        """,
        issuer.kind,
        issuer.id,
        form,
        year,
        document_id,
        fields_hash,
        by,
        at,
    )
    return number


async def reserved_for(document_id: UUID) -> Any:
    """Lock and return the number that is reserved for a paper; None if there is none."""
    return await database.fetchrow(
        """
        SELECT issuer_kind, issuer_id, form, year, number, fields_hash, reserved_by, reserved_at, changed_at
        FROM document_numbers WHERE document_id = $1 AND state = 'reserved' FOR UPDATE
        """,
        document_id,
    )


async def touch(document_id: UUID, at: datetime) -> None:
    """Record that somebody is about to sign under the number reserved for this paper."""
    await database.execute(
        "UPDATE document_numbers SET changed_at = $2 WHERE document_id = $1 AND state = 'reserved'",
        document_id,
        at,
    )


async def papers_of_past_years(year: int, limit: int) -> list[UUID]:
    """Return papers for which a number of a year before this one is reserved."""
    rows = await database.fetch(
        "SELECT document_id FROM document_numbers WHERE state = 'reserved' AND document_id IS NOT NULL AND year < $1"
        " ORDER BY reserved_at LIMIT $2",
        year,
        limit,
    )
    return [row["document_id"] for row in rows]
