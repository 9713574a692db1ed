"""What became of each merge of two parties, from the acts alone: `verify` compares. Pure.

The door looks at the table of merges: a row that says "asked" lets one person confirm, one that says "merged" lets an
undoing give the party other details than it had.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from schemas.parties.acts import PartyDetails
from schemas.parties.merging import PartyMergeAsked


class KeptMerge(msgspec.Struct, frozen=True, kw_only=True):
    """A merge as its table has it; it may have been tampered with."""

    ask_id: UUID
    other_id: UUID
    party: Any
    before: Any
    stays: str
    goes: str
    reason: str
    asked_by: UUID
    asked_at: datetime
    state: str
    decided_by: UUID | None
    decided_at: datetime | None
    decided_reason: str | None
    undone_by: UUID | None
    undone_at: datetime | None
    undone_reason: str | None


Answer = tuple[UUID | None, datetime | None, str | None]
"""By whom, when, and why."""
NOBODY: Answer = (None, None, None)


@dataclass
class Merge:
    """A merge as its acts have it."""

    said: PartyMergeAsked
    before: PartyDetails | None
    """What was known of the party when it was asked; None if no act says."""
    asked_by: UUID
    asked_at: datetime
    state: str = "asked"
    decided: Answer = NOBODY
    undone: Answer = NOBODY

    def is_row(self, row: KeptMerge) -> bool:
        """Tell whether the table says the same.

        One that waits may have lapsed, by an act of either party that changed what was compared: it has a moment then,
        and nobody who decided.
        """
        said = (self.said.other_id, self.said.stays, self.said.goes, self.said.reason)
        kept = (row.other_id, row.stays, row.goes, row.reason)
        if said != kept or (self.asked_by, self.asked_at) != (row.asked_by, row.asked_at):
            return False
        if not (_same(row.party, self.said.party) and _same(row.before, self.before)):
            return False
        decided = (row.decided_by, row.decided_at, row.decided_reason)
        undone = (row.undone_by, row.undone_at, row.undone_reason)
        if self.state == "asked" and row.state == "lapsed":
            return (decided[0], decided[2]) == (None, None) and decided[1] is not None
        return (row.state, decided, undone) == (self.state, self.decided, self.undone)


def _same(kept: Any, said: PartyDetails | None) -> bool:
    """Tell whether the table's details are these, as structs: a key that was added since has its default in both."""
    if said is None:
        return True
    try:
        return bool(msgspec.convert(kept, PartyDetails) == said)
    except msgspec.ValidationError:
        return False


def faults(said: Mapping[UUID, Merge], kept: list[KeptMerge]) -> list[str]:
    """Return what the table of merges says otherwise than the acts."""
    rows = {one.ask_id: one for one in kept}
    found = []
    if rows.keys() - said.keys():
        found.append("a merge is there for which no act asked")
    if said.keys() - rows.keys():
        found.append("a merge for which an act asked is not there")
    if any(not one.is_row(rows[ask_id]) for ask_id, one in said.items() if ask_id in rows):
        found.append("what became of a merge is not what its acts say")
    return found
