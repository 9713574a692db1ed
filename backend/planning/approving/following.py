"""Keeps a plan and its submission in step, in the transaction of the act that moves one.

`follow_plan` submits a plan and tells the submission when the plan was issued or given up. `follow_submission` writes
into the plan what an answer means for it, as an act of the system, which tells the submission nothing new.
"""

from typing import Any

from backend.approvals.submissions import events
from backend.approvals.submissions import service as submissions
from backend.core.actors import Actor
from backend.ledger import service as ledger
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from backend.planning.plans import service as plans
from backend.planning.plans.submitted import subject_of
from backend.planning.queries import plans as queries
from schemas.approvals import submissions as acts
from schemas.approvals.words import SubmissionState, SubmittedKind
from schemas.planning.acts import (
    PlanApproved,
    PlanGivenUp,
    PlanIssued,
    PlanReopened,
    PlanSubmitted,
)
from schemas.planning.words import PlanState

_WHY: dict[type, str] = {
    acts.SubmissionWithdrawn: "Rút lại phiếu trình.",
    acts.SubmissionReturned: "Được trả lại.",
    acts.SupplementAsked: "Yêu cầu bổ sung.",
    acts.SubmissionRefused: "Không phê duyệt.",
    acts.OutsideAnswered: "Cơ quan được trình không đồng ý.",
}


async def follow_plan(parsed: ParsedAct, actor: Actor, _entry: Entry) -> None:
    """Submit a plan, and end its submission when the plan is issued or given up."""
    plan_id, content = parsed.act.record.id, parsed.content
    if isinstance(content, PlanSubmitted) and actor.face != "job":
        _, outcome = await submissions.submit(subject_of(plan_id), content.note, actor)
        ledger.unwrap(outcome)
    elif isinstance(content, PlanIssued):
        await submissions.completed(
            subject_of(plan_id),
            actor,
            outcome="issued",
            number=content.number,
            act_id=parsed.act.id,
        )
    elif isinstance(content, PlanGivenUp):
        await submissions.ended(subject_of(plan_id), actor, content.reason)


async def follow_submission(parsed: ParsedAct, actor: Actor, _entry: Entry) -> None:
    """Approve the plan, or make it a draft again, as its submission was answered."""
    content = parsed.content
    facts = await events.facts_of(parsed.act.record.id)
    if facts is None or facts.subject.kind is not SubmittedKind.PLAN:
        return
    plan = await queries.find(facts.subject.record_id)
    if plan is None:
        return
    agreed = isinstance(content, acts.SubmissionApproved) or (
        isinstance(content, acts.OutsideAnswered) and content.approved
    )
    if agreed:
        if facts.state is SubmissionState.DONE and plan.state is PlanState.READY:
            await plans.record_as_system(plan.id, PlanApproved(submission_id=facts.id), actor)
    elif isinstance(content, tuple(_WHY)) and plan.state is PlanState.READY:
        await plans.record_as_system(plan.id, PlanReopened(reason=_reason(content)), actor)
    elif isinstance(content, acts.Reopened) and plan.state is PlanState.DRAFT:
        await plans.record_as_system(plan.id, PlanSubmitted(note=content.reason), actor)


def _reason(content: Any) -> str:
    remarks = getattr(content, "comments", None) or getattr(content, "points", None) or []
    said = " · ".join(one.text for one in remarks)
    said = said or getattr(content, "reason", "") or getattr(content, "text", "")
    return f"{_WHY[type(content)]} {said}".strip()[:500]
