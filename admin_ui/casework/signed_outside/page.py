"""Papers that their signer signs with a token elsewhere: downloaded, sent back, or given up."""

from uuid import UUID

from litestar import Response

from admin_ui.casework.issued_documents import paper_page
from admin_ui.shell.render import AnyRequest, actor_of, page
from admin_ui.shell.scan import outside as signed_outside
from backend.casework.drafting import service as drafting
from backend.core.database import at_once, transaction


async def _show(
    request: AnyRequest,
    document_id: UUID,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    actor = actor_of(request)
    async with transaction(), at_once() as ask:
        looking = ask(paper_page.look_in(request, document_id, "outside"))
        prepared = ask(drafting.outside.waiting(document_id, actor))
        registered = ask(signed_outside.registered(actor))
    return page(
        request,
        "casework/signed_outside/outside.html",
        status=status,
        **looking.result().context(),
        prepared=prepared.result(),
        registered=registered.result(),
        wrong=wrong,
        errors=errors or {},
    )


HANDLERS = signed_outside.handlers("/desk/documents", _show, drafting.outside)
