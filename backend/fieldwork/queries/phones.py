"""SQL of what is still on the phones. Reached only with an inspection in scope."""

from typing import Any
from uuid import UUID

from backend.core import database
from backend.fieldwork.queries import photo_numbers as photo_number_queries


async def missing_photos(inspection_id: UUID) -> list[Any]:
    """Photographs in force whose bytes are not here, or no longer right, in order of announcement.

    How far their upload is: only uploads of the officer who announced them count, whatever others send.
    """
    return await database.fetch(
        f"""
        SELECT p.id AS photo_id, {photo_number_queries.OF_ONE} AS number, p.caption, o.full_name AS officer_name,
            p.made_at, p.sha256, p.size,
            coalesce((SELECT max(u."offset") FROM uploads u
                WHERE u.officer_id = p.officer_id AND u.state IN ('receiving', 'received')
                    AND (u.photo_id = p.id OR u.sha256 = p.sha256)), 0) AS bytes_received
        FROM photos p JOIN officers o ON o.id = p.officer_id
        WHERE p.inspection_id = $1 AND p.quarantine IS NULL AND p.withdrawn_at IS NULL
            AND (p.stored_at IS NULL OR p.custody_fault IN ('differs', 'missing'))
        ORDER BY p.number
        """,
        inspection_id,
    )
