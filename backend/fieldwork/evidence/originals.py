"""The originals of an inspection for a package: the verified versions in order, read in chunks."""

from collections.abc import AsyncIterator
from uuid import UUID

import msgspec
import structlog

from backend.core import stores
from backend.core.errors import Unavailable
from backend.fieldwork.evidence import receipts
from backend.fieldwork.queries import originals as original_queries
from media import keys
from media.store import StoreError
from schemas.core.receipts import ByteReceipt

_log = structlog.get_logger("evidence")
_ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/heic": "heic"}


class Original(msgspec.Struct, frozen=True, kw_only=True):
    """One photograph of a package. Without `receipt` its bytes are not in the store."""

    photo_id: UUID
    number: int
    entry: int
    """The entry number, in the record, of the act that announced it."""
    sha256: str
    size: int
    ending: str
    """The file name's extension, by content; `bin` if it is not a picture."""
    object_key: str | None
    version_id: str | None
    receipt: ByteReceipt | None


async def originals_of(inspection_id: UUID) -> list[Original]:
    """Return all photographs of an inspection.

    The caller has checked scope, and records in the access log that copies are taken away.
    """
    return [
        Original(
            photo_id=row.photo_id,
            number=row.number,
            entry=row.entry,
            sha256=row.sha256,
            size=row.size,
            ending=_ENDINGS.get(row.detected_type or "", "bin"),
            object_key=row.object_key,
            version_id=row.version_id,
            receipt=receipts.of_row(row),
        )
        for row in await original_queries.list_of(inspection_id)
    ]


async def original_chunks(original: Original) -> AsyncIterator[bytes]:
    """Yield an original's bytes, one chunk in memory. Raises Unavailable if the store fails."""
    if original.object_key is None:
        raise Unavailable()
    name = keys.parse(original.object_key)
    try:
        async with stores.current().store.open(name, version=original.version_id) as chunks:
            async for chunk in chunks:
                yield chunk
    except StoreError as error:
        _log.error("original_not_readable", object=str(name), error=str(error))
        raise Unavailable() from error
