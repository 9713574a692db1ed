"""SQL of notices: to whom, each once, what was read, what is settled."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database
from backend.core.actors import UnitPath

ON_PHONES = ("device", "draft")
"""Kinds that phones show besides time limits."""


async def supervisors(path: UnitPath, but: UUID | None = None) -> list[UUID]:
    """Return the supervisors of a unit except `but`; if none, of the nearest unit above."""
    rows = await database.fetch(
        """
        SELECT o.id, array_position($1::uuid[], o.unit_id) AS level
        FROM officers o JOIN officer_roles r ON r.officer_id = o.id AND r.role = 'supervisor'
        WHERE o.unit_id = ANY($1) AND o.state = 'active' AND o.id IS DISTINCT FROM $2
        """,
        [part for part in path.as_tuple() if part is not None],
        but,
    )
    nearest = max((row["level"] for row in rows), default=0)
    return [row["id"] for row in rows if row["level"] == nearest]


async def insert(rows: list[dict[str, Any]]) -> list[Any]:
    """Insert the notices that were not sent before; returns (id, officer_id) of these only.

    A notice of a time limit is unique by its clock and moment, any other by its `once`.
    """
    return await database.fetch(
        """
        INSERT INTO notices (id, officer_id, kind, record_id, rule, moment, due_at, text_key, numbers, at, once)
        SELECT r.id, r.officer_id, r.kind, r.record_id, r.rule, r.moment, r.due_at, r.text_key, r.numbers, r.at,
            r.once
        FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, officer_id uuid, kind text, record_id uuid, rule text,
            moment text, due_at timestamptz, text_key text, numbers jsonb, at timestamptz, once text)
        ON CONFLICT DO NOTHING
        RETURNING id, officer_id
        """,
        msgspec.json.encode(rows).decode(),
    )


async def settle(ids: list[UUID], now: datetime) -> list[Any]:
    """Settle these notices; returns (id, officer_id)."""
    return await database.fetch(
        "UPDATE notices SET settled_at = $2 WHERE id = ANY($1) RETURNING id, officer_id", ids, now
    )


async def settle_for(officer_id: UUID, kind: str, now: datetime) -> list[Any]:
    """Settle an officer's notices of this kind; returns rows as settle_of()."""
    return await database.fetch(
        "UPDATE notices SET settled_at = $3 WHERE officer_id = $1 AND kind = $2 AND settled_at IS NULL"
        " RETURNING id, officer_id, kind",
        officer_id,
        kind,
        now,
    )


async def settle_of(record_id: UUID, now: datetime) -> list[Any]:
    """Settle a record's open notices that have no clock; returns their id, officer_id, kind."""
    return await database.fetch(
        "UPDATE notices SET settled_at = $2 WHERE record_id = $1 AND settled_at IS NULL"
        " AND kind <> 'deadline' RETURNING id, officer_id, kind",
        record_id,
        now,
    )


async def told_of(officer_id: UUID, notice_id: UUID | None, limit: int) -> list[Any]:
    """Return an officer's notices on phones that are not of time limits, or one of them.

    Newest first. Notices of a device are shown until they are read; those of a draft until the
    officer answered, read or not.
    """
    return await database.fetch(
        """
        SELECT id, kind, record_id, text_key, numbers, at FROM notices
        WHERE officer_id = $1 AND (kind = 'device' AND read_at IS NULL OR kind = 'draft') AND settled_at IS NULL
          AND ($2::uuid IS NULL OR id = $2)
        ORDER BY at DESC, id DESC LIMIT $3
        """,
        officer_id,
        notice_id,
        limit,
    )


async def count_open(officer_id: UUID) -> int:
    """Count an officer's unread notices."""
    found: int = await database.fetchval(
        "SELECT count(*) FROM notices WHERE officer_id = $1 AND read_at IS NULL AND settled_at IS NULL",
        officer_id,
    )
    return found


async def mark_read(officer_id: UUID, ids: list[UUID] | None, at: datetime) -> list[Any]:
    """Mark an officer's own notices as read, or all; returns those that were unread."""
    return await database.fetch(
        "UPDATE notices SET read_at = $3 WHERE officer_id = $1 AND read_at IS NULL"
        " AND ($2::uuid[] IS NULL OR id = ANY($2)) RETURNING id, kind",
        officer_id,
        ids,
        at,
    )


async def belongs(officer_id: UUID, notice_id: UUID) -> bool:
    """Tell whether a notice is this officer's."""
    found: bool = await database.fetchval(
        "SELECT EXISTS (SELECT FROM notices WHERE id = $2 AND officer_id = $1)",
        officer_id,
        notice_id,
    )
    return found
