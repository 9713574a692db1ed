"""Where the officer is signed in, and signing out there from here."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.force.account import lines
from admin_ui.force.account.asking import address_of
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.accounts import service as accounts

PLACE = "/desk/account/sessions"


@get(PLACE, include_in_schema=False)
async def list_sessions(request: AnyRequest) -> Response[Any]:
    """List this session, other desks and phones."""
    rows = await accounts.list_places(actor_of(request))
    return page(
        request,
        "force/account/sessions.html",
        list=lines.places(rows, language_of(request)),
        others=sum(not one.this for one in rows),
        done=request.query_params.get("done", ""),
    )


@get(f"{PLACE}/{{session_id:uuid}}/end", include_in_schema=False)
async def ask_to_end(request: AnyRequest, session_id: FromPath[UUID]) -> Response[Any]:
    """Say what follows from signing out there."""
    rows = await accounts.list_places(actor_of(request))
    row = next((one for one in rows if one.id == session_id and not one.this), None)
    if row is None:
        raise NotFound(what="session")
    named = lines.name_of(row, language_of(request))
    return page(request, "force/account/end_session.html", row=row, named=named)


@post(f"{PLACE}/{{session_id:uuid}}/end", include_in_schema=False)
async def end_session(request: AnyRequest, session_id: FromPath[UUID]) -> Response[Any]:
    """End one of the officer's sessions; dead with its next request, in every process."""
    async with transaction():
        await accounts.end_place(actor_of(request), session_id, address_of(request) or None)
    return Redirect(f"{PLACE}?done=one", status_code=303)


@get(f"{PLACE}/others", include_in_schema=False)
async def ask_to_end_others(request: AnyRequest) -> Response[Any]:
    """Say what follows from signing out everywhere else."""
    rows = await accounts.list_places(actor_of(request))
    others = [lines.name_of(one, language_of(request)) for one in rows if not one.this]
    return page(request, "force/account/end_others.html", others=others)


@post(f"{PLACE}/others", include_in_schema=False)
async def end_others(request: AnyRequest) -> Response[Any]:
    """End all sessions but this one."""
    async with transaction():
        await accounts.end_other_places(actor_of(request), address_of(request) or None)
    return Redirect(f"{PLACE}?done=others", status_code=303)


HANDLERS = [list_sessions, ask_to_end, end_session, ask_to_end_others, end_others]
