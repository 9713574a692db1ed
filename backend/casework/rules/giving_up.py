"""Papers that are given up before they were in force, and who may: pure.

A draft is nobody's yet. What waits ready for a unit's signer is its drafter's and the head's. What was printed may lie
signed on a desk: its number becomes void, and the list of exceptions tells it. A scan that a second person sent back
shows no signature: the sheet stands for nothing then, and who gives it up is another than he, so that two looked.
"""

from typing import Any
from uuid import UUID

from backend.casework.rules.by_hand import drafters
from backend.casework.rules.document_guards import is_minutes
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct, DocumentState

_OF_ITS_OWN_LIFE = frozenset(
    {
        *(CaseAct.DOCUMENT_DRAFTED, CaseAct.DOCUMENT_FINALISED, CaseAct.DOCUMENT_REOPENED),
        *(CaseAct.DOCUMENT_PRINTED, CaseAct.DOCUMENT_SCANNED, CaseAct.DOCUMENT_COMPARED),
    }
)
"""Acts that make a paper; every other act that names it leans on it."""


def fault(
    content: case_side_acts.DocumentDiscarded, paper: Paper, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Why this officer may not give this paper up now; None where he may."""
    if paper.state == DocumentState.PRINTED:
        why = printed_fault(paper, facts, context.officer_id, heads=context.heads)
        return why or (None if content.number == paper.number else refusal("case_paper_state"))
    if content.number is not None:
        return refusal("case_paper_state")
    ready = any(
        event.type == CaseAct.DOCUMENT_FINALISED and event.content.document_id == paper.id
        for event in facts.events
    )
    own = context.heads or context.officer_id in drafters(facts, paper.id)
    return None if own or not (ready and context.unit_signs) else refusal("case_ready_of_other")


def printed_fault(paper: Paper, facts: Facts, officer_id: UUID, *, heads: bool) -> Refuse | None:
    """Why this officer may not give a printed paper up; `heads`: he has the authority in the case's unit."""
    if leaned_on(facts, paper):
        return refusal("case_paper_leaned_on", number=paper.number or paper.form)
    if not heads and (officer_id != paper.issued_by or paper.sent_back):
        return refusal("case_printed_by_other")
    if paper.sent_back and officer_id == _sent_back_by(facts, paper.id):
        return refusal("case_given_up_own")
    return None


def leaned_on(facts: Facts, paper: Paper) -> bool:
    """Whether an act was entered on the strength of a printed paper: then it is ended by MQĐ40, or scanned aright.

    That minutes were handed over changes nothing in the case.
    """
    return any(
        event.type not in _OF_ITS_OWN_LIFE
        and not (event.type == CaseAct.DOCUMENT_DELIVERED and is_minutes(paper.form))
        and _names(event.content, paper.id)
        for event in facts.events
    )


def _names(content: Any, document_id: UUID) -> bool:
    return any(getattr(content, name) == document_id for name in content.__struct_fields__)


def _sent_back_by(facts: Facts, document_id: UUID) -> UUID | None:
    """Who said last that the scan is not what was printed."""
    return next(
        (
            event.officer_id
            for event in reversed(facts.events)
            if event.type == CaseAct.DOCUMENT_COMPARED
            and event.content.document_id == document_id
            and not event.content.agrees
        ),
        None,
    )
