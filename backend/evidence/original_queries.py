"""SQL of the originals that a package takes with it."""

from typing import Any
from uuid import UUID

from backend import database


async def list_of(inspection_id: UUID) -> list[Any]:
    """Photographs of one inspection in order, with where their bytes lie and their receipts' parts. The caller has
    checked that his reader may see the inspection."""
    return await database.fetch(
        """
        SELECT id AS photo_id, number, sha256, size, stored_at, object_key, version_id, detected_type, receipt_key_id,
            receipt_signature
        FROM photos WHERE inspection_id = $1 ORDER BY number
        """,
        inspection_id,
    )
