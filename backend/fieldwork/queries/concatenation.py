"""SQL of concatenation: partial uploads, and the final upload that is made of them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database
from backend.fieldwork.queries import uploads as queries


async def list_partials(upload_ids: list[UUID], officer_id: UUID, device_id: UUID) -> list[Any]:
    """Return those of these uploads that this officer made from this phone."""
    rows: list[Any] = await database.fetch(
        """
        SELECT id, concat, state, "offset", length, node, expires_at, joined_into FROM uploads
        WHERE id = ANY($1::uuid[]) AND officer_id = $2 AND device_id = $3
        """,
        upload_ids,
        officer_id,
        device_id,
    )
    return rows


async def insert_final(
    upload_id: UUID,
    officer_id: UUID,
    device_id: UUID,
    metadata: str,
    announced: Any,
    length: int,
    node: str,
    now: datetime,
    concat: str,
    actual_sha256: str,
) -> str:
    """Insert a final upload, which is complete from the start, and return its state.

    The state is `received`, or `mismatched` if the hash is not the one announced by the upload's
    metadata or by the same officer's act about the photograph.
    """
    state: str = await database.fetchval(
        f"""
        INSERT INTO uploads (id, officer_id, device_id, metadata, photo_id, inspection_id, sha256,
            file_type, length, "offset", node, created_at, received_at, expires_at, concat,
            actual_sha256, state)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $11, $11, $12, $13,
            {queries.STATE_OF_WHOLE.format(sha256="$7", actual="$13", photo="$5", officer="$2")}
        RETURNING state
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
        concat,
        actual_sha256,
    )
    return state


async def end_partials(upload_ids: list[UUID], final_id: UUID, state: str) -> int:
    """Set partial uploads to `joined` into the final one, or to `terminated` with it.

    Returns how many were still receiving.
    """
    tag: str = await database.execute(
        """
        UPDATE uploads SET state = $3, joined_into = $2
        WHERE id = ANY($1::uuid[]) AND state = 'receiving' AND concat = 'partial'
        """,
        upload_ids,
        final_id,
        state,
    )
    return int(tag.rpartition(" ")[2])
