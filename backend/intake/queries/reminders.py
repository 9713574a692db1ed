"""Queries of the reminders of informations: which are due, and when next one is looked at."""

from datetime import datetime
from uuid import UUID

from backend.core import compiled
from backend.core.compiled import Query
from backend.intake.tables.informations import InformationRecord


async def near(now: datetime, after: UUID | None, limit: int) -> list[UUID]:
    """Return informations of which somebody is to be told, in the order of their ids."""
    query = InformationRecord.select(InformationRecord.id).where(InformationRecord.near_at <= now)
    if after is not None:
        query = query.where(InformationRecord.id > after)
    return [row["id"] for row in await query.order_by(InformationRecord.id).limit(limit)]


@compiled.write
def look_again(information_id: UUID, at: datetime | None) -> Query:
    """Note when next something is to be told; None: nothing, until an act moves a limit."""
    row = InformationRecord
    return row.update({row.near_at: at}).where(row.id == information_id)
