"""Queries of photographs whose bytes are still on phones. Called only for an inspection in scope."""

from uuid import UUID

from backend.core import database, rows
from backend.fieldwork.queries import photo_numbers as photo_number_queries
from schemas.fieldwork.custody import MissingPhoto


async def missing_photos(inspection_id: UUID) -> list[MissingPhoto]:
    """Return photographs in force whose bytes are missing or no longer right.

    They come in order of announcement. `bytes_received` tells how far the upload is. Only uploads
    of the officer who announced the photograph count.
    """
    found = await database.fetch(
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
    return rows.many(MissingPhoto, found)
