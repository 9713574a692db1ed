"""Range requests of one range (RFC 9110 §14.1.2): pure."""

from typing import NamedTuple


class Part(NamedTuple):
    """A part of a representation, in bytes."""

    offset: int
    length: int


def part_of(header: str | None, total: int) -> Part | None:
    """What `Range: bytes=…` asks for; None for the whole: no header, one not understood, or not
    satisfiable."""
    unit, _, spec = (header or "").partition("=")
    first, dash, last = spec.strip().partition("-")
    if unit.strip() != "bytes" or not dash or "," in spec:
        return None
    if not all(part == "" or (part.isascii() and part.isdigit()) for part in (first, last)):
        return None
    if first == "":
        length = min(int(last or 0), total)
        return Part(total - length, length) if length else None
    offset = int(first)
    end = min(int(last) if last else total - 1, total - 1)
    return Part(offset, end - offset + 1) if offset <= end else None
