"""The page for a one-time code, which allows this session to sign, approve and export for 15 minutes."""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from admin_ui.shell import kept
from admin_ui.shell.confirming.confirming import PLACE
from admin_ui.shell.forms import read_form
from admin_ui.shell.onward import own_path
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from backend.core import refusing
from backend.core.errors import DomainError
from backend.force.accounts import service as accounts


@get(PLACE, include_in_schema=False)
async def ask_code(request: AnyRequest) -> Response[Any]:
    """Ask for the code; `next` is the address to go to afterwards."""
    onward = own_path(request.query_params.get("next", ""))
    return page(request, "shell/confirming/confirm.html", next=onward, wrong="", kept=None)


@post(PLACE, include_in_schema=False)
async def confirm(request: AnyRequest) -> Response[Any]:
    """Check the code and go to where the reader was heading."""
    form = await read_form(request)
    onward, carried = own_path(form.text("next")), kept.carried(form)
    address = request.client.host if request.client else ""
    try:
        await accounts.confirm(actor_of(request), form.text("code"), address)
    except DomainError as error:
        refusing.answer(error.problem_code)
        # 401 would say that the session ended. Here the code had been used already.
        status = 422 if error.status == 401 else error.status
        wrong = getattr(error.text, language_of(request))
        return page(
            request,
            "shell/confirming/confirm.html",
            status=status,
            next=onward,
            wrong=wrong,
            kept=carried,
        )
    if carried is not None:
        return page(request, "shell/kept.html", kept=carried)
    return Redirect(onward, status_code=303)


HANDLERS = [ask_code, confirm]
