"""What processes say to each other on the channel: that a record changed, and who looks at which.

A message holds ids and moments only, never a name or a content. The browser then asks for its page
again, under the reader's own scope.
"""

from collections.abc import Iterable, Iterator
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import UnitPath

MOST_BYTES = 7900
"""PostgreSQL refuses a payload of 8000 bytes or more (NOTIFY, "Notes")."""
MOST_PAYLOADS = 40
"""What a burst may send at once. Beyond it, one message says that everything may have changed."""


class Changed(msgspec.Struct, frozen=True, array_like=True, tag="c"):
    """An act was recorded, or officers were told something.

    `at` is just after its commit, in ms since 1970: a page that was asked for later shows it.
    `units` is the record's unit with its ancestors, nation first; empty if only `officers` matter.
    """

    kind: str
    record_id: UUID | None
    at: int
    units: list[UUID] = []
    officers: list[UUID] = []


class Looking(msgspec.Struct, frozen=True, array_like=True, tag="l"):
    """An officer looks at a record since `since`, and counts as looking until `until` (ms since 1970)."""

    kind: str
    record_id: UUID
    officer_id: UUID
    since: int
    until: int


class Left(msgspec.Struct, frozen=True, array_like=True, tag="x"):
    """An officer's last window on a record, in one process, was closed."""

    kind: str
    record_id: UUID
    officer_id: UUID


class Everything(msgspec.Struct, frozen=True, array_like=True, tag="e"):
    """Anything may have changed: too much to tell, or something went untold."""


class WhoLooks(msgspec.Struct, frozen=True, array_like=True, tag="w"):
    """A process that just began to listen asks who looks at what."""


class Probe(msgspec.Struct, frozen=True, array_like=True, tag="p"):
    """A process checks that it hears itself."""

    nonce: str


Message = Changed | Looking | Left | Everything | WhoLooks | Probe


class Envelope(msgspec.Struct, frozen=True, array_like=True):
    """One payload: the node that sent it, whose processes share a clock, and what it says."""

    node: str
    messages: list[Message]


_ENCODE = msgspec.json.Encoder()
_DECODE = msgspec.json.Decoder(Envelope)


def now_ms() -> int:
    """Return the server's clock in ms since 1970. The ids of events are such moments."""
    return int(clock.now().timestamp() * 1000)


def changed(
    kind: str, record_id: UUID, unit: UnitPath | None, officers: Iterable[UUID] = ()
) -> Changed:
    """Return the hint of an act on a record of this unit, which also concerns these officers.

    The teller dates it.
    """
    units = [one for one in unit.as_tuple() if one is not None] if unit else []
    return Changed(kind, record_id, 0, units, list(dict.fromkeys(officers)))


def merged(waiting: list[Message]) -> list[Message]:
    """Return each record's hints as one. The order of other messages stays."""
    known: dict[tuple[str, UUID | None], Changed] = {}
    others: list[Message] = []
    for message in waiting:
        if not isinstance(message, Changed):
            others.append(message)
            continue
        key = (message.kind, message.record_id)
        before = known.get(key)
        if before is not None:
            both = list(dict.fromkeys([*before.officers, *message.officers]))
            message = Changed(*key, message.at, message.units or before.units, both)
        known[key] = message
    return [*known.values(), *others]


def packed(waiting: list[Message], node: str) -> list[str]:
    """Return the payloads that say all this, each short enough for PostgreSQL."""
    payloads = list(_payloads(merged(waiting), node))
    if len(payloads) > MOST_PAYLOADS:
        return [_encoded(node, [Everything()])]
    return payloads


def _payloads(messages: list[Message], node: str) -> Iterator[str]:
    room = MOST_BYTES - len(_encoded(node, []).encode())
    held: list[Message] = []
    size = 0
    for message in messages:
        length = len(_ENCODE.encode(message)) + 1
        if length > room:  # hundreds of officers of one record
            message, length = Everything(), 6
        if size + length > room:
            yield _encoded(node, held)
            held, size = [], 0
        held.append(message)
        size += length
    if held:
        yield _encoded(node, held)


def _encoded(node: str, messages: list[Message]) -> str:
    return _ENCODE.encode(Envelope(node, messages)).decode()


def unpacked(payload: str) -> Envelope | None:
    """Read a payload. None if it is not one of this version's: a process of another version sent it."""
    try:
        return _DECODE.decode(payload)
    except (msgspec.DecodeError, UnicodeError):
        return None
