"""Who is told that a team waits for an opinion on its draft, and until when: a team in a shop waits minutes, not hours.

The nearest heads of the inspection's unit who are not on the team, and who issued the decision where he is a head of it
still. Whoever else may answer finds the draft on his list.
"""

from typing import Any

from backend.fieldwork.queries import drafts as draft_queries
from backend.fieldwork.rules.paths import path_of
from backend.fieldwork.rules.steps import Effect
from backend.force.notices import service as notices
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Accept
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork import minutes_flow as f
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import ActType


async def ask(state: Any, parsed: ParsedAct, judgement: Accept) -> None:
    """Where this act proposes a draft, and in time: it takes the place of the one before."""
    act = parsed.act
    if act.type != ActType.MINUTES_PROPOSED or judgement.note is Effect.NOTED:
        return
    await notices.settle(act.record.id)
    heads = await draft_queries.heads_to_ask(
        [part for part in path_of(state).as_tuple() if part is not None],
        state["team"],
        state["issued_by"],
    )
    words = await draft_queries.words_of_draft(act.record.id, act.officer_id)
    await notices.tell(
        heads, "draft", act.record.id, "draft.asked", words, once=str(act.id), on_phones=True
    )


async def close(state: Any, parsed: ParsedAct) -> None:
    """By this act nobody need answer the draft any more: somebody did, or signed, or it is no longer the draft."""
    if state is None or state["minutes_flow"] != FLOW or state["draft_since"] is None:
        return
    match parsed.content:
        case inspection_acts.PersonSigned() as signed:
            ends = signed.minutes == state["minutes_id"]
        case (
            inspection_acts.MinutesWritten()
            | inspection_acts.InspectionSubmitted()
            | f.DraftApproved()
            | f.DraftReturned()
            | f.DecisionWithdrawn()
        ):
            ends = True
        case _:
            ends = False
    if ends:
        await notices.settle(parsed.act.record.id)
