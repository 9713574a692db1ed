"""Queries of scans and filed documents that somebody looks at, in the scope of their case or officer."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.casework.queries.teams import CASE_TEAMS
from backend.core import compiled, database, rows, scope
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.force.tables.scans import Scan


class SeenScan(msgspec.Struct, frozen=True, kw_only=True):
    """A scan that an officer may see."""

    id: UUID
    record_id: UUID
    sha256: str
    size: int
    media_type: str
    uploaded_by: UUID
    object_key: str


class FiledRow(msgspec.Struct, frozen=True, kw_only=True):
    """A document that came for a case, or was obtained at an inspection, with its byte receipt."""

    id: UUID
    record_kind: str
    record_id: UUID
    file_name: str
    dangers: str
    sha256: str
    size: int
    media_type: str
    object_key: str
    uploaded_by: UUID
    uploaded_at: datetime
    protected_at: datetime | None
    preview: str | None
    receipt_key_id: str
    receipt_signature: bytes


@compiled.many(FiledRow)
def filed_in(case_id: UUID) -> Query:
    """Return the documents that came for a case, oldest first. The caller has checked scope."""
    found = Scan.select(*rows.columns(FiledRow, Scan)).where(Scan.subject_id == case_id)
    return found.where(Scan.file_name.is_not_null()).order_by(Scan.uploaded_at).order_by(Scan.id)


@compiled.one(FiledRow)
def filed(file_id: UUID) -> Query:
    """Return a document by its id, or None. The caller checks the scope of its record."""
    found = Scan.select(*rows.columns(FiledRow, Scan)).where(Scan.id == file_id)
    return found.where(Scan.file_name.is_not_null())


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
        WHERE s.id = $1 AND CASE s.record_kind WHEN 'case' THEN {cases} WHEN 'officer' THEN {officers} ELSE false END
        """,
        scan_id,
        *args,
        *more,
    )
    return rows.one(SeenScan, found)
