"""The record handler of reports."""

from backend.core.actors import Actor
from backend.documents.record_papers import adapter
from backend.insight.queries import reports as queries
from backend.insight.reports import judging, writing
from backend.insight.reports.owned import owned
from backend.insight.rules.reports.facts import Report
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept, Entry, Hold, Judgement
from schemas.insight.words import ReportAct
from schemas.ledger.acts import Act


class ReportRecordHandler:
    """How reports and their papers are judged; see backend.ledger.handlers.RecordHandler."""

    act_types: frozenset[str] = frozenset(ReportAct) | adapter.ACT_TYPES
    evidence: frozenset[str] = frozenset()
    lock_tells_position = False

    async def lock(self, act: Act) -> Report | None:
        """Lock the row and return it; None if there is no such report."""
        return await queries.lock(act.record.id)

    async def judge(
        self, state: Report | None, parsed: ParsedAct, actor: Actor, doubt: str | None
    ) -> Judgement:
        """Judge an act: who makes it, in which state, and whether its content holds."""
        del doubt
        if parsed.act.type in adapter.ACT_TYPES:
            return await adapter.judge(owned(state) if state else None, parsed, actor)
        return await judging.judge(state, ReportAct(parsed.act.type), parsed.content, actor)

    async def apply(
        self,
        state: Report | None,
        parsed: ParsedAct,
        actor: Actor,
        entry: Entry,
        judgement: Accept | Hold,
    ) -> None:
        """Write the report."""
        if isinstance(judgement, Hold):
            raise TypeError("nothing of a report is held")
        if state is not None and parsed.act.type in adapter.ACT_TYPES:
            await adapter.apply(owned(state), parsed, entry)
            return
        await writing.apply(
            parsed.act.record.id,
            state,
            parsed.content,
            judgement.note,
            actor.officer_id,
            entry.received_at,
        )
