"""Compares drafts of report definitions, and what became of them, with their acts.

A version that was changed without `ledger.record` (the one door) would have the whole force report something else.
"""

from typing import Any
from uuid import UUID

import msgspec

from backend.insight.report_definitions import shipped
from backend.operations.queries import verified_definitions as queries
from backend.operations.rules.verification import EntryRow
from backend.operations.verification.findings import Report, Verdict
from schemas.core.vocabulary import RecordKind
from schemas.insight.report_definitions import (
    DEFINITION_CONTENTS,
    DefinitionDeclined,
    DefinitionDrafted,
    DefinitionPublished,
)

_Said = dict[str, Any]


class ReportDefinitions:
    """Folds the acts as they are read, and compares the table at the end."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._drafts: dict[UUID, _Said] = {}

    async def see(self, row: EntryRow) -> None:
        """Take the next entry; entries of a record come in their order."""
        if row.quarantine or row.record_kind != RecordKind.REPORT_DEFINITION:
            return
        try:
            raw = msgspec.json.decode(row.act)["content"]
            content: Any = msgspec.convert(raw, DEFINITION_CONTENTS[row.act_type])
        except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError):
            return  # already reported: the act's text is no act
        if isinstance(content, DefinitionDrafted):
            self._drafts[content.draft_id] = {
                "record_id": row.record_id,
                "content": content,
                "drafted_by": row.officer_id,
                "answer": None,
                "answered_by": None,
                "reason": None,
                "version": None,
            }
            return
        known = self._drafts.get(content.draft_id)
        if known is not None:
            known |= {"answered_by": row.officer_id, **self._answered(known, content)}

    def _answered(self, known: _Said, content: DefinitionPublished | DefinitionDeclined) -> _Said:
        if isinstance(content, DefinitionDeclined):
            return {"answer": "declined", "reason": content.reason}
        if known["content"].ends_on is not None:
            return {"answer": "published"}
        of_record = [
            one["version"] or 0
            for one in self._drafts.values()
            if one["record_id"] == known["record_id"]
        ]
        first = shipped.everything().get(known["content"].definition.code)
        return {
            "answer": "published",
            "version": max([*of_record, first.number if first else 0]) + 1,
        }

    async def end(self) -> None:
        """Compare both ways."""
        kept = {
            row.draft_id: {name: getattr(row, name) for name in _COMPARED}
            | {"content": msgspec.json.decode(row.content, type=DefinitionDrafted)}
            for row in await queries.rows_of_drafts()
        }
        for ident in sorted(self._drafts.keys() | kept.keys()):
            if self._drafts.get(ident) != kept.get(ident):
                where = f"draft {ident} of a report's definition"
                self._report.add(
                    Verdict.TAMPERED, where, "the table says another thing than its acts"
                )


_COMPARED = ("record_id", "drafted_by", "answer", "answered_by", "reason", "version")
