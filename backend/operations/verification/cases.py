"""Compares the read tables of cases with the cases' acts. The tables are only a cache of the fold."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.casework.cases import events
from backend.casework.derived import folding
from backend.casework.rules.facts import Event, Facts
from backend.core import custody
from backend.operations.queries import verification as queries
from backend.operations.rules.verification import CaseRow, EntryRow, FiledRow, PaperRow
from backend.operations.verification import signatures
from backend.operations.verification.findings import Report, Verdict
from schemas.casework.acts.beside import LaidOut, SheetsFiled
from schemas.core.vocabulary import RecordKind

BATCH = 200
_OF_A_PAPER = (
    *("state", "fields_hash", "number", "hand", "scan_sha256"),
    *("sealed_sha256", "seal_file_sha256"),
)


class Told(NamedTuple):
    """What a case's row and the rows of its papers must contain."""

    state: str
    number: str
    fine: int
    paid: int
    sheets: int
    held: int
    archived_on: date | None
    papers: dict[UUID, tuple[str | None, ...]]
    """By paper: state, hash of the fields, number, progress of signing by hand, hash of the scan, and
    twice that of the file with the agency's seal, in the paper's row and in the file's."""
    hashes: dict[UUID, str]
    """SHA-256 of each signed PDF, from the act that issued it."""
    filed: dict[UUID, tuple[str | None, int | None, str | None]]
    """By filed document: SHA-256, size and type of its file, from the act that filed it."""


class Cases:
    """Folds the entries of each case as they are read in order, and compares in batches."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._record: UUID | None = None
        self._events: list[Event] = []
        self._told: dict[UUID, Told] = {}

    async def see(self, row: EntryRow) -> None:
        """Take the next entry; entries come by record and number."""
        if row.record_id != self._record:
            await self._close()
            self._record = row.record_id
        if row.record_kind == RecordKind.CASE and row.quarantine is None:
            try:
                self._events.append(events.of_row(row))
            except (msgspec.MsgspecError, ValueError, KeyError, TypeError):
                return  # already reported: the act's text is no act

    async def end(self) -> None:
        """Compare what is left."""
        await self._close()
        await self._compare()

    async def _close(self) -> None:
        found, self._events = self._events, []
        if self._record is not None and found:
            try:
                facts = folding.fold(found)
            except (ValueError, KeyError, AttributeError, IndexError):
                where = f"case {self._record}"
                self._report.add(Verdict.TAMPERED, where, "its acts do not follow from one another")
                return
            if facts is not None:
                self._told[self._record] = _told(facts)
        if len(self._told) >= BATCH:
            await self._compare()

    async def _compare(self) -> None:
        told, self._told = self._told, {}
        rows = {row.id: row for row in await queries.case_rows(list(told))}
        papers: dict[UUID, dict[UUID, PaperRow]] = {}
        for paper in await queries.papers_of(list(told)):
            papers.setdefault(paper.case_id, {})[paper.id] = paper
        filed: dict[UUID, dict[UUID, FiledRow]] = {}
        for file in await queries.filed_of(list(told)):
            filed.setdefault(file.case_id, {})[file.id] = file
        await self._obtained(told, filed)
        for case_id, said in told.items():
            self._one(case_id, said, rows.get(case_id), papers.get(case_id, {}))
            self._filed(said, filed.get(case_id, {}))

    async def _obtained(
        self, told: dict[UUID, Told], filed: dict[UUID, dict[UUID, FiledRow]]
    ) -> None:
        """Add to `filed` what the cases numbered of the documents that inspections obtained."""
        named = [
            (case_id, file_id)
            for case_id, said in told.items()
            for file_id in said.filed
            if file_id not in filed.get(case_id, {})
        ]
        found = {row.id: row for row in await queries.obtained_among([one for _, one in named])}
        for case_id, file_id in named:
            if file_id in found:
                filed.setdefault(case_id, {})[file_id] = found[file_id]

    def _filed(self, said: Told, found: dict[UUID, FiledRow]) -> None:
        """Check receipts, and that what an act filed is still the file that the table has."""
        for row in found.values():
            payload = custody.receipt_payload(
                "file_id", row.id, row.sha256, row.size, row.stored_at
            ) | {"key_id": row.receipt_key_id}
            key_id, signature = row.receipt_key_id or "", row.receipt_signature or b""
            where = f"filed document {row.id}"
            signatures.check(self._report, where, "byte receipt", payload, key_id, signature)
        for file_id, told in said.filed.items():
            kept = found.get(file_id)
            if kept is None or (kept.sha256, kept.size, kept.media_type) != told:
                self._report.add(
                    Verdict.TAMPERED,
                    f"filed document {file_id}",
                    "its row is gone"
                    if kept is None
                    else "the table says another file than its act",
                )

    def _one(
        self, case_id: UUID, said: Told, row: CaseRow | None, papers: dict[UUID, PaperRow]
    ) -> None:
        where = f"case {case_id}"
        if row is None:
            self._report.add(Verdict.TAMPERED, where, "its row is gone; its acts are there")
            return
        kept = (
            *(row.state, row.number, row.fine_total_vnd, row.paid_total_vnd),
            *(row.sheets, row.exhibits_held, row.archived_at),
        )
        if kept != said[:7]:
            self._report.add(
                Verdict.TAMPERED, where, f"the table says {kept}, its acts say {said[:7]}"
            )
        for document, paper in said.papers.items():
            found = papers.get(document)
            beside = tuple(getattr(found, name) for name in _OF_A_PAPER) if found else None
            if beside != paper or (found and found.sha256 != said.hashes.get(document)):
                self._report.add(
                    Verdict.TAMPERED,
                    f"document {document}",
                    "the table says another thing than its acts",
                )


def _told(facts: Facts) -> Told:
    return Told(
        state=str(facts.state),
        number=facts.opening.number,
        fine=facts.fine,
        paid=facts.paid,
        sheets=facts.last_sheet,
        held=len(facts.held),
        archived_on=facts.archived_on,
        papers={
            one.id: (
                *(str(one.state), one.fields_hash, one.number),
                *(str(one.hand) if one.hand else None, one.scan_sha256),
                *(one.sealed_sha256, one.sealed_sha256),
            )
            for one in facts.papers.values()
        },
        hashes={
            event.content.document_id: event.content.sha256
            for event in facts.events
            if isinstance(event.content, LaidOut)
        },
        filed={
            event.content.file_id: (
                event.content.sha256,
                event.content.size,
                event.content.media_type,
            )
            for event in facts.events
            if isinstance(event.content, SheetsFiled) and event.content.file_id is not None
        },
    )
