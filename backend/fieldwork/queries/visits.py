"""SQL for the map and the time line of a visit. Called only for an inspection in scope."""

from typing import Any
from uuid import UUID

from backend.core import database
from backend.fieldwork.queries import photo_numbers as photo_number_queries


async def phone_acts(inspection_id: UUID) -> list[Any]:
    """Return all acts that phones made for an inspection, in the order of the record."""
    return await database.fetch(
        """
        SELECT e.number, e.act_id, e.act_type, e.officer_id, o.full_name AS officer_name, e.made_at, e.received_at,
            e.act, e.verdicts, e.quarantine IS NOT NULL AND coalesce(q.decided, '') <> 'admitted' AS held
        FROM ledger_entries e LEFT JOIN officers o ON o.id = e.officer_id
            LEFT JOIN quarantined_acts q ON q.act_id = e.act_id
        WHERE e.record_id = $1 AND e.device_id IS NOT NULL ORDER BY e.number
        """,
        inspection_id,
    )


async def photos(inspection_id: UUID) -> list[Any]:
    """Return the inspection's photographs, each with the act that announced it."""
    return await database.fetch(
        f"""
        SELECT p.act_id, p.id, {photo_number_queries.OF_EACH} AS number, p.caption,
            p.withdrawn_reason IS NOT NULL AS withdrawn,
            p.stored_at IS NOT NULL AND p.preview = 'ready' AS shown
        FROM photos p WHERE p.inspection_id = $1
        """,
        inspection_id,
    )
