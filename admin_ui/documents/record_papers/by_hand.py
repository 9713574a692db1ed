"""Papers of records signed by hand: the scan is sent, and a second person compares it."""

from uuid import UUID

from admin_ui.documents.paper_pages import by_hand
from admin_ui.documents.record_papers.paths import LIST
from admin_ui.shell.render import AnyRequest, actor_of
from backend.documents.record_papers import service as papers


async def _take(request: AnyRequest, document_id: UUID, data: bytes) -> None:
    await papers.take_scan(document_id, data, actor_of(request))


HANDLERS = by_hand.handlers(LIST, papers, _take, "documents/record_papers")
