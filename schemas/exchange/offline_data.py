"""Reference data for a phone's area: businesses, violations, units, calendars.

Phones fetch what changed.
"""

from typing import Any, Literal

from schemas.core.base import Wire

ReferenceKind = Literal["business", "violation", "unit", "calendar"]


class ReferenceEntry(Wire):
    """One entry in the form that the phone keeps.

    `text` is what is searched, in lower case and without diacritics.
    """

    kind: ReferenceKind
    id: str
    text: str
    value: dict[str, Any]


class ReferenceRemoval(Wire):
    """An entry that the phone must delete."""

    kind: ReferenceKind
    id: str


class ReferencePage(Wire):
    """A page of the data.

    Kinds in `reset` are replaced: the phone first deletes what it has, in the same transaction.
    `as_of` is the server's time of the data (UTC). `total_entries` and `total_bytes` are of the
    whole data, so that the phone can say how much it will fetch before it begins.
    """

    cursor: str
    more: bool
    as_of: str
    reset: list[ReferenceKind]
    entries: list[ReferenceEntry]
    removed: list[ReferenceRemoval]
    total_entries: int
    total_bytes: int
