"""What is submitted of an inspection, and rulings that do not wait for the advice of the route.

A head who rules before it was given says why, which stays in the submission and is listed as an
exception (practice B6, B8).
"""

from uuid import UUID

from backend.approvals.reading import unheard as advice
from backend.approvals.submissions import service as submissions
from backend.core.actors import Actor
from backend.fieldwork.approving import looking
from backend.fieldwork.approving.looking import decision_of as decision_of
from backend.fieldwork.approving.looking import draft_of as draft_of
from backend.fieldwork.approving.looking import file_of as file_of
from backend.fieldwork.inspections import opinions
from backend.ledger import service as ledger
from schemas.approvals.submissions import Submitted

unheard = advice.steps


async def agree(inspection_id: UUID, file: str, reason: str, actor: Actor) -> ledger.Outcome:
    """Agree with a file without waiting, in the caller's transaction. Raises RefusedAct, NotFound."""
    await _complete(file_of(inspection_id), "file_agreed", reason, actor)
    return ledger.unwrap(await opinions.agree(inspection_id, file, actor, reason))


async def approve_draft(
    inspection_id: UUID, proposal: UUID, draft: str, reason: str, actor: Actor
) -> ledger.Outcome:
    """Do the same with a draft of minutes."""
    await _complete(draft_of(inspection_id, proposal), "approved", reason, actor)
    return ledger.unwrap(
        await opinions.approve_draft(inspection_id, draft, actor, proposal, reason)
    )


async def _complete(subject: Submitted, outcome: str, reason: str, actor: Actor) -> None:
    await looking.lock(subject.record_id)
    await submissions.require_steps(subject.record_id, subject.kind)
    await submissions.completed(subject, actor, outcome=outcome, reason=reason)
