"""Queries of the stored files of minutes and papers that phones made.

Written only by `ledger.record` (the one door), except for what the worker notes of the object.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.core.json_columns import written as as_json
from backend.fieldwork.queries import reading
from backend.fieldwork.queries.inspections import touch_clause
from backend.fieldwork.rules.site_files import Written
from backend.fieldwork.tables.site_paper_files import SitePaperFile
from schemas.fieldwork.site_paper_files import SitePaperSealed, SitePaperSigned
from schemas.fieldwork.words import FileKind


class FileRow(msgspec.Struct, frozen=True, kw_only=True):
    """A stored file, with what is known of its paper. Times are UTC."""

    file_id: UUID
    act_id: UUID
    written_id: UUID
    kind: FileKind
    form: str
    number_text: str | None
    content_sha256: str
    signatures: list[UUID]
    sha256: str
    size: int
    pages: int
    certificate: str
    signature_level: str | None
    signer_name: str | None
    issued_at: datetime
    replaced: bool
    """Whether it is of minutes that are no longer in force."""
    replaced_by: str | None
    """The number of those that are; null if they have none."""


class StoredFile(msgspec.Struct, frozen=True, kw_only=True):
    """Where a file is stored, and what its bytes must be."""

    file_id: UUID
    inspection_id: UUID
    sha256: str
    size: int
    object_key: str
    protected_at: datetime | None
    issued_at: datetime
    number_text: str | None


class Replaced(StoredFile, frozen=True, kw_only=True):
    """The file of minutes that are no longer in force."""

    written_id: UUID
    content_sha256: str
    form: str
    form_version: int


_WRITINGS = """
    (SELECT act_id, inspection_id, officer_id, form, form_version, fields, NULL::uuid AS document_id FROM minutes
    UNION ALL
    SELECT act_id, inspection_id, officer_id, form, form_version, fields, document_id FROM document_writings)
"""


async def written(inspection_id: UUID, written_id: UUID) -> Written | None:
    """Return a writing of minutes or of a paper of this inspection, as a file of it is judged."""
    found = await database.fetch(
        f"""
        SELECT w.officer_id AS maker_id, w.form, w.form_version, w.fields,
            CASE WHEN w.document_id IS NULL THEN n.number_text ELSE d.number_text END AS number,
            EXISTS (SELECT FROM document_numbers x WHERE x.document_id = COALESCE(w.document_id, w.act_id)
                AND x.state = 'void')
            AND NOT EXISTS (SELECT FROM document_numbers x WHERE x.document_id = COALESCE(w.document_id, w.act_id)
                AND x.state = 'used') AS number_void,
            CASE WHEN w.document_id IS NULL THEN i.minutes_id IS DISTINCT FROM w.act_id
                ELSE d.written_id IS DISTINCT FROM w.act_id END AS replaced,
            (SELECT COALESCE(jsonb_agg(s.act_id ORDER BY s.made_at, s.act_id), '[]') FROM (
                SELECT act_id, made_at FROM signatures WHERE minutes_id = w.act_id
                UNION ALL SELECT act_id, made_at FROM document_signatures WHERE written_id = w.act_id) s) AS signatures,
            EXISTS (SELECT FROM site_paper_files f WHERE f.written_id = w.act_id AND f.kind = 'signed') AS signed,
            (SELECT COALESCE(jsonb_agg(f.signatures), '[]') FROM site_paper_files f
                WHERE f.written_id = w.act_id AND f.kind = 'sealed') AS sealed
        FROM {_WRITINGS} w JOIN inspections i ON i.id = w.inspection_id
        LEFT JOIN minutes_numbers n ON n.minutes_id = w.act_id
        LEFT JOIN field_documents d ON d.document_id = w.document_id
        WHERE w.inspection_id = $1 AND w.act_id = $2
        """,
        inspection_id,
        written_id,
    )
    known = rows.many(Written, decoded(found, "fields", "signatures", "sealed"))
    return known[0] if known else None


async def of_inspection(inspection_id: UUID) -> list[FileRow]:
    """Return the files of an inspection, oldest first. The caller has checked scope."""
    found = await database.fetch(
        f"""
        SELECT f.*, w.form, w.document_id IS NULL AND i.minutes_id IS DISTINCT FROM w.act_id AS replaced,
            (SELECT n.number_text FROM minutes_numbers n WHERE n.minutes_id = i.minutes_id
                AND w.document_id IS NULL AND i.minutes_id <> w.act_id) AS replaced_by
        FROM site_paper_files f JOIN inspections i ON i.id = f.inspection_id
        JOIN {_WRITINGS} w ON w.act_id = f.written_id AND w.inspection_id = f.inspection_id
        WHERE f.inspection_id = $1 ORDER BY f.issued_at, f.file_id
        """,
        inspection_id,
    )
    return rows.many(FileRow, decoded(found, "signatures"))


@compiled.one(StoredFile)
def signed(written_id: UUID) -> Query:
    """Return the maker's file of one writing, or None."""
    file = SitePaperFile.select(*rows.columns(StoredFile, SitePaperFile))
    theirs = file.where(SitePaperFile.written_id == written_id)
    return theirs.where(SitePaperFile.kind == FileKind.SIGNED)


async def lock(written_id: UUID) -> None:
    """Let one transaction at a time make the sealed file of a writing. In the caller's transaction."""
    await database.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended('sealed file ' || $1::text, 0))",
        str(written_id),
    )


async def current(written_id: UUID, signatures: list[UUID]) -> StoredFile | None:
    """Return the file that is handed out: the maker's, else the seal of just these hand signatures."""
    found = await database.fetchrow(
        f"""
        SELECT {rows.named(StoredFile, "f")} FROM site_paper_files f
        WHERE f.written_id = $1 AND (f.kind = 'signed' OR f.signatures = $2::text::jsonb)
        ORDER BY f.kind = 'signed' DESC, f.issued_at DESC LIMIT 1
        """,
        written_id,
        as_json(signatures),
    )
    return rows.one(StoredFile, found)


async def in_sight(actor: Actor, file_id: UUID) -> StoredFile | None:
    """Return a file whose inspection is in the reader's scope, or None."""
    found = await stored(file_id)
    seen = found is not None and await reading.find(actor, found.inspection_id) is not None
    return found if seen else None


async def insert(
    inspection_id: UUID,
    act_id: UUID,
    officer_id: UUID,
    content: SitePaperSealed,
    object_key: str,
    at: datetime,
) -> None:
    """Enter a file, and tell the phones of the team that the inspection changed."""
    signed = isinstance(content, SitePaperSigned)
    await database.defer(
        "touched",
        f"""
        {touch_clause()}, stored AS (
        INSERT INTO site_paper_files (file_id, act_id, inspection_id, written_id, kind, number_text, content_sha256,
            signatures, sha256, size, pages, certificate, signature_level, signer_name, officer_id,
            object_key, issued_at)
        VALUES ($4, $5, $1, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $3))
        """,
        inspection_id,
        None,
        at,
        content.file_id,
        act_id,
        content.written,
        "signed" if signed else "sealed",
        content.number,
        content.content_sha256,
        as_json(content.signatures),
        content.sha256,
        content.size,
        content.pages,
        content.certificate,
        content.signature_level if isinstance(content, SitePaperSigned) else None,
        content.signer if isinstance(content, SitePaperSigned) else None,
        officer_id,
        object_key,
    )


async def of_replaced(inspection_id: UUID, number_act: UUID) -> Replaced | None:
    """Return the file of minutes that others replaced, by the act that gave them their number.

    The maker's, else the one that was sealed last; None if they are in force or have none.
    """
    found = await database.fetchrow(
        """
        SELECT f.file_id, f.inspection_id, f.sha256, f.size, f.object_key, f.protected_at, f.issued_at, f.number_text,
            f.written_id, f.content_sha256, m.form, m.form_version
        FROM minutes_numbers n JOIN inspections i ON i.id = n.inspection_id
        JOIN minutes m ON m.act_id = n.minutes_id JOIN site_paper_files f ON f.written_id = n.minutes_id
        WHERE n.act_id = $2 AND n.inspection_id = $1 AND i.minutes_id IS DISTINCT FROM n.minutes_id
        ORDER BY f.kind = 'signed' DESC, f.issued_at DESC LIMIT 1
        """,
        inspection_id,
        number_act,
    )
    return rows.one(Replaced, found)


@compiled.many(StoredFile)
def stored_of(inspection_id: UUID) -> Query:
    """Return every stored file of an inspection. The caller has checked scope."""
    file = SitePaperFile.select(*rows.columns(StoredFile, SitePaperFile))
    theirs = file.where(SitePaperFile.inspection_id == inspection_id)
    return theirs.order_by(SitePaperFile.issued_at, SitePaperFile.file_id)


@compiled.one(StoredFile)
def stored(file_id: UUID) -> Query:
    """Return where a file is stored, with hash and size, for the worker."""
    file = SitePaperFile.select(*rows.columns(StoredFile, SitePaperFile))
    return file.where(SitePaperFile.file_id == file_id)


@compiled.write
def set_protected(file_id: UUID, version: str | None, at: datetime) -> Query:
    """Record that a file was read again and locked."""
    file = SitePaperFile
    return file.update({file.version_id: version, file.protected_at: at}).where(
        file.file_id == file_id
    )


async def list_unprotected(before: datetime, limit: int) -> list[UUID]:
    """List files whose job was lost, without those that have a job, even a held one."""
    found = await database.fetch(
        """
        SELECT file_id FROM site_paper_files WHERE protected_at IS NULL AND issued_at < $1
            AND NOT EXISTS (SELECT FROM pgqueuer q WHERE q.dedupe_key = 'protect_document:' || file_id)
        ORDER BY issued_at LIMIT $2
        """,
        before,
        limit,
    )
    return [row["file_id"] for row in found]
