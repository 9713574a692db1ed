"""Public check of a paper by the code printed on it, without an account, on any phone.

One page shows both languages, Vietnamese first, because the holder of a paper has no profile here.
The file never leaves the reader's device: our script computes its hash there.
"""

from typing import Any
from urllib.parse import quote

from litestar import MediaType, Response, Router, get, post
from litestar.exceptions import HTTPException
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.forms import read_form
from admin_ui.shell.headers import security_headers
from admin_ui.shell.problems import http_problem, unexpected_problem
from admin_ui.shell.render import AnyRequest, html
from backend.casework.issued_documents import service as issued_documents
from backend.casework.party_copies import service as party_copies
from backend.core.errors import DomainError

_MAX_TYPED = 100
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


@get("/verify/full", opt={"public": True}, include_in_schema=False)
async def ask_second_code() -> Redirect:
    """Lead somebody who reloads a full copy back to the form: both codes are typed again."""
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
    answer = _page(request, "casework/public_check/problem.html", error.status, text=error.text)
    if minutes := error.detail.get("minutes"):
        answer.headers["retry-after"] = str(int(minutes) * 60)
    return answer


_HANDLERS: Any = {
    DomainError: _problem,
    HTTPException: http_problem,
    Exception: unexpected_problem,
}
ROUTER = Router(
    path="/",
    route_handlers=[ask_for_code, seal_certificate, show, ask_second_code, open_full, take_file],
    middleware=[security_headers],
    exception_handlers=_HANDLERS,
)
