"""A case or a paper in sight of a reader, also of who stands in for the officer who submitted from it."""

from uuid import UUID

from backend.approvals import standing
from backend.casework.queries import reading as read_queries
from backend.casework.queries.reading import SeenCase, SeenPaper
from backend.core import remembering
from backend.core.actors import Actor


@remembering.once
async def case(case_id: UUID, actor: Actor) -> SeenCase | None:
    """Return the case's row if it is in sight."""
    row = await read_queries.find(actor, case_id)
    if row is None and (lent := await standing.lent(actor, case_id)):
        return await read_queries.find_lent(actor, case_id, lent.path)
    return row


async def sees(case_id: UUID, actor: Actor) -> bool:
    """Tell the same, and read nothing of it."""
    return (
        await read_queries.sees(actor, case_id) or await standing.lent(actor, case_id) is not None
    )


@remembering.once
async def paper(document_id: UUID, actor: Actor) -> SeenPaper | None:
    """Return a paper with its case's number if the case is in sight."""
    row = await read_queries.find_paper(actor, document_id)
    if row is None and (record_id := await standing.record_of(actor, document_id)):
        lent = await standing.lent(actor, record_id)
        return await read_queries.find_lent_paper(actor, document_id, lent.path) if lent else None
    return row
