"""Compares the sums from which on parties are proposed as one with their acts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
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
    asked: tuple[UUID, datetime] | None = None
    """By whom, and when."""
    state: LikenessState = LikenessState.ASKED
    decided: tuple[UUID, datetime] | None = None
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
        said = (row.officer_id, row.received_at)
        match content:
            case LikenessAsked():
                folded.said, folded.asked = content, said
            case LikenessConfirmed():
                folded.state, folded.decided = LikenessState.CONFIRMED, said
            case LikenessDeclined(reason=reason):
                folded.state, folded.decided = LikenessState.DECLINED, said
                folded.declined = reason

    async def compare(self, record_id: UUID, folded: Folded) -> None:
        """Compare the row of the change; when it was decided says which change is in force."""
        kept, said = await queries.find(record_id), folded.said
        if kept is None or said is None:
            self.tell(record_id, OTHER)
            return
        told = (said.propose, said.strong, said.reason, folded.state, folded.declined)
        rows = (kept.propose, kept.strong, kept.reason, kept.state, kept.decided_reason)
        decided = (kept.decided_by, kept.decided_at) if kept.decided_by else None
        people = ((kept.asked_by, kept.asked_at), decided)
        if told != rows or (folded.asked, folded.decided) != people:
            self.tell(record_id, OTHER)
        if folded.state is LikenessState.CONFIRMED and _one_person(folded):
            self.tell(record_id, "one person proposed and confirmed it")

    async def every(self) -> Iterable[UUID]:
        """Return the changes that the table has."""
        return await queries.every()


def _one_person(folded: Folded) -> bool:
    asked, decided = folded.asked, folded.decided
    return asked is not None and decided is not None and asked[0] == decided[0]
