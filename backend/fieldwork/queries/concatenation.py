"""Queries of concatenation: partial uploads, and the final upload that is made of them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.fieldwork.queries import uploads as queries
from backend.fieldwork.rules.uploads import PARTIAL, Announced, UploadState
from backend.fieldwork.tables.uploads import Upload


class Partial(msgspec.Struct, frozen=True, kw_only=True):
    """An upload that is to be joined with others, if it is a partial one."""

    id: UUID
    concat: str | None
    state: UploadState
    offset: int
    length: int | None
    node: str
    expires_at: datetime
    joined_into: UUID | None


@compiled.many(Partial)
def list_partials(upload_ids: list[UUID], officer_id: UUID, device_id: UUID) -> Query:
    """Return those of these uploads that this officer made from this phone."""
    theirs = Upload.select(*rows.columns(Partial, Upload)).where(Upload.officer_id == officer_id)
    of_phone = theirs.where(Upload.device_id == device_id)
    return of_phone.where(rows.any_of(Upload.id, upload_ids))


async def insert_final(
    upload_id: UUID,
    officer_id: UUID,
    device_id: UUID,
    metadata: str,
    announced: Announced,
    length: int,
    node: str,
    now: datetime,
    concat: str,
    actual_sha256: str,
) -> UploadState:
    """Insert a final upload, which is complete from the start, and return its state.

    The state is `received`, or `mismatched` if the hash is not the one announced by the upload's
    metadata or by the same officer's act about the photograph.
    """
    state: UploadState = await database.fetchval(
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


@compiled.changed
def end_partials(
    upload_ids: list[UUID], final_id: UUID, state: Literal["joined", "terminated"]
) -> Query:
    """Set partial uploads to `joined` into the final one, or to `terminated` with it.

    Returns how many were still receiving.
    """
    ended = Upload.update({Upload.state: state, Upload.joined_into: final_id})
    receiving = ended.where(Upload.state == "receiving").where(Upload.concat == PARTIAL)
    return receiving.where(rows.any_of(Upload.id, upload_ids))
