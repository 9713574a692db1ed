"""Compares imports of officers with their acts, portions with their lines, and these with the officers' records."""

from uuid import UUID

import msgspec

from backend.force.queries.people_imports import lines_of
from backend.operations.queries import verified_people_imports as queries
from backend.operations.rules import verified_people_imports as rules
from backend.operations.rules.verification import EntryRow
from backend.operations.rules.verified_people_imports import Folded
from backend.operations.verification.findings import Report, Verdict
from schemas.force.imports import PEOPLE_IMPORT_CONTENTS, PeoplePortionBrought


class PeopleImports:
    """Folds each import as its entries are read in order, and compares it when the next record begins."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._record: UUID | None = None
        self._folded = Folded()
        self._seen: set[UUID] = set()

    async def see(self, row: EntryRow) -> None:
        """Take the next entry; entries of a record come in their order."""
        kind = PEOPLE_IMPORT_CONTENTS.get(row.act_type)
        if kind is None or row.quarantine is not None:
            return
        try:
            content = msgspec.convert(msgspec.json.decode(row.act)["content"], kind)
        except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError):
            return  # already reported: the act's text is no act
        if row.record_id != self._record:
            await self._compare()
            self._record, self._folded = row.record_id, Folded()
            self._seen.add(row.record_id)
        rules.take(self._folded, content)
        if isinstance(content, PeoplePortionBrought):
            await self._portion(row.record_id, content)

    async def end(self) -> None:
        """Compare the last import, and look for rows without acts."""
        await self._compare()
        for import_id in await queries.begun():
            if import_id not in self._seen:
                self._tell(import_id, "no act says that it was confirmed")

    async def _portion(self, import_id: UUID, said: PeoplePortionBrought) -> None:
        stored = await lines_of(import_id, said.number)
        for why in rules.portion_faults(import_id, said, stored):
            self._tell(import_id, f"portion {said.number}: {why}")
        lines = rules.lines_in(stored) or []
        recorded = await queries.acts_of([one.officer_id for one in lines])
        for officer_id, why in rules.person_faults(lines, recorded):
            self._report.add(Verdict.TAMPERED, f"officer {officer_id}", why)

    async def _compare(self) -> None:
        import_id, self._record = self._record, None
        if import_id is None:
            return
        for why in rules.faults(self._folded, await queries.one(import_id)):
            self._tell(import_id, why)

    def _tell(self, import_id: UUID, why: str) -> None:
        self._report.add(Verdict.TAMPERED, f"people import {import_id}", why)
