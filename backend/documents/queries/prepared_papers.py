"""Queries of papers that their signers took, to sign them outside."""

from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

import msgspec

from backend.core import compiled, database
from backend.core.compiled import Query
from backend.documents.tables.prepared_papers import PreparedPaper

KeptAs = TypeVar("KeptAs", bound=msgspec.Struct)
"""What a group keeps of a prepared paper."""


class Prepared(msgspec.Struct, Generic[KeptAs], frozen=True, kw_only=True):
    """A prepared paper. Times are UTC."""

    officer_id: UUID
    full_name: str
    fields_hash: str
    prepared_at: datetime
    kept: KeptAs


async def prepared(document_id: UUID, kind: type[KeptAs]) -> Prepared[KeptAs] | None:
    """Return how a paper was prepared last, without its bytes; the caller has checked scope."""
    row = await database.fetchrow(
        """
        SELECT p.officer_id, o.full_name, p.fields_hash, p.prepared_at, p.kept::text AS kept
        FROM prepared_papers p JOIN officers o ON o.id = p.officer_id WHERE p.document_id = $1
        """,
        document_id,
    )
    if row is None:
        return None
    return Prepared(
        officer_id=row["officer_id"],
        full_name=row["full_name"],
        fields_hash=row["fields_hash"],
        prepared_at=row["prepared_at"],
        kept=msgspec.json.decode(row["kept"], type=kind),
    )


@compiled.value(bytes)
def pdf(document_id: UUID) -> Query:
    """Return the bytes that are to be signed; the caller has checked whose they are."""
    return PreparedPaper.select(PreparedPaper.pdf).where(PreparedPaper.document_id == document_id)


async def put(
    document_id: UUID,
    officer_id: UUID,
    fields_hash: str,
    kept: msgspec.Struct,
    data: bytes,
    at: datetime,
) -> None:
    """Keep a prepared paper, in place of an earlier one."""
    await database.execute(
        """
        INSERT INTO prepared_papers (document_id, officer_id, fields_hash, kept, pdf, prepared_at)
        VALUES ($1, $2, $3, $4::text::jsonb, $5, $6)
        ON CONFLICT (document_id) DO UPDATE SET officer_id = excluded.officer_id,
            fields_hash = excluded.fields_hash, kept = excluded.kept, pdf = excluded.pdf,
            prepared_at = excluded.prepared_at
        """,
        document_id,
        officer_id,
        fields_hash,
        msgspec.json.encode(kept).decode(),
        data,
        at,
    )


@compiled.write
def end(document_id: UUID) -> Query:
    """Forget a prepared paper: its file was entered, or it was given up."""
    return PreparedPaper.delete().where(PreparedPaper.document_id == document_id)


async def forget_before(moment: datetime) -> int:
    """Delete those prepared before this moment; returns how many."""
    found: int = await database.fetchval(
        """
        WITH gone AS (DELETE FROM prepared_papers WHERE prepared_at < $1 RETURNING 1)
        SELECT count(*) FROM gone
        """,
        moment,
    )
    return found
