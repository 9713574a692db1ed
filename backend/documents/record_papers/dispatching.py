"""Dispatch of papers of records: to whom and how they went out (Decree 30/2020 Arts 17 to 19)."""

from uuid import UUID

from backend.core.actors import Actor
from backend.core.errors import NotAllowed
from backend.documents.queries import record_paper_files as queries
from backend.documents.queries.record_papers import Paper
from backend.documents.record_papers import drafting
from backend.documents.rules import record_papers as rules
from backend.documents.texts import record_papers as texts
from backend.ledger import service as ledger
from schemas.core.problems import Text
from schemas.documents.record_papers import (
    RecordPaperAct,
    RecordPaperDispatched,
    RecordPaperSentRow,
)


async def dispatch(content: RecordPaperDispatched, actor: Actor) -> ledger.Outcome:
    """Record to whom a paper in sight went, in the caller's transaction. Raises NotFound."""
    _, _, owned = await drafting.seen(content.document_id, actor)
    return await drafting.record(owned.kind, owned.id, RecordPaperAct.DISPATCHED, content, actor)


def may_dispatch(paper: Paper, actor: Actor) -> bool:
    """Tell whether a page offers the dispatch to this reader."""
    return paper.state in rules.IN_FORCE and rules.dispatches(paper, actor)


async def against(document_id: UUID, actor: Actor) -> Text | None:
    """Return why a paper in sight does not go out now, for the clerk's page; None if it may.

    Raises NotFound, NotAllowed for officers who dispatch nothing.
    """
    paper, _, _ = await drafting.seen(document_id, actor)
    if not rules.dispatches(paper, actor):
        raise NotAllowed
    return None if paper.state in rules.IN_FORCE else texts.text("not_signed")


async def sent(document_id: UUID) -> list[RecordPaperSentRow]:
    """Return a paper's dispatch list, the latest first. The caller has checked that it is in sight."""
    return [
        RecordPaperSentRow(
            recipient=row.recipient,
            manner=row.manner,
            sent_on=row.sent_on,
            note=row.note,
            dispatched_by_name=row.dispatched_by_name,
        )
        for row in await queries.sent(document_id)
    ]
