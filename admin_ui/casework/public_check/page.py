"""Public check of a paper by the code printed on it, without an account, on any phone.

One page shows both languages, Vietnamese first, because the holder of a paper has no profile here.
The file never leaves the reader's device: our script computes its hash there.
"""

import secrets
from typing import Any
from urllib.parse import quote

import structlog
from litestar import MediaType, Response, Router, get, post
from litestar.exceptions import HTTPException
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.forms import read_form
from admin_ui.shell.headers import security_headers
from admin_ui.shell.render import AnyRequest, html
from admin_ui.shell.words import say
from backend.casework.issued_documents import service as issued_documents
from backend.casework.party_copies import service as party_copies
from backend.core.errors import DomainError
from backend.core.outages import as_domain_error
from schemas.core.problems import Text

LOG = structlog.get_logger(__name__)
_MAX_TYPED = 100
_RETRY_SECONDS = "5"
"""Sent with a 503, as to phones (mobile_api/problems.py)."""
_NEVER_FOUND = {"x-robots-tag": "noindex, nofollow", "referrer-policy": "no-referrer"}


@get("/verify", opt={"public": True}, include_in_schema=False)
async def ask_for_code(request: AnyRequest) -> Response[Any]:
    """Show the form for a code. Without a script the form is sent here and redirected to the code's own URL."""
    typed = request.query_params.get("code", "")[:_MAX_TYPED].strip()
    if typed:
        letters = "".join(letter for letter in typed if letter.isalnum() or letter == "-")
        return Redirect(f"/verify/{letters or '-'}", status_code=303)
    return _page(request, "casework/public_check/ask.html", 200)


@get(
    "/verify/seal.pem",
    opt={"public": True},
    include_in_schema=False,
    media_type="application/x-pem-file",
)
async def seal_certificate() -> str:
    """Return the certificate of the server's seal, with which a reader may be told whom to trust."""
    return issued_documents.seal_certificate()


@get("/verify/{code:path}", opt={"public": True}, include_in_schema=False)
async def show(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """Show whether the paper with this code is valid."""
    document = await issued_documents.find_public(code.strip("/"), _asker(request))
    return _page(
        request,
        "casework/public_check/document.html",
        200,
        document=document,
        may_have_copy=party_copies.may_be_open(document),
    )


@get(["/verify/full", "/verify/full/file"], opt={"public": True}, include_in_schema=False)
async def ask_second_code() -> Redirect:
    """Lead somebody who reloads a full copy or a file of it back to the form: both codes are typed again."""
    return Redirect("/verify", status_code=302)


@post("/verify/full", status_code=200, opt={"public": True}, include_in_schema=False)
async def open_full(request: AnyRequest) -> Response[Any]:
    """Show the files of the full copy to the holder of both codes."""
    form = await read_form(request)
    code = form.text("code")[:_MAX_TYPED]
    try:
        opened = await party_copies.open_full(
            code, form.text("second")[:_MAX_TYPED], _asker(request)
        )
    except party_copies.SecondCodeWrong as error:
        known = issued_documents.as_code(code)
        return _page(
            request,
            "casework/public_check/full_wrong.html",
            error.status,
            text=error.text,
            known=known,
        )
    return _page(request, "casework/public_check/full.html", 200, opened=opened)


@post("/verify/full/file", status_code=200, opt={"public": True}, include_in_schema=False)
async def take_file(request: AnyRequest) -> Response[Any]:
    """Send a file of the full copy that was opened just before."""
    form = await read_form(request)
    at = form.text("file")
    data, media_type, name = await party_copies.fetch(
        form.text("ticket"), int(at) if at.isdecimal() and len(at) < 4 else -1, _asker(request)
    )
    disposition = f"attachment; filename=\"copy\"; filename*=UTF-8''{quote(name)}"
    headers = {**_NEVER_FOUND, "content-disposition": disposition}
    return Response(data, media_type=media_type, headers=headers)


def _asker(request: AnyRequest) -> str:
    return request.client.host if request.client else ""


def _page(request: AnyRequest, template: str, status: int, **context: Any) -> Response[Any]:
    return Response(
        html(request, template, context),
        media_type=MediaType.HTML,
        status_code=status,
        headers=_NEVER_FOUND,
    )


def _problem(request: AnyRequest, error: DomainError) -> Response[Any]:
    """Show a problem in both languages, without repeating the code.

    An unknown code and a malformed one get the same answer.
    """
    answer = _said(request, error.status, error.text)
    if minutes := error.detail.get("minutes"):
        answer.headers["retry-after"] = str(int(minutes) * 60)
    elif error.status == 503:
        answer.headers["retry-after"] = _RETRY_SECONDS
    return answer


def _unreadable(request: AnyRequest, error: HTTPException) -> Response[Any]:
    """Show that what was sent cannot be read: somebody typed a code, and sent something else."""
    if error.status_code >= 500:
        return _unexpected(request, error)
    return _said(request, error.status_code, _both("verify.not_understood"))


def _unexpected(request: AnyRequest, error: Exception) -> Response[Any]:
    """Show an outage, or a fault of ours with a reference to the log.

    The page is the citizens' own: they have no desk to go back to, and read one of two languages.
    """
    if known := as_domain_error(error):
        LOG.warning("public_check_failed", error=type(error).__name__)
        return _problem(request, known)
    reference = secrets.token_hex(6)
    LOG.error("public_check_failed", reference=reference, exc_info=error)
    return _said(request, 500, _both("verify.unexpected", reference=reference))


def _said(request: AnyRequest, status: int, text: Text) -> Response[Any]:
    return _page(
        request, "casework/public_check/problem.html", status, text=text, unknown=status == 404
    )


def _both(key: str, **values: Any) -> Text:
    return Text(vi=say("vi", key, **values), en=say("en", key, **values))


_HANDLERS: Any = {
    DomainError: _problem,
    HTTPException: _unreadable,
    Exception: _unexpected,
}
ROUTER = Router(
    path="/",
    route_handlers=[ask_for_code, seal_certificate, show, ask_second_code, open_full, take_file],
    middleware=[security_headers],
    exception_handlers=_HANDLERS,
)
