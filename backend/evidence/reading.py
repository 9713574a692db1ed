"""Reading photographs: in scope, with every reading by a person recorded before a byte leaves."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import msgspec
import structlog

from backend.actors import Actor
from backend.errors import NotFound, Unavailable
from backend.evidence import parts, photo_queries, receipts, texts
from backend.evidence.errors import BytesPending, NoPreview, PreviewPending
from backend.evidence.ranges import Part, part_of
from backend.evidence.views import OpenPhoto, PhotoPage, Reading, Size
from backend.findings import service as findings
from media import keys
from media.keys import ObjectName
from media.store import StoreError

_log = structlog.get_logger("evidence")

_READERS_SHOWN = 50
_HEADERS = {
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
}
"""A file that is a picture and a page at once stays a picture; and no cache keeps evidence."""


async def open_photo(
    photo_id: UUID,
    size: Size,
    actor: Actor,
    *,
    range_header: str | None = None,
    address: str | None = None,
) -> OpenPhoto:
    """Open a photograph's bytes for a person, and record that he did.

    Raises NotFound (or out of scope), BytesPending, PreviewPending, NoPreview, Unavailable. A range
    is answered for originals only; one that cannot be satisfied gives the whole (RFC 9110 §14.2
    allows it).
    """
    row = await _row(photo_id, actor)
    if row["stored_at"] is None:
        raise BytesPending()
    version = None
    if size == "original":
        # Whatever was put over it since: the version that was verified is the original.
        name, total, version = keys.parse(row["object_key"]), row["size"], row["version_id"]
        part = part_of(range_header, total)
    else:
        name, total, part = _preview_name(row, size), None, None
    chunks = await _primed(name, part, version)
    await photo_queries.log_access(actor, f"photo.{size}", row["inspection_id"], photo_id, address)
    return _opened(row, size, total, part, chunks)


async def photo_page(
    photo_id: UUID, actor: Actor, *, action: str = "photo.page", address: str | None = None
) -> PhotoPage:
    """All about one photograph, for the desk. Recorded as a reading: `photo.page`, or `photo.receipts` where they are
    taken away. Raises NotFound."""
    row = await _row(photo_id, actor)
    await photo_queries.log_access(actor, action, row["inspection_id"], photo_id, address)
    readers = await photo_queries.list_readers(photo_id, _READERS_SHOWN)
    without = row["preview"] in ("undecodable", "not_an_image")
    copied = {
        name: row[name]
        for name in PhotoPage.__struct_fields__
        if name in row.keys()  # noqa: SIM118
    }
    copied |= {
        "photo_id": row["id"],
        "announced_type": row["media_type"],
        "place": _json(row["place"]),
        "metadata": _json(row["metadata"]) or {},
        "object_name": row["object_key"],
        "receipt": receipts.of_row({**row, "photo_id": row["id"]}),
        "preview_reason": texts.reason(row["preview_reason"]) if without else None,
        "readers": [Reading(**dict(reader)) for reader in readers],
        "findings": await findings.of_photo(photo_id, actor),
    }
    return PhotoPage(**copied)


async def _row(photo_id: UUID, actor: Actor) -> Any:
    row = await photo_queries.find_photo(photo_id, actor)
    if row is None:
        raise NotFound(what="photo")
    return row


def _json(text: str | None) -> Any:
    return None if text is None else msgspec.json.decode(text)


def _preview_name(row: Any, size: Size) -> ObjectName:
    """Where the preview lies. Raises PreviewPending, NoPreview."""
    if row["preview"] == "pending":
        raise PreviewPending()
    if row["preview"] != "ready":
        raise NoPreview(
            code=row["preview"],
            text=texts.reason(row["preview_reason"]),
            reason=row["preview_reason"],
        )
    return keys.preview(row["id"], row["sha256"], size)


def _opened(
    row: Any, size: Size, total: int | None, part: Part | None, chunks: AsyncIterator[bytes]
) -> OpenPhoto:
    headers = _HEADERS | {"etag": f'"{row["sha256"]}-{size}"'}
    if size != "original":
        return OpenPhoto(status=200, media_type="image/jpeg", headers=headers, chunks=chunks)
    kind = row["detected_type"] or "application/octet-stream"
    ending = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/heic": "heic"}
    headers |= {
        "content-disposition": f'attachment; filename="{row["id"]}.{ending.get(kind, "bin")}"',
        "accept-ranges": "bytes",
        "content-length": str(total if part is None else part.length),
        "etag": f'"{row["sha256"]}"',
    }
    if part is not None:
        headers["content-range"] = f"bytes {part.offset}-{part.offset + part.length - 1}/{total}"
    return OpenPhoto(
        status=200 if part is None else 206, media_type=kind, headers=headers, chunks=chunks
    )


async def _primed(
    name: ObjectName, part: Part | None, version: str | None
) -> AsyncIterator[bytes]:
    """Open the object and fetch its first chunk, so that a failure is told before a status line is
    sent."""
    stream = _stream(name, part, version)
    try:
        first = await anext(stream, b"")
    except StoreError as error:
        _log.error("photo_not_readable", object=str(name), error=str(error))
        raise Unavailable() from error

    async def chunks() -> AsyncIterator[bytes]:
        try:
            yield first
            async for chunk in stream:
                yield chunk
        finally:
            await stream.aclose()  # type: ignore[attr-defined]  # it is a generator

    return chunks()


async def _stream(
    name: ObjectName, part: Part | None, version: str | None
) -> AsyncIterator[bytes]:
    offset, length = (0, None) if part is None else (part.offset, part.length)
    store = parts.current().store
    async with store.open(name, offset=offset, length=length, version=version) as chunks:
        async for chunk in chunks:
            yield chunk
