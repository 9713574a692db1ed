"""Queries of officers' notices, with the number and the party of the case."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.json_columns import decoded
from schemas.force.notices import NoticeKind


class ShownNotice(msgspec.Struct, frozen=True, kw_only=True):
    """A notice. Only time limits have a rule, a moment and an end; those of cases and papers a number and party."""

    id: UUID
    kind: str
    record_id: UUID
    rule: str | None
    moment: str | None
    due_at: datetime | None
    text_key: str
    about: NoticeKind | None
    urgent: bool
    numbers: dict[str, Any]
    at: datetime
    phone_at: datetime | None
    seen_at: datetime | None
    read_at: datetime | None
    settled_at: datetime | None
    case_number: str | None
    party: str | None


_SHOWN = """n.id, n.kind, n.record_id, n.rule, n.moment, n.due_at, n.text_key, n.about, n.urgent, n.numbers, n.at,
            n.phone_at, n.seen_at, n.read_at, n.settled_at, c.number AS case_number, c.subject_name AS party"""


async def page(
    officer_id: UUID, after: tuple[datetime, UUID] | None, limit: int, about: NoticeKind | None
) -> list[ShownNotice]:
    """List an officer's own notices at the desk, newest first, of one kind if it is named."""
    at, ident = after or (None, None)
    found = await database.fetch(
        f"""
        SELECT {_SHOWN} FROM notices n LEFT JOIN documents d ON d.id = n.record_id
        LEFT JOIN cases c ON c.id = COALESCE(d.case_id, n.record_id)
        WHERE n.officer_id = $1 AND n.desk AND ($2::timestamptz IS NULL OR (n.at, n.id) < ($2, $3::uuid))
                  AND ($5::text IS NULL OR n.about = $5) AND NOT n.hidden
        ORDER BY n.at DESC, n.id DESC LIMIT $4
        """,
        officer_id,
        at,
        ident,
        limit,
        about,
    )
    return rows.many(ShownNotice, decoded(found, "numbers"))


async def open_of(officer_id: UUID, notice_id: UUID | None, limit: int) -> list[ShownNotice]:
    """List an officer's unread and open time limits, newest first, or one of them.

    For phones, which know only time limits.
    """
    found = await database.fetch(
        f"""
        SELECT {_SHOWN} FROM notices n LEFT JOIN cases c ON c.id = n.record_id
        WHERE n.officer_id = $1 AND n.kind = 'deadline' AND n.phone AND n.read_at IS NULL AND n.settled_at IS NULL
          AND ($2::uuid IS NULL OR n.id = $2) AND NOT n.hidden
        ORDER BY n.at DESC, n.id DESC LIMIT $3
        """,
        officer_id,
        notice_id,
        limit,
    )
    return rows.many(ShownNotice, decoded(found, "numbers"))
