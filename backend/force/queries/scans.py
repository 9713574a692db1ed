"""SQL of scans. Handlers of several records check here that a scan exists which an act names."""

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
    """Insert a stored scan.

    `record` is kind, id and subject, `file` is SHA-256, size, type and place. The same bytes about
    the same subject are the same scan: returns the row that exists.
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
    """Return the scan of this subject with these bytes, or None."""
    return await database.fetchrow(
        f"SELECT {_SHOWN} FROM scans s WHERE s.subject_id = $1 AND s.sha256 = $2",
        subject_id,
        sha256,
    )


async def named(scan_id: UUID, record_id: UUID) -> Any:
    """Return the scan of this record that an act names, or None. For the handlers' guards."""
    return await database.fetchrow(
        f"SELECT {_SHOWN} FROM scans s WHERE s.id = $1 AND s.record_id = $2", scan_id, record_id
    )


async def unit_of_officer(officer_id: UUID) -> UUID | None:
    """Return the unit where this officer serves."""
    found: UUID | None = await database.fetchval(
        "SELECT unit_id FROM officers WHERE id = $1", officer_id
    )
    return found


async def stored(scan_id: UUID) -> Any:
    """Return where a scan is stored and its expected digest and size; for the worker."""
    return await database.fetchrow(
        "SELECT id, sha256, size, object_key, uploaded_at, protected_at FROM scans WHERE id = $1",
        scan_id,
    )


async def set_protected(scan_id: UUID, version: str | None, at: datetime) -> None:
    """Record that a scan was read back and locked."""
    await database.execute(
        "UPDATE scans SET version_id = $2, protected_at = $3 WHERE id = $1", scan_id, version, at
    )


async def list_unprotected(before: datetime, limit: int) -> list[UUID]:
    """Return scans whose job was lost; a scan with a job, even a held one, is left out."""
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
