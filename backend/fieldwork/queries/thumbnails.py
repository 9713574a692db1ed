"""Queries of the thumbnails that phones send ahead of a photograph's bytes."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.fieldwork.tables.phone_thumbnails import PhoneThumbnail
from schemas.fieldwork.words import Preview


class Announced(msgspec.Struct, frozen=True, kw_only=True):
    """The preview of an announced photograph, and its thumbnail if there is one."""

    preview: Preview
    state: str | None
    sha256: str | None
    """Of the thumbnail."""


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A thumbnail that no worker has decoded yet."""

    data: bytes
    sha256: str
    photo_sha256: str


async def lock_own(photo_id: UUID, officer_id: UUID) -> Announced | None:
    """Lock the officer's own announced photograph; return it with its thumbnail, or None."""
    found = await database.fetchrow(
        """
        SELECT p.preview, t.state, t.sha256 FROM photos p LEFT JOIN phone_thumbnails t ON t.photo_id = p.id
        WHERE p.id = $1 AND p.officer_id = $2 FOR UPDATE OF p
        """,
        photo_id,
        officer_id,
    )
    return rows.one(Announced, found)


async def keep(photo_id: UUID, sha256: str, data: bytes, now: datetime) -> None:
    """Store a thumbnail for a worker to decode. It replaces an unusable one."""
    waiting = PhoneThumbnail(
        photo_id=photo_id, sha256=sha256, received_at=now, state="waiting", bytes=data
    )
    await PhoneThumbnail.insert(waiting).on_conflict(
        target=PhoneThumbnail.photo_id,
        action="DO UPDATE",
        values=(
            PhoneThumbnail.sha256,
            PhoneThumbnail.received_at,
            PhoneThumbnail.state,
            PhoneThumbnail.reason,
            PhoneThumbnail.bytes,
        ),
    )


@compiled.one(Waiting)
def find_waiting(photo_id: UUID) -> Query:
    """Return a thumbnail that no worker has decoded yet, with the photograph's hash, or None."""
    waiting = PhoneThumbnail.select(
        PhoneThumbnail.bytes.as_alias("data"),
        PhoneThumbnail.sha256,
        PhoneThumbnail.photo_id.sha256.as_alias("photo_sha256"),
    ).where(PhoneThumbnail.state == "waiting")
    return waiting.where(PhoneThumbnail.photo_id == photo_id)


async def set_looked_at(photo_id: UUID, sha256: str, state: str, reason: str | None) -> bool:
    """Store the result of decoding, and drop the received bytes. False if no longer wanted."""
    return await _set_looked_at(photo_id, sha256, state, reason) is not None


@compiled.value(UUID)
def _set_looked_at(photo_id: UUID, sha256: str, state: str, reason: str | None) -> Query:
    looked_at = (
        PhoneThumbnail.update(
            {
                PhoneThumbnail.state: state,
                PhoneThumbnail.reason: reason,
                PhoneThumbnail.bytes: None,
            }
        )
        .where(PhoneThumbnail.photo_id == photo_id)
        .where(PhoneThumbnail.sha256 == sha256)
        .where(PhoneThumbnail.state == "waiting")
    )
    return looked_at.returning(PhoneThumbnail.photo_id)


async def forget(photo_id: UUID) -> bool:
    """Delete the thumbnail, because the preview of the original exists. True if there was one."""
    return await _forget(photo_id) is not None


@compiled.value(UUID)
def _forget(photo_id: UUID) -> Query:
    gone = PhoneThumbnail.delete().where(PhoneThumbnail.photo_id == photo_id)
    return gone.returning(PhoneThumbnail.photo_id)
