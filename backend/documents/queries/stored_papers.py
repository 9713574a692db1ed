"""The PDFs of a table of papers in the object store, for backend/documents/protecting.py.

files = Files(RecordPaper)
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query


class StoredPaper(msgspec.Struct, frozen=True, kw_only=True):
    """Where a paper is stored, and what its bytes must be."""

    id: UUID
    sha256: str
    size: int
    object_key: str
    protected_at: datetime | None
    issued_at: datetime


class Files:
    """The PDFs of one table of papers in the object store, for backend/documents/protecting.py."""

    def __init__(self, table: Any) -> None:
        """`table` has at least the columns of StoredPaper, and `version_id`."""
        self._name: str = table._meta.tablename

        @compiled.one(StoredPaper)
        def stored(document_id: UUID) -> Query:
            """Return where a paper is stored, with hash and size; the caller has checked scope."""
            paper = table.select(*rows.columns(StoredPaper, table)).where(table.id == document_id)
            query: Query = paper.where(table.object_key.is_not_null())
            return query

        @compiled.write
        def set_protected(document_id: UUID, version: str | None, at: datetime) -> Query:
            """Record that a paper was read again and locked."""
            values = {"version_id": version, "protected_at": at}
            query: Query = table.update(values).where(table.id == document_id)
            return query

        self.stored = stored
        self.set_protected = set_protected

    async def list_unprotected(self, before: datetime, limit: int) -> list[UUID]:
        """List papers whose job was lost, without those that have a job, even a held one."""
        found = await database.fetch(
            f"""
            SELECT id FROM {self._name} p WHERE object_key IS NOT NULL AND protected_at IS NULL AND issued_at < $1
                AND NOT EXISTS (SELECT FROM pgqueuer q WHERE q.dedupe_key = 'protect_document:' || p.id)
            ORDER BY issued_at LIMIT $2
            """,
            before,
            limit,
        )
        return [row["id"] for row in found]
