"""Conditional and range requests on evidence (RFC 9110 §13, §14). Pure.

A request for one range gets that range. For several ranges a server may send the whole (§14.2), and
ours does: no client here needs a multipart answer, and many small ranges are a known way to
overload a server. A range that is not understood is ignored. A range beyond the end is refused
(416), so that a client which has everything learns so and does not get it again.
"""

from typing import NamedTuple


class Part(NamedTuple):
    """A part of a representation, in bytes."""

    offset: int
    length: int


_DIGITS = 4_000
"""Python reads no number of more than 4,300 digits, and a header may bear one."""


class BeyondTheEnd(Exception):
    """No byte of the representation is in the range (RFC 9110 §15.5.17)."""


def part_of(header: str | None, total: int) -> Part | None:
    """Return the part that `Range: bytes=…` asks for, or None for the whole.

    The whole is sent if there is no header, if it names several ranges, or if it is not understood.
    Raises BeyondTheEnd.
    """
    unit, _, spec = (header or "").partition("=")
    first, dash, last = (part.strip() for part in spec.partition("-"))
    if unit.strip().lower() != "bytes" or not dash or "," in spec:
        return None
    if not all(part == "" or _is_number(part) for part in (first, last)):
        return None
    if first == "":
        return _suffix(last, total)
    offset, end = int(first), int(last) if last else total - 1
    if last and end < offset:
        return None  # §14.1.2: invalid, not unsatisfiable
    if offset >= total:
        raise BeyondTheEnd
    return Part(offset, min(end, total - 1) - offset + 1)


def _is_number(part: str) -> bool:
    """Tell whether it is a number of bytes that can be read."""
    return part.isascii() and part.isdigit() and len(part) <= _DIGITS


def _suffix(last: str, total: int) -> Part | None:
    """Return the part of the last `last` bytes, or all bytes if there are fewer."""
    if last == "":
        return None
    length = min(int(last), total)
    if length == 0:
        raise BeyondTheEnd
    return Part(total - length, length)


def is_known(if_none_match: str | None, etag: str) -> bool:
    """Tell whether the client already has it. Weak comparison, `*` and lists (§13.1.2)."""
    tags = [tag.strip().removeprefix("W/") for tag in (if_none_match or "").split(",")]
    return etag in tags or tags == ["*"]


def range_counts(if_range: str | None, etag: str) -> bool:
    """Tell whether the range applies, because the client's part is of the same representation.

    Strong comparison. We send no dates, so a date never matches (§13.1.5).
    """
    return if_range is None or if_range.strip() == etag
