"""Asks for a one-time code before binding steps.

Pages that sign, approve or export originals call `require`. The page that asks before such a step
calls it too, so that nobody fills in a form in vain. It sends the reader to the page for the code
and back. If the 15 minutes end in between, the posted form is carried through that page
(admin_ui/shell/kept.py).
"""

from typing import Any
from urllib.parse import quote, urlsplit

from litestar import Response
from litestar.response import Redirect

from admin_ui.shell import kept
from admin_ui.shell.onward import own_path
from admin_ui.shell.problems import problem_page
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from backend.force.accounts import service as accounts
from backend.force.accounts.service import ConfirmationNeeded

PLACE = "/desk/confirm"


def require(request: AnyRequest) -> None:
    """Raise ConfirmationNeeded unless the session was confirmed within 15 minutes."""
    accounts.require_confirmed(actor_of(request), request.state.get("confirmed_until"))


def to_code(request: AnyRequest, error: ConfirmationNeeded) -> Response[Any]:
    """Send the reader to the page for the code and back.

    A posted form is carried through that page; if none can be, a problem page links to it.
    """
    if request.method in ("GET", "HEAD"):
        back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return Redirect(f"{PLACE}?next={quote(back, safe='/')}", status_code=303)
    if sent := kept.of(request):
        text = getattr(error.text, language_of(request))
        return page(
            request,
            "shell/confirming/confirm.html",
            status=error.status,
            next="/desk/",
            wrong=text,
            kept=sent,
        )
    came = urlsplit(request.headers.get("referer", ""))
    back = own_path(came.path + (f"?{came.query}" if came.query else ""))
    text = getattr(error.text, language_of(request))
    return problem_page(
        request,
        error.status,
        text=text,
        code=error.problem_code,
        back=f"{PLACE}?next={quote(back, safe='/')}",
    )
