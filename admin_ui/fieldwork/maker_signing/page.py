"""The maker's own digital signature under minutes or another paper made on site, and their stored files."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.forms import as_typed, read_form
from admin_ui.shell.headers import SHOWN_BY_US
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan.scan_upload import MOST_BODY, read_scan
from admin_ui.shell.words import say
from backend.core import clock
from backend.core.errors import DomainError
from backend.documents.signing import service as signing
from backend.fieldwork.papers import service as papers
from backend.force.accounts import service as accounts

_PAPER = "/desk/inspections/{inspection_id:uuid}/papers/{written:uuid}/sign"
_PDF = "application/pdf"
_SHOWN_AGAIN = (403, 409, 422, 429, 503)
"""Problems that the page shows, with nothing signed."""


async def _show(
    request: AnyRequest,
    inspection_id: UUID,
    written: UUID,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    actor = actor_of(request)
    found = await papers.signable(inspection_id, written, actor)
    now = clock.now()
    return page(
        request,
        "fieldwork/maker_signing/sign.html",
        status=status,
        inspection_id=inspection_id,
        found=found,
        prepared=await papers.outside.waiting(written, actor, found.seen),
        outside=any(
            row.kind == "outside" and signing.standing(row, now) == "valid"
            for row in await signing.list_of(actor.officer_id)
        ),
        wrong=wrong,
        errors=errors or {},
    )


@get(_PAPER, include_in_schema=False)
async def ask(
    request: AnyRequest, inspection_id: FromPath[UUID], written: FromPath[UUID]
) -> Response[str]:
    """Show what the maker would sign, and with what. Raises NotFound, RefusedAct."""
    return await _show(request, inspection_id, written)


@get(f"{_PAPER}/preview.pdf", include_in_schema=False)
async def preview(
    request: AnyRequest, inspection_id: FromPath[UUID], written: FromPath[UUID]
) -> Response[bytes]:
    """Send the pages that would be signed. Raises NotFound, RefusedAct, PaperTooLong."""
    data = await papers.preview(inspection_id, written, actor_of(request), address_of(request))
    headers = {**SHOWN_BY_US, "content-disposition": 'inline; filename="preview.pdf"'}
    return Response(data, media_type=_PDF, headers=headers)


@post(_PAPER, include_in_schema=False)
async def sign(
    request: AnyRequest, inspection_id: FromPath[UUID], written: FromPath[UUID]
) -> Response[Any]:
    """Sign exactly what was seen with the maker's certificate on this server. Raises NotFound."""
    form, actor = await read_form(request), actor_of(request)
    passphrase = await as_typed(request, "passphrase")
    if not passphrase:
        said = say(language_of(request), "paper.passphrase_needed")
        errors = {"passphrase": said}
        return await _show(request, inspection_id, written, status=422, errors=errors)
    try:
        await papers.sign(inspection_id, written, form.text("seen"), passphrase, actor)
    except DomainError as error:
        return await _failed(request, inspection_id, written, error)
    await accounts.confirmed_by_key(actor)  # the passphrase of the officer's key is a second factor
    return _signed(inspection_id)


async def _failed(
    request: AnyRequest, inspection_id: UUID, written: UUID, error: DomainError
) -> Response[Any]:
    if error.status not in _SHOWN_AGAIN:
        raise error
    if await papers.signed_so(inspection_id, written, actor_of(request)):
        return _signed(inspection_id)  # the button was pressed twice
    said = told(request, error)
    return await _show(request, inspection_id, written, status=error.status, wrong=said)


def _signed(inspection_id: UUID) -> Redirect:
    return Redirect(f"/desk/inspections/{inspection_id}?done=paper_signed#files", status_code=303)


@post(f"{_PAPER}/outside", include_in_schema=False)
async def prepare(
    request: AnyRequest, inspection_id: FromPath[UUID], written: FromPath[UUID]
) -> Response[Any]:
    """Prepare the file that the maker signs in a computer of his own. Raises NotFound."""
    seen = (await read_form(request)).text("seen")
    try:
        await papers.outside.prepare(inspection_id, written, seen, actor_of(request))
    except DomainError as error:
        return await _failed(request, inspection_id, written, error)
    return Redirect(f"/desk/inspections/{inspection_id}/papers/{written}/sign", status_code=303)


@get(f"{_PAPER}/prepared.pdf", include_in_schema=False)
async def prepared(
    request: AnyRequest, inspection_id: FromPath[UUID], written: FromPath[UUID]
) -> Response[bytes]:
    """Send the prepared file to its maker alone. Raises NotFound, RefusedAct, NothingPrepared."""
    actor = actor_of(request)
    seen = (await papers.signable(inspection_id, written, actor)).seen
    return _file(
        await papers.outside.download(inspection_id, written, seen, actor, address_of(request))
    )


@post(f"{_PAPER}/signed", include_in_schema=False, request_max_body_size=MOST_BODY)
async def send(
    request: AnyRequest, inspection_id: FromPath[UUID], written: FromPath[UUID]
) -> Response[Any]:
    """Enter the file that was signed elsewhere. Raises NotFound."""
    actor, data = actor_of(request), await read_scan(request)
    try:
        seen = (await papers.signable(inspection_id, written, actor)).seen
        entered = await papers.outside.take(inspection_id, written, seen, data, actor)
    except DomainError as error:
        if error.status not in _SHOWN_AGAIN:
            raise
        said = told(request, error)
        return await _show(request, inspection_id, written, status=error.status, wrong=said)
    if entered:  # a file that was entered before proves nothing about who sends it now
        await accounts.confirmed_by_key(actor)
    return _signed(inspection_id)


@get("/desk/inspections/{inspection_id:uuid}/files/{file_id:uuid}", include_in_schema=False)
async def stored(
    request: AnyRequest, inspection_id: FromPath[UUID], file_id: FromPath[UUID]
) -> Response[bytes]:
    """Send a stored file as it is, also of replaced minutes. The download is recorded. Raises NotFound."""
    return _file(
        await papers.read_file(file_id, actor_of(request), address_of(request), inspection_id)
    )


def _file(made: papers.LaidOut) -> Response[bytes]:
    disposition = f"attachment; filename=\"paper.pdf\"; filename*=UTF-8''{quote(made.file_name)}"
    return Response(made.pdf, media_type=_PDF, headers={"content-disposition": disposition})


HANDLERS = [ask, preview, sign, prepare, prepared, send, stored]
