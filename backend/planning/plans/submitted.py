"""A plan as what is submitted for approval."""

from uuid import UUID

from backend.approvals import claims
from backend.approvals.rules import keys
from backend.approvals.submissions import service as submissions
from backend.core.actors import Actor
from backend.planning.rules.facts import Plan
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import StepKind, SubmissionState, SubmittedKind
from schemas.core.vocabulary import RecordKind


def subject_of(plan_id: UUID) -> Submitted:
    """Return a plan as what is submitted for approval."""
    return Submitted(
        kind=SubmittedKind.PLAN, record_kind=RecordKind.PLAN, record_id=plan_id, item_id=None
    )


async def only_signature_left(plan_id: UUID) -> bool:
    """Tell whether nothing but a signature is left of a plan's submission: its route ends with signing the paper."""
    subject = subject_of(plan_id)
    alive = await submissions.alive(subject)
    if alive is None or alive.state is not SubmissionState.WAITING:
        return False
    signs = alive.steps[-1].made.kind is StepKind.SIGN
    return signs and not await submissions.waits_for(subject)


async def heads_by_post(plan: Plan, actor: Actor) -> bool:
    """Tell whether this officer holds the office that would be asked to agree to the plan: the head of its unit."""
    own = (await claims.of(actor)).own
    return keys.head(plan.unit_id) in own
