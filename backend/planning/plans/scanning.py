"""The scan of a plan that was signed outside this system: taken before the act that names it."""

from uuid import UUID

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.documents import scans
from backend.documents.scans import Scan
from backend.planning.queries import plans as queries
from backend.planning.rules import authority
from schemas.planning.words import PlanAct


async def take_scan(plan_id: UUID, data: bytes, actor: Actor) -> Scan:
    """Take the scan of a signed plan. It writes to the store, so call it outside of any transaction.

    Raises NotFound, NotAllowed for officers who may not issue the plan now, ScanWrong, Unavailable.
    """
    async with transaction():
        seen = await queries.sees_whole(plan_id, actor)
        plan = await queries.find(plan_id) if seen else None
    if plan is None:
        raise NotFound(what="plan")
    open_now = authority.open_for(PlanAct.ISSUED, plan.state)
    if not open_now or not authority.may(PlanAct.ISSUED, plan, actor):
        raise NotAllowed
    return await scans.take("plan", plan_id, plan_id, plan.unit_id, data, actor)
