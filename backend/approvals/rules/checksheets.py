"""The legal officer's check-sheets as published: which questions are asked of which kind. Pure.

An answer names the version of the sheet that its maker read. A change of a sheet's questions raises its
version: an answer to an older one is refused, and what was answered before keeps what it said.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from schemas.approvals.submissions import Check
from schemas.approvals.words import SubmittedKind

QUESTIONS = ("competence", "party", "acts", "amount", "time", "hearing", "goods", "form")
"""Codes of all questions; their words are CHECKS of backend/approvals/texts/steps.py."""


@dataclass(frozen=True)
class Sheet:
    """A check-sheet in force."""

    version: int
    questions: tuple[str, ...]
    """Each is answered once: yes, no, or that it does not apply."""


_WHOLE = Sheet(1, QUESTIONS)
_SHEETS: dict[SubmittedKind, Sheet] = {
    SubmittedKind.SEIZURE: Sheet(1, ("competence", "party", "acts", "time", "goods", "form")),
    SubmittedKind.INSPECTION_DECISION: Sheet(1, ("competence", "party", "acts", "time", "form")),
    SubmittedKind.ADHOC_PLAN: Sheet(1, ("competence", "party", "acts", "time", "form")),
    SubmittedKind.PUBLICATION: Sheet(1, ("competence", "acts", "amount", "form")),
    SubmittedKind.PLAN: Sheet(1, ("competence", "party", "time", "form")),
    SubmittedKind.VERIFICATION: Sheet(1, ("competence", "party", "time", "form")),
    SubmittedKind.INFORMATION_PAPER: Sheet(1, ("competence", "party", "time", "form")),
    SubmittedKind.REPORT: Sheet(1, ("competence", "time", "form")),
}
"""Kinds of which less is asked; of all others the whole sheet, where a question may not apply."""


def of(kind: SubmittedKind) -> Sheet:
    """Return the check-sheet in force for what is submitted."""
    return _SHEETS.get(kind, _WHOLE)


def fault(kind: SubmittedKind, version: int | None, checks: Sequence[Check]) -> str | None:
    """Return why these are not the answers to the sheet in force, or None."""
    sheet = of(kind)
    answered = Counter(one.question for one in checks)
    if not answered.keys() <= set(sheet.questions) or any(n > 1 for n in answered.values()):
        return "checks_other"
    if answered.keys() != set(sheet.questions):
        return "checks_missing"
    if version != sheet.version:
        return "checks_version"
    unsaid = any(one.ok is False and len(one.note.strip()) < 3 for one in checks)
    return "check_reason" if unsaid else None
