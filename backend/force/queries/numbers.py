"""Queries of the register of numbers.

The row of a sequence is the lock; it is held until the caller's transaction ends.
"""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec
from piccolo.custom_types import Combinable
from piccolo.querystring import QueryString

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.force.rules.numbers import Issuer, Standing
from backend.force.tables.numbers import DocumentNumber, NumberBlock

SEQUENCES = {
    "unit": ("document_sequences", "unit_id"),
    "officer": ("officer_sequences", "officer_id"),
}
NOW = QueryString("now()")
"""The beginning of the transaction by the server's clock, as ServerTime columns have it."""


class LockedNumber(msgspec.Struct, frozen=True, kw_only=True):
    """A number of the register, with the block in which it was lent."""

    state: Standing
    document_id: UUID | None
    block_id: UUID | None
    reason: str | None
    reserved_at: datetime | None
    device_id: UUID | None
    officer_id: UUID | None
    closed_at: datetime | None
    close_reason: str | None

    @property
    def by_closing(self) -> bool:
        """Whether it is void only because its block was closed."""
        closed = self.closed_at is not None and self.reason is not None
        return closed and self.reason == self.close_reason


class Borne(msgspec.Struct, frozen=True, kw_only=True):
    """A number and its issuer."""

    issuer_kind: Literal["unit", "officer"]
    issuer_id: UUID
    form: str
    year: int
    number: int


class Reserved(Borne, frozen=True, kw_only=True):
    """A number that is reserved for a paper."""

    fields_hash: str
    reserved_by: UUID
    reserved_at: datetime
    changed_at: datetime


class BlockRow(msgspec.Struct, frozen=True, kw_only=True):
    """A block of numbers lent to a phone."""

    id: UUID
    officer_id: UUID
    device_id: UUID
    form: str
    year: int
    first: int
    last: int
    given_at: datetime
    closed_at: datetime | None
    close_reason: str | None
    used: list[int]
    """Its numbers that are used or void, in order."""


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


async def find_block(block_id: UUID) -> BlockRow | None:
    """Return a block with its numbers that are used or void; None if there is none."""
    found = await database.fetchrow(f"{_BLOCKS} WHERE b.id = $1", block_id)
    return rows.one(BlockRow, found)


@compiled.write
def lock_open_blocks(device_id: UUID) -> Query:
    """Lock the rows of a phone's open blocks, so that nobody enters their numbers.

    This is a statement apart from reading them: a statement that waited for a lock sees other
    tables as they were before it waited.
    """
    still_open = NumberBlock.select(NumberBlock.id).where(NumberBlock.closed_at.is_null())
    theirs = still_open.where(NumberBlock.device_id == device_id)
    return theirs.order_by(NumberBlock.id).lock_rows("UPDATE")


@compiled.write
def lock_block_of(officer_id: UUID, form: str, year: int, number: int) -> Query:
    """Lock the row of the block that contains a number, open or not, before the number's row."""
    theirs = NumberBlock.select(NumberBlock.id).where(NumberBlock.officer_id == officer_id)
    of_year = theirs.where((NumberBlock.form == form) & (NumberBlock.year == year))
    within = (NumberBlock.first_number <= number) & (NumberBlock.last_number >= number)
    return of_year.where(within).lock_rows("UPDATE")


async def open_blocks(
    device_id: UUID,
    officer_id: UUID | None = None,
    form: str | None = None,
    year: int | None = None,
) -> list[BlockRow]:
    """Return the open blocks of a phone, of one officer or of all who use it, oldest first."""
    found = await database.fetch(
        f"""{_BLOCKS} WHERE b.closed_at IS NULL AND b.device_id = $1 AND ($2::uuid IS NULL OR b.officer_id = $2)
            AND ($3::text IS NULL OR b.form = $3) AND ($4::smallint IS NULL OR b.year = $4)
        ORDER BY b.given_at, b.id""",
        device_id,
        officer_id,
        form,
        year,
    )
    return rows.many(BlockRow, found)


async def devices_with_blocks_before(year: int, limit: int) -> list[UUID]:
    """Return phones that hold open blocks of years before this one."""
    query = NumberBlock.select(NumberBlock.device_id).distinct()
    still_open = query.where(NumberBlock.closed_at.is_null()).where(NumberBlock.year < year)
    return [row["device_id"] for row in await still_open.limit(limit)]


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


def in_year(issuer: Issuer, form: str, year: int) -> Combinable:
    """Return the condition that a row of the register is of this issuer, form and year."""
    of_issuer = (DocumentNumber.issuer_kind == issuer.kind) & (
        DocumentNumber.issuer_id == issuer.id
    )
    return of_issuer & (DocumentNumber.form == form) & (DocumentNumber.year == year)


@compiled.one(LockedNumber)
def lock_number(issuer: Issuer, form: str, year: int, number: int) -> Query:
    """Lock and return a number, with its block. None if the number was never given."""
    block = DocumentNumber.block_id
    found = DocumentNumber.select(
        DocumentNumber.state,
        DocumentNumber.document_id,
        DocumentNumber.block_id,
        DocumentNumber.reason,
        DocumentNumber.reserved_at,
        block.device_id.as_alias("device_id"),
        block.officer_id.as_alias("officer_id"),
        block.closed_at.as_alias("closed_at"),
        block.close_reason.as_alias("close_reason"),
    ).where(in_year(issuer, form, year))
    this = found.where(DocumentNumber.number == number)
    return this.lock_rows("UPDATE", of=(DocumentNumber,))


@compiled.one(Borne)
def of_document(document_id: UUID) -> Query:
    """Return the number that a paper bears, or None. A reserved number does not count."""
    query = DocumentNumber.select(*rows.columns(Borne, DocumentNumber))
    theirs = query.where(DocumentNumber.document_id == document_id)
    return theirs.where(DocumentNumber.state == "used")


async def is_void(document_id: UUID) -> bool:
    """Tell whether the number of a paper is void: one was voided, and it bears no other."""
    return await _any(document_id, "void") and not await _any(document_id, "used")


@compiled.exists
def _any(document_id: UUID, state: str) -> Query:
    theirs = DocumentNumber.exists().where(DocumentNumber.document_id == document_id)
    return theirs.where(DocumentNumber.state == state)


@compiled.write
def set_used(
    issuer: Issuer, form: str, year: int, number: int, document_id: UUID, act_id: UUID | None
) -> Query:
    """Enter a lent or reserved number as used by a paper."""
    used = DocumentNumber.update(
        {
            DocumentNumber.state: "used",
            DocumentNumber.document_id: document_id,
            DocumentNumber.act_id: QueryString("COALESCE({}, {})", act_id, DocumentNumber.act_id),
            DocumentNumber.changed_at: NOW,
        }
    )
    return used.where(in_year(issuer, form, year)).where(DocumentNumber.number == number)


@compiled.write
def set_void(
    issuer: Issuer, form: str, year: int, number: int, reason: str, act_id: UUID | None
) -> Query:
    """Enter a number as void."""
    void = DocumentNumber.update(
        {
            DocumentNumber.state: "void",
            DocumentNumber.reason: reason,
            DocumentNumber.act_id: act_id,
            DocumentNumber.changed_at: NOW,
        }
    )
    return void.where(in_year(issuer, form, year)).where(DocumentNumber.number == number)


@compiled.values(int)
def numbers_of(issuer: Issuer, form: str, year: int) -> Query:
    """Return the numbers in the register of an issuer, form and year, in order."""
    found = DocumentNumber.select(DocumentNumber.number).where(in_year(issuer, form, year))
    return found.order_by(DocumentNumber.number)


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


@compiled.one(Reserved)
def reserved_for(document_id: UUID) -> Query:
    """Lock and return the number that is reserved for a paper; None if there is none."""
    query = DocumentNumber.select(*rows.columns(Reserved, DocumentNumber))
    theirs = query.where(DocumentNumber.document_id == document_id)
    return theirs.where(DocumentNumber.state == "reserved").lock_rows("UPDATE")


@compiled.one(Reserved)
def reserved_now(document_id: UUID) -> Query:
    """Return the number that is reserved for a paper at this moment, for what only reads; None if there is none."""
    query = DocumentNumber.select(*rows.columns(Reserved, DocumentNumber))
    theirs = query.where(DocumentNumber.document_id == document_id)
    return theirs.where(DocumentNumber.state == "reserved")


@compiled.write
def touch(document_id: UUID, at: datetime) -> Query:
    """Record that somebody is about to sign under the number reserved for this paper."""
    return DocumentNumber.update({DocumentNumber.changed_at: at}).where(
        (DocumentNumber.document_id == document_id) & (DocumentNumber.state == "reserved")
    )


async def papers_of_past_years(year: int, limit: int) -> list[UUID]:
    """Return papers for which a number of a year before this one is reserved."""
    found = (
        await DocumentNumber.select(DocumentNumber.document_id)
        .where(DocumentNumber.state == "reserved")
        .where(DocumentNumber.document_id.is_not_null())
        .where(DocumentNumber.year < year)
        .order_by(DocumentNumber.reserved_at)
        .limit(limit)
    )
    return [row["document_id"] for row in found]
