"""SQL of uploads on their way into the spool. Each statement is short; none waits for a phone.

storing.py has the statements of the way from the spool into the object store.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.fieldwork.rules.uploads import Announced, UploadState


class UploadRow(msgspec.Struct, frozen=True, kw_only=True):
    """An upload as the phone announced it, and the state of its bytes."""

    id: UUID
    officer_id: UUID
    device_id: UUID
    photo_id: UUID | None
    inspection_id: UUID | None
    sha256: str | None
    """As the phone announced it."""
    file_type: str | None
    metadata: str
    length: int | None
    """None while it is deferred."""
    offset: int
    node: str
    state: UploadState
    actual_sha256: str | None
    """Measured; None until the last byte is on disk."""
    expires_at: datetime
    stored_at: datetime | None
    object_key: str | None
    receipt_key_id: str | None
    receipt_signature: bytes | None
    """Set if the bytes were stored before an act named the photograph."""
    concat: str | None
    joined_into: UUID | None


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """How many bytes of an upload are recorded."""

    state: UploadState
    offset: int
    length: int | None


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
    announced: Announced,
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


async def find_upload(upload_id: UUID, officer_id: UUID) -> UploadRow | None:
    """Return an officer's own upload, or None."""
    found = await database.fetchrow(
        f"SELECT {_COLUMNS} FROM uploads WHERE id = $1 AND officer_id = $2", upload_id, officer_id
    )
    return rows.one(UploadRow, found)


async def find_same_upload(
    officer_id: UUID,
    device_id: UUID,
    photo_id: UUID,
    sha256: str | None,
    length: int,
    node: str,
    now: datetime,
) -> UploadRow | None:
    """Return the upload that this phone began for this photograph before, or None.

    The answer to it may have been lost. A finished upload whose bytes the store has lost since does
    not count, because the bytes are needed again.
    """
    found = await database.fetchrow(
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
    return rows.one(UploadRow, found)


async def list_waiting(officer_id: UUID, device_id: UUID) -> list[UploadRow]:
    """Return an officer's uploads from a device that are unfinished, or wait in staging; oldest first."""
    found = await database.fetch(
        f"""
        SELECT {_COLUMNS} FROM uploads WHERE officer_id = $1 AND device_id = $2
            AND (state IN ('receiving', 'received') OR (state = 'stored' AND object_key LIKE 'staging/%'))
        ORDER BY created_at LIMIT 500
        """,
        officer_id,
        device_id,
    )
    return rows.many(UploadRow, found)


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
) -> UploadState | None:
    """Record that the last byte is on disk; return the state (STATE_OF_WHOLE), None if ended."""
    becomes = STATE_OF_WHOLE.format(
        sha256="u.sha256", actual="$3", photo="u.photo_id", officer="u.officer_id"
    )
    state: UploadState | None = await database.fetchval(
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


async def standing_of(upload_id: UUID) -> Recorded | None:
    """Return how many bytes of an upload are recorded, or None. Call it while holding its file."""
    found = await database.fetchrow(
        'SELECT state, "offset", length FROM uploads WHERE id = $1', upload_id
    )
    return rows.one(Recorded, found)


async def list_expired(now: datetime, limit: int) -> list[UUID]:
    """Terminate expired unfinished uploads, and return their ids."""
    found = await database.fetch(
        """
        UPDATE uploads SET state = 'terminated' WHERE id IN (
            SELECT id FROM uploads WHERE state = 'receiving' AND expires_at < $1
            ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
        RETURNING id
        """,
        now,
        limit,
    )
    return [row["id"] for row in found]


async def states_of(upload_ids: list[UUID]) -> dict[UUID, UploadState]:
    """Return the states of these uploads; those without a row are left out."""
    found = await database.fetch(
        "SELECT id, state FROM uploads WHERE id = ANY($1::uuid[])", upload_ids
    )
    return {row["id"]: row["state"] for row in found}
