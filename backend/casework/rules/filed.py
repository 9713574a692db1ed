"""Papers that were made elsewhere and filed by their sheet number (bút lục), and what is done on one officer's word.

Two hands: a sheet that the acting officer filed himself proves no more than his word. Where nobody else is there he
gives his reason, and the act goes to the list of exceptions (PRACTICE B6). Pure.
"""

from typing import Any
from uuid import UUID

from backend.casework.rules.facts import Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import refusal
from backend.law import form_facts
from backend.ledger.handlers import Refuse


def filed(sheet: int, alone: str | None, facts: Facts, officer_id: UUID) -> Refuse | None:
    """None where a paper made elsewhere lies under this sheet number, filed by another officer or with the reason."""
    found = next((one for one in facts.folio if one.first == sheet), None)
    if found is None or found.document_id is not None:
        return refusal("case_sheet_unknown", sheet=sheet)
    by = next((one.officer_id for one in facts.events if one.act_id == found.act_id), None)
    if by == officer_id and alone is None:
        return refusal("case_sheet_alone", sheet=sheet)
    return None


def own_report(content: Any, facts: Facts, officer_id: UUID) -> Refuse | None:
    """None where another officer signed the report on which the file ends or is handed on, or the reason is given: by a
    report of his own one person would let a violator off, and no list would tell it (Law Art 65; PRACTICE B6)."""
    paper = facts.papers.get(content.document_id) if content.document_id else None
    own = (
        paper is not None
        and paper.form in form_facts.of_kind("report")
        and paper.issued_by == officer_id
    )
    if not own or content.alone is not None:
        return None
    return refusal("case_report_own", number=(paper.number if paper else None) or "?")


def decided_elsewhere(
    facts: Facts, content: Any, context: GuardContext, form: str
) -> Refuse | None:
    """Enforcement and suspension follow a signed decision (Law Arts 15, 86 to 88) for which the system has no form yet:
    made elsewhere, and filed; the act names its sheet."""
    if content.sheet is not None:
        return filed(content.sheet, content.alone, facts, context.officer_id)
    return refusal("case_decision_filed", form=form)
