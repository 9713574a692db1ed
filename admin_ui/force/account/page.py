"""The signed-in officer's own page: their name, roles and language."""

from base64 import b64encode
from typing import Any

from litestar import MediaType, Response, get, post
from litestar.datastructures import Cookie
from litestar.response import Redirect

from admin_ui.shell.forms import read_form
from admin_ui.shell.render import LANGUAGE_COOKIE, AnyRequest, actor_of, page
from backend.core.database import transaction
from backend.documents.signing import service as signing
from backend.force.accounts import service as accounts


@get("/desk/account", include_in_schema=False)
async def show_account(request: AnyRequest) -> Response[Any]:
    """Show the name, roles and language of the signed-in officer."""
    actor = actor_of(request)
    return page(
        request,
        "force/account/account.html",
        roles=sorted(actor.roles),
        signs=signing.signs(actor),
        done="done" in request.query_params,
    )


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


@get("/desk/draft-key", include_in_schema=False)
async def draft_key(request: AnyRequest) -> Response[str]:
    """Return the key under which the officer's browser keeps drafts (shell/drafts.js), in base64. Never stored."""
    key = b64encode(accounts.draft_key(actor_of(request))).decode()
    headers = {"cache-control": "no-store"}
    return Response(key, media_type=MediaType.TEXT, headers=headers)


HANDLERS = [show_account, choose_language, draft_key]
