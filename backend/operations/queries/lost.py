"""SQL that tells what a lost object belongs to, for those who search for it.

For operators: no scope applies.
"""

from typing import Any
from uuid import UUID

from backend.core import database


async def photograph(photo_id: UUID) -> Any:
    """Return the inspection that a photograph belongs to, and who took it."""
    return await database.fetchrow(
        """
        SELECT i.decision_number AS number, o.full_name AS officer, p.made_at
        FROM photos p JOIN inspections i ON i.id = p.inspection_id JOIN officers o ON o.id = p.officer_id
        WHERE p.id = $1
        """,
        photo_id,
    )


async def upload(upload_id: UUID) -> Any:
    """Return who sent an upload whose act has not arrived yet."""
    return await database.fetchrow(
        """
        SELECT o.full_name AS officer, u.created_at
        FROM uploads u JOIN officers o ON o.id = u.officer_id WHERE u.id = $1
        """,
        upload_id,
    )


async def paper(document_or_scan: UUID) -> Any:
    """Return the paper (or the one that was scanned), its case and its signer.

    None for a scan of something else.
    """
    return await database.fetchrow(
        """
        SELECT d.form, d.number, c.number AS case_number, coalesce(d.signer_name, d.issuer_name) AS signer
        FROM documents d LEFT JOIN cases c ON c.id = d.case_id
        WHERE d.id = $1 OR d.scan_id = $1 OR d.id = (SELECT subject_id FROM scans WHERE id = $1) LIMIT 1
        """,
        document_or_scan,
    )
