"""To what a lost object belongs and where its bytes may still lie: an id alone sends nobody to the right phone."""

from uuid import UUID

from backend.core import clock
from backend.operations.queries import lost as lost_queries

_BACKUPS = "then in the backups (docs/runbooks/store-lost.md)"


async def photograph(photo_id: UUID) -> str:
    """The words behind a finding about an original."""
    row = await lost_queries.photograph(photo_id)
    if row is None:
        return ""
    return (
        f" (inspection {row['number']}, taken by {row['officer']},"
        f" {clock.rfc3339(row['made_at'])[:16]}Z: look on that officer's phone first, {_BACKUPS})"
    )


async def upload(upload_id: UUID) -> str:
    """The words behind a finding about bytes whose act has not come."""
    row = await lost_queries.upload(upload_id)
    if row is None:
        return ""
    return f" (sent by {row['officer']}: look on that officer's phone first, {_BACKUPS})"


async def paper(document_or_scan: UUID) -> str:
    """The words behind a finding about a paper's PDF or its scan."""
    row = await lost_queries.paper(document_or_scan)
    if row is None:
        return ""
    case = f" of case {row['case_number']}" if row["case_number"] else ""
    return (
        f" (paper {row['form']} {row['number'] or 'without a number'}{case}, signed by {row['signer']}:"
        f" look in packages that were taken and at who holds the paper, {_BACKUPS})"
    )
