"""Papers that their signer signs with a token elsewhere: downloaded, sent back, or given up."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.casework.issued_documents import paper_page
from admin_ui.casework.issued_documents.page import address
from admin_ui.shell.forms import read_form
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan.scan_upload import MOST_BODY, read_scan
from admin_ui.shell.words import say
from backend.casework.drafting import service as drafting
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import DomainError
from backend.documents.signing import service as signing
from backend.force.accounts import service as accounts
from backend.ledger.service import Refused

_PAPER = "/desk/documents/{document_id:uuid}/outside"


async def _show(
    request: AnyRequest,
    document_id: UUID,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    actor = actor_of(request)
    seen = await paper_page.look(request, document_id, "outside")
    registered = [
        row
        for row in await signing.list_of(actor.officer_id)
        if signing.standing(row, clock.now()) == "valid"
    ]
    return page(
        request,
        "casework/signed_outside/outside.html",
        status=status,
        **seen.context(),
        prepared=await drafting.outside.waiting(document_id, actor),
        registered=registered,
        wrong=wrong,
        errors=errors or {},
    )


@get(_PAPER, include_in_schema=False)
async def outside(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
    """Say how the paper is signed elsewhere, with its file and the form to send it back. Raises NotFound."""
    return await _show(request, document_id)


@get(f"{_PAPER}/prepared.pdf", include_in_schema=False)
async def prepared(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
    """Send the bytes to be signed, to their signer alone. The download is recorded.

    Raises NotFound, PreparationOver.
    """
    data, name = await drafting.outside.download(
        document_id, actor_of(request), address_of(request)
    )
    disposition = f"attachment; filename=\"to-sign.pdf\"; filename*=UTF-8''{quote(name)}"
    return Response(
        data, media_type="application/pdf", headers={"content-disposition": disposition}
    )


@post(_PAPER, include_in_schema=False, request_max_body_size=MOST_BODY)
async def send(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Enter the signed file as the issued paper. Raises NotFound, NotAllowed.

    No code is asked for: the signature of the officer's own key is a second factor, once. A file
    that was entered before proves nothing about who sends it now.
    """
    actor = actor_of(request)
    try:
        outcome = await drafting.outside.take(document_id, await read_scan(request), actor)
    except DomainError as error:
        if error.status not in (409, 422, 503):
            raise
        said = told(request, error)
        return await _show(request, document_id, status=error.status, wrong=said)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language_of(request))
        return await _show(request, document_id, status=409, wrong=said)
    if outcome is not None:  # anybody at this desk can download an issued paper and send it again
        await accounts.confirmed_by_key(actor)
    return Redirect(f"{address(document_id)}?done=signed", status_code=303)


@post(f"{_PAPER}/give-up", include_in_schema=False)
async def give_up(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Void the number on the signer's copy, with a reason. Raises NotFound."""
    reason = (await read_form(request)).text("reason")
    if not 3 <= len(reason) <= 2000:
        said = say(language_of(request), "paper.reason_needed")
        return await _show(request, document_id, status=422, errors={"reason": said})
    async with transaction():
        outcome = await drafting.outside.give_up(document_id, reason, actor_of(request))
    if isinstance(outcome, Refused):
        return paper_page.refused(request, outcome, address(document_id))
    return Redirect(f"{address(document_id)}?done=given_up", status_code=303)


HANDLERS = [outside, prepared, send, give_up]
