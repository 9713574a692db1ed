"""Identifiers.

The maker of a thing also makes its final id: a phone that is offline for hours cannot ask for one.
UUID version 7 (RFC 9562 §5.7) sorts by time of making, so new rows go to the end of a B-tree index
instead of all over it.
"""

import secrets
import time
from uuid import UUID


def new_id() -> UUID:
    """Return a fresh UUIDv7: 48 bits of Unix milliseconds, 12 bits of the rest of the clock, 62 random bits.

    With the rest of the clock (RFC 9562 §6.2, method 3), ids that one machine makes one after another sort in this
    order, also within a millisecond.
    """
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    value = milliseconds << 80 | 0x7 << 76 | (rest << 12) // 1_000_000 << 64
    return UUID(int=value | 0x2 << 62 | secrets.randbits(62))


def is_version_7(value: UUID) -> bool:
    """Tell whether an id that came from outside is a UUIDv7 (RFC 9562 §5.7)."""
    return value.version == 7
