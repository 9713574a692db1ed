"""Queries of verification: everything in pages and in a stable order, within the caller's snapshot.

For operators: no scope applies. Rows may have been tampered with, so the fields are no narrower than the columns.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.casework.tables.cases import Case
from backend.casework.tables.documents import Document
from backend.casework.tables.exceptions import Exceptional
from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.fieldwork.tables.inspections import Inspection
from backend.fieldwork.tables.photos import Photo
from backend.fieldwork.tables.uploads import Upload
from backend.force.tables.people_asks import PeopleAsk
from backend.force.tables.scans import Scan
from backend.law.tables.catalogue import CatalogueVersion
from backend.ledger.rules.entries import RecordedEntry
from backend.ledger.tables.ledger import LedgerCheckpoint
from backend.operations.rules.verification import (
    AnnouncedFile,
    AnnouncedPhoto,
    AskRow,
    CaseRow,
    CatalogueRow,
    CheckpointRow,
    DelegationRow,
    EntryRow,
    ExceptionRow,
    FiledRow,
    HeadRow,
    InspectionRow,
    LeafRow,
    PaperRow,
    PlacedDelegation,
    SignedBy,
    SiteFileRow,
    StoredFile,
    StoredPhoto,
    Totals,
    WaitingUpload,
)


async def totals() -> Totals:
    """Return how much there is to verify."""
    found = await database.fetchrow(
        """
        SELECT (SELECT count(*) FROM ledger_entries) AS entries, (SELECT count(*) FROM ledger_leaves) AS leaves,
            (SELECT count(*) FROM ledger_checkpoints) AS checkpoints,
            (SELECT count(*) FROM photos WHERE stored_at IS NOT NULL)
                + (SELECT count(*) FROM documents WHERE object_key IS NOT NULL)
                + (SELECT count(*) FROM decision_papers WHERE object_key IS NOT NULL)
                + (SELECT count(*) FROM record_papers WHERE object_key IS NOT NULL)
                + (SELECT count(*) FROM site_paper_files)
                + (SELECT count(*) FROM scans)
                + (SELECT count(*) FROM uploads WHERE state = 'stored' AND object_key LIKE 'staging/%') AS objects
        """
    )
    return msgspec.convert(dict(found), Totals)


async def entries_after(record_id: UUID | None, number: int, limit: int) -> list[EntryRow]:
    """Return entries by record and number, with the key of the device that signed."""
    found = await database.fetch(
        f"""
        SELECT {rows.named(RecordedEntry, "e")}, d.public_key
        FROM ledger_entries e LEFT JOIN devices d ON d.id = e.device_id
        WHERE $1::uuid IS NULL OR (e.record_id, e.number) > ($1, $2)
        ORDER BY e.record_id, e.number LIMIT $3
        """,
        record_id,
        number,
        limit,
    )
    return rows.many(EntryRow, found)


@compiled.many(InspectionRow)
def inspection_states(ids: list[UUID]) -> Query:
    """Return the rows of these inspections in the read table."""
    inspections = Inspection.select(*rows.columns(InspectionRow, Inspection))
    return inspections.where(rows.any_of(Inspection.id, ids))


@compiled.many(CaseRow)
def case_rows(ids: list[UUID]) -> Query:
    """Return the rows of these cases in the read table."""
    return Case.select(*rows.columns(CaseRow, Case)).where(rows.any_of(Case.id, ids))


@compiled.many(CatalogueRow)
def catalogue_rows() -> Query:
    """Return the versions of behaviours that the table says were published or withdrawn."""
    return CatalogueVersion.select(*rows.columns(CatalogueRow, CatalogueVersion))


@compiled.many(ExceptionRow)
def exception_rows() -> Query:
    """Return the list of exceptions."""
    return Exceptional.select(*rows.columns(ExceptionRow, Exceptional))


async def delegation_rows() -> list[PlacedDelegation]:
    """Return the register of delegations.

    `of_its_unit` says whether the giver ever held an office in the unit that the delegation names.
    """
    found = await database.fetch(
        f"""
        SELECT {rows.named(DelegationRow, "d")},
            EXISTS (SELECT FROM officer_positions p JOIN units u ON u.id = p.unit_id
            WHERE p.officer_id = d.giver_id AND p.unit_id = d.unit_id
                AND (u.unit_1, u.unit_2, u.unit_3, u.unit_4)
                    IS NOT DISTINCT FROM (d.unit_1, d.unit_2, d.unit_3, d.unit_4)) AS of_its_unit
        FROM delegations d
        """
    )
    return rows.many(PlacedDelegation, found)


@compiled.many(AskRow)
def ask_rows() -> Query:
    """Return what the table says was asked about officers, and how it was answered."""
    return PeopleAsk.select(*rows.columns(AskRow, PeopleAsk))


@compiled.many(PaperRow)
def papers_of(case_ids: list[UUID]) -> Query:
    """Return the rows of these cases' papers in the read table."""
    return Document.select(
        Document.id,
        Document.case_id,
        Document.state,
        Document.fields_hash,
        Document.number,
        Document.sha256,
        Document.hand,
        Document.scan_id.sha256.as_alias("scan_sha256"),
        Document.sealed_sha256,
        Document.sealed_id.sha256.as_alias("seal_file_sha256"),
    ).where(rows.any_of(Document.case_id, case_ids))


@compiled.many(FiledRow)
def filed_of(case_ids: list[UUID]) -> Query:
    """Return the documents that came for these cases, whether an act named them or not."""
    filed = Scan.select(
        Scan.id,
        Scan.subject_id.as_alias("case_id"),
        Scan.sha256,
        Scan.size,
        Scan.media_type,
        Scan.uploaded_at.as_alias("stored_at"),
        Scan.receipt_key_id,
        Scan.receipt_signature,
    )
    return filed.where(Scan.file_name.is_not_null()).where(rows.any_of(Scan.subject_id, case_ids))


@compiled.many(FiledRow)
def obtained_among(file_ids: list[UUID]) -> Query:
    """Return those of these files that a team obtained at an inspection."""
    obtained = Scan.select(
        Scan.id,
        Scan.record_id.as_alias("case_id"),
        Scan.sha256,
        Scan.size,
        Scan.media_type,
        Scan.uploaded_at.as_alias("stored_at"),
        Scan.receipt_key_id,
        Scan.receipt_signature,
    )
    return obtained.where(Scan.record_kind == "inspection").where(rows.any_of(Scan.id, file_ids))


async def announced_files_after(file_id: UUID | None, limit: int) -> list[AnnouncedFile]:
    """Return documents obtained on site as in the read table, with their act and their bytes' receipt."""
    found = await database.fetch(
        """
        SELECT f.id, f.inspection_id, f.sha256, f.scan_id IS NOT NULL AS stored, e.act, s.sha256 AS stored_sha256,
            s.size AS stored_size, s.record_id, s.uploaded_at AS stored_at, s.receipt_key_id, s.receipt_signature
        FROM filed_documents f LEFT JOIN ledger_entries e ON e.act_id = f.act_id LEFT JOIN scans s ON s.id = f.scan_id
        WHERE $1::uuid IS NULL OR f.id > $1 ORDER BY f.id LIMIT $2
        """,
        file_id,
        limit,
    )
    return rows.many(AnnouncedFile, found)


async def stored_documents_after(document_id: UUID | None, limit: int) -> list[StoredFile]:
    """Return signed papers whose PDF must be in the store."""
    query = Document.select(*rows.columns(StoredFile, Document)).order_by(Document.id).limit(limit)
    query = query.where(Document.object_key.is_not_null())
    if document_id is not None:
        query = query.where(Document.id > document_id)
    return rows.many(StoredFile, await query)


async def stored_site_files_after(file_id: UUID | None, limit: int) -> list[StoredFile]:
    """Return files of papers made on site whose PDF must be in the store."""
    found = await database.fetch(
        """
        SELECT file_id AS id, object_key, sha256, size FROM site_paper_files
        WHERE $1::uuid IS NULL OR file_id > $1 ORDER BY file_id LIMIT $2
        """,
        file_id,
        limit,
    )
    return rows.many(StoredFile, found)


async def site_files(ids: list[UUID]) -> list[SiteFileRow]:
    """Return the rows of these files of papers made on site in the read table."""
    found = await database.fetch(
        """
        SELECT file_id, act_id, written_id, kind, number_text, content_sha256, sha256, size, certificate
        FROM site_paper_files WHERE file_id = ANY($1::uuid[])
        """,
        ids,
    )
    return rows.many(SiteFileRow, found)


async def count_site_files() -> int:
    """Count the files of papers made on site in the read table."""
    found: int = await database.fetchval("SELECT count(*) FROM site_paper_files")
    return found


async def stored_scans_after(scan_id: UUID | None, limit: int) -> list[StoredFile]:
    """Return scans whose bytes must be in the store."""
    query = Scan.select(*rows.columns(StoredFile, Scan)).order_by(Scan.id).limit(limit)
    if scan_id is not None:
        query = query.where(Scan.id > scan_id)
    return rows.many(StoredFile, await query)


async def leaves_after(position: int, limit: int) -> list[LeafRow]:
    """Return leaves by position, with the present hash of the entry (null if the entry is gone)."""
    found = await database.fetch(
        """
        SELECT l.position, l.record_id, l.number, l.entry_hash, e.entry_hash AS present_hash
        FROM ledger_leaves l LEFT JOIN ledger_entries e ON e.record_id = l.record_id AND e.number = l.number
        WHERE l.position > $1 ORDER BY l.position LIMIT $2
        """,
        position,
        limit,
    )
    return rows.many(LeafRow, found)


@compiled.many(CheckpointRow)
def checkpoints() -> Query:
    """Return all checkpoints, oldest first, without frontiers."""
    everything = LedgerCheckpoint.select(*rows.columns(CheckpointRow, LedgerCheckpoint))
    return everything.order_by(LedgerCheckpoint.size)


async def stored_photos_after(photo_id: UUID | None, limit: int) -> list[StoredPhoto]:
    """Return photographs for whose bytes we signed a receipt."""
    query = Photo.select(*rows.columns(StoredPhoto, Photo)).order_by(Photo.id).limit(limit)
    query = query.where(Photo.stored_at.is_not_null())
    if photo_id is not None:
        query = query.where(Photo.id > photo_id)
    return rows.many(StoredPhoto, await query)


async def waiting_uploads_after(upload_id: UUID | None, limit: int) -> list[WaitingUpload]:
    """Return uploads in the store whose act has not arrived yet.

    Their phone may hold our receipt and have deleted its own copy.
    """
    query = Upload.select(
        Upload.id,
        Upload.photo_id,
        Upload.actual_sha256.as_alias("sha256"),
        Upload.length.as_alias("size"),
        Upload.object_key,
        Upload.stored_at,
        Upload.receipt_key_id,
        Upload.receipt_signature,
    )
    query = query.where(Upload.state == "stored").where(Upload.object_key.like("staging/%"))
    if upload_id is not None:
        query = query.where(Upload.id > upload_id)
    return rows.many(WaitingUpload, await query.order_by(Upload.id).limit(limit))


async def object_keys_of(ids: list[UUID]) -> set[str]:
    """Return the object keys that the rows of these photographs, papers and scans name."""
    found = await database.fetch(
        """
        SELECT object_key FROM photos WHERE id = ANY($1::uuid[]) AND object_key IS NOT NULL
        UNION ALL SELECT object_key FROM documents WHERE id = ANY($1::uuid[]) AND object_key IS NOT NULL
        UNION ALL SELECT object_key FROM decision_papers WHERE id = ANY($1::uuid[]) AND object_key IS NOT NULL
        UNION ALL SELECT object_key FROM record_papers WHERE id = ANY($1::uuid[]) AND object_key IS NOT NULL
        UNION ALL SELECT object_key FROM site_paper_files WHERE file_id = ANY($1::uuid[])
        UNION ALL SELECT object_key FROM scans WHERE id = ANY($1::uuid[])
        """,
        ids,
    )
    return {row["object_key"] for row in found}


async def announced_photos_after(photo_id: UUID | None, limit: int) -> list[AnnouncedPhoto]:
    """Return photographs as in the read table, with the act that announced them."""
    found = await database.fetch(
        """
        SELECT p.id, p.sha256, p.size, p.stored_at, e.act FROM photos p
        LEFT JOIN ledger_entries e ON e.act_id = p.act_id
        WHERE $1::uuid IS NULL OR p.id > $1 ORDER BY p.id LIMIT $2
        """,
        photo_id,
        limit,
    )
    return rows.many(AnnouncedPhoto, found)


async def heads_with_tails_after(record_id: UUID | None, limit: int) -> list[HeadRow]:
    """Return heads with the last entry that actually exists."""
    found = await database.fetch(
        """
        SELECT h.record_id, h.last_number, h.last_hash, t.number AS tail_number, t.entry_hash AS tail_hash
        FROM ledger_heads h LEFT JOIN LATERAL (
            SELECT number, entry_hash FROM ledger_entries e WHERE e.record_id = h.record_id
            ORDER BY number DESC LIMIT 1) t ON true
        WHERE $1::uuid IS NULL OR h.record_id > $1 ORDER BY h.record_id LIMIT $2
        """,
        record_id,
        limit,
    )
    return rows.many(HeadRow, found)


async def records_without_head() -> list[UUID]:
    """Return records that have entries but no head, at most 100."""
    found = await database.fetch(
        """
        SELECT DISTINCT e.record_id FROM ledger_entries e
        WHERE NOT EXISTS (SELECT 1 FROM ledger_heads h WHERE h.record_id = e.record_id) LIMIT 100
        """
    )
    return [row["record_id"] for row in found]


async def one_snapshot() -> None:
    """Make the current transaction read-only, with one snapshot for all its queries."""
    await database.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    await database.execute("SET LOCAL idle_in_transaction_session_timeout = 0")


async def signed_by(key_id: str, since: datetime, sealed: int) -> SignedBy:
    """Count what a key signed that counts as stolen since a moment.

    These are receipts of entries that are not among the first `sealed` leaves, and byte receipts
    and checkpoints dated since then. Reads each table completely, so it is only used for a stolen
    key.
    """
    found = await database.fetchrow(
        """
        SELECT
            (SELECT count(*) FROM ledger_entries e
                LEFT JOIN ledger_leaves l ON l.record_id = e.record_id AND l.number = e.number
                WHERE e.key_id = $1 AND (l.position IS NULL OR l.position >= $3)) AS entries,
            (SELECT count(*) FROM photos WHERE receipt_key_id = $1 AND stored_at >= $2)
                + (SELECT count(*) FROM scans WHERE receipt_key_id = $1 AND uploaded_at >= $2) AS byte_receipts,
            (SELECT count(*) FROM ledger_checkpoints WHERE key_id = $1 AND made_at >= $2) AS checkpoints
        """,
        key_id,
        since,
        sealed,
    )
    return msgspec.convert(dict(found), SignedBy)
