"""Compares auditors' samples with their acts, and draws each of them again from what it was drawn from."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from backend.operations.queries import verified_samples as queries
from backend.operations.rules import verified_samples as rules
from backend.operations.rules.verification import EntryRow
from backend.operations.rules.verified_samples import Folded
from backend.operations.verification.record_folds import RecordFolds
from schemas.insight.samples import SAMPLE_CONTENTS


class Samples(RecordFolds[Folded]):
    """Folds each sample."""

    contents = SAMPLE_CONTENTS
    noun = "sample"
    missing = "no act says that there is this sample"

    def new(self) -> Folded:
        """Begin with nothing."""
        return Folded()

    async def take(self, folded: Folded, content: Any, row: EntryRow) -> None:
        """Fold one more act."""
        del row
        rules.take(folded, content)

    async def compare(self, record_id: UUID, folded: Folded) -> None:
        """Compare the sample's rows, and draw again."""
        row = await queries.sample(record_id)
        records, kept = await queries.records(record_id), await queries.population(record_id)
        for why in rules.faults(folded, row, records, kept):
            self.tell(record_id, why)

    async def every(self) -> Iterable[UUID]:
        """Return all samples."""
        return await queries.every()
