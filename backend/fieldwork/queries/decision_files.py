"""Queries of the PDFs of decisions in the object store, and of the numbers kept for decisions."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows, scope
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.fieldwork.tables.decision_papers import DecisionPaper


class StoredPaper(msgspec.Struct, frozen=True, kw_only=True):
    """Where a paper is stored, and what its bytes must be."""

    id: UUID
    sha256: str
    size: int
    object_key: str
    protected_at: datetime | None
    issued_at: datetime


class KeptRow(msgspec.Struct, frozen=True, kw_only=True):
    """A number that is reserved for a paper, and who reserved it."""

    document_id: UUID
    form: str
    year: int
    number: int
    unit_code: str
    subject_name: str
    reserved_at: datetime
    full_name: str


@compiled.one(StoredPaper)
def stored(document_id: UUID) -> Query:
    """Return where a paper is stored, with hash and size, for the worker."""
    paper = DecisionPaper.select(*rows.columns(StoredPaper, DecisionPaper))
    return paper.where(DecisionPaper.id == document_id).where(
        DecisionPaper.object_key.is_not_null()
    )


@compiled.write
def set_protected(document_id: UUID, version: str | None, at: datetime) -> Query:
    """Record that a paper was read again and locked."""
    paper = DecisionPaper
    return paper.update({paper.version_id: version, paper.protected_at: at}).where(
        paper.id == document_id
    )


async def list_unprotected(before: datetime, limit: int) -> list[UUID]:
    """List papers whose job was lost, without those that have a job, even a held one."""
    found = await database.fetch(
        """
        SELECT id FROM decision_papers WHERE object_key IS NOT NULL AND protected_at IS NULL AND issued_at < $1
            AND NOT EXISTS (SELECT FROM pgqueuer q WHERE q.dedupe_key = 'protect_document:' || decision_papers.id)
        ORDER BY issued_at LIMIT $2
        """,
        before,
        limit,
    )
    return [row["id"] for row in found]


_KEPT = """
    SELECT n.document_id, p.form, n.year, n.number, u.code AS unit_code,
        p.subject_name, n.reserved_at, o.full_name
    FROM document_numbers n JOIN decision_papers p ON p.id = n.document_id
    JOIN officers o ON o.id = n.reserved_by JOIN units u ON u.id = n.issuer_id
    WHERE n.state = 'reserved'
"""


async def kept(actor: Actor, before: datetime, limit: int) -> list[KeptRow]:
    """List numbers reserved for papers in sight and last tried before this moment, oldest first."""
    seen, args = scope.sql(scope.decision_papers(actor), "p", 3)
    found = await database.fetch(
        f"{_KEPT} AND n.changed_at < $1 AND {seen} ORDER BY n.reserved_at, n.document_id LIMIT $2",
        before,
        limit,
        *args,
    )
    return rows.many(KeptRow, found)


async def kept_for(document_id: UUID) -> KeptRow | None:
    """Return the number that is reserved for a paper, or None. The caller has checked scope."""
    return rows.one(KeptRow, await database.fetchrow(f"{_KEPT} AND p.id = $1", document_id))
