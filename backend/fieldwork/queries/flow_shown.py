"""Queries of drafts, supplements and minutes set aside, as an inspection's view shows them."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.json_columns import decoded
from backend.fieldwork.queries.flow import ANSWER, LastDraft
from schemas.fieldwork.minutes_flow import FileSupplemented
from schemas.fieldwork.remarks import RemarkAnswer


class ProposedDraft(LastDraft, frozen=True, kw_only=True):
    """A draft as it was proposed, with the answers to remarks that its act carries."""

    photos: list[str]
    """SHA-256 of each, in order."""
    officer_name: str
    made_at: datetime
    received_at: datetime
    noted: bool
    answers: list[RemarkAnswer] | None


class Supplement(msgspec.Struct, frozen=True, kw_only=True):
    """A team's answer to a request for a supplement."""

    act_id: UUID
    asked: UUID
    content: FileSupplemented
    officer_name: str
    made_at: datetime
    received_at: datetime


class SetAside(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes that were set aside, with officer and reason."""

    minutes_id: UUID
    reason: str
    officer_name: str


async def drafts(inspection_id: UUID) -> list[ProposedDraft]:
    """Return drafts, oldest first, with the answers to remarks that their acts carry."""
    found = await database.fetch(
        f"""
        SELECT d.act_id, d.minutes_id, d.draft, d.photos, d.made_at, d.received_at, d.noted,
            o.full_name AS officer_name, (p.act::jsonb #> '{{content,answers}}')::text AS answers, {ANSWER}
        FROM drafts d JOIN officers o ON o.id = d.officer_id JOIN ledger_entries p ON p.act_id = d.act_id
        WHERE d.inspection_id = $1 ORDER BY p.number
        """,
        inspection_id,
    )
    return rows.many(ProposedDraft, decoded(found, "photos", "answers"))


async def supplements(inspection_id: UUID) -> list[Supplement]:
    """Return the team's answers to requests for a supplement, oldest first."""
    found = await database.fetch(
        """
        SELECT f.act_id, f.asked, f.content, f.made_at, f.received_at, o.full_name AS officer_name
        FROM file_supplements f JOIN officers o ON o.id = f.officer_id
        WHERE f.inspection_id = $1 ORDER BY f.received_at, f.act_id
        """,
        inspection_id,
    )
    return rows.many(Supplement, decoded(found, "content"))


async def set_aside(inspection_id: UUID) -> list[SetAside]:
    """Return the minutes that were set aside, with officer and reason."""
    found = await database.fetch(
        """
        SELECT a.minutes_id, a.reason, o.full_name AS officer_name
        FROM minutes_set_aside a JOIN officers o ON o.id = a.officer_id
        WHERE a.inspection_id = $1 ORDER BY a.at
        """,
        inspection_id,
    )
    return rows.many(SetAside, found)
