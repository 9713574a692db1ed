"""Asks for a second factor, a one-time code or a passkey, before binding steps.

Pages that sign, approve or export originals call `require`. The page that asks before such a step
calls it too, so that nobody fills in a form in vain. It sends the reader to the page for the code
and back. If the 15 minutes end in between, the posted form is carried through that page
(admin_ui/shell/kept.py).
"""

from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit

from litestar import Response
from litestar.response import Redirect

from admin_ui.shell import kept
from admin_ui.shell.kept import Kept
from admin_ui.shell.onward import own_path
from admin_ui.shell.problems import problem_page
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from backend.force.accounts import service as accounts
from backend.force.accounts.service import ConfirmationNeeded
from backend.force.passkeys import service as passkeys

PLACE = "/desk/confirm"
BY_PASSKEY = f"{PLACE}/passkey"


def until(request: AnyRequest) -> datetime | None:
    """Return until when this session is confirmed, for services that decide whether it has to be."""
    found: datetime | None = request.state.get("confirmed_until")
    return found


def require(request: AnyRequest) -> None:
    """Raise ConfirmationNeeded unless the session was confirmed within 15 minutes."""
    accounts.require_confirmed(actor_of(request), until(request))


def ask(
    request: AnyRequest, onward: str, carried: Kept | None, wrong: str = "", status: int = 200
) -> Response[Any]:
    """Ask for the second factor: a passkey first, where the reader has one that works here."""
    serves = passkeys.serves(request.headers.get("host", ""))
    has = bool(request.state.get("has_passkeys"))
    return page(
        request,
        "shell/confirming/confirm.html",
        status=status,
        next=onward,
        wrong=wrong,
        kept=carried,
        passkey=serves and has,
        may_add=serves and not has,
    )


def to_code(request: AnyRequest, error: ConfirmationNeeded) -> Response[Any]:
    """Send the reader to the page for the code and back.

    A posted form is carried through that page; if none can be, a problem page links to it.
    """
    if request.method in ("GET", "HEAD"):
        back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return Redirect(f"{PLACE}?next={quote(back, safe='/')}", status_code=303)
    text = getattr(error.text, language_of(request))
    if sent := kept.of(request):
        return ask(request, "/desk/", sent, text, error.status)
    came = urlsplit(request.headers.get("referer", ""))
    back = own_path(came.path + (f"?{came.query}" if came.query else ""))
    return problem_page(
        request,
        error.status,
        text=text,
        code=error.problem_code,
        back=f"{PLACE}?next={quote(back, safe='/')}",
    )
