"""SQL of uploads on their way from the spool into the object store, and of what the store has of them.

Each statement is short; none waits for the object store.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows


class ToStore(msgspec.Struct, frozen=True, kw_only=True):
    """A complete upload that is to be stored."""

    id: UUID
    officer_id: UUID
    photo_id: UUID | None
    actual_sha256: str
    length: int
    file_type: str | None
    photo_ids: list[UUID]
    """Photographs that wait for its bytes, or whose bytes the store has lost."""
    unit_ids: list[UUID]
    """The unit of each of these photographs, in their order."""
    twin: str | None
    """An object in which the same officer's same bytes are stored already."""


class UploadInStore(msgspec.Struct, frozen=True, kw_only=True):
    """An upload that was stored and read back. It has a receipt if no act named its photograph yet."""

    id: UUID
    object_key: str
    receipt_key_id: str | None
    receipt_signature: bytes | None


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """An upload whose bytes are in the store."""

    id: UUID
    object_key: str
    length: int


async def list_to_store(node: str, before: datetime, limit: int) -> list[UUID]:
    """Return complete uploads of this node, received by `before` and not stored, oldest first."""
    found = await database.fetch(
        """
        SELECT id FROM uploads WHERE node = $1 AND state = 'received' AND received_at <= $2
        ORDER BY received_at LIMIT $3
        """,
        node,
        before,
        limit,
    )
    return [row["id"] for row in found]


_IS_WANTED = "(p.stored_at IS NULL OR coalesce(p.custody_fault IN ('differs', 'missing'), false))"


async def find_to_store(upload_id: UUID) -> ToStore | None:
    """Return a complete upload that is to be stored, or None."""
    found = await database.fetchrow(
        f"""
        SELECT u.id, u.officer_id, u.photo_id, u.actual_sha256, u.length, u.file_type,
            array(SELECT p.id FROM photos p WHERE p.officer_id = u.officer_id
                  AND p.sha256 = u.actual_sha256 AND {_IS_WANTED} ORDER BY p.id) AS photo_ids,
            array(SELECT p.unit_id FROM photos p WHERE p.officer_id = u.officer_id
                  AND p.sha256 = u.actual_sha256 AND {_IS_WANTED} ORDER BY p.id) AS unit_ids,
            (SELECT p.object_key FROM photos p WHERE p.officer_id = u.officer_id
                  AND p.sha256 = u.actual_sha256 AND NOT {_IS_WANTED} LIMIT 1) AS twin
        FROM uploads u WHERE u.id = $1 AND u.state = 'received'
        """,
        upload_id,
    )
    return rows.one(ToStore, found)


async def set_uploads_stored(uploads: list[UploadInStore], now: datetime) -> None:
    """Set uploads stored and read back.

    The receipt of an upload that names another officer's photograph is dropped. A receipt names no officer, so two of
    one photograph would differ in the hash, and nobody could tell which is the photograph's.
    """
    await database.execute(
        """
        UPDATE uploads u SET state = 'stored', stored_at = $1, object_key = g.object_key,
            receipt_key_id = CASE WHEN n.own THEN g.key_id END,
            receipt_signature = CASE WHEN n.own THEN g.signature END
        FROM unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[])
            AS g (id, object_key, key_id, signature)
        CROSS JOIN LATERAL (SELECT NOT EXISTS (SELECT 1 FROM photos p JOIN uploads o ON o.id = g.id
            WHERE p.id = o.photo_id AND p.officer_id <> o.officer_id) AS own) n
        WHERE u.id = g.id AND u.state = 'received'
        """,
        now,
        [upload.id for upload in uploads],
        [upload.object_key for upload in uploads],
        [upload.receipt_key_id for upload in uploads],
        [upload.receipt_signature for upload in uploads],
    )


async def move_upload(officer_id: UUID, sha256: str, source: str, target: str) -> None:
    """Record that the bytes at `source` are now at `target`."""
    await database.execute(
        """
        UPDATE uploads SET object_key = $4
        WHERE officer_id = $1 AND actual_sha256 = $2 AND object_key = $3
        """,
        officer_id,
        sha256,
        source,
        target,
    )


async def find_source(officer_id: UUID, sha256: str) -> Source | None:
    """Return an upload of this officer whose bytes with this hash are in the store, or None."""
    found = await database.fetchrow(
        """
        SELECT id, object_key, length FROM uploads
        WHERE officer_id = $1 AND actual_sha256 = $2 AND state = 'stored' AND object_key IS NOT NULL
        ORDER BY object_key LIMIT 1
        """,
        officer_id,
        sha256,
    )
    return rows.one(Source, found)


async def has_bytes_coming(officer_id: UUID, sha256: str) -> bool:
    """Tell whether an upload of this officer with this hash is on its way or in the store."""
    found: bool = await database.fetchval(
        """
        SELECT EXISTS (SELECT 1 FROM uploads WHERE officer_id = $1 AND actual_sha256 = $2
                       AND state IN ('received', 'stored'))
            OR EXISTS (SELECT 1 FROM uploads WHERE officer_id = $1 AND sha256 = $2
                       AND state IN ('receiving', 'received'))
        """,
        officer_id,
        sha256,
    )
    return found


async def list_stored_hashes(officer_id: UUID, hashes: list[str]) -> list[str]:
    """Return those of these hashes whose bytes are stored, by the officer's uploads or photos."""
    found = await database.fetch(
        """
        SELECT actual_sha256 AS sha256 FROM uploads
        WHERE officer_id = $1 AND actual_sha256 = ANY($2::text[]) AND state = 'stored'
        UNION
        SELECT sha256 FROM photos
        WHERE officer_id = $1 AND sha256 = ANY($2::text[]) AND stored_at IS NOT NULL
        """,
        officer_id,
        hashes,
    )
    return [row["sha256"] for row in found]


async def list_announced(officer_id: UUID, photo_ids: list[UUID]) -> list[UUID]:
    """Return those of these photographs that an act of this officer announced."""
    found = await database.fetch(
        "SELECT id FROM photos WHERE officer_id = $1 AND id = ANY($2::uuid[])",
        officer_id,
        photo_ids,
    )
    return [row["id"] for row in found]


async def is_being_stored(photo_id: UUID) -> bool:
    """Tell whether a photograph's bytes are complete in a spool and going into the store."""
    found: bool = await database.fetchval(
        """
        SELECT EXISTS (SELECT 1 FROM photos p JOIN uploads u
            ON u.officer_id = p.officer_id AND u.actual_sha256 = p.sha256
            WHERE p.id = $1 AND p.stored_at IS NULL AND u.state = 'received')
        """,
        photo_id,
    )
    return found
