"""What a lost object belongs to, and where its bytes may still be: an id alone does not say."""

from uuid import UUID

from backend.core import clock
from backend.operations.queries import lost as lost_queries

_BACKUPS = "then in the backups (docs/runbooks/store-lost.md)"


async def photograph(photo_id: UUID) -> str:
    """Return the text appended to a finding about an original."""
    row = await lost_queries.photograph(photo_id)
    if row is None:
        return ""
    return (
        f" (inspection {row.number}, taken by {row.officer},"
        f" {clock.rfc3339(row.made_at)[:16]}Z: look on that officer's phone first, {_BACKUPS})"
    )


async def upload(upload_id: UUID) -> str:
    """Return the text appended to a finding about bytes whose act has not arrived."""
    officer = await lost_queries.sender(upload_id)
    if officer is None:
        return ""
    return f" (sent by {officer}: look on that officer's phone first, {_BACKUPS})"


async def paper(document_or_scan: UUID) -> str:
    """Return the text appended to a finding about a paper's PDF or its scan."""
    if (file := await lost_queries.filed(document_or_scan)) is not None:
        if file.decision_number is not None:
            return (
                f" (“{file.file_name}” of inspection {file.decision_number}, filed by {file.officer}:"
                f" look on that officer's phone first, {_BACKUPS})"
            )
        return (
            f" (“{file.file_name}” of case {file.case_number}, sent by {file.officer}:"
            f" ask them for it, look in files of the case that were taken, {_BACKUPS})"
        )
    row = await lost_queries.paper(document_or_scan)
    if row is None:
        return ""
    case = f" of case {row.case_number}" if row.case_number else ""
    return (
        f" (paper {row.form} {row.number or 'without a number'}{case}, signed by {row.signer}:"
        f" look in packages that were taken and at who holds the paper, {_BACKUPS})"
    )
