"""Papers of records that their signer signs with a token elsewhere: prepared, downloaded, sent back, or given up."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from admin_ui.documents.record_papers.paths import LIST, address
from admin_ui.shell.render import AnyRequest, actor_of, address_of, page
from admin_ui.shell.scan import outside as signed_outside
from admin_ui.shell.scan.scan_upload import MOST_BODY
from backend.core.database import transaction
from backend.documents.record_papers import service as papers

_PAPER = f"{LIST}/{{document_id:uuid}}/outside"


async def _show(
    request: AnyRequest,
    document_id: UUID,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    actor = actor_of(request)
    async with transaction():
        view = await papers.read(document_id, actor, address_of(request))
    return page(
        request,
        "documents/record_papers/outside.html",
        status=status,
        view=view,
        prepared=await papers.outside.waiting(document_id, actor),
        registered=await signed_outside.registered(actor),
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
    data, name = await papers.outside.download(document_id, actor_of(request), address_of(request))
    return signed_outside.to_sign(data, name)


@post(_PAPER, include_in_schema=False, request_max_body_size=MOST_BODY)
async def send(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Enter the signed file as the issued paper. Raises NotFound, NotAllowed."""
    actor = actor_of(request)
    return await signed_outside.sent(
        request,
        partial(_show, request, document_id),
        lambda data: papers.outside.take(document_id, data, actor),
        address(document_id),
    )


@post(f"{_PAPER}/give-up", include_in_schema=False)
async def give_up(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Void the number on the signer's copy, with a reason. Raises NotFound."""
    actor = actor_of(request)
    return await signed_outside.given_up(
        request,
        partial(_show, request, document_id),
        lambda reason: papers.outside.give_up(document_id, reason, actor),
        address(document_id),
    )


HANDLERS = [outside, prepared, send, give_up]
