"""Thumbnails that a phone sends ahead of a photograph's bytes. They are never evidence.

Nobody can check them, because the act announced the original and not the thumbnail. A worker
decodes each one in a separate process and makes a new picture of it. That picture is shown, marked
as unchecked, only until the preview of the original exists.
"""

import hashlib
import re
import tempfile
from pathlib import Path
from uuid import UUID

import structlog

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.core.job_queue import SHOW_PHONE_THUMBNAIL, enqueue
from backend.core.stores import Parts
from backend.fieldwork.errors import (
    HashDiffers,
    ThumbnailMalformed,
    ThumbnailNotJpeg,
    ThumbnailTooLarge,
)
from backend.fieldwork.queries import thumbnails as thumbnail_queries
from media import keys
from media.images import Inspector
from media.sniff import sniff
from media.store import StoreError

MAX_BYTES = 64 * 1024
"""Four times the size of a JPEG of 320 pixels."""
SIZE = "phone"
"""The name of this size, beside `thumb` and `view`."""

_BEHIND_ALL_ELSE = -10
"""Priority of its job: originals, their previews and their checks come first."""
_HEX = re.compile("[0-9a-f]{64}")
_log = structlog.get_logger("evidence")


async def take_thumbnail(
    photo_id: UUID, data: bytes, actor: Actor, *, sha256: str | None, media_type: str | None
) -> None:
    """Keep a phone's thumbnail of a photograph that its officer announced, for a worker to decode.

    The first usable one is kept: another, or the same again, changes nothing. Nor does any once the
    preview of the original exists. Call it in a transaction. Raises NotFound, ThumbnailMalformed,
    ThumbnailTooLarge, ThumbnailNotJpeg, HashDiffers.
    """
    row = await thumbnail_queries.lock_own(photo_id, actor.officer_id)
    if row is None:
        raise NotFound(what="photo")
    _check(data, sha256, media_type)
    if row.preview == "ready" or row.state in ("waiting", "ready"):
        return
    digest = hashlib.sha256(data).hexdigest()
    if row.sha256 == digest:  # decoded before, and unusable
        return
    await thumbnail_queries.keep(photo_id, digest, data, clock.now())
    await enqueue(SHOW_PHONE_THUMBNAIL, photo_id, priority=_BEHIND_ALL_ELSE)


def _check(data: bytes, sha256: str | None, media_type: str | None) -> None:
    if len(data) > MAX_BYTES:
        raise ThumbnailTooLarge(max_bytes=MAX_BYTES)
    if sha256 is None or not _HEX.fullmatch(sha256):
        raise ThumbnailMalformed()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise HashDiffers()
    if (media_type or "").partition(";")[0].strip().lower() != "image/jpeg":
        raise ThumbnailNotJpeg()
    if sniff(data) != "image/jpeg":
        raise ThumbnailNotJpeg()


async def make_showable(parts: Parts, inspector: Inspector, photo_id: UUID) -> None:
    """Decode a phone's thumbnail in a separate, limited process, and store our own picture of it.

    Repeating it changes nothing. Raises StoreError if the store does not answer; the job is then
    tried again.
    """
    row = await thumbnail_queries.find_waiting(photo_id)
    if row is None:
        return
    with tempfile.TemporaryDirectory(prefix="hientruong-thumbnail-") as folder:
        path = Path(folder, "thumbnail")
        await parts.on_disk(path.write_bytes, row.data)
        found = await inspector.inspect(path)
    usable = found.outcome == "ready" and found.detected_type == "image/jpeg"
    name = keys.preview(photo_id, row.photo_sha256, SIZE)
    if usable:
        await parts.store.put_bytes(name, found.thumb, media_type="image/jpeg")
    async with transaction():
        state = "ready" if usable else "unusable"
        wanted = await thumbnail_queries.set_looked_at(photo_id, row.sha256, state, found.reason)
    if usable and not wanted:
        await _clear(parts, photo_id, row.photo_sha256)


async def forget(parts: Parts, photo_id: UUID, photo_sha256: str) -> None:
    """Delete the phone's thumbnail, because the preview of the original exists.

    Never raises for errors of the store.
    """
    async with transaction():
        had = await thumbnail_queries.forget(photo_id)
    if had:
        await _clear(parts, photo_id, photo_sha256)


async def _clear(parts: Parts, photo_id: UUID, photo_sha256: str) -> None:
    try:
        await parts.store.delete_staged(keys.preview(photo_id, photo_sha256, SIZE))
    except StoreError as error:  # a few kilobytes stay that nothing refers to
        _log.info("thumbnail_left_in_store", photo_id=str(photo_id), error=str(error))
