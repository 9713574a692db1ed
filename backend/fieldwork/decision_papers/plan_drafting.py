"""Drafting the plan of an ad-hoc inspection (PA), and what stands around a paper in its record.

Circular 27/2020/TT-BCT Art 12.
"""

from typing import NamedTuple
from uuid import UUID

from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.fieldwork.decision_papers import adhoc_plans, filling, issuing
from backend.fieldwork.inspections import chain, plan_judging
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries import proposals as proposal_queries
from backend.fieldwork.queries.proposals import ShownProposal
from backend.fieldwork.rules import desk_papers as rules
from backend.ledger import service as ledger
from schemas.core.ids import new_id
from schemas.fieldwork import decision_papers as acts
from schemas.fieldwork.adhoc_plans import AdhocPlan
from schemas.fieldwork.chains import ChainStep
from schemas.fieldwork.decision_papers import DecisionPaperView
from schemas.fieldwork.words import PaperState


class Before(NamedTuple):
    """What stands around a paper in its record."""

    chain: list[ChainStep]
    decision_id: UUID | None
    """The decision that a plan precedes."""
    differs: list[str]
    """The fields in which a decision's draft differs from its plan in force."""
    proposed_by: UUID | None
    """Who proposed the decision; None if nobody did."""
    case_plan: str | None
    """The number of a plan that was issued within a case, and that the draft cites."""


async def before(view: DecisionPaperView) -> Before:
    """Return what a paper's page shows of the papers around it. The caller has read the view."""
    record_id = view.row.inspection_id
    decision = await queries.first_of(record_id, rules.DECISION) if view.plan else None
    proposal = await proposal_queries.find(view.row.id)
    draft = view.order is not None and view.row.state is PaperState.DRAFT
    return Before(
        chain=await chain.of_record(record_id),
        decision_id=decision.id if decision else None,
        differs=await plan_judging.differs(record_id, view.fields) if draft else [],
        proposed_by=proposal.proposed_by if proposal else None,
        case_plan=await _case_plan(view.row.id) if draft else None,
    )


async def _case_plan(document_id: UUID) -> str | None:
    paper = await queries.named(document_id)
    return await plan_judging.of_a_case(paper) if paper else None


async def draft_plan(
    decision_id: UUID, plan: AdhocPlan, actor: Actor, document_id: UUID | None = None
) -> tuple[UUID, ledger.Outcome]:
    """Record the draft of the plan before the decision with this id, or rewrite it.

    Returns its id and the outcome. Joins the caller's transaction. Raises NotAllowed, NotFound.
    """
    if not rules.drafts(actor):
        raise NotAllowed
    decision = await queries.find(actor, decision_id)
    if decision is None or decision.form != rules.DECISION:
        raise NotFound(what="document")
    signer = await filling.signer_of(actor, decision.path)
    filled = await adhoc_plans.filled(plan, decision.inspection_id, signer, actor)
    content = acts.PaperDrafted(
        document_id=document_id or new_id(),
        form=rules.PLAN,
        form_version=filled.version,
        fields=filled.fields,
        plan=plan,
    )
    outcome = await issuing.record_draft(decision.inspection_id, content, actor)
    return content.document_id, outcome


async def proposal_of(document_id: UUID) -> ShownProposal | None:
    """Return the proposal with which a paper began. The caller has checked that the paper is in sight."""
    return await proposal_queries.shown(document_id)
