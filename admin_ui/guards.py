"""The desk's door: who is at it, and whether a form really came from a page of ours.

Three things stand against a forged request (OWASP ASVS 5.0 §3.5), each sufficient alone in a
browser of today: the cookie is SameSite=Strict; a request that changes something must not say that
another site sent it (Fetch Metadata, Origin); and it must carry the token that belongs to this very
session. All are checked for every page under the router, so that no page can forget them.
"""

import hmac
from typing import Any
from urllib.parse import quote, urlsplit

from litestar import Request, Response
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.enums import RequestEncodingType
from litestar.exceptions import HTTPException
from litestar.handlers.base import BaseRouteHandler
from litestar.response import Redirect

from admin_ui.problems import domain_problem
from backend.accounts import service as accounts
from backend.errors import DomainError, Invalid, NotAllowed, NotSignedIn

COOKIE = "__Host-hientruong"
SIGN_IN = "/desk/sign-in"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN = frozenset({"same-origin", "none"})
_FORMS = frozenset({RequestEncodingType.URL_ENCODED, RequestEncodingType.MULTI_PART})


class ForeignRequest(NotAllowed):
    """Another site's page sent it, or a page of ours from before the last sign-in."""

    code = "foreign_request"
    text_vi = "Yêu cầu không đến từ trang đang mở của bạn. Hãy tải lại trang rồi làm lại."
    text_en = "The request did not come from your open page. Reload the page and do it again."


async def at_desk(
    connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler
) -> None:
    """Find who is at the desk; a page without `opt={"public": True}` needs somebody.

    Raises NotSignedIn, and ForeignRequest for what another site sent. Not for static files, whose
    answers are the same for everybody (`opt={"public": True, "static": True}`).
    """
    if handler.opt.get("static"):
        return
    if connection.scope.get("method") not in _SAFE:
        _refuse_foreign(connection)
    token = connection.cookies.get(COOKIE)
    session = await accounts.find_desk_session(token) if token and len(token) < 100 else None
    if session is not None:
        connection.scope["user"] = session.actor
        connection.state["actor"] = session.actor
        connection.state["csrf_token"] = session.csrf_token
        connection.state["unit_name"] = session.unit_name
        connection.state["unread"] = session.unread
        connection.state["confirmed_until"] = session.confirmed_until
    elif not handler.opt.get("public"):
        raise NotSignedIn


def _refuse_foreign(connection: ASGIConnection[Any, Any, Any, Any]) -> None:
    if connection.headers.get("sec-fetch-site", "none") not in _OWN:
        raise ForeignRequest
    origin = connection.headers.get("origin")
    if origin is not None and _host(origin) != connection.headers.get("host"):
        raise ForeignRequest


def _host(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


async def check_form_token(request: Request[Any, Any, Any]) -> None:
    """Before every handler: what changes something under a session carries the session's token.

    In the form as `csrf_token`, or in the header X-CSRF-Token. A handler with `opt={"own_form":
    False}` is excused: signing in ends the session that the browser had.
    """
    expected = request.state.get("csrf_token")
    if (
        request.method in _SAFE
        or not expected
        or request.route_handler.opt.get("own_form") is False
    ):
        return
    sent = request.headers.get("x-csrf-token") or await _token_in_form(request)
    if not hmac.compare_digest(sent.encode("utf-8", "surrogatepass"), expected.encode()):
        raise ForeignRequest


async def _token_in_form(request: Request[Any, Any, Any]) -> str:
    if request.content_type[0] not in _FORMS:
        return ""
    try:
        value = (await request.form()).get("csrf_token", "")
    except (DomainError, HTTPException):
        raise
    except Exception as error:  # the parser of multipart bodies raises many things
        raise Invalid(code="request_invalid") from error
    return value if isinstance(value, str) else ""


def to_sign_in(request: Request[Any, Any, Any], error: NotSignedIn) -> Response[Any]:
    """Send a reader to the sign-in page and back afterwards; a sent form is told on a page."""
    if request.method not in _SAFE:
        return domain_problem(request, error)
    target = request.url.path
    if request.url.query:
        target += f"?{request.url.query}"
    answer: Response[Any] = Redirect(f"{SIGN_IN}?next={quote(target, safe='/')}", status_code=303)
    return answer


def session_cookie(token: str) -> Cookie:
    """`__Host-` binds it to this very host and to TLS (or the loopback); no script reads it."""
    return Cookie(key=COOKIE, value=token, path="/", secure=True, httponly=True, samesite="strict")


def ended_cookie() -> Cookie:
    """Take the cookie away."""
    return Cookie(
        key=COOKIE, value="", path="/", secure=True, httponly=True, samesite="strict", max_age=0
    )
