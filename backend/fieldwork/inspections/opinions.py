"""Acts of the newer flow from the desk: about a draft, a file, a decision, the owner of minutes.

All go through `ledger.record` (the one door).
"""

from uuid import UUID

from msgspec import UNSET, UnsetType

from backend.approvals.submissions import service as submissions
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.fieldwork.queries import reading as read_queries
from backend.ledger import service as ledger
from schemas.approvals.words import SubmittedKind
from schemas.core.base import Wire
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork import minutes_flow
from schemas.fieldwork.remarks import Comment
from schemas.fieldwork.words import ActType


async def _say(
    inspection_id: UUID, act_type: ActType, content: Wire, actor: Actor
) -> ledger.Outcome:
    """Record an act about an inspection.

    `ledger.record` judges whether the officer may make it. Scope is checked before, with NotFound,
    so that nobody learns of an inspection that they may not see.
    """
    if await read_queries.find(actor, inspection_id) is None:
        raise NotFound(what="inspection")
    parsed = ledger.desk_act(RecordKind.INSPECTION, inspection_id, act_type, content, actor)
    return await ledger.record(parsed, actor)


async def approve_draft(
    inspection_id: UUID,
    draft: str,
    actor: Actor,
    proposal: UUID | UnsetType = UNSET,
    unheard: str = "",
) -> ledger.Outcome:
    """Say that the draft which was seen may be signed; `proposal` is the act that proposed it.

    `unheard`: why advice that still has time is not waited for, which is listed as an exception.
    """
    await submissions.require_steps(inspection_id, SubmittedKind.MINUTES_DRAFT)
    content = minutes_flow.DraftApproved(draft=draft, proposal=proposal, unheard=_told(unheard))
    return await _say(inspection_id, ActType.DRAFT_APPROVED, content, actor)


async def return_draft(
    inspection_id: UUID,
    draft: str,
    comments: list[Comment],
    actor: Actor,
    proposal: UUID | UnsetType = UNSET,
) -> ledger.Outcome:
    """Return the draft that was seen for changes, with remarks on fields and photographs."""
    content = minutes_flow.DraftReturned(draft=draft, comments=comments, proposal=proposal)
    return await _say(inspection_id, ActType.DRAFT_RETURNED, content, actor)


async def agree(inspection_id: UUID, file: str, actor: Actor, unheard: str = "") -> ledger.Outcome:
    """Agree with the handling that the file, as it was seen, proposes. `unheard` as above.

    Raises RefusedAct if a step of its route decides before; so does approve_draft().
    """
    await submissions.require_steps(inspection_id, SubmittedKind.FILE)
    content = minutes_flow.FileAgreed(file=file, unheard=_told(unheard))
    return await _say(inspection_id, ActType.FILE_AGREED, content, actor)


def _told(reason: str) -> str | UnsetType:
    return reason.strip().ljust(3, ".") if reason.strip() else UNSET


async def ask_supplement(
    inspection_id: UUID, file: str, points: list[Comment], actor: Actor
) -> ledger.Outcome:
    """Ask the team to answer these points."""
    content = minutes_flow.FileSupplementAsked(file=file, points=points)
    return await _say(inspection_id, ActType.FILE_SUPPLEMENT_ASKED, content, actor)


async def order_verification(
    inspection_id: UUID, file: str, reason: str, actor: Actor
) -> ledger.Outcome:
    """Order a verification before the file is handled further."""
    content = minutes_flow.FileVerificationOrdered(file=file, reason=reason)
    return await _say(inspection_id, ActType.FILE_VERIFICATION_ORDERED, content, actor)


async def take_over(inspection_id: UUID, file: str, reason: str, actor: Actor) -> ledger.Outcome:
    """Take the file over, so that the supervisor handles it."""
    content = minutes_flow.FileTakenOver(file=file, reason=reason)
    return await _say(inspection_id, ActType.FILE_TAKEN_OVER, content, actor)


async def withdraw(inspection_id: UUID, reason: str, actor: Actor) -> ledger.Outcome:
    """Withdraw the decision before it is announced."""
    content = minutes_flow.DecisionWithdrawn(reason=reason)
    return await _say(inspection_id, ActType.DECISION_WITHDRAWN, content, actor)


async def set_aside(
    inspection_id: UUID, minutes: UUID, reason: str, actor: Actor
) -> ledger.Outcome:
    """Set aside minutes beside those in force, with a reason."""
    content = minutes_flow.MinutesSetAside(minutes=minutes, reason=reason)
    return await _say(inspection_id, ActType.MINUTES_SET_ASIDE, content, actor)


async def entrust(inspection_id: UUID, officer_id: UUID, actor: Actor) -> ledger.Outcome:
    """Name the owner of the minutes, who draws them up. The leader may do this at the desk too."""
    content = minutes_flow.MinutesEntrusted(officer_id=officer_id)
    return await _say(inspection_id, ActType.MINUTES_ENTRUSTED, content, actor)
