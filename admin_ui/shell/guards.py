"""The desk's guard: finds the signed-in officer, and checks that a form came from one of our pages.

Three defences against forged requests (OWASP ASVS 5.0 §3.5), each sufficient alone in a current
browser: the cookie is SameSite=Strict; a request that changes something must not declare that
another site sent it (Fetch Metadata, Origin); and it must carry the token of this very session. The
router applies all three to every page, so that no page can forget them.
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

from admin_ui.shell import kept
from admin_ui.shell.render import IN_BACKGROUND, language_of, page
from backend.core import clock
from backend.core.errors import DomainError, Invalid, NotAllowed, NotSignedIn
from backend.force.accounts import service as accounts
from backend.force.accounts.service import DeskSession
from backend.insight.my_work import tally
from backend.operations.demonstration import service as demonstration

COOKIE = "__Host-hientruong"
KNOWN = "__Host-hientruong-known"
"""Marks a browser in which somebody signed in before. Failed attempts elsewhere do not count
against it. The cookie alone gives no access.
"""
SIGN_IN = "/desk/sign-in"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN = frozenset({"same-origin", "none"})
_FORMS = frozenset({RequestEncodingType.URL_ENCODED, RequestEncodingType.MULTI_PART})


_MOST_UNSIGNED = 600_000
"""Largest form, in bytes, that is read although nobody is signed in, so that what was typed is not lost."""


class ForeignRequest(NotAllowed):
    """The request came from another site's page, or from a page of ours older than the last sign-in."""

    code = "foreign_request"
    text_vi = "Yêu cầu không đến từ trang đang mở của bạn. Hãy tải lại trang rồi làm lại."
    text_en = "The request did not come from your open page. Reload the page and do it again."


class EarlierPage(ForeignRequest):
    """The page is certainly ours, but older than the last sign-in (in another tab, or by another officer)."""

    text_vi = "Trang này mở từ trước lần đăng nhập gần nhất, nên chưa có gì được ghi."
    text_en = "This page was opened before the last sign-in, so nothing was recorded yet."


async def at_desk(
    connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler
) -> None:
    """Find the signed-in officer; pages without `opt={"public": True}` require one.

    Raises NotSignedIn, and ForeignRequest for a request sent by another site. Skips static files,
    whose answers are the same for everybody (`opt={"public": True, "static": True}`).
    """
    if handler.opt.get("static"):
        return
    connection.state["asked_at"] = clock.now()
    if connection.scope.get("method") not in _SAFE:
        _refuse_foreign(connection)
    session = await session_of(connection, present=not _in_background(connection, handler))
    if session is not None:
        take_seat(connection, session)
        connection.state["making"] = await demonstration.percent()
    elif not handler.opt.get("public"):
        await _keep_unsigned(connection)
        raise NotSignedIn


def _in_background(
    connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler
) -> bool:
    """Tell whether a page asks by itself (live.js). It shows nobody at the desk, so the session's idle time runs on."""
    return bool(handler.opt.get("background")) or IN_BACKGROUND in connection.headers


async def session_of(
    connection: ASGIConnection[Any, Any, Any, Any], *, present: bool = True
) -> DeskSession | None:
    """Return the session of the signed-in officer, None if there is none.

    Without `present` the request does not keep it alive.
    """
    token = connection.cookies.get(COOKIE)
    if not token or len(token) >= 100:
        return None
    return await accounts.find_desk_session(token, present=present)


def take_seat(connection: ASGIConnection[Any, Any, Any, Any], session: DeskSession) -> None:
    """Make the session available to the pages of this request."""
    connection.scope["user"] = session.actor
    connection.state["actor"] = session.actor
    connection.state["csrf_token"] = session.csrf_token
    connection.state["unit_name"] = session.unit_name
    connection.state["unread"] = session.unread
    connection.state["seen"] = session.seen
    connection.state["tally"] = tally.known(session.actor)
    connection.state["hints"] = session.hints
    connection.state["confirmed_until"] = session.confirmed_until
    connection.state["has_passkeys"] = session.has_passkeys


async def _keep_unsigned(connection: ASGIConnection[Any, Any, Any, Any]) -> None:
    """Keep a form that one of our pages sent after its session had ended.

    There is no token to check any more; the browser itself vouches that the page was ours.
    """
    length = connection.headers.get("content-length", "")
    if (
        isinstance(connection, Request)
        and _surely_own(connection)
        and connection.content_type[0] in _FORMS
        and length.isdecimal()
        and int(length) <= _MOST_UNSIGNED
    ):
        await _token_in_form(connection)


def _refuse_foreign(connection: ASGIConnection[Any, Any, Any, Any]) -> None:
    if connection.headers.get("sec-fetch-site", "none") not in _OWN:
        raise ForeignRequest
    origin = connection.headers.get("origin")
    if origin is not None and _host(origin) != connection.headers.get("host"):
        raise ForeignRequest


def _surely_own(connection: ASGIConnection[Any, Any, Any, Any]) -> bool:
    """Tell whether the browser itself says that our page sent the request; the token is not considered."""
    if connection.scope.get("method") in _SAFE:
        return False
    origin = connection.headers.get("origin")
    return connection.headers.get("sec-fetch-site") == "same-origin" or (
        origin is not None and _host(origin) == connection.headers.get("host")
    )


def _host(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


async def check_form_token(request: Request[Any, Any, Any]) -> None:
    """Check before every handler that a changing request carries the token of its session.

    The token is in the form as `csrf_token`, or in the header X-CSRF-Token. Handlers with
    `opt={"own_form": False}` are exempt, because signing in ends the browser's previous session.
    """
    expected = request.state.get("csrf_token")
    if (
        request.method in _SAFE
        or not expected
        or request.route_handler.opt.get("own_form") is False
    ):
        return
    sent = request.headers.get("x-csrf-token") or await _token_in_form(request)
    if hmac.compare_digest(sent.encode("utf-8", "surrogatepass"), expected.encode()):
        return
    if _surely_own(request):
        raise EarlierPage
    request.state["kept"] = None
    raise ForeignRequest


async def _token_in_form(request: Request[Any, Any, Any]) -> str:
    if request.content_type[0] not in _FORMS:
        return ""
    try:
        sent = await request.form()
    except (DomainError, HTTPException):
        raise
    except Exception as error:  # the multipart parser raises many kinds of exceptions
        raise Invalid(code="request_invalid") from error
    kept.remember(request, sent)
    value = sent.get("csrf_token", "")
    return value if isinstance(value, str) else ""


def to_sign_in(request: Request[Any, Any, Any], error: NotSignedIn) -> Response[Any]:
    """Send the reader to sign in and back afterwards; a posted form is carried through the sign-in page."""
    if request.method not in _SAFE:
        wrong = getattr(error.text, language_of(request))
        return sign_in_page(request, kept.of(request), wrong=wrong, status=error.status)
    target = request.url.path
    if request.url.query:
        target += f"?{request.url.query}"
    answer: Response[Any] = Redirect(f"{SIGN_IN}?next={quote(target, safe='/')}", status_code=303)
    return answer


def sign_in_page(
    request: Request[Any, Any, Any], sent: kept.Kept | None, *, wrong: str = "", status: int = 200
) -> Response[Any]:
    """Return the sign-in, which carries a form that was sent without one."""
    return page(
        request,
        "force/sign_in/sign_in.html",
        status=status,
        next="/desk/",
        said="",
        username="",
        wrong=wrong,
        handed=False,
        by_recovery=False,
        kept=sent,
    )


def session_cookie(token: str) -> Cookie:
    """Build the session cookie.

    `__Host-` binds it to this host and to TLS (or loopback); no script can read it.
    """
    return Cookie(key=COOKIE, value=token, path="/", secure=True, httponly=True, samesite="strict")


def known_cookie(mark: str) -> Cookie:
    """Build the cookie that marks a known browser, with its full lifetime."""
    return Cookie(
        key=KNOWN,
        value=mark,
        path="/",
        secure=True,
        httponly=True,
        samesite="strict",
        max_age=int(accounts.KNOWN_FOR.total_seconds()),
    )


def ended_cookie() -> Cookie:
    """Build a cookie that deletes the session cookie."""
    return Cookie(
        key=COOKIE, value="", path="/", secure=True, httponly=True, samesite="strict", max_age=0
    )
