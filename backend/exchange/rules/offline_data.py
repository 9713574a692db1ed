"""The pack's cursor, and how entries fill a page. Pure.

The cursor is opaque to the phone. It says how far the phone has come: in businesses a place in the order of
(era, transaction, id), as in /sync; in every other kind, which is small and told whole, its version and how many of it
were sent. Whose eyes it was made for stands in it too: another scope, or another epoch, and the businesses begin anew.
"""

import base64
import binascii
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

PAGE_ENTRIES = 500
PAGE_BYTES = 256_000
"""Of plain JSON, about 40 kB on the line: a page comes through a bad minute of EDGE."""
HISTORY = 10
"""Earlier inspections told of one business, newest first."""

StaticKind = Literal["violation", "unit", "calendar"]
STATIC: tuple[StaticKind, ...] = ("violation", "unit", "calendar")

_Number = Annotated[int, msgspec.Meta(ge=0, lt=2**62)]
_Era = Annotated[int, msgspec.Meta(ge=0, lt=2**31)]
_FORMAT = 1


class CursorUnusable(ValueError):
    """No cursor of ours, or of a format that we no longer read."""


class Progress(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """How much of one small kind the phone has: of which version, how many entries; None when all."""

    version: str
    sent: _Number | None


class Cursor(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Where a phone stands. `entries` and `bytes` are the size of the whole pack as it was last told."""

    format: int
    epoch: UUID
    scope: str
    xid: _Number
    id: UUID
    kinds: dict[StaticKind, Progress]
    entries: _Number
    bytes: _Number
    era: _Era = 1
    """The first where it is missing: cursors written before there were eras go on."""
    ahead: tuple[_Era, _Number, UUID] | None = None
    """Where the next page goes on, if not at the place: see backend/core/places.py."""


BEFORE_ALL = (0, 0, UUID(int=0))
"""The place before the first business."""


def beginning(epoch: UUID, scope: str) -> Cursor:
    """The cursor of a phone that has nothing."""
    era, xid, ident = BEFORE_ALL
    return Cursor(_FORMAT, epoch, scope, xid, ident, {}, 0, 0, era)


def write(cursor: Cursor) -> str:
    """The cursor as text for an address."""
    return base64.urlsafe_b64encode(msgspec.json.encode(cursor)).rstrip(b"=").decode()


def read(text: str) -> Cursor:
    """The cursor that write() made. Raises CursorUnusable for anything else."""
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
    """Entries as they fit: at most PAGE_ENTRIES and about PAGE_BYTES, but always one."""

    def __init__(self) -> None:
        self.entries: list[Any] = []
        self._bytes = 0

    def room(self) -> int:
        """How many more entries may be asked for; 0 when the page is full."""
        return 0 if self._bytes >= PAGE_BYTES else PAGE_ENTRIES - len(self.entries)

    def take(self, entry: Any) -> bool:
        """Put an entry on the page; False where it must wait for the next."""
        size = len(msgspec.json.encode(entry)) + 1
        if not self.room() or (self.entries and self._bytes + size > PAGE_BYTES):
            self._bytes = PAGE_BYTES
            return False
        self.entries.append(entry)
        self._bytes += size
        return True
