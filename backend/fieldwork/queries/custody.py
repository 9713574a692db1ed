"""SQL that reads the steps of a photograph's custody from the tables where they are recorded."""

from typing import Any
from uuid import UUID

from backend.core import database

_EXPORTS = ("photo.original", "photo.receipts", "photo.package")
"""Readings of a photograph by which a copy leaves the system; others only open it. The one of a
whole record is `record.package`."""


async def announcement(photo_id: UUID) -> Any:
    """Return the photograph, the act that announced it, and how its bytes came.

    If several uploads brought the bytes, the first complete one counts. Called only for a
    photograph in scope.
    """
    return await database.fetchrow(
        """
        SELECT p.id, p.act_id, p.inspection_id, p.sha256, p.size, p.way, p.made_at, p.received_at, p.stored_at,
            p.object_key, p.officer_id, o.full_name AS officer_name, e.number, e.quarantine,
            encode(e.entry_hash, 'hex') AS entry_hash, u.received_at AS bytes_received_at, u.node
        FROM photos p JOIN officers o ON o.id = p.officer_id
        LEFT JOIN ledger_entries e ON e.act_id = p.act_id
        LEFT JOIN LATERAL (
            SELECT received_at, node FROM uploads WHERE officer_id = p.officer_id AND actual_sha256 = p.sha256
                AND state IN ('received', 'stored') AND received_at IS NOT NULL ORDER BY received_at LIMIT 1
        ) u ON true
        WHERE p.id = $1
        """,
        photo_id,
    )


async def acts_about(inspection_id: UUID, photo_id: UUID, act_id: UUID) -> list[Any]:
    """Return the acts about a photograph after its announcement, oldest first, without held ones.

    They withdrew or captioned the photograph, or admitted or dismissed its announcement. An
    inspection has a few dozen acts, so no index is needed.
    """
    return await database.fetch(
        """
        SELECT e.act_type, e.received_at, e.officer_id, o.full_name AS officer_name, e.act::jsonb #>> '{content,reason}'
            AS reason, e.act::jsonb #>> '{content,caption}' AS caption
        FROM ledger_entries e LEFT JOIN officers o ON o.id = e.officer_id
        WHERE e.record_id = $1 AND e.quarantine IS NULL
            AND (e.act_type IN ('photo.withdrawn', 'photo.captioned') AND e.act::jsonb #>> '{content,photo_id}' = $2
                OR e.act_type IN ('evidence.admitted', 'evidence.dismissed')
                    AND e.act::jsonb #>> '{content,act}' = $3)
        ORDER BY e.number
        """,
        inspection_id,
        str(photo_id),
        str(act_id),
    )


async def events(photo_id: UUID, limit: int) -> list[Any]:
    """Return the latest `limit` checks and protections of the original, oldest first."""
    return await database.fetch(
        """
        SELECT * FROM (SELECT * FROM custody_events WHERE photo_id = $1 ORDER BY id DESC LIMIT $2) last ORDER BY id
        """,
        photo_id,
        limit,
    )


async def looks(photo_id: UUID, limit: int) -> list[Any]:
    """Return who opened the photograph, latest first, by person, day in Vietnam and action."""
    return await database.fetch(
        """
        SELECT a.officer_id, coalesce(a.operator, o.full_name) AS officer_name, a.action, min(a.at) AS first_at,
            max(a.at) AS last_at, count(*) AS count
        FROM access_log a LEFT JOIN officers o ON o.id = a.officer_id
        WHERE a.photo_id = $1 AND NOT a.action = ANY($2)
        GROUP BY a.officer_id, a.operator, o.full_name, a.action, (a.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
        ORDER BY max(a.at) DESC LIMIT $3
        """,
        photo_id,
        list(_EXPORTS),
        limit,
    )


async def exports(photo_id: UUID, inspection_id: UUID, limit: int) -> list[Any]:
    """Return each time a copy left the system, alone or with its whole record, latest first."""
    return await database.fetch(
        """
        SELECT a.id, a.officer_id, coalesce(a.operator, o.full_name) AS officer_name, a.action, a.at
        FROM access_log a LEFT JOIN officers o ON o.id = a.officer_id
        WHERE a.photo_id = $1 AND a.action = ANY($2)
            OR a.record_id = $3 AND a.photo_id IS NULL AND a.action = 'record.package'
        ORDER BY a.id DESC LIMIT $4
        """,
        photo_id,
        list(_EXPORTS),
        inspection_id,
        limit,
    )
