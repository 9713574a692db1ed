"""Notices to the signed-in officer, newest first, and marking them as read."""

from typing import Any
from urllib.parse import urlencode

from litestar import Response, get, post
from litestar.response import Redirect

from admin_ui.shell import typed
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.casework.notices import service as case_notices
from backend.core.database import transaction
from backend.force.notices import service as notices
from backend.operations.refusals import service as refusals


@get("/desk/notices", include_in_schema=False)
async def show_notices(request: AnyRequest) -> Response[Any]:
    """Show one page of the officer's own notices."""
    cursor = request.query_params.get("after") or None
    async with transaction():
        found = await case_notices.mine(actor_of(request), cursor)
    following = f"/desk/notices?{urlencode({'after': found.next})}" if found.next else None
    return page(
        request,
        "force/notices/notices.html",
        found=found,
        reads_refusals=refusals.may_read(actor_of(request)),
        paged=cursor is not None,
        following=following,
        done="done" in request.query_params,
    )


@post("/desk/notices/read", include_in_schema=False)
async def mark_read(request: AnyRequest) -> Response[Any]:
    """Mark the notice that the form names as read, or all of the officer's own.

    Raises NotFound for another officer's notice.
    """
    form = await read_form(request)
    named = form.optional("notice")
    async with transaction():
        await notices.mark_read(actor_of(request), typed.named(named) if named else None)
    return Redirect("/desk/notices?done=yes", status_code=303)


HANDLERS = [show_notices, mark_read]
