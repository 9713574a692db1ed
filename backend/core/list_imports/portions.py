"""A portion of an import as it is hashed and kept, and the ids that follow from a row. Pure.

The lines of a portion are structs, each written by RFC 8785 with a line feed behind, in the order of the sheet. Their
SHA-256 is in the portion's act, and can be computed again from the lines.
"""

import hashlib
import zlib
from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

import msgspec

from backend.core.canonical_json import canonical_ascii
from schemas.core.base import Wire

WANTED_MS = 2_000
"""How long a portion should take: short enough that nobody waits for its locks, long enough that acts stay few."""
MOST_LINES_BYTES = 64 * 1024 * 1024
"""Of one portion; what says more is not its lines."""
Line = TypeVar("Line", bound=Wire)


def id_of_row(import_id: UUID, row: int, what: str = "") -> UUID:
    """Return the id of what a row brings: the same whenever it is computed, so that no repetition can bring it twice.

    `what` tells several things of one row apart. A UUIDv7 (RFC 9562) of the upload's time, whose other bits follow
    from import, row and `what`.
    """
    seed = hashlib.sha256(import_id.bytes + row.to_bytes(4) + what.encode()).digest()
    value = import_id.int >> 80 << 80 | int.from_bytes(seed[:10])
    value = value & ~(0xF << 76) | 0x7 << 76
    return UUID(int=value & ~(0x3 << 62) | 0x2 << 62)


def written(lines: Sequence[Wire]) -> bytes:
    """Return the lines as they are hashed."""
    return b"".join(canonical_ascii(msgspec.to_builtins(one)) + b"\n" for one in lines)


def sha256(text: bytes) -> str:
    """Return the hash of a portion's lines, in hex."""
    return hashlib.sha256(text).hexdigest()


def kept(text: bytes) -> bytes:
    """Return a portion's lines as they are stored (RFC 1950)."""
    return zlib.compress(text, 6)


def unpacked(stored: bytes) -> bytes:
    """Return the lines as they are hashed. Raises ValueError where they are damaged or say too much."""
    reader = zlib.decompressobj()
    try:
        text = reader.decompress(stored, MOST_LINES_BYTES)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if not reader.eof:
        raise ValueError("cut, or too long")
    return text


def read(text: bytes, kind: type[Line]) -> list[Line]:
    """Return the lines. Raises ValueError (msgspec's errors are such) where one is none."""
    return [msgspec.json.decode(one, type=kind) for one in text.splitlines()]


def next_size(rows: int, took_ms: int, least: int, most: int) -> int:
    """Return how many rows the next portion has, by how long this one took: at most twice or half as many."""
    fitting = rows * WANTED_MS // max(took_ms, 1)
    return max(least, min(most, rows * 2, max(fitting, rows // 2)))
