"""Queries of what nobody looked at: agreed files without a look at their photographs, exceptions past their term."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from schemas.casework.exceptions import ExceptionKind


class UnseenFile(msgspec.Struct, frozen=True, kw_only=True):
    """An inspection whose file was agreed to, and of whose photographs nobody outside its team opened one."""

    id: UUID
    decision_number: str
    subject_name: str
    unit_name_vi: str
    unit_name_en: str
    leader_name: str
    photo_count: int
    agreed_at: datetime
    agreed_by_name: str | None
    """Who agreed; None where the leader issued the decision, so that nobody had to rule."""


class LateException(msgspec.Struct, frozen=True, kw_only=True):
    """An exception that nobody checked within its term."""

    id: UUID
    kind: ExceptionKind
    record_kind: str
    record_id: UUID
    record_number: str | None
    officer_name: str
    at: datetime
    check_by: datetime


async def agreed_files(
    condition: str, args: list[UUID], since: datetime, limit: int
) -> list[UnseenFile]:
    """Return files that were agreed to since then, the newest first. Scope parameters start at $3.

    Small pictures of a page do not count as a look: a photograph was opened on its own page, large,
    or as its original. Who is on the team knows the photographs anyway.
    """
    found = await database.fetch(
        f"""
        SELECT i.id, i.decision_number, i.subject_name, u.name_vi AS unit_name_vi, u.name_en AS unit_name_en,
            l.full_name AS leader_name, i.photo_count, i.decided_at AS agreed_at, d.full_name AS agreed_by_name
        FROM (
            SELECT * FROM inspections i
            WHERE {condition} AND i.decided_at > $1 AND i.photo_count > 0
                AND (i.file_status = 'agreed' OR i.file_status IS NULL AND i.state = 'approved')
                AND NOT EXISTS (
                    SELECT FROM access_log a WHERE a.record_id = i.id
                        AND a.action IN ('photo.page', 'photo.view', 'photo.original')
                        AND NOT EXISTS (SELECT FROM inspection_team t
                            WHERE t.inspection_id = i.id AND t.officer_id = a.officer_id))
            ORDER BY i.decided_at DESC, i.id DESC LIMIT $2) i
        JOIN units u ON u.id = i.unit_id JOIN officers l ON l.id = i.leader_id
        LEFT JOIN officers d ON d.id = i.decided_by
        ORDER BY i.decided_at DESC, i.id DESC
        """,
        since,
        limit,
        *args,
    )
    return rows.many(UnseenFile, found)


async def late_exceptions(
    condition: str, args: list[UUID], now: datetime, limit: int
) -> list[LateException]:
    """Return the exceptions whose term passed without a verdict, the latest due last.

    Scope parameters start at $3.
    """
    found = await database.fetch(
        f"""
        SELECT x.id, x.kind, x.record_kind, x.record_id, coalesce(c.number, i.decision_number) AS record_number,
            o.full_name AS officer_name, x.at, x.check_by
        FROM exceptions x JOIN officers o ON o.id = x.officer_id
        LEFT JOIN cases c ON x.record_kind = 'case' AND c.id = x.record_id
        LEFT JOIN inspections i ON x.record_kind = 'inspection' AND i.id = x.record_id
        WHERE {condition} AND x.verdict IS NULL AND x.check_by < $1
        ORDER BY x.check_by, x.id LIMIT $2
        """,
        now,
        limit,
        *args,
    )
    return rows.many(LateException, found)
