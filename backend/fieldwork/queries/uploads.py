"""SQL of uploads. Each statement is short; none waits for a phone or for the object store."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database

_COLUMNS = """id, officer_id, device_id, photo_id, inspection_id, sha256, file_type, metadata, length,
    "offset", node, state, actual_sha256, expires_at, stored_at, object_key, receipt_key_id,
    receipt_signature, concat, joined_into"""
_MAY_GO_ON = """((state IN ('received', 'stored') AND NOT EXISTS (
        SELECT 1 FROM photos p WHERE p.id = uploads.photo_id
        AND p.officer_id = uploads.officer_id AND p.custody_fault IN ('differs', 'missing')))
    OR (state = 'receiving' AND node = {node} AND expires_at > {now}))"""


STATE_OF_WHOLE = """CASE WHEN coalesce({sha256}, {actual}) <> {actual} OR EXISTS (
    SELECT 1 FROM photos p WHERE p.id = {photo} AND p.officer_id = {officer} AND p.sha256 <> {actual}
) THEN 'mismatched' ELSE 'received' END"""
"""The state of a complete upload: `mismatched` if its hash is not the one announced by its own
metadata or by the same officer's act about the photograph."""


async def insert_upload(
    upload_id: UUID,
    officer_id: UUID,
    device_id: UUID,
    metadata: str,
    announced: Any,
    length: int | None,
    node: str,
    now: datetime,
    expires_at: datetime,
    max_open: int,
    max_open_bytes: int,
    most_bytes: int,
    concat: str | None,
) -> bool:
    """Insert a new upload. Returns False, without a row, if it may not be begun.

    That is so if this phone began one for the same photograph, if the officer has `max_open`
    unfinished ones, or if those would exceed `max_open_bytes` together. An upload whose length is
    not known yet counts as `most_bytes`.
    """
    tag = await database.execute(
        f"""
        INSERT INTO uploads (id, officer_id, device_id, metadata, photo_id, inspection_id, sha256,
            file_type, length, node, created_at, expires_at, concat)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $16
        WHERE (SELECT count(*) < $13
                AND coalesce(sum(coalesce(length, $15)), 0) + coalesce($9, $15) <= $14
            FROM uploads WHERE officer_id = $2 AND state = 'receiving')
          AND NOT EXISTS (SELECT 1 FROM uploads WHERE officer_id = $2 AND device_id = $3
            AND photo_id = $5 AND sha256 IS NOT DISTINCT FROM $7 AND length = $9
            AND {_MAY_GO_ON.format(node="$10", now="$11")})
        """,
        upload_id,
        officer_id,
        device_id,
        metadata,
        announced.photo_id,
        announced.inspection_id,
        announced.sha256,
        announced.file_type,
        length,
        node,
        now,
        expires_at,
        max_open,
        max_open_bytes,
        most_bytes,
        concat,
    )
    return tag == "INSERT 0 1"


async def find_upload(upload_id: UUID, officer_id: UUID) -> Any:
    """Return an officer's own upload, or None."""
    return await database.fetchrow(
        f"SELECT {_COLUMNS} FROM uploads WHERE id = $1 AND officer_id = $2", upload_id, officer_id
    )


async def find_same_upload(
    officer_id: UUID,
    device_id: UUID,
    photo_id: UUID,
    sha256: str | None,
    length: int,
    node: str,
    now: datetime,
) -> Any:
    """Return the upload that this phone began for this photograph before, or None.

    The answer to it may have been lost. A finished upload whose bytes the store has lost since does
    not count, because the bytes are needed again.
    """
    return await database.fetchrow(
        f"""
        SELECT {_COLUMNS} FROM uploads
        WHERE photo_id = $3 AND officer_id = $1 AND device_id = $2
          AND sha256 IS NOT DISTINCT FROM $4 AND length = $5
          AND {_MAY_GO_ON.format(node="$6", now="$7")}
        ORDER BY created_at DESC LIMIT 1
        """,
        officer_id,
        device_id,
        photo_id,
        sha256,
        length,
        node,
        now,
    )


async def set_offset(
    upload_id: UUID, offset: int, length: int | None, expires_at: datetime
) -> bool:
    """Record how many bytes are on disk. False if the upload is no longer receiving."""
    tag = await database.execute(
        """
        UPDATE uploads SET "offset" = $2, length = $3, expires_at = $4
        WHERE id = $1 AND state = 'receiving'
        """,
        upload_id,
        offset,
        length,
        expires_at,
    )
    return tag == "UPDATE 1"


async def finish(
    upload_id: UUID, length: int, actual_sha256: str, now: datetime, expires_at: datetime
) -> str | None:
    """Record that the last byte is on disk; return the state (STATE_OF_WHOLE), None if ended."""
    becomes = STATE_OF_WHOLE.format(
        sha256="u.sha256", actual="$3", photo="u.photo_id", officer="u.officer_id"
    )
    state: str | None = await database.fetchval(
        f"""
        UPDATE uploads u SET "offset" = $2, length = $2, actual_sha256 = $3, received_at = $4,
            expires_at = $5, state = {becomes}
        WHERE id = $1 AND state = 'receiving'
        RETURNING state
        """,
        upload_id,
        length,
        actual_sha256,
        now,
        expires_at,
    )
    return state


async def terminate(upload_id: UUID) -> bool:
    """Terminate an unfinished upload. False if it is finished or gone."""
    tag = await database.execute(
        "UPDATE uploads SET state = 'terminated' WHERE id = $1 AND state = 'receiving'", upload_id
    )
    return tag == "UPDATE 1"


async def step_back(upload_id: UUID, size: int, node: str) -> None:
    """Set an upload back to `size`, because the spool lost bytes that were not in the store yet.

    The phone still has the bytes and continues from there. A final upload cannot be written to, so
    it is terminated, and the phone begins again.
    """
    await database.execute(
        """
        UPDATE uploads SET state = CASE WHEN concat LIKE 'final;%' THEN 'terminated' ELSE 'receiving' END,
            "offset" = $2, node = $3, actual_sha256 = NULL, received_at = NULL
        WHERE id = $1 AND state IN ('receiving', 'received')
        """,
        upload_id,
        size,
        node,
    )


async def standing_of(upload_id: UUID) -> Any:
    """Return state, offset and length of an upload, or None. Call it while holding its file."""
    return await database.fetchrow(
        'SELECT state, "offset", length FROM uploads WHERE id = $1', upload_id
    )


async def list_to_store(node: str, before: datetime, limit: int) -> list[UUID]:
    """Return complete uploads of this node, received by `before` and not stored, oldest first."""
    rows = await database.fetch(
        """
        SELECT id FROM uploads WHERE node = $1 AND state = 'received' AND received_at <= $2
        ORDER BY received_at LIMIT $3
        """,
        node,
        before,
        limit,
    )
    return [row["id"] for row in rows]


_IS_WANTED = "(p.stored_at IS NULL OR coalesce(p.custody_fault IN ('differs', 'missing'), false))"


async def find_to_store(upload_id: UUID) -> Any:
    """Return a complete upload that is to be stored, or None.

    `photo_ids` are the photographs that wait for its bytes, or whose bytes the store has lost.
    `twin` is an object in which the same officer's same bytes are stored already.
    """
    return await database.fetchrow(
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


async def set_uploads_stored(uploads: list[tuple[Any, ...]], now: datetime) -> None:
    """Set uploads stored and read back; each is (id, object key, receipt key id, signature)."""
    await database.execute(
        """
        UPDATE uploads u SET state = 'stored', stored_at = $1, object_key = g.object_key,
            receipt_key_id = g.key_id, receipt_signature = g.signature
        FROM unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[])
            AS g (id, object_key, key_id, signature)
        WHERE u.id = g.id AND u.state = 'received'
        """,
        now,
        *(list(column) for column in zip(*uploads, strict=True)),
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


async def find_source(officer_id: UUID, sha256: str) -> Any:
    """Return an upload of this officer whose bytes with this hash are in the store, or None."""
    return await database.fetchrow(
        """
        SELECT id, object_key, length FROM uploads
        WHERE officer_id = $1 AND actual_sha256 = $2 AND state = 'stored' AND object_key IS NOT NULL
        ORDER BY object_key LIMIT 1
        """,
        officer_id,
        sha256,
    )


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


async def list_stored_hashes(officer_id: UUID, hashes: list[str]) -> list[Any]:
    """Return those of these hashes whose bytes are stored, by the officer's uploads or photos."""
    return await database.fetch(
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


async def list_announced(officer_id: UUID, photo_ids: list[UUID]) -> list[Any]:
    """Return those of these photographs that an act of this officer announced."""
    return await database.fetch(
        "SELECT id FROM photos WHERE officer_id = $1 AND id = ANY($2::uuid[])",
        officer_id,
        photo_ids,
    )


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


async def list_expired(now: datetime, limit: int) -> list[UUID]:
    """Terminate expired unfinished uploads, and return their ids."""
    rows = await database.fetch(
        """
        UPDATE uploads SET state = 'terminated' WHERE id IN (
            SELECT id FROM uploads WHERE state = 'receiving' AND expires_at < $1
            ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
        RETURNING id
        """,
        now,
        limit,
    )
    return [row["id"] for row in rows]


async def states_of(upload_ids: list[UUID]) -> dict[UUID, str]:
    """Return the states of these uploads; those without a row are left out."""
    rows = await database.fetch(
        "SELECT id, state FROM uploads WHERE id = ANY($1::uuid[])", upload_ids
    )
    return {row["id"]: row["state"] for row in rows}
