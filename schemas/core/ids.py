"""Identifiers.

The maker of a thing also makes its final id: a phone that is offline for hours cannot ask for one.
UUID version 7 (RFC 9562 §5.7) sorts by time of making, so new rows go to the end of a B-tree index
instead of all over it.
"""

import secrets
import time
from uuid import UUID


def new_id() -> UUID:
    """Return a fresh UUIDv7: 48 bits of Unix milliseconds, 74 random bits."""
    value = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


def is_version_7(value: UUID) -> bool:
    """Tell whether an id that came from outside is a UUIDv7 (RFC 9562 §5.7)."""
    return value.version == 7
