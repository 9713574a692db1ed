"""The clerk puts the agency's digital seal on a signed decision."""

from uuid import UUID

from admin_ui.documents.paper_pages import seal
from admin_ui.fieldwork.decision_papers.drafting import LIST
from admin_ui.shell.render import AnyRequest, actor_of, address_of
from admin_ui.shell.scan import sealing
from admin_ui.shell.scan.sealing import Shown
from backend.core.database import transaction
from backend.fieldwork.decision_papers import service as papers


async def _shown(request: AnyRequest, document_id: UUID, seen: papers.sealing.Waits) -> Shown:
    async with transaction():
        view = await papers.read(document_id, actor_of(request), address_of(request))
    return seal.shown(LIST, view, seen.against)


HANDLERS = sealing.handlers(LIST, _shown, papers.sealing)
