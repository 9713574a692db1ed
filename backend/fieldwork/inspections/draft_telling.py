"""Closes the notices that a team waits for an opinion on its draft.

They are sent where the draft is submitted (backend/fieldwork/approving/following.py).
"""

from backend.fieldwork.inspections.taken import Taken
from backend.force.notices import service as notices
from schemas.fieldwork.minutes_flow import FLOW


async def before(taken: Taken) -> None:
    """Close the notices about the draft before the one just proposed."""
    await notices.settle(taken.act.record.id, kind="draft")


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
