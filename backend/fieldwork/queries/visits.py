"""Queries for the map and the time line of a visit. Called only for an inspection in scope."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.json_columns import decoded
from backend.fieldwork.queries import photo_numbers as photo_number_queries


class PhoneAct(msgspec.Struct, frozen=True, kw_only=True):
    """An act that a phone made."""

    number: int
    act_id: UUID
    act_type: str
    officer_id: UUID
    officer_name: str | None
    made_at: datetime
    received_at: datetime
    act: str
    verdicts: dict[str, str]
    held: bool


class VisitPhoto(msgspec.Struct, frozen=True, kw_only=True):
    """A photograph, with the act that announced it."""

    act_id: UUID
    id: UUID
    number: int
    caption: str | None
    withdrawn: bool
    shown: bool


async def phone_acts(inspection_id: UUID) -> list[PhoneAct]:
    """Return all acts that phones made for an inspection, in the order of the record."""
    found = await database.fetch(
        """
        SELECT e.number, e.act_id, e.act_type, e.officer_id, o.full_name AS officer_name, e.made_at, e.received_at,
            e.act, e.verdicts, e.quarantine IS NOT NULL AND coalesce(q.decided, '') <> 'admitted' AS held
        FROM ledger_entries e LEFT JOIN officers o ON o.id = e.officer_id
            LEFT JOIN quarantined_acts q ON q.act_id = e.act_id
        WHERE e.record_id = $1 AND e.device_id IS NOT NULL ORDER BY e.number
        """,
        inspection_id,
    )
    return rows.many(PhoneAct, decoded(found, "verdicts"))


async def photos(inspection_id: UUID) -> list[VisitPhoto]:
    """Return the inspection's photographs, each with the act that announced it."""
    found = await database.fetch(
        f"""
        SELECT p.act_id, p.id, {photo_number_queries.OF_EACH} AS number, p.caption,
            p.withdrawn_reason IS NOT NULL AS withdrawn,
            p.stored_at IS NOT NULL AND p.preview = 'ready' AS shown
        FROM photos p WHERE p.inspection_id = $1
        """,
        inspection_id,
    )
    return rows.many(VisitPhoto, found)
