"""The clerk puts the agency's digital seal on a signed paper: with a key here, or with a token elsewhere."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.casework.issued_documents.page import address
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import as_typed, read_form
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan.scan_upload import MOST_BODY, read_scan
from admin_ui.shell.words import say
from backend.casework.cases import service as cases
from backend.casework.issued_documents.service import sealing
from backend.core.database import transaction
from backend.core.errors import DomainError, NotAllowed, NotFound
from backend.ledger.service import Outcome, Refused

_PAPER = "/desk/documents/{document_id:uuid}/seal"


async def _show(
    request: AnyRequest, document_id: UUID, *, status: int = 200, wrong: str = ""
) -> Response[str]:
    actor, language = actor_of(request), language_of(request)
    seen = await sealing.waits(document_id, actor)
    async with transaction():
        case_id, number, _ = await cases.paper(document_id, actor)
        await cases.read_paper(case_id, actor, "seal", address_of(request))
    against = sealing.words(seen.against) if seen.against else None
    return page(
        request,
        "casework/sealing/seal.html",
        status=status,
        seen=seen,
        paper=seen.paper,
        title=getattr(seen.paper.title, language),
        case_number=number,
        against=getattr(against, language) if against else "",
        options=[(str(row.id), row) for row in seen.here],
        wrong=wrong,
    )


@get(_PAPER, include_in_schema=False)
async def ask(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
    """Show what is sealed, with which certificate, and ask for its passphrase. Raises NotFound, NotAllowed."""
    await sealing.waits(document_id, actor_of(request))
    confirming.require(request)  # now: the page of the code cannot carry a file
    return await _show(request, document_id)


@post(_PAPER, include_in_schema=False)
async def seal(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Seal with a key that is here. Raises NotFound, NotAllowed."""
    actor, language = actor_of(request), language_of(request)
    await sealing.waits(document_id, actor)
    confirming.require(request)
    form = await read_form(request)
    passphrase = await as_typed(request, "passphrase")
    try:
        certificate = UUID(form.text("certificate"))
    except ValueError:
        certificate = None
    if certificate is None or not passphrase:
        said = say(language, "seal.needed")
        return await _show(request, document_id, status=422, wrong=said)
    try:
        outcome = await sealing.seal(document_id, certificate, passphrase, actor)
    except DomainError as error:
        return await _wrong(request, document_id, error)
    return await _done(request, document_id, outcome)


async def _wrong(request: AnyRequest, document_id: UUID, error: DomainError) -> Response[str]:
    """Show the page again with the reason, unless the reader may not see or do it at all."""
    what = isinstance(error, NotFound) and error.problem_code != "no_certificate"
    if isinstance(error, NotAllowed) or what:
        raise error
    said = told(request, error)
    return await _show(request, document_id, status=error.status, wrong=said)


async def _done(request: AnyRequest, document_id: UUID, outcome: Outcome | None) -> Response[Any]:
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language_of(request))
        return await _show(request, document_id, status=409, wrong=said)
    return Redirect(f"{address(document_id)}?done=sealed", status_code=303)


@get(f"{_PAPER}/to-sign.pdf", include_in_schema=False)
async def to_sign(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
    """Send the signed file that the clerk's token is to seal. The download is recorded.

    Raises NotFound, NotAllowed, RefusedAct.
    """
    data, name = await sealing.download(document_id, actor_of(request), address_of(request))
    disposition = f"attachment; filename=\"to-seal.pdf\"; filename*=UTF-8''{quote(name)}"
    return Response(
        data, media_type="application/pdf", headers={"content-disposition": disposition}
    )


@post(f"{_PAPER}/outside", include_in_schema=False, request_max_body_size=MOST_BODY)
async def send(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Enter a file that was sealed elsewhere. Raises NotFound, NotAllowed."""
    actor = actor_of(request)
    await sealing.waits(document_id, actor)
    confirming.require(request)
    try:
        outcome = await sealing.take(document_id, await read_scan(request), actor)
    except DomainError as error:
        return await _wrong(request, document_id, error)
    return await _done(request, document_id, outcome)


HANDLERS = [ask, seal, to_sign, send]
