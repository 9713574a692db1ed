"""The acts of papers, for the record handler of each group whose records have papers.

    class PlanRecordHandler:
        act_types = frozenset(PlanAct) | adapter.ACT_TYPES

        async def judge(self, state, parsed, actor, doubt):
            if parsed.act.type in adapter.ACT_TYPES:
                return await adapter.judge(owned(state), parsed, actor)

        async def apply(self, state, parsed, actor, entry, judgement):
            if parsed.act.type in adapter.ACT_TYPES:
                return await adapter.apply(owned(state), parsed, entry)

`owned` makes an `owners.Owned` of what the handler has locked; None if there is no such record. The
record's own state never changes by an act of a paper: `judge` hands `Owned.state` back.
"""

from backend.core.actors import Actor
from backend.documents.record_papers import folding, judging
from backend.documents.record_papers.owners import Owned
from backend.documents.rules.record_paper_bounds import BOUNDS as BOUNDS
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry, Judgement
from schemas.documents.record_papers import RecordPaperAct

ACT_TYPES: frozenset[str] = frozenset(RecordPaperAct)
"""To be added to the handler's own. None of them is evidence, none comes from a phone."""


async def judge(owned: Owned | None, parsed: ParsedAct, actor: Actor) -> Judgement:
    """Decide whether an act about a paper takes effect; it is never held."""
    return await judging.judge(owned, parsed, actor)


async def apply(owned: Owned, parsed: ParsedAct, entry: Entry) -> None:
    """Write the read tables, in the transaction that appends the act."""
    await folding.take(owned, parsed, entry)
