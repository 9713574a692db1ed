"""Compares plans and their items with the acts of the plans.

How far an item is follows from its inspection, whose acts are compared elsewhere. That it is not done is an act of
the plan: nobody hides a missed inspection behind a reason that no head gave.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from backend.operations.queries import verified_plans as queries
from backend.operations.rules.verification import EntryRow
from backend.operations.verification.record_folds import OTHER, RecordFolds
from backend.planning.rules import folding
from backend.planning.rules.folding import Folded
from schemas.planning.acts import PLAN_CONTENTS
from schemas.planning.words import ItemState


class Plans(RecordFolds[Folded]):
    """Folds each plan with its items."""

    contents = PLAN_CONTENTS
    noun = "plan"
    missing = "no act says that there is this plan"

    def new(self) -> Folded:
        """Begin with a draft."""
        return Folded()

    async def take(self, folded: Folded, content: Any, row: EntryRow) -> None:
        """Fold one more act."""
        del row
        folding.take(folded, content)

    async def compare(self, record_id: UUID, folded: Folded) -> None:
        """Compare the plan's row and those of its items."""
        row = await queries.plan(record_id)
        if row is None or (row.state, row.number) != (folded.state, folded.number):
            self.tell(record_id, OTHER)
        left = dict(folded.items)
        for item in await queries.items(record_id):
            told = left.pop(item.id, None)
            gone = item.state == ItemState.REMOVED
            reason = folded.not_done.get(item.id)
            undone = item.state == ItemState.NOT_DONE and reason != item.reason
            if told != item.content_hash.hex() or gone != (item.id in folded.removed) or undone:
                self._of_item(item.id, record_id, OTHER)
        for item_id in left:
            self._of_item(item_id, record_id, "its row is missing")

    async def every(self) -> Iterable[UUID]:
        """Return all plans."""
        return await queries.every()

    def _of_item(self, item_id: UUID, plan_id: UUID, why: str) -> None:
        self.tell(plan_id, why, f"item {item_id} of plan")
