"""Reading photographs in scope. Every reading by a person is recorded before a byte is sent."""

from collections.abc import AsyncIterator, Mapping
from typing import NamedTuple
from uuid import UUID

import structlog

from backend.core import access_log, stores
from backend.core.actors import Actor
from backend.core.errors import NotFound, Unavailable
from backend.fieldwork.errors import BytesPending, NoPreview, PreviewPending, RangeBeyondEnd
from backend.fieldwork.evidence import receipts
from backend.fieldwork.evidence.views import OpenPhoto, PhotoPage, Size
from backend.fieldwork.findings import service as findings
from backend.fieldwork.queries import photos as photo_queries
from backend.fieldwork.queries.photos import ReceiptRow, SeenPhoto
from backend.fieldwork.rules.ranges import BeyondTheEnd, Part, is_known, part_of, range_counts
from backend.fieldwork.texts import previews as texts
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
"""Browsers treat a file that is both a picture and a page as a picture; no cache keeps evidence."""


class _Wanted(NamedTuple):
    """One representation of a photograph: its object, version and type."""

    name: ObjectName
    version: str | None
    etag: str
    media_type: str
    file_name: str | None


async def open_photo(
    photo_id: UUID,
    size: Size,
    actor: Actor,
    *,
    asked: Mapping[str, str] | None = None,
    address: str | None = None,
) -> OpenPhoto:
    """Open a photograph's bytes for a person, and record the reading in the access log.

    It is recorded too if the client only asks whether its copy is still current (304). `asked` are
    the request's headers; Range, If-Range and If-None-Match are used
    (backend.fieldwork.rules.ranges). Raises NotFound (also out of scope), BytesPending,
    PreviewPending, NoPreview, RangeBeyondEnd, Unavailable.
    """
    row, wanted = await _wanted(photo_id, size, actor)
    asked = asked or {}
    if is_known(asked.get("if-none-match"), wanted.etag):
        await _record(row, size, actor, address)
        return _opened(wanted, status=304)
    held = None if size == "original" else await _whole(wanted.name)
    total = row.size if held is None else len(held)
    part = None
    if range_counts(asked.get("if-range"), wanted.etag):
        try:
            part = part_of(asked.get("range"), total)
        except BeyondTheEnd:
            raise RangeBeyondEnd(content_range=f"bytes */{total}") from None
    if held is None:
        chunks = await _primed(wanted.name, part, wanted.version)
    else:
        chunks = _at_once(held if part is None else held[part.offset : part.offset + part.length])
    await _record(row, size, actor, address)
    return _opened(wanted, total=total, part=part, chunks=chunks)


async def head_photo(
    photo_id: UUID, size: Size, actor: Actor, *, asked: Mapping[str, str] | None = None
) -> OpenPhoto:
    """Return what open_photo would, without the bytes. Range is ignored (RFC 9110 §14.2).

    Not recorded, because nothing of the picture is sent. Raises as open_photo does.
    """
    row, wanted = await _wanted(photo_id, size, actor)
    if is_known((asked or {}).get("if-none-match"), wanted.etag):
        return _opened(wanted, status=304)
    if size == "original":
        return _opened(wanted, total=row.size)
    try:
        return _opened(wanted, total=await stores.current().store.size_of(wanted.name))
    except StoreError as error:
        raise _unreadable(wanted.name, error) from error


async def photo_page(
    photo_id: UUID, actor: Actor, *, action: str = "photo.page", address: str | None = None
) -> PhotoPage:
    """Return everything about one photograph, for the desk, and record the reading.

    It is recorded as `photo.page`, or as `photo.receipts` if the receipts are downloaded. Raises
    NotFound.
    """
    row = await _row(photo_id, actor)
    await access_log.record(actor, action, row.inspection_id, photo_id=photo_id, address=address)
    readers = await photo_queries.list_readers(photo_id, _READERS_SHOWN)
    without = row.preview in ("undecodable", "not_an_image")
    copied = {
        name: getattr(row, name) for name in PhotoPage.__struct_fields__ if hasattr(row, name)
    }
    receipt = ReceiptRow(
        photo_id=row.id,
        sha256=row.sha256,
        size=row.size,
        stored_at=row.stored_at,
        receipt_key_id=row.receipt_key_id,
        receipt_signature=row.receipt_signature,
    )
    copied |= {
        "photo_id": row.id,
        "announced_type": row.media_type,
        "metadata": row.metadata or {},
        "object_name": row.object_key,
        "number": row.place_number,
        "receipt": receipts.of_row(receipt),
        "preview_reason": texts.reason(row.preview_reason) if without else None,
        "readers": readers,
        "findings": await findings.of_photo(photo_id, actor),
    }
    return PhotoPage(**copied)


async def _row(photo_id: UUID, actor: Actor) -> SeenPhoto:
    row = await photo_queries.find_photo(photo_id, actor)
    if row is None:
        raise NotFound(what="photo")
    return row


def _preview_name(row: SeenPhoto, size: Size) -> ObjectName:
    """Return the object name of the preview. Raises PreviewPending, NoPreview."""
    if row.preview == "pending":
        raise PreviewPending()
    if row.preview != "ready":
        raise NoPreview(
            code=row.preview,
            text=texts.reason(row.preview_reason),
            reason=row.preview_reason,
        )
    return keys.preview(row.id, row.sha256, size)


async def _wanted(photo_id: UUID, size: Size, actor: Actor) -> tuple[SeenPhoto, _Wanted]:
    """Return the row, and the representation that is asked for.

    Raises NotFound, BytesPending, PreviewPending, NoPreview.
    """
    row = await _row(photo_id, actor)
    if size == "phone":
        if not row.phone_thumbnail:
            raise NotFound(what="small picture")
        name = keys.preview(row.id, row.sha256, size)
        return row, _Wanted(name, None, f'"{row.sha256}-{size}"', "image/jpeg", None)
    if row.stored_at is None or row.object_key is None:
        raise BytesPending()
    sha256 = row.sha256
    if size != "original":
        name = _preview_name(row, size)
        return row, _Wanted(name, None, f'"{sha256}-{size}"', "image/jpeg", None)
    kind = row.detected_type or "application/octet-stream"
    ending = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/heic": "heic"}
    # The original is the version that was verified, whatever was put over it since.
    name, version = keys.parse(row.object_key), row.version_id
    file_name = f"{row.id}.{ending.get(kind, 'bin')}"
    return row, _Wanted(name, version, f'"{sha256}"', kind, file_name)


async def _record(row: SeenPhoto, size: Size, actor: Actor, address: str | None) -> None:
    await access_log.record(
        actor, f"photo.{size}", row.inspection_id, photo_id=row.id, address=address
    )


def _opened(
    wanted: _Wanted,
    *,
    status: int = 200,
    total: int = 0,
    part: Part | None = None,
    chunks: AsyncIterator[bytes] | None = None,
) -> OpenPhoto:
    headers = _HEADERS | {"etag": wanted.etag, "accept-ranges": "bytes"}
    if wanted.file_name is not None:
        headers["content-disposition"] = f'attachment; filename="{wanted.file_name}"'
    if part is not None:
        status = 206
        headers["content-range"] = f"bytes {part.offset}-{part.offset + part.length - 1}/{total}"
    if status != 304:
        headers["content-length"] = str(total if part is None else part.length)
    return OpenPhoto(
        status=status,
        media_type=wanted.media_type,
        headers=headers,
        chunks=chunks or _at_once(b""),
    )


async def _at_once(data: bytes) -> AsyncIterator[bytes]:
    yield data


async def _whole(name: ObjectName) -> bytes:
    """Read a preview whole. It is small, and its length is known only after reading it."""
    chunks = await _primed(name, None, None)
    return b"".join([chunk async for chunk in chunks])


def _unreadable(name: ObjectName, error: StoreError) -> Unavailable:
    _log.error("photo_not_readable", object=str(name), error=str(error))
    return Unavailable()


async def _primed(name: ObjectName, part: Part | None, version: str | None) -> AsyncIterator[bytes]:
    """Open the object and fetch its first chunk, so that errors come before the status line."""
    stream = _stream(name, part, version)
    try:
        first = await anext(stream, b"")
    except StoreError as error:
        raise _unreadable(name, error) from error

    async def chunks() -> AsyncIterator[bytes]:
        try:
            yield first
            async for chunk in stream:
                yield chunk
        finally:
            await stream.aclose()  # type: ignore[attr-defined]  # it is a generator

    return chunks()


async def _stream(name: ObjectName, part: Part | None, version: str | None) -> AsyncIterator[bytes]:
    offset, length = (0, None) if part is None else (part.offset, part.length)
    store = stores.current().store
    async with store.open(name, offset=offset, length=length, version=version) as chunks:
        async for chunk in chunks:
            yield chunk
