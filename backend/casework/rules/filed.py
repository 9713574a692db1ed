"""Papers made elsewhere and filed, and acts on one officer's word. Pure.

A filed paper is named by its sheet number (bút lục). A sheet that the acting officer filed alone
proves no more than that officer's word, so two officers are needed. If nobody else is there the
officer gives a reason, and the act is put on the list of exceptions (PRACTICE B6).
"""

from typing import Any
from uuid import UUID

from backend.casework.rules.facts import Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import refusal
from backend.law import form_facts
from backend.ledger.handlers import Refuse


def filed(sheet: int, alone: str | None, facts: Facts, officer_id: UUID) -> Refuse | None:
    """Refuse unless a paper made elsewhere has this sheet number.

    Another officer must have filed it, or the act gives the reason `alone`.
    """
    found = next((one for one in facts.folio if one.first == sheet), None)
    if found is None or found.document_id is not None:
        return refusal("case_sheet_unknown", sheet=sheet)
    by = next((one.officer_id for one in facts.events if one.act_id == found.act_id), None)
    if by == officer_id and alone is None:
        return refusal("case_sheet_alone", sheet=sheet)
    return None


def own_report(content: Any, facts: Facts, officer_id: UUID) -> Refuse | None:
    """Refuse to end or hand on a file on the acting officer's own report without a reason.

    Otherwise one person could let a violator off without an entry in the list of exceptions (Law
    Art 65; PRACTICE B6).
    """
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
    """Refuse enforcement and suspension unless the act names the sheet of a filed decision.

    They follow a signed decision (Law Arts 15, 86 to 88) for which the system has no form yet, so
    it is made elsewhere.
    """
    if content.sheet is not None:
        return filed(content.sheet, content.alone, facts, context.officer_id)
    return refusal("case_decision_filed", form=form)
