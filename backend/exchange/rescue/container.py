"""The framing inside the age stream: a line, a length, a manifest, the photographs' bytes. Pure.

Format 2 holds informations too, and after the photographs' bytes those of their sealed photographs.

The format is in docs/exchange/rescue.md. The stream is read piece by piece as it arrives. Of the
photographs only the hashes are kept.
"""

import hashlib
from collections.abc import Callable
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

from backend.exchange.rescue.errors import RescueUnreadable
from schemas.core.content_types import MAX_SAFE_INTEGER
from schemas.fieldwork.remarks import Sha256
from schemas.intake.from_phones import MOST_SEALED_BYTES

MAGIC = b"hientruong-rescue 1\n"
LENGTH_DIGITS = 10
PREFIX_BYTES = len(MAGIC) + LENGTH_DIGITS + 1
MAX_MANIFEST_BYTES = 16 * 1024 * 1024
"""An inspection with its signatures has 150 kB of acts. This allows for a hundred inspections."""
_MAX_COMMAS = 2_000_000
"""Counted before anything is decoded, because eight million empty acts would become a gigabyte of
objects. Thousands of signatures have fewer commas."""
MAX_ACTS = 20_000
MAX_PHOTOS = 20_000
MAX_INFORMATIONS = 2_000
"""A head is notified of each at once. No officer takes in so many on one phone."""
Draft = Literal["answered", "unanswered"]
"""Of a draft: whether its officer has said if it is about an officer."""


class Photo(msgspec.Struct, frozen=True, kw_only=True):
    """A photograph whose bytes follow the manifest, in its order."""

    photo_id: UUID
    record_id: UUID
    sha256: Sha256
    size: Annotated[int, msgspec.Meta(ge=1, le=MAX_SAFE_INTEGER)]
    media_type: Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9!#$&^_.+/; =-]{0,100}$")]


class SealedInformation(msgspec.Struct, frozen=True, kw_only=True):
    """An information as the phone would register it. What must be secret is sealed in it to another key."""

    id: UUID
    asked: msgspec.Raw
    """A `RegisterInformation`, not decoded here."""
    draft: Draft | None = None
    """Its officer never registered it: the desk decides whether it is registered."""
    signature: Annotated[str, msgspec.Meta(max_length=200)] | None = None
    """The device's: nothing else tells who took it in, since anybody can encrypt to the server."""


class SealedAttachment(msgspec.Struct, frozen=True, kw_only=True):
    """A sealed photograph of an information. Its bytes follow those of the photographs."""

    id: UUID
    information_id: UUID
    sha256: Sha256
    size: Annotated[int, msgspec.Meta(ge=1, le=MOST_SEALED_BYTES)]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The content of the file, as the phone states it. Only the acts' signatures are trusted.

    Unknown keys are ignored, because a newer phone may write more.
    """

    format: int
    made_at: Annotated[str, msgspec.Meta(max_length=40)]
    device_id: UUID
    officer_id: UUID
    unit_id: UUID | None = None
    epoch: Annotated[str, msgspec.Meta(max_length=100)] | None = None
    acts: Annotated[list[msgspec.Raw], msgspec.Meta(max_length=MAX_ACTS)]
    """Each act as it was written. Not decoded here, so that only the ledger judges its bytes."""
    photos: Annotated[list[Photo], msgspec.Meta(max_length=MAX_PHOTOS)]
    informations: Annotated[list[SealedInformation], msgspec.Meta(max_length=MAX_INFORMATIONS)] = []
    attachments: Annotated[list[SealedAttachment], msgspec.Meta(max_length=MAX_PHOTOS)] = []

    @property
    def sizes(self) -> list[int]:
        """Of the files whose bytes follow, in their order."""
        return [photo.size for photo in self.photos] + [one.size for one in self.attachments]


_DECODER = msgspec.json.Decoder(Manifest)


def read_manifest(data: bytes) -> Manifest:
    """Parse a manifest. Raises RescueUnreadable if it is not one of format 1 or 2."""
    if data.count(b",") > _MAX_COMMAS:
        raise RescueUnreadable("rescue_malformed", "manifest: too many values")
    try:
        manifest = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RescueUnreadable("rescue_malformed", f"manifest: {str(error)[:120]}") from error
    if manifest.format not in (1, 2):
        raise RescueUnreadable("rescue_malformed", "format")
    if manifest.format == 1 and (manifest.informations or manifest.attachments):
        raise RescueUnreadable("rescue_malformed", "format")  # passed over they would be lost
    _check_ids("photos", [photo.photo_id for photo in manifest.photos])
    _check_ids("informations", [one.id for one in manifest.informations])
    _check_ids("attachments", [one.id for one in manifest.attachments])
    if not {one.information_id for one in manifest.attachments} <= {
        one.id for one in manifest.informations
    }:
        raise RescueUnreadable("rescue_malformed", "attachments: of no information")
    return manifest


def _check_ids(where: str, ids: list[UUID]) -> None:
    if len(set(ids)) != len(ids):
        raise RescueUnreadable("rescue_malformed", f"{where}: an id stands twice")


class Reader:
    """Receives the decrypted stream by write().

    `keep`, if given, gets every byte of the photographs.
    """

    def __init__(self, keep: Callable[[memoryview], Any] | None = None) -> None:
        self.manifest: Manifest | None = None
        self.hashes: list[str] = []
        """Measured SHA-256 of each photograph received completely so far, the sealed ones last."""
        self._sizes: list[int] = []
        self._head = bytearray()
        self._wanted = PREFIX_BYTES
        self._keep = keep
        self._digest = hashlib.sha256()
        self._left = 0

    def write(self, data: bytes) -> int:
        """Take the next piece. Raises RescueUnreadable as soon as it cannot be a rescue file."""
        rest = memoryview(data)
        while rest:
            rest = self._photo(rest) if self.manifest is not None else self._manifest(rest)
        return len(data)

    def flush(self) -> None:
        """Do nothing: writers that treat this as a file may call it, and nothing is buffered."""

    def end(self) -> Manifest:
        """End the stream and return the manifest. Raises RescueUnreadable if something is missing."""
        if self.manifest is None or len(self.hashes) < len(self._sizes):
            raise RescueUnreadable("rescue_malformed", "bytes are missing")
        return self.manifest

    def _manifest(self, rest: memoryview) -> memoryview:
        taken = min(len(rest), self._wanted - len(self._head))
        self._head += rest[:taken]
        if len(self._head) == PREFIX_BYTES == self._wanted:
            self._wanted += self._length()
        elif len(self._head) == self._wanted:
            self.manifest = read_manifest(bytes(self._head[PREFIX_BYTES:]))
            self._sizes = self.manifest.sizes
            self._head = bytearray()
            self._next()
        return rest[taken:]

    def _length(self) -> int:
        digits = bytes(self._head[len(MAGIC) : -1])
        if not self._head.startswith(MAGIC) or not digits.isdigit() or self._head[-1:] != b"\n":
            raise RescueUnreadable("rescue_malformed", "first line")
        length = int(digits)
        if not 0 < length <= MAX_MANIFEST_BYTES:
            raise RescueUnreadable("rescue_malformed", "length of the manifest")
        return length

    def _next(self) -> None:
        done = len(self.hashes)
        self._left = self._sizes[done] if done < len(self._sizes) else 0
        self._digest = hashlib.sha256()

    def _photo(self, rest: memoryview) -> memoryview:
        if not self._left:
            raise RescueUnreadable("rescue_malformed", "more bytes than photographs")
        piece = rest[: self._left]
        self._digest.update(piece)
        if self._keep is not None:
            self._keep(piece)
        self._left -= len(piece)
        if not self._left:
            self.hashes.append(self._digest.hexdigest())
            self._next()
        return rest[len(piece) :]
