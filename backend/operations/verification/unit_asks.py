"""Compares what was asked of units with the acts, and each change of the force's tree with what two persons agreed.

The door looks at the table of asks: a row that says "confirmed" lets one person merge two units.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.force.queries.unit_asks import AskRow
from backend.force.rules import unit_asks as rules
from backend.operations.queries import verified_unit_asks as queries
from backend.operations.rules.verification import EntryRow
from backend.operations.verification.record_folds import OTHER, RecordFolds
from schemas.force import restructuring_acts as acts
from schemas.force.acts import PeopleAct

_CONTENTS: dict[str, type] = {
    PeopleAct.RESTRUCTURING_ASKED: acts.RestructuringAsked,
    PeopleAct.RESTRUCTURING_CONFIRMED: acts.RestructuringConfirmed,
    PeopleAct.RESTRUCTURING_DECLINED: acts.RestructuringDeclined,
    **{kind: made for made, kind in rules.ACTS.items()},
}


@dataclass
class Ask:
    """An ask as its acts have it."""

    said: acts.RestructuringAsked
    asked_by: UUID
    asked_at: datetime
    state: str = "waiting"
    answered_by: UUID | None = None
    answered_at: datetime | None = None
    note: str | None = None

    def is_row(self, row: AskRow) -> bool:
        """Tell whether the table says the same."""
        kept = (row.asked(), row.asked_by, row.asked_at)
        answer = (row.state, row.answered_by, row.answered_at, row.note)
        told = (self.state, self.answered_by, self.answered_at, self.note)
        return kept == (self.said, self.asked_by, self.asked_at) and answer == told

    def agreed(self, change: rules.Change, by: UUID) -> bool:
        """Tell whether the officer who made this very change confirmed it, and somebody else had asked for it."""
        same = msgspec.structs.replace(change, ask_id=None) == rules.change_of(self.said)
        return same and self.state == "confirmed" and self.answered_by == by != self.asked_by


@dataclass
class Folded:
    """What was asked of a unit."""

    asks: dict[UUID, Ask] = field(default_factory=dict)
    alone: list[UUID] = field(default_factory=list)
    """Asks that a change of the unit names, and that nobody else agreed to."""


class UnitAsks(RecordFolds[Folded]):
    """Folds the asks of each unit."""

    contents = _CONTENTS
    noun = "asks of unit"
    missing = "no act asked for anything"

    def new(self) -> Folded:
        """Begin with nothing asked."""
        return Folded()

    async def take(self, folded: Folded, content: Any, row: EntryRow) -> None:
        """Fold one more act."""
        match content:
            case acts.RestructuringAsked():
                folded.asks[content.ask_id] = Ask(content, row.officer_id, row.received_at)
            case acts.RestructuringConfirmed() | acts.RestructuringDeclined():
                if (ask := folded.asks.get(content.ask_id)) is not None:
                    yes = isinstance(content, acts.RestructuringConfirmed)
                    ask.state = "confirmed" if yes else "declined"
                    ask.note = getattr(content, "note" if yes else "reason")
                    ask.answered_by, ask.answered_at = row.officer_id, row.received_at
            case _ if content.ask_id is not None:
                found = folded.asks.get(content.ask_id)
                if found is None or not found.agreed(content, row.officer_id):
                    folded.alone.append(content.ask_id)

    async def compare(self, record_id: UUID, folded: Folded) -> None:
        """Compare the rows of the unit's asks."""
        kept = {row.id: row for row in await queries.of_unit(record_id)}
        for ask_id in sorted(kept.keys() | folded.asks.keys()):
            row, said = kept.get(ask_id), folded.asks.get(ask_id)
            if row is None or said is None or not said.is_row(row):
                self.tell(record_id, OTHER)
        for ask_id in folded.alone:
            self.tell(record_id, f"it was changed by one person: nobody else agreed to {ask_id}")

    async def every(self) -> Iterable[UUID]:
        """Return the units of which anything was asked."""
        return await queries.units()
