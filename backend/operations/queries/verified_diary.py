"""Queries of verification about the work diary. For operators: no scope applies."""

from datetime import datetime
from uuid import UUID

from backend.core import rows
from backend.core.json_columns import decoded
from backend.fieldwork.tables.diary import DiaryEntry
from backend.operations.rules.verification import DiaryLineRow


async def lines_after(line_id: UUID | None, limit: int) -> list[DiaryLineRow]:
    """Return lines as their table has them, in the order of their ids."""
    query = DiaryEntry.select(*rows.columns(DiaryLineRow, DiaryEntry)).order_by(DiaryEntry.id)
    if line_id is not None:
        query = query.where(DiaryEntry.id > line_id)
    return rows.many(DiaryLineRow, decoded(await query.limit(limit), "line", "notes"))


async def kept_since() -> datetime | None:
    """Return when the first line was written; None without one. What happened before has no lines."""
    found = await DiaryEntry.select(DiaryEntry.at).order_by(DiaryEntry.at).limit(1)
    return found[0]["at"] if found else None
