"""The seal on a signed paper and its dispatch, by the clerk (văn thư): Decree 30/2020 Arts 17 to 19, 33."""

from backend.casework.acts.declaring import Also, Ask, Declared, Move, Who, Written
from backend.casework.acts.shared import has_papers
from backend.casework.rules import internal, sealing
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.states import NOT_ARCHIVED
from backend.casework.texts.cases import refusal
from backend.ledger.bounds.edges import Today, Told, Value
from backend.ledger.bounds.table import HAPPENED, LAW, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import dispatching as dispatching_acts
from schemas.casework.words import CaseAct


def _fold_dispatched(
    content: dispatching_acts.DocumentDispatched, facts: Facts, event: Event
) -> None:
    """Change nothing: a paper is in force by its signature, and its delivery is another act."""
    del content, facts, event


def _guard_dispatched(
    content: dispatching_acts.DocumentDispatched, facts: Facts, context: GuardContext
) -> Refuse | None:
    del context
    paper = facts.papers.get(content.document_id)
    if paper is None:
        return refusal("case_paper_unknown")
    if not paper.stands or paper.number is None:
        return refusal("case_paper_state")
    said = (internal.objection(facts, paper, one) for one in content.recipients)
    return next((why for why in said if why), None)


def _issued(content: dispatching_acts.DocumentDispatched, facts: Facts) -> dict[str, Value]:
    paper = facts.papers.get(content.document_id)
    return {"issued": paper.issued_on} if paper and paper.issued_on else {}


DOCUMENT_DISPATCHED = Declared(
    wire=CaseAct.DOCUMENT_DISPATCHED,
    who=Who.HEAD,
    also=(Also.CLERK,),
    moves=(Move(NOT_ARCHIVED),),
    offered=has_papers,
    fold=_fold_dispatched,
    writes=Written.DISPATCHED,
    relies_on_papers=False,
    guard=_guard_dispatched,
    edges=_issued,
    bounds=(bound("/sent_on", (LAW, Told("issued")), Today(), HAPPENED),),
)


def _fold_sealed(content: dispatching_acts.DocumentSealed, facts: Facts, event: Event) -> None:
    del event
    facts.papers[content.document_id].sealed_sha256 = content.sha256


def _guard_sealed(
    content: dispatching_acts.DocumentSealed, facts: Facts, context: GuardContext
) -> Refuse | None:
    paper = facts.papers.get(content.document_id)
    if paper is None:
        return refusal("case_paper_unknown")
    if why := sealing.fault(paper):
        return refusal(why)
    if content.signed_sha256 != paper.signed_sha256:
        return refusal("case_seal_unknown")
    return refusal(context.seal_fault) if context.seal_fault else None


DOCUMENT_SEALED = Declared(
    wire=CaseAct.DOCUMENT_SEALED,
    who=Who.CLERK,
    moves=(Move(NOT_ARCHIVED),),
    on_its_page=True,
    fold=_fold_sealed,
    writes=Written.SEALED,
    relies_on_papers=False,
    asks=(Ask.SEAL,),
    guard=_guard_sealed,
    set_by_the_system={"/sealed_at": "the time in the signature, judged before the act"},
)

ALL = (DOCUMENT_DISPATCHED, DOCUMENT_SEALED)
