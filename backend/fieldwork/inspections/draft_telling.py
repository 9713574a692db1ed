"""Who is told that a team waits for an opinion on its draft, and until when: a team in a shop waits minutes, not hours.

The nearest heads of the inspection's unit who are not on the team, and who issued the decision where he is a head of it
still. Whoever else may answer finds the draft on his list.
"""

from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import drafts as draft_queries
from backend.force.notices import service as notices
from backend.force.rules.units import path_of_row
from schemas.fieldwork.minutes_flow import FLOW


async def ask(taken: Taken) -> None:
    """This act proposes a draft, and in time: it takes the place of the one before."""
    act, state = taken.act, taken.state
    await notices.settle(act.record.id)
    heads = await draft_queries.heads_to_ask(
        [part for part in path_of_row(state).as_tuple() if part is not None],
        state["team"],
        state["issued_by"],
    )
    words = await draft_queries.words_of_draft(act.record.id, act.officer_id)
    await notices.tell(
        heads, "draft", act.record.id, "draft.asked", words, once=str(act.id), on_phones=True
    )


async def close(taken: Taken) -> None:
    """By this act nobody need answer the draft any more: somebody did, or signed, or it is no longer the draft."""
    state = taken.state
    if state is None or state["minutes_flow"] != FLOW or state["draft_since"] is None:
        return
    ends = taken.declared.ends_draft
    if ends if isinstance(ends, bool) else ends(taken.parsed.content, state):
        await notices.settle(taken.act.record.id)
