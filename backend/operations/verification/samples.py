"""Compares auditors' samples with their acts, and draws each of them again from what it was drawn from."""

from uuid import UUID

import msgspec

from backend.operations.queries import verified_samples as queries
from backend.operations.rules import verified_samples as rules
from backend.operations.rules.verification import EntryRow
from backend.operations.rules.verified_samples import Folded
from backend.operations.verification.findings import Report, Verdict
from schemas.insight.samples import SAMPLE_CONTENTS


class Samples:
    """Folds each sample as its entries are read in order, and compares it when the next record begins."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._record: UUID | None = None
        self._folded: Folded | None = None
        self._seen: set[UUID] = set()

    async def see(self, row: EntryRow) -> None:
        """Take the next entry; entries of a record come in their order."""
        kind = SAMPLE_CONTENTS.get(row.act_type)
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
        rules.take(self._folded, content)

    async def end(self) -> None:
        """Compare the last sample, and look for rows without acts."""
        await self._compare()
        for sample_id in await queries.every():
            if sample_id not in self._seen:
                self._tell(sample_id, "no act says that there is this sample")

    async def _compare(self) -> None:
        sample_id, said, self._folded = self._record, self._folded, None
        if sample_id is None or said is None:
            return
        row = await queries.sample(sample_id)
        records, kept = await queries.records(sample_id), await queries.population(sample_id)
        for why in rules.faults(said, row, records, kept):
            self._tell(sample_id, why)

    def _tell(self, sample_id: UUID, why: str) -> None:
        self._report.add(Verdict.TAMPERED, f"sample {sample_id}", why)
