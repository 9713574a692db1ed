"""Pure rules of uploads: reading the headers, and checking whether a write may begin at its offset.

Source: tus resumable upload protocol 1.0.0 (tus.io/protocols/resumable-upload), core and
extensions.
"""

import base64
import binascii
from datetime import timedelta
from typing import Literal
from uuid import UUID

import msgspec

from backend.fieldwork.errors import (
    BadUpload,
    OffsetDiffers,
    PartialsUnfinished,
    UploadElsewhere,
    UploadGone,
    UploadIsFinal,
    UploadTooLarge,
)
from schemas.fieldwork.filing import MOST_BYTES

EXPIRES_AFTER = timedelta(days=7)
"""Time without data until an unfinished upload is removed: a phone may be off-line for days."""
MAX_OPEN_UPLOADS = 500
"""Unfinished uploads an officer may have: far more than one inspection's photographs."""
MAX_OPEN_BYTES = 4 * 1024**3
"""Total announced length of an officer's unfinished uploads: a day of 500 photographs of 8 MB. The
limit is per officer, so enrolling another phone gives no further share of the spool's disk."""
FILED_BYTES = MOST_BYTES
"""The largest document that is filed, at the desk or with a phone."""
DOCUMENT = "document"
"""What the metadata key `kind` says of an upload that is a document; without it, a photograph."""
MAX_PARTIALS = 64
"""Partial uploads that one final upload may be joined from; clients use three or four."""
PARTIAL = "partial"
SPARE_BYTES = 256 * 1024 * 1024
"""Space that must stay free on the spool's disk."""
CHECKSUM_ALGORITHMS = {"sha1": 20, "sha256": 32}
"""Name to length of digest. tus requires sha1; phones should use sha256."""
_MAX_INTEGER = 2**53 - 1
_MAX_METADATA = 4096
_MAX_STATED = 100


UploadState = Literal["receiving", "received", "stored", "mismatched", "terminated", "joined"]
"""The state of an upload. `received`: complete in the spool; `joined`: a partial one that is in a final upload."""


class Announced(msgspec.Struct, frozen=True, kw_only=True):
    """The keys of Upload-Metadata that we use. Each is optional, and none is trusted."""

    photo_id: UUID | None = None
    inspection_id: UUID | None = None
    sha256: str | None = None
    file_type: str | None = None
    document: bool = False
    """Whether it is a document obtained on site, of which more bytes are taken. Its id is `photo_id`."""


class Checksum(msgspec.Struct, frozen=True):
    """The digest that the body of this one request must have."""

    algorithm: str
    digest: bytes


def natural(text: str, where: str) -> int:
    """Read a non-negative integer in ASCII digits, without sign or blank. Raises BadUpload."""
    if not (text.isascii() and text.isdigit()) or len(text) > 16 or int(text) > _MAX_INTEGER:
        raise BadUpload(where=where)
    return int(text)


def metadata(header: str) -> dict[str, str]:
    """Read Upload-Metadata: `key base64,key base64,key`. An empty header gives no metadata.

    Raises BadUpload.
    """
    found: dict[str, str] = {}
    if len(header) > _MAX_METADATA or not header.isascii():
        raise BadUpload(where="Upload-Metadata")
    for pair in header.split(",") if header.strip() else ():
        key, _, value = pair.strip().partition(" ")
        if not key or key in found or not key.isprintable():
            raise BadUpload(where="Upload-Metadata")
        try:
            found[key] = base64.b64decode(value.strip(), validate=True).decode(errors="replace")
        except binascii.Error:
            raise BadUpload(where="Upload-Metadata") from None
    return found


def announced(found: dict[str, str]) -> Announced:
    """Pick the keys that we use out of the metadata. Raises BadUpload if one is malformed."""
    sha256 = found.get("sha256") or None
    if sha256 is not None and not _is_sha256(sha256):
        raise BadUpload(where="Upload-Metadata: sha256")
    return Announced(
        photo_id=_uuid(found, "photo_id"),
        inspection_id=_uuid(found, "inspection_id"),
        sha256=sha256,
        file_type=(found.get("filetype") or "")[:_MAX_STATED].replace("\0", "") or None,
        document=found.get("kind") == DOCUMENT,
    )


def _is_sha256(text: str) -> bool:
    return len(text) == 64 and set(text) <= set("0123456789abcdef")


def _uuid(found: dict[str, str], key: str) -> UUID | None:
    text = found.get(key)
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise BadUpload(where=f"Upload-Metadata: {key}") from None


def checksum(header: str) -> Checksum:
    """Read Upload-Checksum: `algorithm base64`.

    Raises BadUpload if it is malformed or names an algorithm that we do not offer.
    """
    algorithm, _, value = header.partition(" ")
    if algorithm not in CHECKSUM_ALGORITHMS:
        raise BadUpload(code="checksum_algorithm_unsupported", where="Upload-Checksum")
    try:
        digest = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise BadUpload(where="Upload-Checksum") from None
    if len(digest) != CHECKSUM_ALGORITHMS[algorithm]:
        raise BadUpload(where="Upload-Checksum")
    return Checksum(algorithm, digest)


def check_length(length: int, max_bytes: int) -> None:
    """Raise UploadTooLarge for more bytes than this installation accepts."""
    if length > max_bytes:
        raise UploadTooLarge(max_bytes=max_bytes)


def check_not_gone(state: str, expired: bool) -> None:
    """Raise UploadGone for an upload that existed but can no longer be used."""
    if state in ("mismatched", "terminated") or (state == "receiving" and expired):
        raise UploadGone()


def check_here(state: str, node: str, here: str) -> None:
    """Raise UploadElsewhere for an unfinished upload whose bytes are in another node's spool."""
    if state == "receiving" and node != here:
        raise UploadElsewhere()


def check_not_final(concat: str | None) -> None:
    """Raise UploadIsFinal for an upload that was joined from others (tus: a PATCH is 403)."""
    if concat is not None and concat != PARTIAL:
        raise UploadIsFinal()


def check_partial(
    concat: str | None, state: str, expired: bool, offset: int, length: int | None
) -> None:
    """Check that a partial upload can be joined now.

    Raises BadUpload if it is not a partial one; UploadGone; PartialsUnfinished.
    """
    if concat != PARTIAL:
        raise BadUpload(where="Upload-Concat")
    check_not_gone(state, expired)
    if state == "joined":  # into another final upload
        raise UploadGone()
    if offset != length:
        raise PartialsUnfinished()


def joined_ids(concat: str) -> list[UUID]:
    """Return the partials of a final upload, from its own Upload-Concat (checked on arrival)."""
    _, _, addresses = concat.partition(";")
    return [UUID(address.rpartition("/")[2]) for address in addresses.split()]


def check_write(
    *, state: str, recorded: int, length: int | None, offset: int, coming: int | None
) -> None:
    """Check that a body of `coming` bytes (None: chunked) may be written at `offset`.

    Raises OffsetDiffers, UploadTooLarge.
    """
    if offset != recorded:
        raise OffsetDiffers(offset=recorded)
    if state != "receiving" and coming != 0:
        raise UploadTooLarge(max_bytes=recorded)
    if length is not None and coming is not None and offset + coming > length:
        raise UploadTooLarge(max_bytes=length)


def settled_length(recorded: int | None, stated: int | None, offset: int) -> int | None:
    """Return the length after a PATCH's Upload-Length (creation-defer-length).

    Raises BadUpload if the length is already set to another value, or is below the offset.
    """
    if stated is None or stated == recorded:
        return recorded
    if recorded is not None or stated < offset:
        raise BadUpload(where="Upload-Length")
    return stated
