"""Signing in and out at the desk: name, password and one-time code in one form."""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from admin_ui.shell import kept
from admin_ui.shell.forms import as_typed, read_form
from admin_ui.shell.guards import (
    COOKIE,
    KNOWN,
    SIGN_IN,
    ended_cookie,
    known_cookie,
    session_cookie,
    take_seat,
)
from admin_ui.shell.onward import own_path
from admin_ui.shell.render import AnyRequest, language_of, page
from backend.core.database import transaction
from backend.core.errors import DomainError
from backend.force.accounts import service as accounts


@get(SIGN_IN, opt={"public": True}, include_in_schema=False)
async def show_sign_in(request: AnyRequest) -> Response[Any]:
    """Show the form; redirect an officer who is signed in already."""
    asked = request.query_params
    onward = own_path(asked.get("next", ""))
    if request.state.get("actor") is not None:
        return Redirect(onward, status_code=303)
    said = next((name for name in ("out", "enrolled") if name in asked), "")
    return page(
        request,
        "force/sign_in/sign_in.html",
        next=onward,
        said=said,
        username="",
        wrong="",
        handed=False,
        by_recovery=asked.get("way") == "recovery",
        kept=None,
    )


@post(
    SIGN_IN,
    opt={"public": True, "own_form": False},
    include_in_schema=False,
    request_max_body_size=kept.MOST_BYTES,
)
async def sign_in(request: AnyRequest) -> Response[Any]:
    """Check both factors and begin a session. Its token is always new, whatever cookie the request carries."""
    form = await read_form(request)
    carried = kept.carried(form)
    address = request.client.host if request.client else ""
    browser = accounts.known_browser(request.cookies.get(KNOWN))
    try:
        proof = await accounts.prove(
            form.text("username"),
            await as_typed(request, "password"),
            form.text("code"),
            address,
            browser=browser,
        )
        await accounts.require_open_desk(proof, form.text("handed"), address)
    except DomainError as error:
        return page(
            request,
            "force/sign_in/sign_in.html",
            status=error.status,
            next=own_path(form.text("next")),
            said="",
            username=form.text("username"),
            wrong=getattr(error.text, language_of(request)),
            handed=bool(form.text("handed"))
            or error.problem_code in ("handed_code_needed", "handed_code_wrong"),
            by_recovery=form.text("way") == "recovery",
            kept=carried,
        )
    async with transaction():
        token = await accounts.begin_desk_session(
            proof, address, request.cookies.get(COOKIE), request.headers.get("user-agent", "")
        )
    answer: Response[Any]
    if carried is not None and (session := await accounts.find_desk_session(token)):
        take_seat(request, session)
        answer = page(request, "shell/kept.html", kept=carried, in_language=False)
    else:
        answer = Redirect(own_path(form.text("next")), status_code=303)
    answer.set_cookie(session_cookie(token))
    answer.set_cookie(known_cookie(browser))
    return answer


@post("/desk/sign-out", opt={"public": True}, include_in_schema=False)
async def sign_out(request: AnyRequest) -> Response[Any]:
    """End the session. Repeating it changes nothing."""
    if token := request.cookies.get(COOKIE):
        address = request.client.host if request.client else None
        async with transaction():
            await accounts.end_desk_session(token, address)
    answer: Response[Any] = Redirect(f"{SIGN_IN}?out=true", status_code=303)
    answer.set_cookie(ended_cookie())
    return answer


HANDLERS = [show_sign_in, sign_in, sign_out]
