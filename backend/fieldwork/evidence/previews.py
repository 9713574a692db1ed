"""Making previews of stored photographs, in a worker. The original is only read."""

import tempfile
from pathlib import Path
from uuid import UUID

import msgspec

from backend.core import stores
from backend.core.database import transaction
from backend.core.errors import Unavailable
from backend.core.job_queue import FIND_IN_PHOTO, enqueue
from backend.core.stores import Parts
from backend.fieldwork.evidence import thumbnails
from backend.fieldwork.queries import photos as photo_queries
from media import keys, metadata, picture_hash
from media.images import Inspected, Inspector
from media.store import StoreError


async def make(parts: Parts, inspector: Inspector, photo_id: UUID) -> None:
    """Inspect a photograph, store its previews, record the result, and enqueue its findings job.

    Repeating it changes nothing. Raises StoreError if the store does not answer; the job is then
    tried again.
    """
    row = await photo_queries.find_for_preview(photo_id, metadata.READER)
    if row is None:
        return
    found = await draw(parts, inspector, photo_id, row.sha256, row.object_key)
    await _record(photo_id, found)
    if found.outcome == "ready":
        await thumbnails.forget(parts, photo_id, row.sha256)


async def draw(
    parts: Parts, inspector: Inspector, file_id: UUID, sha256: str, object_key: str
) -> Inspected:
    """Inspect a picture in the store behind the fence, and store its previews.

    Raises StoreError if the store does not answer.
    """
    with tempfile.TemporaryDirectory(prefix="hientruong-original-") as folder:
        path = Path(folder, "original")
        async with parts.store.open(keys.parse(object_key)) as chunks:
            file = await parts.on_disk(path.open, "wb")
            with file:
                async for chunk in chunks:
                    await parts.on_disk(file.write, chunk)
        found = await inspector.inspect(path)
    for size, picture in (("thumb", found.thumb), ("view", found.view)):
        if picture:
            name = keys.preview(file_id, sha256, size)
            await parts.store.put_bytes(name, picture, media_type="image/jpeg")
    return found


async def drawn(file_id: UUID, sha256: str) -> bytes:
    """Return the view of a picture whose previews were stored. Raises Unavailable."""
    try:
        async with stores.current().store.open(keys.preview(file_id, sha256, "view")) as chunks:
            return b"".join([chunk async for chunk in chunks])
    except StoreError as error:
        raise Unavailable from error


async def _record(photo_id: UUID, found: Inspected) -> None:
    """Record preview, metadata and hash, and queue the job that compares them, in one transaction.

    So a reader who sees that there is a preview also finds the metadata and the hash.
    """
    said = {"reader": metadata.READER} | found.metadata
    async with transaction():
        await photo_queries.set_preview(
            photo_id,
            found.outcome,
            found.reason,
            found.detected_type,
            found.width,
            found.height,
            msgspec.json.encode(said).decode(),
        )
        if found.phash is not None:
            await photo_queries.set_hash(photo_id, picture_hash.ALGORITHM, found.phash)
        await enqueue(FIND_IN_PHOTO, photo_id)
