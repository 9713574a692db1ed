"""The record handler of plans."""

from backend.core.actors import Actor
from backend.documents.record_papers import adapter
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from backend.planning.plans import judging, writing
from backend.planning.plans.owned import owned
from backend.planning.queries import plans as queries
from backend.planning.rules.facts import Plan
from schemas.ledger.acts import Act
from schemas.planning.words import PlanAct


class PlanRecordHandler:
    """How plans and their papers are judged; see backend.ledger.handlers.RecordHandler."""

    act_types: frozenset[str] = frozenset(PlanAct) | adapter.ACT_TYPES
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> Plan | None:
        """Lock the row and return it; None if there is no such plan."""
        return await queries.lock(act.record.id)

    async def judge(
        self, state: Plan | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Judge an act: who makes it, in which state, and whether its content holds."""
        del doubt
        if parsed.act.type in adapter.ACT_TYPES:
            return await adapter.judge(owned(state) if state else None, parsed, actor)
        return await judging.judge(state, PlanAct(parsed.act.type), parsed.content, actor)

    async def apply(
        self,
        state: Plan | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write the plan, its items and what is counted of them."""
        if isinstance(judgement, Hold):
            raise TypeError("nothing of a plan is held")
        if state is not None and parsed.act.type in adapter.ACT_TYPES:
            await adapter.apply(owned(state), parsed, entry)
            return
        await writing.apply(
            parsed.act.record.id,
            state,
            parsed.content,
            judgement.note,
            actor.officer_id,
            entry.number,
            entry.received_at,
        )
