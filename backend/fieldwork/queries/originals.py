"""SQL of the originals that a package contains."""

from typing import Any
from uuid import UUID

from backend.core import database
from backend.fieldwork.queries import photo_numbers as photo_number_queries


async def list_of(inspection_id: UUID) -> list[Any]:
    """Return the photographs of one inspection in order, with their objects and receipts.

    The caller has checked that the reader may see the inspection.
    """
    return await database.fetch(
        f"""
        SELECT p.id AS photo_id, {photo_number_queries.OF_EACH} AS number, p.number AS entry, p.sha256, p.size,
            p.stored_at, p.object_key, p.version_id, p.detected_type, p.receipt_key_id, p.receipt_signature
        FROM photos p WHERE p.inspection_id = $1 ORDER BY p.number
        """,
        inspection_id,
    )
