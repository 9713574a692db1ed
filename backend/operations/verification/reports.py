"""Compares reports with their acts: what a report says, as counted and as people stated it, is a fold of them."""

from uuid import UUID

import msgspec

from backend.insight.rules.reports import folding
from backend.insight.rules.reports.facts import Content
from backend.operations.queries import verified_reports as queries
from backend.operations.rules.verification import EntryRow
from backend.operations.verification.findings import Report, Verdict
from schemas.insight.reports import REPORT_CONTENTS, ReportIssued
from schemas.insight.words import ReportState


class Reports:
    """Folds each report as its entries are read in order, and compares it when the next record begins."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._record: UUID | None = None
        self._seen: set[UUID] = set()
        self._state, self._said = ReportState.DRAFT, Content()
        self._number: str | None = None

    async def see(self, row: EntryRow) -> None:
        """Take the next entry; entries of a record come in their order."""
        kind = REPORT_CONTENTS.get(row.act_type)
        if kind is None or row.quarantine is not None:
            return
        try:
            content = msgspec.convert(msgspec.json.decode(row.act)["content"], kind)
        except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError):
            return  # already reported: the act's text is no act
        if row.record_id != self._record:
            await self._compare()
            self._record = row.record_id
            self._seen.add(row.record_id)
            self._state, self._number, self._said = ReportState.DRAFT, None, Content()
        self._state = folding.state_after(self._state, content)
        self._said = folding.take(self._said, content, row.officer_id, row.received_at)
        if isinstance(content, ReportIssued):
            self._number = content.number

    async def end(self) -> None:
        """Compare the last report, and look for rows without acts."""
        await self._compare()
        for report_id in await queries.every():
            if report_id not in self._seen:
                self._tell(report_id, "no act says that there is this report")

    async def _compare(self) -> None:
        report_id, self._record = self._record, None
        if report_id is None:
            return
        row = await queries.report(report_id)
        said = (self._state, self._number, self._said)
        if row is None or (row.state, row.number, row.content) != said:
            self._tell(report_id, "the table says another thing than its acts")

    def _tell(self, report_id: UUID, why: str) -> None:
        self._report.add(Verdict.TAMPERED, f"report {report_id}", why)
