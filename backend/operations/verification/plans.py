"""Compares plans and their items with the acts of the plans.

How far an item is follows from its inspection, whose acts are compared elsewhere. That it is not done is an act of
the plan: nobody hides a missed inspection behind a reason that no head gave.
"""

from uuid import UUID

import msgspec

from backend.operations.queries import verified_plans as queries
from backend.operations.rules.verification import EntryRow
from backend.operations.verification.findings import Report, Verdict
from backend.planning.rules import folding
from backend.planning.rules.folding import Folded
from schemas.planning.acts import PLAN_CONTENTS
from schemas.planning.words import ItemState

_OTHER = "the table says another thing than its acts"


class Plans:
    """Folds each plan as its entries are read in order, and compares it when the next record begins."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._record: UUID | None = None
        self._folded: Folded | None = None
        self._seen: set[UUID] = set()

    async def see(self, row: EntryRow) -> None:
        """Take the next entry; entries of a record come in their order."""
        kind = PLAN_CONTENTS.get(row.act_type)
        if kind is None or row.quarantine is not None:
            return
        try:
            content = msgspec.convert(msgspec.json.decode(row.act)["content"], kind)
        except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError):
            return  # already reported: the act's text is no act
        if row.record_id != self._record or self._folded is None:
            await self._compare()
            self._record, self._folded = row.record_id, Folded()
            self._seen.add(row.record_id)
        folding.take(self._folded, content)

    async def end(self) -> None:
        """Compare the last plan, and look for rows without acts."""
        await self._compare()
        for plan_id in await queries.every():
            if plan_id not in self._seen:
                self._tell(f"plan {plan_id}", "no act says that there is this plan")

    async def _compare(self) -> None:
        plan_id, said, self._folded = self._record, self._folded, None
        if plan_id is None or said is None:
            return
        row = await queries.plan(plan_id)
        if row is None or (row.state, row.number) != (said.state, said.number):
            self._tell(f"plan {plan_id}", _OTHER)
        left = dict(said.items)
        for item in await queries.items(plan_id):
            told = left.pop(item.id, None)
            gone = item.state == ItemState.REMOVED
            reason = said.not_done.get(item.id)
            undone = item.state == ItemState.NOT_DONE and reason != item.reason
            if told != item.content_hash.hex() or gone != (item.id in said.removed) or undone:
                self._tell(f"item {item.id} of plan {plan_id}", _OTHER)
        for item_id in left:
            self._tell(f"item {item_id} of plan {plan_id}", "its row is missing")

    def _tell(self, where: str, why: str) -> None:
        self._report.add(Verdict.TAMPERED, where, why)
