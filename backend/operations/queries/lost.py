"""SQL that tells what a lost object belongs to, for those who search for it.

For operators: no scope applies.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.fieldwork.tables.uploads import Upload


class LostPhotograph(msgspec.Struct, frozen=True, kw_only=True):
    """The inspection that a photograph belongs to, and who took it when."""

    number: str
    officer: str
    made_at: datetime


class LostFile(msgspec.Struct, frozen=True, kw_only=True):
    """A document that was filed in a case or obtained at an inspection, and who sent it."""

    file_name: str
    case_number: str | None
    decision_number: str | None
    officer: str


class LostPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper, its case and its signer."""

    form: str
    number: str | None
    case_number: str | None
    signer: str | None


async def photograph(photo_id: UUID) -> LostPhotograph | None:
    """Return the inspection that a photograph belongs to, and who took it; None if it is unknown."""
    found = await database.fetchrow(
        """
        SELECT i.decision_number AS number, o.full_name AS officer, p.made_at
        FROM photos p JOIN inspections i ON i.id = p.inspection_id JOIN officers o ON o.id = p.officer_id
        WHERE p.id = $1
        """,
        photo_id,
    )
    return rows.one(LostPhotograph, found)


@compiled.value(str)
def sender(upload_id: UUID) -> Query:
    """Return the name of the officer who sent an upload whose act has not arrived yet."""
    return Upload.select(Upload.officer_id.full_name).where(Upload.id == upload_id)


async def filed(file_id: UUID) -> LostFile | None:
    """Return a filed document with its case or inspection and who sent it; None for other files."""
    found = await database.fetchrow(
        """
        SELECT s.file_name, c.number AS case_number, i.decision_number, o.full_name AS officer
        FROM scans s JOIN officers o ON o.id = s.uploaded_by
        LEFT JOIN cases c ON c.id = s.record_id LEFT JOIN inspections i ON i.id = s.record_id
        WHERE s.id = $1 AND s.file_name IS NOT NULL
        """,
        file_id,
    )
    return rows.one(LostFile, found)


async def paper(document_or_scan: UUID) -> LostPaper | None:
    """Return the paper (or the one that was scanned), its case and its signer.

    None for a scan of something else.
    """
    found = await database.fetchrow(
        """
        SELECT d.form, d.number, c.number AS case_number, coalesce(d.signer_name, d.issuer_name) AS signer
        FROM documents d LEFT JOIN cases c ON c.id = d.case_id
        WHERE d.id = $1 OR d.scan_id = $1 OR d.id = (SELECT subject_id FROM scans WHERE id = $1)
        UNION ALL SELECT p.form, p.number, NULL, p.issuer_name FROM decision_papers p
        WHERE p.id = $1 OR p.scan_id = $1 OR p.id = (SELECT subject_id FROM scans WHERE id = $1)
        UNION ALL SELECT r.form, r.number, NULL, r.issuer_name FROM record_papers r
        WHERE r.id = $1 OR r.scan_id = $1 OR r.id = (SELECT subject_id FROM scans WHERE id = $1)
        UNION ALL SELECT 'BB', f.number_text, NULL, f.signer_name FROM site_paper_files f WHERE f.file_id = $1 LIMIT 1
        """,
        document_or_scan,
    )
    return rows.one(LostPaper, found)
