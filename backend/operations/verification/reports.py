"""Compares reports with their acts: what a report says, as counted and as people stated it, is a fold of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from backend.insight.rules.reports import folding
from backend.insight.rules.reports.facts import Content
from backend.operations.queries import verified_reports as queries
from backend.operations.rules.verification import EntryRow
from backend.operations.verification.record_folds import OTHER, RecordFolds
from schemas.insight.reports import REPORT_CONTENTS, ReportIssued
from schemas.insight.words import ReportState


@dataclass
class Folded:
    """A report as its acts have it."""

    state: ReportState = ReportState.DRAFT
    number: str | None = None
    said: Content = field(default_factory=Content)


class Reports(RecordFolds[Folded]):
    """Folds each report."""

    contents = REPORT_CONTENTS
    noun = "report"
    missing = "no act says that there is this report"

    def new(self) -> Folded:
        """Begin with a draft."""
        return Folded()

    async def take(self, folded: Folded, content: Any, row: EntryRow) -> None:
        """Fold one more act."""
        folded.state = folding.state_after(folded.state, content)
        folded.said = folding.take(folded.said, content, row.officer_id, row.received_at)
        if isinstance(content, ReportIssued):
            folded.number = content.number

    async def compare(self, record_id: UUID, folded: Folded) -> None:
        """Compare the report's row."""
        row = await queries.report(record_id)
        said = (folded.state, folded.number, folded.said)
        if row is None or (row.state, row.number, row.content) != said:
            self.tell(record_id, OTHER)

    async def every(self) -> Iterable[UUID]:
        """Return all reports."""
        return await queries.every()
