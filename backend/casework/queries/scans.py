"""Queries of scans that somebody looks at: the scope is that of the scan's case or officer."""

from uuid import UUID

import msgspec

from backend.casework.queries.teams import CASE_TEAMS
from backend.core import database, rows, scope
from backend.core.actors import Actor


class SeenScan(msgspec.Struct, frozen=True, kw_only=True):
    """A scan that an officer may see."""

    id: UUID
    record_id: UUID
    sha256: str
    size: int
    media_type: str
    uploaded_by: UUID
    object_key: str


async def find(actor: Actor, scan_id: UUID) -> SeenScan | None:
    """Return a scan in sight.

    A case's scan has the case's scope, an officer's that of scope.officer_scans().
    """
    cases, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 2)
    officers, more = scope.sql(scope.officer_scans(actor), "s", 2 + len(args))
    found = await database.fetchrow(
        f"""
        SELECT {rows.named(SeenScan, "s")}
        FROM scans s LEFT JOIN cases c ON s.record_kind = 'case' AND c.id = s.record_id
        WHERE s.id = $1 AND CASE WHEN s.record_kind = 'case' THEN {cases} ELSE {officers} END
        """,
        scan_id,
        *args,
        *more,
    )
    return rows.one(SeenScan, found)
