"""Notices that a team waits for an opinion on its draft: sending and closing them.

A team in a shop can wait minutes, not hours. The notice goes to the heads of the nearest unit that
has one outside the team, and to the issuer of the decision if still a head of the unit or of one
above it. Other supervisors who may answer find the draft on their list.
"""

from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import drafts as draft_queries
from backend.force.notices import service as notices
from schemas.fieldwork.minutes_flow import FLOW


async def ask(taken: Taken) -> None:
    """Close the notices about the draft before, and send notices about the one just proposed."""
    act, state = taken.act, taken.inspection
    await notices.settle(act.record.id, kind="draft")
    heads = await draft_queries.heads_to_ask(
        [part for part in state.path.as_tuple() if part is not None],
        state.team,
        state.issued_by,
    )
    words = await draft_queries.words_of_draft(act.record.id, act.officer_id)
    await notices.tell(
        heads, "draft", act.record.id, "draft.asked", words, once=str(act.id), on_phones=True
    )


async def close(taken: Taken) -> None:
    """Close the notices about the draft if it needs no answer after this act.

    Somebody answered it, somebody signed, or it is no longer the draft.
    """
    state = taken.state
    if state is None or state.minutes_flow != FLOW or state.draft_since is None:
        return
    ends = taken.declared.ends_draft
    if ends if isinstance(ends, bool) else ends(taken.parsed.content, state):
        await notices.settle(taken.act.record.id, kind="draft")
