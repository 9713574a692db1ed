"""The signed-in officer's own page: name, roles, language, identity number, and ways to their access."""

from base64 import b64encode
from typing import Any

from litestar import MediaType, Response, get, post
from litestar.datastructures import Cookie
from litestar.response import Redirect

from admin_ui.force.account import password, recovery, sessions
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import LANGUAGE_COOKIE, AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.documents.signing import service as signing
from backend.force.accounts import service as accounts


async def _show(
    request: AnyRequest, status: int = 200, errors: dict[str, str] | None = None
) -> Response[Any]:
    actor = actor_of(request)
    left, made_at = await accounts.recovery_codes_left(actor)
    return page(
        request,
        "force/account/account.html",
        status=status,
        roles=sorted(actor.roles),
        signs=signing.signs(actor),
        identity_at=await accounts.identity.entered_at(actor),
        errors=errors or {},
        left=left,
        made_at=made_at,
        done=request.query_params.get("done", ""),
    )


@get("/desk/account", include_in_schema=False)
async def show_account(request: AnyRequest) -> Response[Any]:
    """Show the name, roles and language of the signed-in officer."""
    return await _show(request)


@post("/desk/account/language", include_in_schema=False)
async def choose_language(request: AnyRequest) -> Response[Any]:
    """Store the language with the officer. The cookie with this browser's own choice is deleted."""
    actor = actor_of(request)
    form = await read_form(request)
    async with transaction():
        await accounts.choose_language(actor, form.text("language"))
    answer: Response[Any] = Redirect("/desk/account?done=yes", status_code=303)
    answer.set_cookie(
        Cookie(
            key=LANGUAGE_COOKIE, value="", path="/desk", max_age=0, samesite="lax", httponly=True
        )
    )
    return answer


@post("/desk/account/identity", include_in_schema=False)
async def enter_identity(request: AnyRequest) -> Response[Any]:
    """Keep the officer's own identity number, sealed. What was typed is not shown again."""
    form = await read_form(request)
    if accounts.identity.digits_of(form.text("number")) is None:
        wrong = say(language_of(request), "account.identity_wrong")
        return await _show(request, 422, {"number": wrong})
    async with transaction():
        await accounts.identity.enter(actor_of(request), form.text("number"))
    return Redirect("/desk/account?done=identity", status_code=303)


@post("/desk/account/identity/remove", include_in_schema=False)
async def remove_identity(request: AnyRequest) -> Response[Any]:
    """Delete the officer's own identity number."""
    actor = actor_of(request)
    await read_form(request)
    async with transaction():
        if await accounts.identity.entered_at(actor) is not None:
            await accounts.identity.remove(actor)
    return Redirect("/desk/account?done=yes", status_code=303)


@get("/desk/draft-key", include_in_schema=False)
async def draft_key(request: AnyRequest) -> Response[str]:
    """Return the key under which the officer's browser keeps drafts (shell/drafts.js), in base64. Never stored."""
    key = b64encode(accounts.draft_key(actor_of(request))).decode()
    headers = {"cache-control": "no-store"}
    return Response(key, media_type=MediaType.TEXT, headers=headers)


HANDLERS = [
    show_account,
    choose_language,
    enter_identity,
    remove_identity,
    draft_key,
    *password.HANDLERS,
    *sessions.HANDLERS,
    *recovery.HANDLERS,
]
