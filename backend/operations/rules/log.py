"""How rows of several tables become the one log of auditors. Pure."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec

KINDS = ("read", "search", "export", "copy", "sign_in", "step_up", "refused")
"""Of the lines, as the filter of the page has them."""
_LAST = 2**63 - 1


class Source(StrEnum):
    """A table of the log. Rows of one moment stand in this order, the last first."""

    ACCESS = "a"
    COPY = "c"
    REFUSED = "r"


class Logged(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the log, of whichever table."""

    source: Source
    id: int
    at: datetime
    officer_id: UUID | None
    """None of an operator of the machine, and of the holder of a party's copy, who is not known."""
    operator: str | None
    kind: str
    action: str
    """What was done; of a refusal its code."""
    record_id: UUID | None
    photo_id: UUID | None
    address: str | None
    detail: dict[str, Any] | None
    unit_id: UUID | None
    """The unit that the officer had then; of a party's copy, the record's."""
    times: int

    @property
    def key(self) -> tuple[datetime, Source, int]:
        """By which the log is sorted, the newest last."""
        return self.at, self.source, self.id


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """The last row that a page showed: the next page begins behind it."""

    at: datetime
    source: Source
    id: int

    def bound(self, source: Source) -> int:
        """Return the id below which a source's rows of the same moment come next."""
        if source is self.source:
            return self.id
        return _LAST if source < self.source else -1


def merged(pages: Iterable[Sequence[Logged]], limit: int) -> list[Logged]:
    """Return the newest `limit` rows of several sources' pages, the newest first."""
    everything = [row for page in pages for row in page]
    return sorted(everything, key=lambda row: row.key, reverse=True)[:limit]


def whose(row: Logged) -> Hashable:
    """Return what makes rows of the log a run: the same person, kind and record."""
    who = row.officer_id or row.operator or row.source
    return who, row.kind, row.record_id, row.kind == "refused" and row.action
