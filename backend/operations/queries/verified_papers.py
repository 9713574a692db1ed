"""Queries of papers in the read tables, which verification compares with their acts.

For the whole installation; no scope applies.
"""

from uuid import UUID

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.documents.tables.record_papers import RecordPaper
from backend.fieldwork.tables.decision_papers import DecisionPaper
from backend.operations.rules.verification import DecisionPaperRow, StoredFile

_OWN = [one for one in DecisionPaperRow.__struct_fields__ if one != "seal_file_sha256"]


@compiled.many(DecisionPaperRow)
def of_decisions(ids: list[UUID]) -> Query:
    """Return the rows of these papers of inspection decisions in the read table."""
    sealed = DecisionPaper.sealed_id.sha256.as_alias("seal_file_sha256")
    papers = DecisionPaper.select(*(getattr(DecisionPaper, one) for one in _OWN), sealed)
    return papers.where(rows.any_of(DecisionPaper.id, ids))


@compiled.many(DecisionPaperRow)
def of_records(ids: list[UUID]) -> Query:
    """Return the rows of these papers of plans and of information in the read table."""
    sealed = RecordPaper.sealed_id.sha256.as_alias("seal_file_sha256")
    papers = RecordPaper.select(*(getattr(RecordPaper, one) for one in _OWN), sealed)
    return papers.where(rows.any_of(RecordPaper.id, ids))


async def stored_of_decisions_after(document_id: UUID | None, limit: int) -> list[StoredFile]:
    """Return papers of inspection decisions whose PDF must be in the store."""
    paper = DecisionPaper
    query = paper.select(*rows.columns(StoredFile, paper)).order_by(paper.id).limit(limit)
    query = query.where(paper.object_key.is_not_null())
    if document_id is not None:
        query = query.where(paper.id > document_id)
    return rows.many(StoredFile, await query)


async def stored_of_records_after(document_id: UUID | None, limit: int) -> list[StoredFile]:
    """Return papers of plans and of information whose PDF must be in the store."""
    paper = RecordPaper
    query = paper.select(*rows.columns(StoredFile, paper)).order_by(paper.id).limit(limit)
    query = query.where(paper.object_key.is_not_null())
    if document_id is not None:
        query = query.where(paper.id > document_id)
    return rows.many(StoredFile, await query)
