"""Compares imports of officers with their acts, portions with their lines, and these with the officers' records."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from backend.force.queries.people_imports import lines_of
from backend.operations.queries import verified_people_imports as queries
from backend.operations.rules import verified_people_imports as rules
from backend.operations.rules.verification import EntryRow
from backend.operations.rules.verified_people_imports import Folded
from backend.operations.verification.record_folds import RecordFolds
from schemas.force.imports import PEOPLE_IMPORT_CONTENTS, PeoplePortionBrought


class PeopleImports(RecordFolds[Folded]):
    """Folds each import. Portions are compared as they come, one in memory at a time."""

    contents = PEOPLE_IMPORT_CONTENTS
    noun = "people import"
    missing = "no act says that it was confirmed"

    def new(self) -> Folded:
        """Begin with nothing brought."""
        return Folded()

    async def take(self, folded: Folded, content: Any, row: EntryRow) -> None:
        """Fold one more act, and compare what it brought."""
        rules.take(folded, content)
        if isinstance(content, PeoplePortionBrought):
            await self._portion(row.record_id, content)

    async def compare(self, record_id: UUID, folded: Folded) -> None:
        """Compare the import's row."""
        for why in rules.faults(folded, await queries.one(record_id)):
            self.tell(record_id, why)

    async def every(self) -> Iterable[UUID]:
        """Return the imports that were begun."""
        return await queries.begun()

    async def _portion(self, import_id: UUID, said: PeoplePortionBrought) -> None:
        stored = await lines_of(import_id, said.number)
        for why in rules.portion_faults(import_id, said, stored):
            self.tell(import_id, f"portion {said.number}: {why}")
        lines = rules.lines_in(stored) or []
        recorded = await queries.acts_of([one.officer_id for one in lines])
        for officer_id, why in rules.person_faults(lines, recorded):
            self.tell(officer_id, why, "officer")
