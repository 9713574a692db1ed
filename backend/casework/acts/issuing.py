"""Acts by which a paper of a case counts: issued, taken over from the site, delivered."""

from typing import Any

from backend.casework.acts.clock_facts import Happened, SoFar, change_received, fact, of_what
from backend.casework.acts.declaring import SIGNED, Ask, Declared, Move, Who, Written
from backend.casework.acts.shared import add_to_folio, move_paper, paper_in, second_minutes
from backend.casework.rules import by_hand, internal, offering, second, violators
from backend.casework.rules.document_guards import change_fault
from backend.casework.rules.facts import Event, Facts, Paper
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.states import NOT_ARCHIVED
from backend.casework.texts.cases import refusal
from backend.core.canonical_json import sha256_hex
from backend.ledger.bounds.edges import Today, Told, Value
from backend.ledger.bounds.table import HAPPENED, LAW, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import ByHand, CaseAct, DocumentState
from schemas.law.deadlines import Fact


def _fold_document_issued(
    content: case_side_acts.DocumentIssued, facts: Facts, event: Event
) -> None:
    paper = facts.papers[content.document_id]
    paper.number, paper.issued_on = content.number, content.issued_on
    paper.issued_by, paper.state = event.officer_id, DocumentState.SIGNED
    paper.issuer_title, paper.numbered_at = content.issuer_title, event.received_at
    paper.said = content.said
    if content.signature_level == by_hand.NO_SIGNATURE:
        paper.hand = ByHand.OLDER
    else:
        paper.signed_sha256 = content.sha256
    add_to_folio(facts, event, content.form, content.pages)


def ready(content: case_side_acts.LaidOut, facts: Facts, context: GuardContext) -> Refuse | None:
    """Return why this officer may not issue or print a paper that is ready, or None.

    It is printed to be signed by hand.
    """
    paper = paper_in(facts, content.document_id, DocumentState.CONTENT_READY)
    if isinstance(paper, Refuse):
        return paper
    if paper.fields_hash != content.fields_hash:
        return refusal("case_paper_changed")
    if context.form_outdated:
        return refusal("case_paper_outdated", form=paper.form)
    unfit = internal.objection(facts, paper) or change_fault(facts, paper)
    unfit = unfit or second_minutes(facts, paper.form, paper.id, context)
    if why := unfit or second.objection(facts, paper) or context.signing:
        return why
    # Practice B6: an officer who alone drafted it needs a reason to sign it, in every interface.
    alone = content.alone is None and by_hand.drafted_alone(paper, context.officer_id)
    return refusal("case_two_persons") if alone else None


def _guard_document_issued(
    content: case_side_acts.DocumentIssued, facts: Facts, context: GuardContext
) -> Refuse | None:
    if content.signature_level == by_hand.NO_SIGNATURE:
        return refusal("case_paper_unsigned")
    return ready(content, facts, context)


def _issue_tells(content: case_side_acts.DocumentIssued, so_far: SoFar) -> dict[str, Any]:
    so_far.issued[content.document_id] = content
    return form_of(content) | {"paper": content.signature_level == by_hand.NO_SIGNATURE}


def counts_as_issued(content: Any) -> Fact:
    """Return the fact that a paper signed by hand is issued, once its scan is there.

    It counts from the day on the paper.
    """
    details = form_of(content) | {"paper": False}
    return Fact(act=str(CaseAct.DOCUMENT_ISSUED), at=content.issued_at, details=details)


def form_of(content: Any) -> dict[str, Any]:
    """Return the paper and its form, as details."""
    return {"document_id": str(content.document_id), "form": content.form}


def issuer_title(content: Any) -> str:
    """Return the title of its signer."""
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
    unusual=SIGNED,
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
        said=content.said,
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
    paper = paper_in(facts, content.document_id, DocumentState.SIGNED)
    if isinstance(paper, Refuse):
        return paper
    return internal.objection(facts, paper, content.receiver)


def _issued(content: case_side_acts.DocumentDelivered, facts: Facts) -> dict[str, Value]:
    paper = facts.papers.get(content.document_id)
    return {"issued": paper.issued_on} if paper and paper.issued_on else {}


def _delivery_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Return the fact of the delivery; for a change of the decision also that the days run anew."""
    document_id = act.content.document_id
    details = {"of": of_what(document_id, so_far), "document_id": str(document_id)}
    told = fact(act, details)
    so_far.handed_over[document_id] = told
    return [told, *change_received(document_id, so_far)]


DOCUMENT_DELIVERED = Declared(
    wire=CaseAct.DOCUMENT_DELIVERED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    offered=offering.signed,
    fold=_fold_document_delivered,
    writes=Written.DELIVERED,
    relies_on_papers=False,
    guard=_guard_document_delivered,
    tells=_delivery_tells,
    edges=_issued,
    bounds=(bound("/delivered_on", (LAW, Told("issued")), Today(), HAPPENED),),
)

ALL = (
    DOCUMENT_ISSUED,
    DOCUMENT_ADOPTED,
    DOCUMENT_DELIVERED,
)
