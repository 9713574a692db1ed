"""Compares the sums from which on parties are proposed as one with their acts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.operations.rules.verification import EntryRow
from backend.operations.verification.record_folds import OTHER, RecordFolds
from backend.parties.queries import likeness as queries
from schemas.parties.likeness import (
    LIKENESS_CONTENTS,
    LikenessAsked,
    LikenessConfirmed,
    LikenessDeclined,
    LikenessState,
)


@dataclass
class Folded:
    """A change as its acts have it."""

    said: LikenessAsked | None = None
    state: LikenessState = LikenessState.ASKED
    declined: str | None = None


class PartyLikenesses(RecordFolds[Folded]):
    """Folds each change of the sums."""

    contents = LIKENESS_CONTENTS
    noun = "party likeness"
    missing = "no act proposed it"

    def new(self) -> Folded:
        """Begin with nothing proposed."""
        return Folded()

    async def take(self, folded: Folded, content: Any, row: EntryRow) -> None:
        """Fold one more act."""
        del row
        match content:
            case LikenessAsked():
                folded.said = content
            case LikenessConfirmed():
                folded.state = LikenessState.CONFIRMED
            case LikenessDeclined(reason=reason):
                folded.state, folded.declined = LikenessState.DECLINED, reason

    async def compare(self, record_id: UUID, folded: Folded) -> None:
        """Compare the row of the change."""
        kept, said = await queries.find(record_id), folded.said
        if kept is None or said is None:
            self.tell(record_id, OTHER)
            return
        told = (said.propose, said.strong, said.reason, folded.state, folded.declined)
        if told != (kept.propose, kept.strong, kept.reason, kept.state, kept.decided_reason):
            self.tell(record_id, OTHER)

    async def every(self) -> Iterable[UUID]:
        """Return the changes that the table has."""
        return await queries.every()
