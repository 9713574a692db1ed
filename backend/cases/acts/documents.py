"""The life of a paper of a case: drafted, made ready, issued or signed by hand, delivered, given up."""

from backend.canonical_json import sha256_hex
from backend.cases import by_hand
from backend.cases.acts.declaring import Also, Declared, Move, Who
from backend.cases.acts.shared import file_sheets, move_paper
from backend.cases.facts import Event, Facts, Paper
from backend.cases.states import NOT_ARCHIVED
from schemas import case_side_acts
from schemas.case_words import ByHand, CaseAct, DocumentState


def _fold_document_drafted(
    content: case_side_acts.DocumentDrafted, facts: Facts, event: Event
) -> None:
    before = facts.papers.get(content.document_id)
    facts.papers[content.document_id] = Paper(
        id=content.document_id,
        form=content.form,
        form_version=content.form_version,
        state=DocumentState.DRAFT,
        fields=content.fields,
        fields_hash=sha256_hex(content.fields),
        drafted_by=event.officer_id,
        drafted_at=before.drafted_at if before else event.received_at,
        replaces=content.replaces,
    )


DOCUMENT_DRAFTED = Declared(
    wire=CaseAct.DOCUMENT_DRAFTED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_drafted,
)


def _fold_document_finalised(
    content: case_side_acts.DocumentFinalised, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.CONTENT_READY)


DOCUMENT_FINALISED = Declared(
    wire=CaseAct.DOCUMENT_FINALISED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_finalised,
)


def _fold_document_reopened(
    content: case_side_acts.DocumentReopened, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.DRAFT)


DOCUMENT_REOPENED = Declared(
    wire=CaseAct.DOCUMENT_REOPENED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_reopened,
)


def _fold_document_issued(
    content: case_side_acts.DocumentIssued, facts: Facts, event: Event
) -> None:
    paper = facts.papers[content.document_id]
    paper.number, paper.issued_on = content.number, content.issued_on
    paper.issued_by, paper.state = event.officer_id, DocumentState.SIGNED
    paper.issuer_title = content.issuer_title
    if content.signature_level == by_hand.NO_SIGNATURE:
        paper.hand = ByHand.OLDER
    file_sheets(facts, event, content.form, content.pages)


DOCUMENT_ISSUED = Declared(
    wire=CaseAct.DOCUMENT_ISSUED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_issued,
)


def _fold_document_printed(
    content: case_side_acts.DocumentPrinted, facts: Facts, event: Event
) -> None:
    by_hand.printed(facts, content, event)


DOCUMENT_PRINTED = Declared(
    wire=CaseAct.DOCUMENT_PRINTED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_printed,
)


def _fold_document_scanned(
    content: case_side_acts.DocumentScanned, facts: Facts, event: Event
) -> None:
    by_hand.scanned(facts, content, event)


DOCUMENT_SCANNED = Declared(
    wire=CaseAct.DOCUMENT_SCANNED,
    who=Who.WORKER,
    also=(Also.CLERK,),
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_scanned,
)


def _fold_document_compared(
    content: case_side_acts.DocumentCompared, facts: Facts, _event: Event
) -> None:
    by_hand.compared(facts, content)


DOCUMENT_COMPARED = Declared(
    wire=CaseAct.DOCUMENT_COMPARED,
    who=Who.WORKER,
    also=(Also.CLERK,),
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_compared,
)


def _fold_document_adopted(
    content: case_side_acts.DocumentAdopted, facts: Facts, event: Event
) -> None:
    facts.papers[content.document_id] = Paper(
        id=content.document_id,
        form=content.form,
        form_version=content.form_version,
        state=DocumentState.SIGNED,
        fields=content.fields,
        fields_hash=sha256_hex(content.fields),
        drafted_by=event.officer_id,
        drafted_at=event.received_at,
        number=content.number,
        issued_on=content.issued_on,
        issued_by=content.written_by or event.officer_id,
        adopted=True,
    )
    file_sheets(facts, event, content.form, content.pages)


DOCUMENT_ADOPTED = Declared(
    wire=CaseAct.DOCUMENT_ADOPTED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_adopted,
)


def _fold_document_delivered(
    content: case_side_acts.DocumentDelivered, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.DELIVERED)


DOCUMENT_DELIVERED = Declared(
    wire=CaseAct.DOCUMENT_DELIVERED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_delivered,
)


def _fold_document_discarded(
    content: case_side_acts.DocumentDiscarded, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.DISCARDED)


DOCUMENT_DISCARDED = Declared(
    wire=CaseAct.DOCUMENT_DISCARDED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_discarded,
)

ALL = (
    DOCUMENT_DRAFTED,
    DOCUMENT_FINALISED,
    DOCUMENT_REOPENED,
    DOCUMENT_ISSUED,
    DOCUMENT_PRINTED,
    DOCUMENT_SCANNED,
    DOCUMENT_COMPARED,
    DOCUMENT_ADOPTED,
    DOCUMENT_DELIVERED,
    DOCUMENT_DISCARDED,
)
