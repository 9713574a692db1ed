"""Compares the table of documents that teams obtained on site with their acts and their receipts."""

from uuid import UUID

import msgspec

from backend.core import custody
from backend.operations.queries import verification as queries
from backend.operations.rules.verification import AnnouncedFile
from backend.operations.verification import signatures
from backend.operations.verification.findings import Report, Verdict

_PAGE = 500


async def check(report: Report) -> None:
    """Check each document: its act names its hash, and the server signed the bytes that it has."""
    after: UUID | None = None
    while rows := await queries.announced_files_after(after, _PAGE):
        for row in rows:
            _one(report, row)
        after = rows[-1].id


def _one(report: Report, row: AnnouncedFile) -> None:
    where = f"filed document {row.id}"
    if row.act is None:
        report.add(Verdict.TAMPERED, where, "the act that announced it is gone")
        return
    content = msgspec.json.decode(row.act)["content"]
    said = (content.get("file_id"), content.get("sha256"))
    if said != (str(row.id), row.sha256):
        report.add(Verdict.TAMPERED, where, "its hash is not what its act announced")
    if not row.stored:
        return
    if row.stored_at is None or row.stored_sha256 is None or row.stored_size is None:
        report.add(Verdict.TAMPERED, where, "its file is gone from the table")
        return
    if (row.stored_sha256, row.record_id) != (row.sha256, row.inspection_id):
        report.add(Verdict.TAMPERED, where, "the table says another file than its act")
    key_id = row.receipt_key_id or ""
    payload = custody.receipt_payload(
        "file_id", row.id, row.stored_sha256, row.stored_size, row.stored_at
    ) | {"key_id": key_id}
    signature = row.receipt_signature or b""
    signatures.check(report, where, "byte receipt", payload, key_id, signature)
