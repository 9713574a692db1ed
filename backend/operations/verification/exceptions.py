"""Compares the list of exceptions with the acts: finds removed lines and verdicts nobody gave."""

from typing import Any
from uuid import UUID

import msgspec

from backend.casework.derived import exceptions as rules
from backend.operations.queries import verification as queries
from backend.operations.rules.verification import EntryRow, ExceptionRow
from backend.operations.verification.findings import Report, Verdict
from schemas.casework.exceptions import ExceptionAct
from schemas.ledger.acts import CONTENTS

_NO_VERDICT = (None, "", None)


class Exceptions:
    """Collects entries that are exceptions, and verdicts on them, and compares them at the end."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._told: dict[str, tuple[Any, ...]] = {}
        self._verdicts: dict[str, tuple[Any, ...]] = {}

    async def see(self, row: EntryRow) -> None:
        """Take the next entry."""
        if row.quarantine or not (rules.may_be_one(row.act_type) or _is_verdict(row)):
            return
        try:
            raw = msgspec.json.decode(row.act)
            content: Any = msgspec.convert(raw["content"], CONTENTS[row.act_type])
        except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError):
            return  # already reported: the act's text is no act
        officer: UUID = row.officer_id
        if _is_verdict(row):
            verdict = "right" if content.right else "wrong"
            self._verdicts[str(row.record_id)] = (verdict, content.note, officer)
        elif told := rules.found(row.act_type, content, officer):
            self._told[str(row.act_id)] = (told.kind, row.record_id, officer, told.reason)

    async def end(self) -> None:
        """Compare both ways."""
        kept = {str(row.id): row for row in await queries.exception_rows()}
        for ident in sorted(kept.keys() | self._told.keys()):
            row, told = kept.get(ident), self._told.get(ident)
            verdict = self._verdicts.get(ident, _NO_VERDICT)
            if row is None or told is None or _said(row) != (*told, *verdict):
                self._report.add(
                    Verdict.TAMPERED,
                    f"exception {ident}",
                    "the list says another thing than its acts",
                )


def _is_verdict(row: EntryRow) -> bool:
    return bool(row.act_type == ExceptionAct.EXCEPTION_CHECKED)


def _said(row: ExceptionRow) -> tuple[Any, ...]:
    told = (row.kind, row.record_id, row.officer_id, row.reason)
    return (*told, row.verdict, row.note, row.checked_by)
