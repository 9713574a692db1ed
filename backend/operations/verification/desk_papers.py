"""Compares the read tables of papers of the desk with their acts. A table is only a cache of the fold."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

import msgspec

from backend.core.canonical_json import sha256_hex
from backend.operations.queries import verified_papers as queries
from backend.operations.rules.verification import DeskPaperRow, EntryRow
from backend.operations.verification.findings import Report, Verdict
from schemas.core import desk_papers as acts
from schemas.core.base import Wire
from schemas.core.dispatching import Sealed
from schemas.core.vocabulary import RecordKind
from schemas.documents.record_papers import (
    RECORD_PAPER_CONTENTS,
    RecordPaperFinalised,
    RecordPaperIssued,
    RecordPaperReopened,
)
from schemas.fieldwork.decision_papers import PAPER_CONTENTS, PaperIssued

BATCH = 500
Folded = tuple[str, str, str | None, str | None, str | None, str | None]
"""State, hash of the fields, number, hash of the PDF, code, hash of the file with the agency's seal."""

_NEW: Folded = ("draft", "", None, None, None, None)


@dataclass(frozen=True, kw_only=True)
class Papers:
    """One table of papers, and the acts that it caches."""

    contents: dict[str, type[Wire]]
    rows: Callable[[list[UUID]], Awaitable[list[DeskPaperRow]]]
    kind: RecordKind | None
    """The records whose acts these are; None if only records with such papers have acts of these types."""


OF_DECISIONS = Papers(
    contents=PAPER_CONTENTS, rows=queries.of_decisions, kind=RecordKind.INSPECTION
)
OF_RECORDS = Papers(contents=RECORD_PAPER_CONTENTS, rows=queries.of_records, kind=None)


class DeskPapers:
    """Folds the papers of each record as its entries are read in order, and compares in batches."""

    def __init__(self, report: Report, papers: Papers) -> None:
        self._report = report
        self._papers = papers
        self._record: UUID | None = None
        self._derived: dict[UUID, Folded] = {}

    async def see(self, row: EntryRow) -> None:
        """Take the next entry; entries come by record and number."""
        kind = self._papers.contents.get(row.act_type)
        if kind is None or row.quarantine is not None:
            return
        if self._papers.kind not in (None, row.record_kind):
            return
        try:
            content = msgspec.convert(msgspec.json.decode(row.act)["content"], kind)
        except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError):
            return  # already reported: the act's text is no act
        document_id: UUID = content.document_id  # type: ignore[attr-defined]  # every one has it
        if row.record_id != self._record:
            self._record = row.record_id
            if len(self._derived) >= BATCH:
                await self.end()
        self._derived[document_id] = folded(self._derived.get(document_id, _NEW), content)

    async def end(self) -> None:
        """Compare what is left."""
        derived, self._derived = self._derived, {}
        kept = {one.id: one for one in await self._papers.rows(list(derived))}
        for document_id, said in derived.items():
            row, where = kept.get(document_id), f"paper {document_id}"
            if row is None:
                self._report.add(Verdict.TAMPERED, where, "its row is gone; its acts are there")
            elif _kept(row) != (*said, said[-1]):
                self._report.add(
                    Verdict.TAMPERED, where, "the table says another thing of it than its acts"
                )
            elif sha256_hex(msgspec.json.decode(row.fields)) != row.fields_hash:
                self._report.add(Verdict.TAMPERED, where, "its fields are not those of its acts")


def _kept(row: DeskPaperRow) -> tuple[str | None, ...]:
    """Return what the table says; the last hash is that of the sealed file as the table of files says it."""
    same = (row.state, row.fields_hash, row.number, row.sha256, row.code)
    return (*same, row.sealed_sha256, row.seal_file_sha256)


def folded(before: Folded, content: msgspec.Struct) -> Folded:
    """Return a paper after one more of its acts. Pure."""
    state, fields_hash, number, sha256, code, sealed = before
    match content:
        case acts.Drafted():
            return state, sha256_hex(content.fields), number, sha256, code, sealed
        case RecordPaperFinalised():
            state = "final"
        case RecordPaperReopened():
            state = "draft"
        case Sealed():
            sealed = content.sha256
        case acts.Discarded():
            state = "discarded"
        case acts.Printed():
            signed = isinstance(content, RecordPaperIssued | PaperIssued)
            state = "signed" if signed else "printed"
            number, sha256, code = content.number, content.sha256, content.code
        case acts.Scanned():
            state = "awaiting"
        case acts.Compared():
            state = "signed" if content.agrees else "sent_back"
    return state, fields_hash, number, sha256, code, sealed
