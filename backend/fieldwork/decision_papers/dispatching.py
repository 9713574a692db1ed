"""Dispatch of signed decisions: to whom and how they went out (Decree 30/2020 Arts 17 to 19)."""

from uuid import UUID

from backend.core.actors import Actor
from backend.core.errors import NotAllowed
from backend.fieldwork.decision_papers import issuing
from backend.fieldwork.decision_papers.group import seen
from backend.fieldwork.queries import decision_dispatches as dispatches
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries.decision_papers import NamedPaper
from backend.fieldwork.rules import desk_papers as rules
from backend.fieldwork.texts.inspections import refusal
from backend.ledger import service as ledger
from schemas.core.problems import Text
from schemas.fieldwork.decision_papers import DispatchSeen, PaperDispatched
from schemas.fieldwork.words import ActType


async def dispatch(content: PaperDispatched, actor: Actor) -> ledger.Outcome:
    """Record how a paper in sight went out, in the caller's transaction. Raises NotFound."""
    paper = await seen(content.document_id, actor)
    return await issuing.record(paper.inspection_id, ActType.PAPER_DISPATCHED, content, actor)


async def may_dispatch(paper: NamedPaper, actor: Actor) -> bool:
    """Tell whether a page offers the dispatch to this reader."""
    if not rules.dispatches(paper, actor):
        return False
    state = await queries.inspection_state(paper.inspection_id)
    return rules.dispatch_fault(paper, state) is None


async def against(document_id: UUID, actor: Actor) -> Text | None:
    """Return why a paper in sight does not go out now, for the clerk's page; None if it may.

    Raises NotFound, NotAllowed for officers who dispatch nothing.
    """
    paper = await seen(document_id, actor)
    if not rules.dispatches(paper, actor):
        raise NotAllowed
    why = rules.dispatch_fault(paper, await queries.inspection_state(paper.inspection_id))
    return refusal(why).text if why else None


async def sent(document_id: UUID) -> list[DispatchSeen]:
    """Return how a paper went out, the latest first. The caller has checked that it is in sight."""
    return [
        DispatchSeen(
            sent_on=row.sent_on,
            manner=row.manner,  # type: ignore[arg-type]  # one of the three, by the table's own check
            recipients=row.recipients.splitlines(),
            copies=row.copies,
            note=row.note,
            dispatched_by_name=row.dispatched_by_name,
        )
        for row in await dispatches.of_paper(document_id)
    ]
