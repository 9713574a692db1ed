"""What becomes of a paper that stands: cancelled, replaced, amended; and of a number that stands on none."""

from backend.cases import amending, undoing
from backend.cases.acts.declaring import Also, Declared, Move, Who
from backend.cases.acts.shared import move_paper
from backend.cases.facts import Event, Facts
from backend.cases.states import NOT_ARCHIVED
from schemas import case_side_acts
from schemas.case_words import CaseAct, DocumentState


def _fold_document_cancelled(
    content: case_side_acts.DocumentCancelled, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.CANCELLED)
    facts.papers[content.document_id].cancelled_by = content.by
    if content.amendment_ends and undoing.amends(facts, content.document_id):
        amending.unamend(facts)
    undoing.undo(facts, content)


DOCUMENT_CANCELLED = Declared(
    wire=CaseAct.DOCUMENT_CANCELLED,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move(NOT_ARCHIVED),),
    leads_to=undoing.state_without,
    fold=_fold_document_cancelled,
)


def _fold_document_replaced(
    content: case_side_acts.DocumentReplaced, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.REPLACED)
    facts.papers[content.document_id].replaced_by = content.by


DOCUMENT_REPLACED = Declared(
    wire=CaseAct.DOCUMENT_REPLACED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_replaced,
)


def _fold_document_amended(
    content: case_side_acts.DocumentAmended, facts: Facts, _event: Event
) -> None:
    facts.papers[content.document_id].amended_by.append(content.by)
    amending.apply(facts, content)


DOCUMENT_AMENDED = Declared(
    wire=CaseAct.DOCUMENT_AMENDED,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_amended,
)


DOCUMENT_NUMBER_VOIDED = Declared(
    wire=CaseAct.DOCUMENT_NUMBER_VOIDED,
    who=Who.WORKER,
    also=(Also.CLERK, Also.JANITOR),
    moves=(Move(NOT_ARCHIVED),),
)

ALL = (
    DOCUMENT_CANCELLED,
    DOCUMENT_REPLACED,
    DOCUMENT_AMENDED,
    DOCUMENT_NUMBER_VOIDED,
)
