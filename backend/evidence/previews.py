"""Making previews: what a worker does with a stored photograph. The original is only read."""

import tempfile
from pathlib import Path
from uuid import UUID

import msgspec

from backend.evidence import photo_queries
from backend.evidence.parts import Parts
from media import keys
from media.images import Inspector

METADATA_READER = "hientruong-metadata/2"
"""Kept beside what was read: a later reader may see more, and a value is only as good as its reader."""


async def make(parts: Parts, inspector: Inspector, photo_id: UUID) -> None:
    """Look at a photograph, store its previews and record what was found. Repeating it changes
    nothing.

    Raises StoreError where the store does not answer: the job is tried again.
    """
    row = await photo_queries.find_for_preview(photo_id)
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
    await photo_queries.set_preview(
        photo_id,
        found.outcome,
        found.reason,
        found.detected_type,
        found.width,
        found.height,
        msgspec.json.encode({"reader": METADATA_READER, "exif": found.metadata}).decode(),
    )
