"""Drafting the plan of an ad-hoc inspection (PA), and what stands around a paper in its record.

Circular 27/2020/TT-BCT Art 12.
"""

from typing import NamedTuple
from uuid import UUID

from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import NotAllowed, NotFound
from backend.fieldwork.decision_papers import adhoc_plans, filling, issuing
from backend.fieldwork.decision_papers.group import seen
from backend.fieldwork.inspections import chain, plan_judging
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries import proposals as proposal_queries
from backend.fieldwork.queries.decision_papers import DeskPaper
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
    plan: DeskPaper | None
    """The plan of the record, where the paper is the draft of a decision."""
    proposed_by: UUID | None
    """Who proposed the decision; None if nobody did."""
    case_plan: str | None
    """The number of a plan that was issued within a case, and that the draft cites."""

    def differs(self, view: DecisionPaperView) -> list[str]:
        """Return the fields in which a decision's draft differs from its plan in force."""
        return plan_judging.differs(self.plan, view.fields)


async def before(document_id: UUID, actor: Actor) -> Before:
    """Return what the page of a paper in sight shows of the papers around it. Raises NotFound."""
    paper = await seen(document_id, actor)
    record_id = paper.inspection_id
    draft = paper.order is not None and paper.state is PaperState.DRAFT
    async with at_once() as ask:
        decision = ask(queries.first_of(record_id, rules.DECISION)) if paper.plan else None
        proposal = ask(proposal_queries.find(document_id))
        steps = ask(chain.of_record(record_id))
        plan = ask(queries.first_of(record_id, rules.PLAN)) if draft else None
        case_plan = ask(plan_judging.of_a_case(paper)) if draft else None
    decided, proposed = decision.result() if decision else None, proposal.result()
    return Before(
        chain=steps.result(),
        decision_id=decided.id if decided else None,
        plan=plan.result() if plan else None,
        proposed_by=proposed.proposed_by if proposed else None,
        case_plan=case_plan.result() if case_plan else None,
    )


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
