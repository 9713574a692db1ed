"""How a plan looks when it is submitted for approval; see approvals' subjects.py."""

from uuid import UUID

from backend.approvals.submissions.subjects import Look
from backend.core import clock
from backend.core.actors import Actor
from backend.core.canonical_json import sha256_hex
from backend.law.deadlines import service as deadlines
from backend.law.plan_limits import service as law
from backend.planning.plans.owned import title
from backend.planning.queries import drafters, items
from backend.planning.queries import plans as queries
from backend.planning.rules import authority, calendar, writing
from schemas.approvals.submissions import Submitted, Term
from schemas.approvals.words import StepKind
from schemas.planning.words import PlanAct, PlanState

_TERM = Term(working_days=5)
"""Of the single step where no route is published: what Circular 27/2020 Art 6 gives the superior of a team."""
_SUBMITTED = frozenset({PlanState.READY, PlanState.APPROVED, PlanState.DRAFT})


async def hold(plan_id: UUID) -> None:
    """Lock the plan, so that nothing of it changes before an answer to it is recorded."""
    await queries.lock(plan_id)


async def look(subject: Submitted, actor: Actor) -> Look | None:
    """Return the plan as it is now; None once it was issued, given up or merged.

    Without a published route the head of the unit above approves it, before its own head signs and issues it
    (Circular 27/2020 Art 6). A department's thematic plan and the nation's wait for their own head's signature alone,
    which issues them (Art 6.2.b): a signature is given by who drafted it too, an approval is not (practice B6).
    """
    plan = await queries.find(subject.record_id)
    if plan is None or plan.state not in _SUBMITTED:
        return None
    shown, material = await items.hashes(plan.id)
    head_shown, head_material = writing.head_hashes(plan.head)
    paper = await drafters.paper_of(plan.id)
    own_head = authority.approved_by_own_head(plan.kind, plan.path)
    signs = authority.issued_by_own_head(plan.kind, plan.path)
    first = calendar.next_of(
        calendar.clocks(plan, law.limits_on(clock.today()), deadlines.calendar(), clock.now())
    )
    return Look(
        path=plan.path,
        title=title(plan),
        shown=sha256_hex({"head": head_shown, "items": shown, "paper": paper}),
        material=sha256_hex({"head": head_material, "items": material}),
        due_at=first.due_at if first else None,
        due_rule=first.rule if first else None,
        drafters=await drafters.of_plan(plan.id),
        works_on=authority.may(PlanAct.SUBMITTED, plan, actor),
        ready=plan.state is PlanState.READY,
        decides=StepKind.SIGN if signs else StepKind.APPROVE,
        term=_TERM,
        signer_up=0 if own_head else 1,
    )
