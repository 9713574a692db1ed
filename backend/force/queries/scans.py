"""SQL of scans. Handlers of several records ask whether a scan that an act names is there."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database

_SHOWN = "s.id, s.record_kind, s.record_id, s.subject_id, s.sha256, s.size, s.media_type, s.uploaded_by, s.uploaded_at"


async def insert(
    scan_id: UUID,
    record: tuple[str, UUID, UUID],
    unit_id: UUID,
    file: tuple[str, int, str, str],
    by: UUID,
) -> Any:
    """A scan that is stored; `record` is kind, id and subject, `file` SHA-256, size, type and place.

    The same bytes about the same thing are the same scan: returns the row that stands.
    """
    await database.execute(
        """
        INSERT INTO scans (id, record_kind, record_id, subject_id, unit_id, unit_1, unit_2, unit_3, unit_4, sha256,
            size, media_type, object_key, uploaded_by)
        SELECT $1, $2, $3, $4, u.id, u.unit_1, u.unit_2, u.unit_3, u.unit_4, $6, $7, $8, $9, $10
        FROM units u WHERE u.id = $5
        ON CONFLICT (subject_id, sha256) DO NOTHING
        """,
        scan_id,
        *record,
        unit_id,
        *file,
        by,
    )
    return await same(record[2], file[0])


async def same(subject_id: UUID, sha256: str) -> Any:
    """The scan of this thing with these bytes, if it came before."""
    return await database.fetchrow(
        f"SELECT {_SHOWN} FROM scans s WHERE s.subject_id = $1 AND s.sha256 = $2",
        subject_id,
        sha256,
    )


async def named(scan_id: UUID, record_id: UUID) -> Any:
    """The scan that an act of this record names; None where there is none of this record. For the handlers' guards."""
    return await database.fetchrow(
        f"SELECT {_SHOWN} FROM scans s WHERE s.id = $1 AND s.record_id = $2", scan_id, record_id
    )


async def unit_of_officer(officer_id: UUID) -> UUID | None:
    """Where this officer serves."""
    found: UUID | None = await database.fetchval(
        "SELECT unit_id FROM officers WHERE id = $1", officer_id
    )
    return found


async def stored(scan_id: UUID) -> Any:
    """Where it lies and what it must be; for the worker."""
    return await database.fetchrow(
        "SELECT id, sha256, size, object_key, uploaded_at, protected_at FROM scans WHERE id = $1",
        scan_id,
    )


async def set_protected(scan_id: UUID, version: str | None, at: datetime) -> None:
    """Read again and locked."""
    await database.execute(
        "UPDATE scans SET version_id = $2, protected_at = $3 WHERE id = $1", scan_id, version, at
    )


async def list_unprotected(before: datetime, limit: int) -> list[UUID]:
    """Scans whose job was lost; not those with one, be it held."""
    rows = await database.fetch(
        """
        SELECT id FROM scans WHERE protected_at IS NULL AND uploaded_at < $1
            AND NOT EXISTS (SELECT FROM pgqueuer q WHERE q.dedupe_key = 'protect_scan:' || scans.id)
        ORDER BY uploaded_at LIMIT $2
        """,
        before,
        limit,
    )
    return [row["id"] for row in rows]
