"""SQL of scans that somebody looks at: the scope is that of the scan's case or officer."""

from typing import Any
from uuid import UUID

from backend.casework.queries.teams import CASE_TEAMS
from backend.core import database, scope
from backend.core.actors import Actor


async def find(actor: Actor, scan_id: UUID) -> Any:
    """Return a scan in sight.

    A case's scan has the case's scope, an officer's that of scope.officer_scans().
    """
    cases, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 2)
    officers, more = scope.sql(scope.officer_scans(actor), "s", 2 + len(args))
    return await database.fetchrow(
        f"""
        SELECT s.id, s.record_kind, s.record_id, s.subject_id, s.sha256, s.size, s.media_type, s.uploaded_by,
            s.uploaded_at, s.object_key
        FROM scans s LEFT JOIN cases c ON s.record_kind = 'case' AND c.id = s.record_id
        WHERE s.id = $1 AND CASE WHEN s.record_kind = 'case' THEN {cases} ELSE {officers} END
        """,
        scan_id,
        *args,
        *more,
    )
