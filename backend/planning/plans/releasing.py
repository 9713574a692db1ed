"""Gives proposals back to the unit above when the plan that took their items is given up."""

from backend.core.actors import Actor
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from backend.planning.plans import service as plans
from backend.planning.queries import plans as queries
from schemas.planning.acts import PlanGivenUp, Released


async def follow(parsed: ParsedAct, actor: Actor, _entry: Entry) -> None:
    """Release what a plan had merged, once it is given up."""
    if not isinstance(parsed.content, PlanGivenUp):
        return
    for plan_id in await queries.merged_into(parsed.act.record.id):
        reason = parsed.content.reason[:500]
        await plans.record_as_system(plan_id, Released(reason=reason), actor)
