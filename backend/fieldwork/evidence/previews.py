"""Making previews: what a worker does with a stored photograph. The original is only read."""

import tempfile
from pathlib import Path
from uuid import UUID

import msgspec

from backend.core.database import transaction
from backend.core.job_queue import FIND_IN_PHOTO, enqueue
from backend.core.stores import Parts
from backend.fieldwork.evidence import thumbnails
from backend.fieldwork.queries import photos as photo_queries
from media import keys, metadata, picture_hash
from media.images import Inspected, Inspector


async def make(parts: Parts, inspector: Inspector, photo_id: UUID) -> None:
    """Look at a photograph, store its previews, record what was found and ask for its findings.
    Repeating it changes nothing.

    Raises StoreError where the store does not answer: the job is tried again.
    """
    row = await photo_queries.find_for_preview(photo_id, metadata.READER)
    if row is None:
        return
    with tempfile.TemporaryDirectory(prefix="hientruong-original-") as folder:
        path = Path(folder, "original")
        async with parts.store.open(keys.parse(row["object_key"])) as chunks:
            file = await parts.on_disk(path.open, "wb")
            with file:
                async for chunk in chunks:
                    await parts.on_disk(file.write, chunk)
        found = await inspector.inspect(path)
    for size, picture in (("thumb", found.thumb), ("view", found.view)):
        if picture:
            name = keys.preview(photo_id, row["sha256"], size)
            await parts.store.put_bytes(name, picture, media_type="image/jpeg")
    await _record(photo_id, found)
    if found.outcome == "ready":
        await thumbnails.forget(parts, photo_id, row["sha256"])


async def _record(photo_id: UUID, found: Inspected) -> None:
    """All in one transaction: whoever sees that there is a preview finds metadata and hash there,
    and the job that compares them is queued, or none of it happened."""
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
