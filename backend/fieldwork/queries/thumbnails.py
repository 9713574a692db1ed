"""SQL of the thumbnails that phones send ahead of a photograph's bytes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database


async def lock_own(photo_id: UUID, officer_id: UUID) -> Any:
    """Lock the officer's own announced photograph; return it with its thumbnail, or None."""
    return await database.fetchrow(
        """
        SELECT p.preview, t.state, t.sha256 FROM photos p LEFT JOIN phone_thumbnails t ON t.photo_id = p.id
        WHERE p.id = $1 AND p.officer_id = $2 FOR UPDATE OF p
        """,
        photo_id,
        officer_id,
    )


async def keep(photo_id: UUID, sha256: str, data: bytes, now: datetime) -> None:
    """Store a thumbnail for a worker to decode. It replaces an unusable one."""
    await database.execute(
        """
        INSERT INTO phone_thumbnails (photo_id, sha256, received_at, state, bytes) VALUES ($1, $2, $3, 'waiting', $4)
        ON CONFLICT (photo_id) DO UPDATE SET sha256 = excluded.sha256, received_at = excluded.received_at,
            state = 'waiting', reason = NULL, bytes = excluded.bytes
        """,
        photo_id,
        sha256,
        now,
        data,
    )


async def find_waiting(photo_id: UUID) -> Any:
    """Return a thumbnail that no worker has decoded yet, with the photograph's hash, or None."""
    return await database.fetchrow(
        """
        SELECT t.bytes, t.sha256, p.sha256 AS photo_sha256 FROM phone_thumbnails t JOIN photos p ON p.id = t.photo_id
        WHERE t.photo_id = $1 AND t.state = 'waiting'
        """,
        photo_id,
    )


async def set_looked_at(photo_id: UUID, sha256: str, state: str, reason: str | None) -> bool:
    """Store the result of decoding, and drop the received bytes. False if no longer wanted."""
    tag = await database.execute(
        """
        UPDATE phone_thumbnails SET state = $3, reason = $4, bytes = NULL
        WHERE photo_id = $1 AND sha256 = $2 AND state = 'waiting'
        """,
        photo_id,
        sha256,
        state,
        reason,
    )
    return tag == "UPDATE 1"


async def forget(photo_id: UUID) -> bool:
    """Delete the thumbnail, because the preview of the original exists. True if there was one."""
    tag = await database.execute("DELETE FROM phone_thumbnails WHERE photo_id = $1", photo_id)
    return tag == "DELETE 1"
