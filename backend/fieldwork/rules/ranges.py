"""Conditional and range requests on evidence (RFC 9110 §13, §14): pure.

One range is answered as such. Of several at once a server may give the whole (§14.2), and so do we:
a multipart answer has no user here, and many small ranges are a known way to make a server work.
A range that is not understood counts as not there; one beyond the end is refused (416), so that a
client that already has everything is told so rather than sent it again.
"""

from typing import NamedTuple


class Part(NamedTuple):
    """A part of a representation, in bytes."""

    offset: int
    length: int


class BeyondTheEnd(Exception):
    """No byte of the representation is in the range (RFC 9110 §15.5.17)."""


def part_of(header: str | None, total: int) -> Part | None:
    """What `Range: bytes=…` asks for; None for the whole: no header, several ranges, or one not
    understood.

    Raises BeyondTheEnd.
    """
    unit, _, spec = (header or "").partition("=")
    first, dash, last = (part.strip() for part in spec.partition("-"))
    if unit.strip().lower() != "bytes" or not dash or "," in spec:
        return None
    if not all(part == "" or (part.isascii() and part.isdigit()) for part in (first, last)):
        return None
    if first == "":
        return _suffix(last, total)
    offset, end = int(first), int(last) if last else total - 1
    if last and end < offset:
        return None  # §14.1.2: invalid, not unsatisfiable
    if offset >= total:
        raise BeyondTheEnd
    return Part(offset, min(end, total - 1) - offset + 1)


def _suffix(last: str, total: int) -> Part | None:
    """The last so many bytes; of a representation that has fewer, all."""
    if last == "":
        return None
    length = min(int(last), total)
    if length == 0:
        raise BeyondTheEnd
    return Part(total - length, length)


def is_known(if_none_match: str | None, etag: str) -> bool:
    """Does the client hold what it asks for? Weak comparison, `*` and lists (§13.1.2)."""
    tags = [tag.strip().removeprefix("W/") for tag in (if_none_match or "").split(",")]
    return etag in tags or tags == ["*"]


def range_counts(if_range: str | None, etag: str) -> bool:
    """Is the client's part of the same representation? Strong comparison; we give no dates, so none
    is ours (§13.1.5)."""
    return if_range is None or if_range.strip() == etag
