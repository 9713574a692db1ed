"""Queries of scans. Handlers of several records check here that a scan exists which an act names."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.actors import Owned
from backend.core.compiled import Query
from backend.force.tables.officers import Officer
from backend.force.tables.scans import Scan


class ScanRow(msgspec.Struct, frozen=True, kw_only=True):
    """A scan and what it is about."""

    id: UUID
    record_kind: str
    record_id: UUID
    subject_id: UUID
    sha256: str
    size: int
    media_type: str
    uploaded_by: UUID
    uploaded_at: datetime


class StoredScan(msgspec.Struct, frozen=True, kw_only=True):
    """Where a scan is stored, and what was read back of it."""

    id: UUID
    sha256: str
    size: int
    media_type: str
    object_key: str
    uploaded_at: datetime
    protected_at: datetime | None


class FiledPath(Owned, frozen=True, kw_only=True):
    """The unit of the case that a document is filed in, with its ancestors."""


@compiled.one(FiledPath)
def filed_path(file_id: UUID) -> Query:
    """Return the unit of a filed document; None if there is no such document."""
    file = Scan.select(*rows.columns(FiledPath, Scan)).where(Scan.id == file_id)
    return file.where(Scan.file_name.is_not_null())


_COLUMNS = rows.columns(ScanRow, Scan)


async def insert(
    scan_id: UUID,
    record: tuple[str, UUID, UUID],
    unit_id: UUID,
    file: tuple[str, int, str, str],
    by: UUID,
) -> ScanRow:
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
        ON CONFLICT DO NOTHING
        """,
        scan_id,
        *record,
        unit_id,
        *file,
        by,
    )
    found = await same(record[2], file[0])
    if found is None:
        raise LookupError(f"no scan of {record[2]}")
    return found


class Receipt(NamedTuple):
    """A byte receipt of a filed document, and the moment that it states."""

    stored_at: datetime
    key_id: str
    signature: bytes


async def insert_filed(
    file_id: UUID,
    record: tuple[str, UUID, UUID],
    unit_id: UUID,
    file: tuple[str, int, str, str],
    came: tuple[str, str],
    receipt: Receipt,
    by: UUID,
) -> ScanRow:
    """Insert a stored document that was filed in a case or at an inspection.

    `record` and `file` as for insert(); the subject is the case, or the document itself. `came` is
    the name with which it came, and its dangers. The same bytes in the same case are one document:
    returns the row that exists. Its id follows from the bytes, so two that come at once collide in
    two keys: any collision means that it is there.
    """
    await database.execute(
        """
        INSERT INTO scans (id, record_kind, record_id, subject_id, unit_id, unit_1, unit_2, unit_3, unit_4, sha256,
            size, media_type, object_key, file_name, dangers, uploaded_at, receipt_key_id, receipt_signature,
            uploaded_by)
        SELECT $1, $2, $3, $4, u.id, u.unit_1, u.unit_2, u.unit_3, u.unit_4, $6, $7, $8, $9, $10, $11, $12, $13,
            $14, $15
        FROM units u WHERE u.id = $5
        ON CONFLICT DO NOTHING
        """,
        file_id,
        *record,
        unit_id,
        *file,
        *came,
        *receipt,
        by,
    )
    found = await same(record[2], file[0])
    if found is None:
        raise LookupError(f"no document of {record[2]}")
    return found


@compiled.one(ScanRow)
def same(subject_id: UUID, sha256: str) -> Query:
    """Return the scan of this subject with these bytes, or None."""
    return Scan.select(*_COLUMNS).where(Scan.subject_id == subject_id).where(Scan.sha256 == sha256)


@compiled.one(ScanRow)
def named(scan_id: UUID, record_id: UUID) -> Query:
    """Return the scan of this record that an act names, or None. For the handlers' guards."""
    return Scan.select(*_COLUMNS).where(Scan.id == scan_id).where(Scan.record_id == record_id)


class KeptFile(ScanRow, frozen=True, kw_only=True):
    """A scan with the place of its bytes."""

    object_key: str


@compiled.many(KeptFile)
def of_record(record_id: UUID) -> Query:
    """Return the scans and packages of a record, newest first. The caller has checked scope."""
    found = Scan.select(*rows.columns(KeptFile, Scan)).where(Scan.record_id == record_id)
    return found.order_by(Scan.uploaded_at, ascending=False).order_by(Scan.id)


@compiled.value(UUID)
def unit_of_officer(officer_id: UUID) -> Query:
    """Return the unit where this officer serves."""
    return Officer.select(Officer.unit_id).where(Officer.id == officer_id)


@compiled.one(StoredScan)
def stored(scan_id: UUID) -> Query:
    """Return where a scan is stored and its expected digest and size; for the worker."""
    return Scan.select(*rows.columns(StoredScan, Scan)).where(Scan.id == scan_id)


@compiled.write
def set_protected(scan_id: UUID, version: str | None, at: datetime) -> Query:
    """Record that a scan was read back and locked."""
    return Scan.update({Scan.version_id: version, Scan.protected_at: at}).where(Scan.id == scan_id)


@compiled.write
def set_preview(file_id: UUID, preview: str) -> Query:
    """Record that a picture's preview was made (`ready`), or cannot be made (`none`)."""
    return Scan.update({Scan.preview: preview}).where(Scan.id == file_id)


async def list_without_preview(before: datetime, types: list[str], limit: int) -> list[UUID]:
    """Return filed pictures whose job was lost; one with a job, even a held one, is left out."""
    found = await database.fetch(
        """
        SELECT id FROM scans WHERE file_name IS NOT NULL AND preview IS NULL AND media_type = ANY($2::text[])
            AND uploaded_at < $1
            AND NOT EXISTS (SELECT FROM pgqueuer q WHERE q.dedupe_key = 'preview_file:' || scans.id)
        ORDER BY uploaded_at LIMIT $3
        """,
        before,
        types,
        limit,
    )
    return [row["id"] for row in found]


async def list_unprotected(before: datetime, limit: int) -> list[UUID]:
    """Return scans whose job was lost; a scan with a job, even a held one, is left out."""
    found = await database.fetch(
        """
        SELECT id FROM scans WHERE protected_at IS NULL AND uploaded_at < $1
            AND NOT EXISTS (SELECT FROM pgqueuer q WHERE q.dedupe_key = 'protect_scan:' || scans.id)
        ORDER BY uploaded_at LIMIT $2
        """,
        before,
        limit,
    )
    return [row["id"] for row in found]
