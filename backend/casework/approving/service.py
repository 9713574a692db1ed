"""What the pages of a case's papers ask of their submissions for approval."""

from uuid import UUID

from backend.approvals.submissions import service as submissions
from backend.approvals.submissions.service import Planned as Planned
from backend.casework.approving import following
from backend.casework.cases import events
from backend.casework.queries import cases as queries
from backend.casework.rules import approving as rules
from backend.core.actors import Actor
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import SubmissionState


async def subject_of(case_id: UUID, document_id: UUID) -> Submitted | None:
    """Return a paper as what is submitted; None if its maker signs it. The caller has checked scope."""
    facts = await events.facts_of(case_id)
    paper = facts.papers.get(document_id) if facts else None
    return rules.subject_of(case_id, paper, facts) if facts and paper else None


async def planned(case_id: UUID, document_id: UUID, actor: Actor) -> Planned | None:
    """Return how a draft would go if this officer made it ready now.

    None if nobody else is asked, or it goes on where it came back from. The caller has checked scope.
    """
    row, facts = await queries.path_of(case_id), await events.facts_of(case_id)
    paper = facts.papers.get(document_id) if facts else None
    subject = rules.subject_of(case_id, paper, facts) if facts and paper else None
    if row is None or facts is None or paper is None or subject is None:
        return None
    alive = await submissions.alive(subject)
    if alive is not None and alive.state is SubmissionState.WITH_SUBMITTER:
        return None
    if await following.needless(subject, row.path, facts, paper, actor):
        return None
    return await following.plan(subject, row.path, facts, paper, actor)
