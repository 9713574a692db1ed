"""The life of a paper of a case: drafted, made ready, issued, delivered, given up."""

from typing import Any
from uuid import UUID

from backend.casework.acts.clock_facts import SoFar, of_what
from backend.casework.acts.declaring import (
    SELF_SIGNED,
    Ask,
    Declared,
    Move,
    Unusual,
    Who,
    Written,
)
from backend.casework.acts.shared import add_to_folio, move_paper
from backend.casework.rules import by_hand, giving_up, internal, offering, second, violators
from backend.casework.rules.document_guards import (
    change_fault,
    changeable,
    in_force,
    stands,
    was_filed,
)
from backend.casework.rules.facts import Event, Facts, Hands, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.states import NOT_ARCHIVED
from backend.casework.texts.cases import refusal
from backend.core.canonical_json import sha256_hex
from backend.ledger.bounds.edges import Today, Told, Value
from backend.ledger.bounds.table import HAPPENED, LAW, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.words import ByHand, CaseAct, DocumentState


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
        hands=before.hands if before else Hands(),
    )
    facts.papers[content.document_id].hands.drafters.add(event.officer_id)


def _paper(facts: Facts, document_id: UUID, *states: DocumentState) -> Paper | Refuse:
    paper = facts.papers.get(document_id)
    if paper is None:
        return refusal("case_paper_unknown")
    return paper if paper.state in states else refusal("case_paper_state")


def _second_minutes(
    facts: Facts, form: str, document_id: UUID, context: GuardContext
) -> Refuse | None:
    return second.minutes_objection(facts, form, document_id, context.minutes_on_site)


def _guard_document_drafted(
    content: case_side_acts.DocumentDrafted, facts: Facts, context: GuardContext
) -> Refuse | None:
    if not context.form_known:
        return refusal("case_paper_form")
    if context.form_outdated:
        return refusal("case_paper_outdated", form=content.form)
    before = facts.papers.get(content.document_id)
    if before is not None and (before.state != DocumentState.DRAFT or before.form != content.form):
        return refusal("case_paper_state")
    if content.replaces is not None:
        about = facts.papers.get(content.replaces)
        filed = content.form == "MQĐ40" and about is not None and was_filed(facts, about)
        known = filed or (about is not None and in_force(facts, about))
        missing = None if known else stands(facts, content.replaces)
        return missing or changeable(facts, content.replaces)
    return _second_minutes(facts, content.form, content.document_id, context)


DOCUMENT_DRAFTED = Declared(
    wire=CaseAct.DOCUMENT_DRAFTED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_drafted,
    begins_paper=True,
    writes=Written.DRAFT,
    relies_on_papers=False,
    asks=(
        Ask.MINUTES_ON_SITE,
        Ask.FORM_AGE,
        Ask.FORM_KNOWN,
    ),
    guard=_guard_document_drafted,
)


def _fold_document_finalised(
    content: case_side_acts.DocumentFinalised, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.CONTENT_READY)
    facts.papers[content.document_id].hands.made_ready = True


def _guard_document_finalised(
    content: case_side_acts.DocumentFinalised, facts: Facts, context: GuardContext
) -> Refuse | None:
    paper = _paper(facts, content.document_id, DocumentState.DRAFT)
    if isinstance(paper, Refuse):
        return paper
    if paper.fields_hash != content.fields_hash:
        return refusal("case_paper_changed")
    if context.form_outdated:
        return refusal("case_paper_outdated", form=paper.form)
    if doubled := _second_minutes(facts, paper.form, paper.id, context):
        return doubled
    if context.form_fault:
        return refusal("case_paper_incomplete", context.form_fault)
    if context.warning:
        return refusal("case_warning", context.warning)
    if context.rows_fault:
        return refusal("case_paper_contradicts", context.rows_fault)
    if context.hearing is not None:
        why = context.hearing.reasons[0].text
        return refusal("case_paper_denies_hearing", why)
    return internal.objection(facts, paper)


DOCUMENT_FINALISED = Declared(
    wire=CaseAct.DOCUMENT_FINALISED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    on_its_page=True,
    fold=_fold_document_finalised,
    writes=Written.STATE,
    relies_on_papers=False,
    asks=(
        Ask.MINUTES_ON_SITE,
        Ask.FORM_AGE,
        Ask.FIELDS,
    ),
    guard=_guard_document_finalised,
)


def _fold_document_reopened(
    content: case_side_acts.DocumentReopened, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.DRAFT)


def _guard_document_reopened(
    content: case_side_acts.DocumentReopened, facts: Facts, _world: GuardContext
) -> Refuse | None:
    found = _paper(facts, content.document_id, DocumentState.CONTENT_READY)
    return found if isinstance(found, Refuse) else None


DOCUMENT_REOPENED = Declared(
    wire=CaseAct.DOCUMENT_REOPENED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    on_its_page=True,
    fold=_fold_document_reopened,
    writes=Written.STATE,
    relies_on_papers=False,
    guard=_guard_document_reopened,
)


def _fold_document_issued(
    content: case_side_acts.DocumentIssued, facts: Facts, event: Event
) -> None:
    paper = facts.papers[content.document_id]
    paper.number, paper.issued_on = content.number, content.issued_on
    paper.issued_by, paper.state = event.officer_id, DocumentState.SIGNED
    paper.issuer_title, paper.numbered_at = content.issuer_title, event.received_at
    if content.signature_level == by_hand.NO_SIGNATURE:
        paper.hand = ByHand.OLDER
    add_to_folio(facts, event, content.form, content.pages)


def ready(
    content: case_side_acts.DocumentIssued | case_side_acts.DocumentPrinted,
    facts: Facts,
    context: GuardContext,
) -> Refuse | None:
    """Why a paper that is ready may not be issued, or printed to be signed by hand, by this officer."""
    paper = _paper(facts, content.document_id, DocumentState.CONTENT_READY)
    if isinstance(paper, Refuse):
        return paper
    if paper.fields_hash != content.fields_hash:
        return refusal("case_paper_changed")
    if context.form_outdated:
        return refusal("case_paper_outdated", form=paper.form)
    unfit = internal.objection(facts, paper) or change_fault(facts, paper)
    unfit = unfit or _second_minutes(facts, paper.form, paper.id, context)
    if why := unfit or second.objection(facts, paper) or context.signing:
        return why
    # Practice B6: who alone drafted it signs it with his reason, whatever face or program asks.
    alone = content.alone is None and by_hand.drafted_alone(paper, context.officer_id)
    return refusal("case_two_persons") if alone else None


def _guard_document_issued(
    content: case_side_acts.DocumentIssued, facts: Facts, context: GuardContext
) -> Refuse | None:
    if content.signature_level == by_hand.NO_SIGNATURE:
        return refusal("case_paper_unsigned")
    return ready(content, facts, context)


def _issue_tells(content: case_side_acts.DocumentIssued, _so_far: SoFar) -> dict[str, Any]:
    return form_of(content) | {"paper": content.signature_level == by_hand.NO_SIGNATURE}


def form_of(content: Any) -> dict[str, Any]:
    """The paper and its form, as details tell them."""
    return {"document_id": str(content.document_id), "form": content.form}


def issuer_title(content: Any) -> str:
    """The title of its signer."""
    title: str = content.issuer_title
    return title


DOCUMENT_ISSUED = Declared(
    wire=CaseAct.DOCUMENT_ISSUED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    on_its_page=True,
    fold=_fold_document_issued,
    writes=Written.ISSUED,
    signs=True,
    asks=(
        Ask.MINUTES_ON_SITE,
        Ask.FORM_AGE,
        Ask.SIGNING,
    ),
    guard=_guard_document_issued,
    details=_issue_tells,
    made_by=issuer_title,
    unusual=SELF_SIGNED,
    set_by_the_system={
        "/issued_on": "the server's day of signing",
        "/issued_at": "the server's clock of signing",
    },
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
    add_to_folio(facts, event, content.form, content.pages)


def _guard_document_adopted(
    content: case_side_acts.DocumentAdopted, facts: Facts, context: GuardContext
) -> Refuse | None:
    if content.document_id in facts.papers:
        return refusal("case_paper_state")
    if context.adopter is not None:
        return refusal("case_paper_adopted", number=context.adopter)
    other = violators.of_another(facts, content.fields) if content.form == "MBB01" else None
    if other is not None:
        return refusal("case_minutes_of_another", name=other)
    return None if context.adopted else refusal("case_paper_unknown")


def _maker_title(content: case_side_acts.DocumentAdopted) -> str:
    maker = content.fields.get("maker")
    return str(maker.get("title") or "") if isinstance(maker, dict) else ""


DOCUMENT_ADOPTED = Declared(
    wire=CaseAct.DOCUMENT_ADOPTED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_document_adopted,
    begins_paper=True,
    writes=Written.ADOPTED,
    signs=True,
    asks=(
        Ask.HELD_INSPECTION,
        Ask.ADOPTED,
    ),
    guard=_guard_document_adopted,
    details=lambda content, _: form_of(content),
    made_by=_maker_title,
    set_by_the_system={"/issued_on": "taken from the paper made on site, judged there"},
)


def _fold_document_delivered(
    content: case_side_acts.DocumentDelivered, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.DELIVERED)
    facts.delivered.add(content.document_id)


def _guard_document_delivered(
    content: case_side_acts.DocumentDelivered, facts: Facts, _world: GuardContext
) -> Refuse | None:
    paper = _paper(facts, content.document_id, DocumentState.SIGNED)
    if isinstance(paper, Refuse):
        return paper
    return internal.objection(facts, paper, content.receiver)


def _issued(content: case_side_acts.DocumentDelivered, facts: Facts) -> dict[str, Value]:
    paper = facts.papers.get(content.document_id)
    return {"issued": paper.issued_on} if paper and paper.issued_on else {}


DOCUMENT_DELIVERED = Declared(
    wire=CaseAct.DOCUMENT_DELIVERED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    offered=offering.signed,
    fold=_fold_document_delivered,
    writes=Written.DELIVERED,
    relies_on_papers=False,
    guard=_guard_document_delivered,
    details=lambda content, so_far: {"of": of_what(content.document_id, so_far)},
    edges=_issued,
    bounds=(bound("/delivered_on", (LAW, Told("issued")), Today(), HAPPENED),),
)


def _fold_document_discarded(
    content: case_side_acts.DocumentDiscarded, facts: Facts, _event: Event
) -> None:
    move_paper(facts, content.document_id, DocumentState.DISCARDED)


def _guard_document_discarded(
    content: case_side_acts.DocumentDiscarded, facts: Facts, context: GuardContext
) -> Refuse | None:
    waiting = (DocumentState.DRAFT, DocumentState.CONTENT_READY, DocumentState.PRINTED)
    paper = _paper(facts, content.document_id, *waiting)
    if isinstance(paper, Refuse):
        return paper
    return giving_up.fault(content.number, paper, facts, context)


def _given_up_for(content: case_side_acts.DocumentDiscarded) -> str | None:
    """A number is void with it."""
    return content.reason if content.number is not None else None


DOCUMENT_DISCARDED = Declared(
    wire=CaseAct.DOCUMENT_DISCARDED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    on_its_page=True,
    fold=_fold_document_discarded,
    writes=Written.DISCARDED,
    asks=(Ask.RIGHTS,),
    guard=_guard_document_discarded,
    details=lambda content, _: {"document_id": str(content.document_id)},
    unusual=(Unusual(ExceptionKind.GIVEN_UP, _given_up_for),),
)

ALL = (
    DOCUMENT_DRAFTED,
    DOCUMENT_FINALISED,
    DOCUMENT_REOPENED,
    DOCUMENT_ISSUED,
    DOCUMENT_ADOPTED,
    DOCUMENT_DELIVERED,
    DOCUMENT_DISCARDED,
)
