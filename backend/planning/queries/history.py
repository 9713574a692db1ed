"""Queries of the acts of a plan from the ledger."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from schemas.planning.acts import PlanDrafted


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


async def head_before(plan_id: UUID, document_id: UUID) -> PlanDrafted | None:
    """Return the head that the plan had when a paper of it was last saved; None if it never was."""
    found = await database.fetchval(
        """
        WITH saved AS (
            SELECT max(e.number) AS number FROM ledger_entries e
            WHERE e.record_id = $1 AND e.act_type = 'record_paper.drafted' AND e.quarantine IS NULL
                AND e.act::jsonb #>> '{content,document_id}' = $2
        )
        SELECT e.act::jsonb ->> 'content' FROM ledger_entries e, saved
        WHERE e.record_id = $1 AND e.act_type = 'plan.drafted' AND e.quarantine IS NULL AND e.number < saved.number
        ORDER BY e.number DESC LIMIT 1
        """,
        plan_id,
        str(document_id),
    )
    return msgspec.json.decode(found, type=PlanDrafted) if found else None
