"""Reference data for a phone's area: businesses, violations, units, calendars; fetched by differences."""

from typing import Any, Literal

from schemas.core.base import Wire

ReferenceKind = Literal["business", "violation", "unit", "calendar"]


class ReferenceEntry(Wire):
    """One entry as the phone keeps it; `text` is what is searched, without diacritics and in lower case."""

    kind: ReferenceKind
    id: str
    text: str
    value: dict[str, Any]


class ReferenceRemoval(Wire):
    """An entry that the phone shall forget."""

    kind: ReferenceKind
    id: str


class ReferencePage(Wire):
    """A page of the pack. `reset` kinds are put anew: what the phone has of them goes first, in the same transaction.

    `as_of` is the server's time of the data (UTC); `total_entries` and `total_bytes` are of the whole
    pack, so that the phone can say what it will take before it fetches.
    """

    cursor: str
    more: bool
    as_of: str
    reset: list[ReferenceKind]
    entries: list[ReferenceEntry]
    removed: list[ReferenceRemoval]
    total_entries: int
    total_bytes: int
