"""Turns errors into pages that explain the problem in the reader's language, and what to do next."""

import secrets
from typing import Any

import structlog
from litestar import Response
from litestar.exceptions import HTTPException

from admin_ui.shell import kept
from admin_ui.shell.guards import session_of, take_seat
from admin_ui.shell.headers import HEADERS
from admin_ui.shell.render import AnyRequest, language_of, page
from backend.core import refusing
from backend.core.errors import DomainError, RefusedAct
from backend.core.outages import as_domain_error
from backend.force.accounts.service import DeskSession

LOG = structlog.get_logger(__name__)
_NEXT = {401, 403, 404, 409, 413, 422, 429, 500}
_AGAIN = {409, 422, 429, 500, 503}
"""After these statuses a posted form may be sent again unchanged. After others it is only shown, to
be copied.
"""
_SAID = {404: "common.not_found", 405: "common.method_not_allowed", 413: "common.too_large"}


def problem_page(
    request: AnyRequest,
    status: int,
    *,
    text: str | None = None,
    said: str | None = None,
    code: str,
    reference: str | None = None,
    back: str | None = None,
) -> Response[str]:
    """Show a problem: either a ready `text`, or the key `said` of the catalogue."""
    next_step = f"common.next_{status}" if status in _NEXT else "common.try_again"
    sent = kept.of(request)
    again = sent is not None and (status in _AGAIN or code == "foreign_request")
    if again and status not in (422, 429):
        next_step = "common.kept_next"
    return page(
        request,
        "shell/problem.html",
        status=status,
        text=text,
        said=said,
        code=code,
        next_step=next_step,
        reference=reference,
        back=back,
        kept=sent,
        again=again,
    )


def told(request: AnyRequest, error: DomainError) -> str:
    """Return the error in the reader's words, for a page that shows it itself.

    The request is still listed among the refused requests.
    """
    refusing.answer(error.problem_code, of_act=isinstance(error, RefusedAct))
    return str(getattr(error.text, language_of(request)))


def domain_problem(request: AnyRequest, error: DomainError) -> Response[Any]:
    """Show a DomainError. A detail named `back` is the address to continue at."""
    text = told(request, error)
    back = error.detail.get("back")
    answer = problem_page(request, error.status, text=text, code=error.problem_code, back=back)
    if content_range := error.detail.get("content_range"):
        answer.headers["content-range"] = content_range
    return answer


def http_problem(request: AnyRequest, error: HTTPException) -> Response[Any]:
    """Show an error of the framework: an unknown address, a wrong method, a body that is too large."""
    status = error.status_code
    if status >= 500:
        return unexpected_problem(request, error)
    said = _SAID.get(status, "common.bad_request")
    answer = problem_page(request, status, said=said, code=f"http_{status}")
    for name, value in (error.headers or {}).items():
        answer.headers[name] = value
    return answer


class NoSuchPage(Response[Any]):
    """Answer to a request that the framework refused before any route.

    Such a request passed neither the desk's guard nor its headers. The framework wants an answer
    synchronously, but finding the reader means waiting for the database. So the page is rendered
    only when it is sent. If no reader is found, or the database does not answer, the page has no
    navigation and no form.
    """

    def __init__(self, error: HTTPException) -> None:
        super().__init__(content=None, status_code=error.status_code)
        self._error = error

    def to_asgi_response(self, app: Any, request: AnyRequest, **how: Any) -> Any:
        """Return an application that renders the page and sends it."""

        async def send_page(scope: Any, receive: Any, send: Any) -> None:
            session = await self._session(request)
            if session is None:
                request.state["unknown_reader"] = True
            else:
                take_seat(request, session)
            answer = http_problem(request, self._error)
            answer.headers.update({**HEADERS, "cache-control": "no-store"})
            await answer.to_asgi_response(app, request, **how)(scope, receive, send)

        return send_page

    @staticmethod
    async def _session(request: AnyRequest) -> DeskSession | None:
        try:
            return await session_of(request)
        except Exception as error:  # failing to find the reader must not break this page
            LOG.warning("reader_unknown", error=type(error).__name__)
            return None


def unexpected_problem(request: AnyRequest, error: Exception) -> Response[Any]:
    """Show that something of ours failed or does not answer.

    The reason is only in the log; the page shows a reference to it.
    """
    if known := as_domain_error(error):
        LOG.warning("desk_page_failed", path=request.url.path, error=type(error).__name__)
        return domain_problem(request, known)
    reference = secrets.token_hex(6)
    LOG.error("desk_page_failed", reference=reference, path=request.url.path, exc_info=error)
    return problem_page(
        request, 500, said="common.unexpected", code="unexpected", reference=reference
    )


EXCEPTION_HANDLERS: Any = {
    DomainError: domain_problem,
    HTTPException: http_problem,
    Exception: unexpected_problem,
}
