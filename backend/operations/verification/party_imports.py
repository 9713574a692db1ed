"""Compares imports of parties with their acts, portions with their lines, and these with the register."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from backend.operations.queries import verified_imports as queries
from backend.operations.rules import verified_imports as rules
from backend.operations.rules.verification import EntryRow
from backend.operations.rules.verified_imports import Folded
from backend.operations.verification.record_folds import RecordFolds
from backend.parties.queries import import_portions as portions
from schemas.parties.imports import IMPORT_CONTENTS, PortionBrought


class PartyImports(RecordFolds[Folded]):
    """Folds each import. Portions are compared as they come, one in memory at a time."""

    contents = IMPORT_CONTENTS
    noun = "party import"
    missing = "no act says that it was confirmed"

    def new(self) -> Folded:
        """Begin with nothing brought."""
        return Folded()

    async def take(self, folded: Folded, content: Any, row: EntryRow) -> None:
        """Fold one more act, and compare what it brought."""
        rules.take(folded, content)
        if isinstance(content, PortionBrought):
            await self._portion(row.record_id, content)

    async def compare(self, record_id: UUID, folded: Folded) -> None:
        """Compare the import's row, and count what came with it."""
        row, there = await queries.one(record_id), await queries.came_with(record_id)
        for why in rules.faults(folded, row, there):
            self.tell(record_id, why)

    async def every(self) -> Iterable[UUID]:
        """Return the imports that were begun."""
        return await queries.begun()

    async def _portion(self, import_id: UUID, said: PortionBrought) -> None:
        stored = await portions.lines_of(import_id, said.number)
        for why in rules.portion_faults(import_id, said, stored):
            self.tell(import_id, f"portion {said.number}: {why}")
        parties = rules.parties_of(stored)
        kept = await queries.parties(list(parties))
        for party_id, why in rules.party_faults(import_id, parties, kept):
            self.tell(party_id, why, "party")
