"""The cursor of offline data, and how entries fill a page. Pure.

The cursor is opaque to the phone. It says how far the phone has come. For businesses this is a
place in the order of (era, transaction, id), as in /sync. For every other kind, which is small and
sent completely, it is the version and how many entries were sent. The cursor also contains the
scope that it was made for: with another scope or another epoch, the businesses start over.
"""

import base64
import binascii
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

PAGE_ENTRIES = 500
PAGE_BYTES = 256_000
"""Bytes of plain JSON, about 40 kB on the line: such a page arrives within a bad minute of EDGE."""
HISTORY = 10
"""Most earlier inspections, and most cases, that are sent for one business, newest first."""

StaticKind = Literal["violation", "unit", "calendar"]
STATIC: tuple[StaticKind, ...] = ("violation", "unit", "calendar")

_Number = Annotated[int, msgspec.Meta(ge=0, lt=2**62)]
_Era = Annotated[int, msgspec.Meta(ge=0, lt=2**31)]
_FORMAT = 1


class CursorUnusable(ValueError):
    """Not one of our cursors, or of a format that is no longer read."""


class Progress(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """How much of one small kind the phone has: the version, and how many entries; None means all."""

    version: str
    sent: _Number | None


class Cursor(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """How far a phone has come. `entries` and `bytes` are the total size as last sent to it."""

    format: int
    epoch: UUID
    scope: str
    xid: _Number
    id: UUID
    kinds: dict[StaticKind, Progress]
    entries: _Number
    bytes: _Number
    era: _Era = 1
    """The first era if missing: cursors written before there were eras remain valid."""
    ahead: tuple[_Era, _Number, UUID] | None = None
    """Where the next page continues, if not at the place: see backend/core/places.py."""


BEFORE_ALL = (0, 0, UUID(int=0))
"""The place before the first business."""


def beginning(epoch: UUID, scope: str) -> Cursor:
    """Return the cursor of a phone that has nothing yet."""
    era, xid, ident = BEFORE_ALL
    return Cursor(_FORMAT, epoch, scope, xid, ident, {}, 0, 0, era)


def write(cursor: Cursor) -> str:
    """Return the cursor as text for a URL."""
    return base64.urlsafe_b64encode(msgspec.json.encode(cursor)).rstrip(b"=").decode()


def read(text: str) -> Cursor:
    """Parse a cursor that write() made. Raises CursorUnusable for anything else."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        cursor = msgspec.json.decode(raw, type=Cursor)
    except (
        ValueError,
        binascii.Error,
    ) as error:  # msgspec's errors are ValueErrors, as is what is not ASCII
        raise CursorUnusable from error
    if cursor.format != _FORMAT:
        raise CursorUnusable
    return cursor


class Page:
    """Entries that fit on a page: at most PAGE_ENTRIES and about PAGE_BYTES, but at least one."""

    def __init__(self) -> None:
        self.entries: list[Any] = []
        self._bytes = 0

    def room(self) -> int:
        """Return how many more entries may be queried; 0 if the page is full."""
        return 0 if self._bytes >= PAGE_BYTES else PAGE_ENTRIES - len(self.entries)

    def take(self, entry: Any) -> bool:
        """Put an entry on the page; return False if it must wait for the next page."""
        size = len(msgspec.json.encode(entry)) + 1
        if not self.room() or (self.entries and self._bytes + size > PAGE_BYTES):
            self._bytes = PAGE_BYTES
            return False
        self.entries.append(entry)
        self._bytes += size
        return True
