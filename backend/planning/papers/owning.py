"""What a plan tells of its papers, and what an issued one means for it; see record_papers/owners.py."""

from typing import Any
from uuid import UUID

from backend.approvals.submissions import service as submissions
from backend.approvals.submissions.service import as_system
from backend.core.actors import Actor
from backend.documents.record_papers.owners import Issued, Owned, Owner
from backend.ledger import service as ledger
from backend.planning.papers import filling
from backend.planning.plans import paper_words, submitted
from backend.planning.plans import service as plans
from backend.planning.plans.owned import owned
from backend.planning.queries import plans as queries
from backend.planning.rules import authority
from backend.planning.texts.refusals import refusal
from schemas.core.problems import Text
from schemas.planning.acts import PlanIssued
from schemas.planning.words import PlanState

PLAN_FORM = "KH"
FORMS = (PLAN_FORM, "TB", "BC-KH", "CV")
"""The plan itself; the notice to an inspected subject; the report of its results; a letter."""
_CLOSED = frozenset({PlanState.GIVEN_UP, PlanState.MERGED, PlanState.FOREIGN})
_BEFORE = frozenset({PlanState.DRAFT, PlanState.READY, PlanState.APPROVED})
_AFTER = frozenset({PlanState.ISSUED, PlanState.ENDED})


async def find(plan_id: UUID, actor: Actor) -> Owned | None:
    """Return a plan whose papers this officer may see: who sees it with all its items."""
    plan = await queries.find(plan_id)
    if plan is None or not await queries.sees_whole(plan_id, actor):
        return None
    return owned(plan)


async def may_draft(record: Owned, form: str, actor: Actor) -> bool:
    """Tell whether this officer writes a paper of the plan now: the plan itself until it is issued, others after."""
    plan = await queries.find(record.id)
    if plan is None or plan.state in _CLOSED:
        return False
    open_now = plan.state in (_BEFORE if form == PLAN_FORM else _AFTER)
    writes = authority.works_in(actor, plan.path) or authority.in_office(actor, plan.path)
    return open_now and writes


async def against(record: Owned, document_id: UUID, form: str, actor: Actor) -> Text | None:
    """Return why the plan may not be signed now: it is not approved, or its paper says something older."""
    del actor
    plan = await queries.find(record.id)
    if plan is None or form != PLAN_FORM:
        return None
    if plan.state is not PlanState.APPROVED and not await submitted.only_signature_left(plan.id):
        return refusal("not_approved").text
    return await paper_words.stale(plan, document_id)


async def unfit(record: Owned, document_id: UUID, form: str, actor: Actor) -> Text | None:
    """Return why the plan's paper may not be finalised: it says something older than the plan."""
    del actor
    plan = await queries.find(record.id)
    if plan is None or form != PLAN_FORM:
        return None
    return await paper_words.stale(plan, document_id)


async def prefill(record: Owned, form: str, actor: Actor) -> dict[str, Any]:
    """Return what the plan knows for a paper on this form."""
    plan = await queries.find(record.id)
    return await filling.fields(plan, form, actor) if plan else {}


async def on_issued(issued: Issued, actor: Actor) -> None:
    """Issue the plan when its paper comes into force. Raises RefusedAct: then the paper is not in force either."""
    if issued.form != PLAN_FORM:
        return
    content = PlanIssued(
        number=issued.number,
        issued_on=issued.day,
        signer_name=issued.signer_name,
        signer_title=issued.signer_title,
        document_id=issued.document_id,
        scan_id=issued.scan_id,
    )
    ledger.unwrap(await plans.record(issued.record_id, content, as_system(actor)))


async def on_changed(record: Owned, document_id: UUID, act: str, actor: Actor) -> None:
    """Tell the submission of a plan that the paper in it was finalised, opened again or given up."""
    del document_id, act
    await submissions.changed(submitted.subject_of(record.id), actor)


OWNER = Owner(
    forms=FORMS,
    find=find,
    may_draft=may_draft,
    against=against,
    unfit=unfit,
    on_issued=on_issued,
    prefill=prefill,
    on_changed=on_changed,
)
