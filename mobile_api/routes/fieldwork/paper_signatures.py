"""Lets the maker of a paper sign it digitally from the phone, while it has a signal."""

from typing import Any
from uuid import UUID

from litestar import Request, Response, get, post
from litestar.params import FromPath, JSONBody

from backend.core.actors import Actor
from backend.fieldwork.papers import service as papers
from schemas.fieldwork.site_paper_files import SignableView, SignSitePaper

_SIGNATURE = "/inspections/{inspection_id:uuid}/papers/{written:uuid}/signature"


@get(_SIGNATURE, operation_id="getPaperSignature")
async def get_paper_signature(
    request: Request[Actor, Any, Any], inspection_id: FromPath[UUID], written: FromPath[UUID]
) -> SignableView:
    """Tell whether the officer may sign minutes or a paper as its maker, with what, and which files there are.

    `written` is the act that wrote it. 409 `site_paper_replaced`.
    """
    return await papers.signable(inspection_id, written, request.user)


@post(_SIGNATURE, operation_id="postPaperSignature", status_code=200)
async def post_paper_signature(
    request: Request[Actor, Any, Any],
    inspection_id: FromPath[UUID],
    written: FromPath[UUID],
    data: JSONBody[SignSitePaper],
) -> SignableView:
    """Sign exactly what was seen with the maker's certificate on the server; what is there then.

    The passphrase opens the key for this signature and is stored nowhere. 403 `confirmation_needed` (send
    `code`); 409 and 422 say why nothing was signed; 429 `passphrase_tries` or `too_many_tries`. Sent again
    after a lost answer, it changes nothing.
    """
    actor = request.user
    address = request.client.host if request.client else ""
    await papers.sign_on_phone(inspection_id, written, data, actor, address)
    return await papers.signable(inspection_id, written, actor)


@get("/paper-files/{file_id:uuid}", operation_id="getPaperFile", media_type="application/pdf")
async def get_paper_file(
    request: Request[Actor, Any, Any], file_id: FromPath[UUID]
) -> Response[bytes]:
    """Return a stored file of minutes or of a paper, signed by its maker or sealed. The reading is recorded."""
    address = request.client.host if request.client else None
    made = await papers.read_file(file_id, request.user, address)
    return Response(
        made.pdf,
        media_type="application/pdf",
        headers={"content-disposition": "attachment", "cache-control": "no-store"},
    )
