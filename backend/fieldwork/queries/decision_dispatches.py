"""Queries of how papers about decisions went out."""

from datetime import date
from uuid import UUID

import msgspec

from backend.core import compiled
from backend.core.compiled import Query
from backend.documents.queries import desk_papers
from backend.fieldwork.tables.decision_papers import DecisionDispatch
from schemas.fieldwork.decision_papers import PaperDispatched


class DispatchRow(msgspec.Struct, frozen=True, kw_only=True):
    """One dispatch."""

    sent_on: date
    manner: str
    recipients: str
    copies: int
    note: str | None
    dispatched_by_name: str


async def insert(content: PaperDispatched, act_id: UUID, officer_id: UUID) -> None:
    """Enter a dispatch."""
    await desk_papers.insert_dispatch(DecisionDispatch, content, act_id, officer_id)


@compiled.many(DispatchRow)
def of_paper(document_id: UUID) -> Query:
    """Return how a paper went out, the latest first. The caller has checked scope."""
    sent = DecisionDispatch
    found = sent.select(
        sent.sent_on,
        sent.manner,
        sent.recipients,
        sent.copies,
        sent.note,
        sent.dispatched_by.full_name.as_alias("dispatched_by_name"),
    ).where(sent.document_id == document_id)
    return found.order_by(sent.dispatched_at, sent.act_id, ascending=False)
