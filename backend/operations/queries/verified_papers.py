"""Queries of papers in the read tables, which verification compares with their acts.

For the whole installation; no scope applies.
"""

from typing import Any
from uuid import UUID

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.documents.tables.record_papers import RecordPaper
from backend.fieldwork.tables.decision_papers import DecisionPaper
from backend.operations.rules.verification import DeskPaperRow, StoredFile

_OWN = [one for one in DeskPaperRow.__struct_fields__ if one != "seal_file_sha256"]


class _Papers:
    """The queries of one table of papers."""

    def __init__(self, paper: Any) -> None:
        self._paper = paper

        @compiled.many(DeskPaperRow)
        def rows_of(ids: list[UUID]) -> Query:
            """Return the rows of these papers in the read table."""
            sealed = paper.sealed_id.sha256.as_alias("seal_file_sha256")
            papers = paper.select(*(getattr(paper, one) for one in _OWN), sealed)
            query: Query = papers.where(rows.any_of(paper.id, ids))
            return query

        self.rows_of = rows_of

    async def stored_after(self, document_id: UUID | None, limit: int) -> list[StoredFile]:
        """Return papers whose PDF must be in the store."""
        paper = self._paper
        query = paper.select(*rows.columns(StoredFile, paper)).order_by(paper.id).limit(limit)
        query = query.where(paper.object_key.is_not_null())
        if document_id is not None:
            query = query.where(paper.id > document_id)
        return rows.many(StoredFile, await query)


_DECISIONS, _RECORDS = _Papers(DecisionPaper), _Papers(RecordPaper)
of_decisions, of_records = _DECISIONS.rows_of, _RECORDS.rows_of
stored_of_decisions_after, stored_of_records_after = (
    _DECISIONS.stored_after,
    _RECORDS.stored_after,
)
