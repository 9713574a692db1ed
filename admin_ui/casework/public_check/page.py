"""Checking a paper, for anybody: by the code that is printed on it, without an account, on any phone.

Both languages stand on one page, Vietnamese first: who holds a paper has no profile here. The file never leaves the
reader's device: a script of ours hashes it there.
"""

from typing import Any

from litestar import MediaType, Response, Router, get
from litestar.exceptions import HTTPException
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.headers import security_headers
from admin_ui.shell.problems import http_problem, unexpected_problem
from admin_ui.shell.render import AnyRequest, html
from backend.casework.issued_documents import service as issued_documents
from backend.core.errors import DomainError

_MAX_TYPED = 100
_NEVER_FOUND = {"x-robots-tag": "noindex, nofollow", "referrer-policy": "no-referrer"}


@get("/verify", opt={"public": True}, include_in_schema=False)
async def ask_for_code(request: AnyRequest) -> Response[Any]:
    """The form into which a code is typed; without a script it comes back here and goes on to its own address."""
    typed = request.query_params.get("code", "")[:_MAX_TYPED].strip()
    if typed:
        letters = "".join(letter for letter in typed if letter.isalnum() or letter == "-")
        return Redirect(f"/verify/{letters or '-'}", status_code=303)
    return _page(request, "casework/public_check/ask.html", 200)


@get("/verify/{code:path}", opt={"public": True}, include_in_schema=False)
async def show(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """Whether the paper with this code holds."""
    address = request.client.host if request.client else ""
    document = await issued_documents.find_public(code.strip("/"), address)
    return _page(request, "casework/public_check/document.html", 200, document=document)


def _page(request: AnyRequest, template: str, status: int, **context: Any) -> Response[Any]:
    return Response(
        html(request, template, context),
        media_type=MediaType.HTML,
        status_code=status,
        headers=_NEVER_FOUND,
    )


def _problem(request: AnyRequest, error: DomainError) -> Response[Any]:
    """In both languages, and with nothing of what was asked for: an unknown code looks like a malformed one."""
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
    route_handlers=[ask_for_code, show],
    middleware=[security_headers],
    exception_handlers=_HANDLERS,
)
