"""The officer's own password: the present one, a new one twice, and whether phones sign out too."""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from admin_ui.force.account.asking import address_of, said
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import as_typed, read_form
from admin_ui.shell.guards import COOKIE, session_cookie
from admin_ui.shell.reading.fields import Errors
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import DomainError
from backend.force.accounts import service as accounts

PLACE = "/desk/account/password"


_FIELDS = {
    "password_now": "people.password_present",
    "password": "people.password_new",
    "password_again": "people.password_again",
}
_AT = {
    "password_now_wrong": "password_now",
    "passwords_differ": "password_again",
    "password_too_weak": "password",
    "password_common": "password",
    "password_own": "password",
    "password_same": "password",
}
"""The field of which each refusal speaks, by its code."""


def _show(
    request: AnyRequest, status: int = 200, wrong: str = "", errors: Errors | None = None
) -> Response[Any]:
    return page(
        request, "force/account/password.html", status=status, wrong=wrong, errors=errors or {}
    )


@get(PLACE, include_in_schema=False)
async def show_password(request: AnyRequest) -> Response[Any]:
    """Show the form; a desk that was not confirmed lately is confirmed first."""
    confirming.require(request)
    return _show(request)


@post(PLACE, include_in_schema=False, request_max_body_size=16 * 1024)
async def change_password(request: AnyRequest) -> Response[Any]:
    """Change the password. This session goes on under a new token, the others at the desk end."""
    confirming.require(request)
    form = await read_form(request)
    present, chosen, again = typed = [await as_typed(request, name) for name in _FIELDS]
    language = language_of(request)
    errors = {
        name: say(language, "form.missing", field=say(language, _FIELDS[name]))
        for name, value in zip(_FIELDS, typed, strict=True)
        if not value
    }
    if errors:
        return _show(request, 422, errors=errors)
    try:
        proof = await accounts.change_own_password(
            actor_of(request),
            present,
            chosen,
            again,
            phones=form.text("phones") == "yes",
            address=address_of(request),
        )
    except DomainError as error:
        status, wrong = said(request, error)
        at = _AT.get(error.problem_code)
        return _show(request, status, errors={at: wrong}) if at else _show(request, status, wrong)
    former, agent = request.cookies.get(COOKIE), request.headers.get("user-agent", "")
    async with transaction():
        token = await accounts.begin_desk_session(proof, address_of(request), former, agent)
    answer: Response[Any] = Redirect("/desk/account?done=password", status_code=303)
    answer.set_cookie(session_cookie(token))
    return answer


HANDLERS = [show_password, change_password]
