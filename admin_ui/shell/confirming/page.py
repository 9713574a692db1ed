"""The page for a second factor, which allows this session to sign, approve and export for 15 minutes."""

from collections.abc import Awaitable
from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from admin_ui.shell import kept
from admin_ui.shell.confirming import confirming
from admin_ui.shell.confirming.confirming import BY_PASSKEY, PLACE
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.onward import own_path
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from backend.core import refusing
from backend.core.errors import DomainError
from backend.force.accounts import service as accounts
from backend.force.passkeys import service as passkeys


@get(PLACE, include_in_schema=False)
async def ask_code(request: AnyRequest) -> Response[Any]:
    """Ask for the second factor; `next` is the address to go to afterwards."""
    onward = own_path(request.query_params.get("next", ""))
    return confirming.ask(request, onward, None)


@post(PLACE, include_in_schema=False)
async def confirm(request: AnyRequest) -> Response[Any]:
    """Check the code and go to where the reader was heading."""
    form = await read_form(request)
    code = accounts.confirm(actor_of(request), form.text("code"), _address(request))
    return await _go_on(request, form, code)


@post(f"{BY_PASSKEY}/challenge", include_in_schema=False)
async def challenge_passkey(request: AnyRequest) -> Response[Any]:
    """Give the script of the page what the browser needs to use one of the reader's passkeys."""
    wanted = await passkeys.begin_confirming(actor_of(request))
    return Response(wanted.encode(), media_type="application/json", status_code=200)


@post(BY_PASSKEY, include_in_schema=False)
async def confirm_by_passkey(request: AnyRequest) -> Response[Any]:
    """Check the passkey's answer and go to where the reader was heading."""
    form = await read_form(request)
    answer = passkeys.confirm(actor_of(request), form.text("answer"), _address(request))
    return await _go_on(request, form, answer)


async def _go_on(request: AnyRequest, form: Form, checked: Awaitable[None]) -> Response[Any]:
    """Go on once the second factor is checked; if it is wrong, show the page again with the reason."""
    onward, carried = own_path(form.text("next")), kept.carried(form)
    try:
        await checked
    except DomainError as error:
        refusing.answer(error.problem_code)
        # 401 would say that the session ended. Here the code had been used already.
        status = 422 if error.status == 401 else error.status
        wrong = getattr(error.text, language_of(request))
        return confirming.ask(request, onward, carried, wrong, status)
    if carried is not None:
        return page(request, "shell/kept.html", kept=carried, in_language=False)
    return Redirect(onward, status_code=303)


def _address(request: AnyRequest) -> str:
    return request.client.host if request.client else ""


HANDLERS = [ask_code, confirm, challenge_passkey, confirm_by_passkey]
