"""Notices to the signed-in officer, newest first and folded by day, and marking them as read."""

from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.force.notices import links
from admin_ui.shell import typed
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.casework.notices import service as case_notices
from backend.core.database import transaction
from backend.core.local_time import day_of
from backend.force.machines import service as machines
from backend.force.notices import service as notices
from backend.operations.refusals import service as refusals
from schemas.force.notices import NoticeKind

LIST = "/desk/notices"


@get(LIST, include_in_schema=False)
async def show_notices(request: AnyRequest) -> Response[Any]:
    """Show one page of the officer's own notices, of one kind if the address names it.

    What the page shows counts as seen, which the pages of the records tell.
    """
    actor, cursor = actor_of(request), request.query_params.get("after") or None
    about = _kind(request.query_params.get("kind", ""))
    async with transaction():
        found = await case_notices.mine(actor, cursor, about=about)
        await notices.see(actor, [row.id for row in found.rows if row.seen_at is None])
    kept = {"kind": about.value} if about else {}
    following = f"{LIST}?{urlencode(kept | {'after': found.next})}" if found.next else None
    return page(
        request,
        "force/notices/notices.html",
        found=found,
        days=[
            (day, list(rows)) for day, rows in groupby(found.rows, key=lambda row: day_of(row.at))
        ],
        kinds=list(NoticeKind),
        chosen=about,
        page_of=links.page_of,
        words_of=links.words_of,
        reads_refusals=refusals.may_read(actor),
        reads_machines=machines.may_read(actor),
        paged=cursor is not None,
        first=f"{LIST}?{urlencode(kept)}" if kept else LIST,
        following=following,
        done="done" in request.query_params,
    )


@get("/desk/notices/{notice_id:uuid}", include_in_schema=False)
async def open_notice(request: AnyRequest, notice_id: FromPath[UUID]) -> Response[Any]:
    """Go where a notice leads, and note that it was seen. Raises NotFound for another officer's."""
    async with transaction():
        found = await notices.open_one(actor_of(request), notice_id)
    leads = links.page_of(found.kind, found.record_id, found.text_key)
    return Redirect(leads or LIST, status_code=303)


@post("/desk/notices/read", include_in_schema=False)
async def mark_read(request: AnyRequest) -> Response[Any]:
    """Mark the notice that the form names as read, or all of the officer's own.

    Raises NotFound for another officer's notice.
    """
    form = await read_form(request)
    named, about = form.optional("notice"), _kind(form.text("kind"))
    async with transaction():
        await notices.mark_read(actor_of(request), typed.named(named) if named else None)
    kept = {"kind": about.value} if about else {}
    return Redirect(f"{LIST}?{urlencode(kept | {'done': 'yes'})}", status_code=303)


def _kind(named: str) -> NoticeKind | None:
    return NoticeKind(named) if named in set(NoticeKind) else None


HANDLERS = [show_notices, open_notice, mark_read]
