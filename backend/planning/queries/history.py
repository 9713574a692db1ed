"""Queries of the acts of a plan from the ledger."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An accepted act with its officer."""

    number: int
    act_type: str
    act: str
    by_name: str
    received_at: datetime


async def of_plan(plan_id: UUID, limit: int) -> list[Told]:
    """Return the accepted acts of a plan, the newest first."""
    found = await database.fetch(
        """SELECT e.number, e.act_type, e.act, o.full_name AS by_name, e.received_at
        FROM ledger_entries e JOIN officers o ON o.id = e.officer_id
        WHERE e.record_id = $1 AND e.quarantine IS NULL ORDER BY e.number DESC LIMIT $2""",
        plan_id,
        limit,
    )
    return rows.many(Told, found)
