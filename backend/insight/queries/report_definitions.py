"""Queries of report definitions: drafts and their answers. Small: some hundred rows in a life."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.json_columns import written
from backend.insight.tables.report_definitions import ReportDefinitionDraft
from schemas.insight.report_definitions import DefinitionDrafted


class DraftRow(msgspec.Struct, frozen=True, kw_only=True):
    """A draft with its answer."""

    draft_id: UUID
    record_id: UUID
    code: str
    content: str
    """JSON of a DefinitionDrafted."""
    drafted_by: UUID
    drafted_at: datetime
    answer: str | None
    answered_by: UUID | None
    answered_at: datetime | None
    reason: str | None
    version: int | None
    ends_on: date | None

    @property
    def said(self) -> DefinitionDrafted:
        """What was drafted."""
        return msgspec.json.decode(self.content, type=DefinitionDrafted)


async def lock(record_id: UUID) -> list[DraftRow]:
    """Return the drafts of a definition, oldest first, and let nobody else change them until the transaction ends.

    A lock of rows would not do: the first draft has none.
    """
    await database.fetchval(
        "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", f"report definition {record_id}"
    )
    return await _found(record_id=record_id)


async def of(record_id: UUID) -> list[DraftRow]:
    """Return the drafts of a definition, oldest first."""
    return await _found(record_id=record_id)


async def every() -> list[DraftRow]:
    """Return all drafts of all definitions, oldest first."""
    return await _found()


async def _found(record_id: UUID | None = None) -> list[DraftRow]:
    table = ReportDefinitionDraft
    query = table.select(*rows.columns(DraftRow, table)).order_by(table.drafted_at, table.draft_id)
    if record_id is not None:
        query = query.where(table.record_id == record_id)
    return rows.many(DraftRow, await query)


async def insert(record_id: UUID, said: DefinitionDrafted, by: UUID, at: datetime) -> None:
    """Enter a draft that waits."""
    row = ReportDefinitionDraft(
        draft_id=said.draft_id,
        record_id=record_id,
        code=said.definition.code,
        content=written(said),
        drafted_by=by,
        drafted_at=at,
        ends_on=said.ends_on,
    )
    await ReportDefinitionDraft.insert(row)


async def answer(
    draft_id: UUID,
    said: str,
    by: UUID,
    at: datetime,
    *,
    version: int | None = None,
    reason: str | None = None,
) -> None:
    """Enter the answer to a draft."""
    table = ReportDefinitionDraft
    values: dict[Any, Any] = {
        table.answer: said,
        table.answered_by: by,
        table.answered_at: at,
        table.version: version,
        table.reason: reason,
    }
    await table.update(values).where(table.draft_id == draft_id)
