"""Queries of the originals that a package contains."""

from uuid import UUID

from backend.core import database, rows
from backend.fieldwork.queries import photo_numbers as photo_number_queries
from backend.fieldwork.queries.photos import ReceiptRow


class OriginalRow(ReceiptRow, frozen=True, kw_only=True):
    """A photograph of a package, with its object and its receipt."""

    number: int
    entry: int
    """The entry number, in the record, of the act that announced it."""
    object_key: str | None
    version_id: str | None
    detected_type: str | None


async def list_of(inspection_id: UUID) -> list[OriginalRow]:
    """Return the photographs of one inspection in order, with their objects and receipts.

    The caller has checked that the reader may see the inspection.
    """
    found = await database.fetch(
        f"""
        SELECT p.id AS photo_id, {photo_number_queries.OF_EACH} AS number, p.number AS entry, p.sha256, p.size,
            p.stored_at, p.object_key, p.version_id, p.detected_type, p.receipt_key_id, p.receipt_signature
        FROM photos p WHERE p.inspection_id = $1 ORDER BY p.number
        """,
        inspection_id,
    )
    return rows.many(OriginalRow, found)
