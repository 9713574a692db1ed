"""The signed-in officer's own settings of notices: by kind for desk and phone, and quiet hours."""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from admin_ui.shell import typed
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.force.notices import service as notices
from schemas.force.notices import NoticeKind

ADDRESS = "/desk/account/notices"


@get(ADDRESS, include_in_schema=False)
async def show_settings(request: AnyRequest) -> Response[Any]:
    """Show what the officer is told where, and since when it is so."""
    async with transaction():
        found = await notices.choosing.chosen(actor_of(request))
    return _page(request, found, _clock(found.quiet_from), _clock(found.quiet_until))


@post(ADDRESS, include_in_schema=False)
async def choose(request: AnyRequest) -> Response[Any]:
    """Store the settings. Hours that are no hours are shown again with the reason, and nothing is lost."""
    actor = actor_of(request)
    form = await read_form(request)
    choices = {kind: _ticked(form, kind) for kind in NoticeKind}
    said = form.text("quiet_from").strip(), form.text("quiet_until").strip()
    hours = [_minutes(one) for one in said]
    halved, same = (said[0] == "") != (said[1] == ""), said[0] != "" and hours[0] == hours[1]
    wrong = any(one and minute is None for one, minute in zip(said, hours, strict=True))
    if halved or same or wrong:
        async with transaction():
            found = await notices.choosing.chosen(actor)
        shown = {kind: choices[kind] for kind in NoticeKind if kind not in found.fixed}
        found = notices.choosing.with_choices(found, shown)
        return _page(request, found, *said, wrong=True)
    async with transaction():
        await notices.choosing.choose(actor, choices, *hours)
    return Redirect(f"{ADDRESS}?done=yes", status_code=303)


def _ticked(form: Form, kind: NoticeKind) -> notices.choosing.Choice:
    places = form.all(f"where_{kind}")
    return notices.choosing.Choice(desk="desk" in places, phone="phone" in places)


def _minutes(text: str) -> int | None:
    """Read a time of the day as minutes since midnight; None for anything else."""
    try:
        time = typed.clock(text)
    except ValueError:
        return None
    return time.hour * 60 + time.minute


def _clock(minute: int | None) -> str:
    return "" if minute is None else f"{minute // 60:02}:{minute % 60:02}"


def _page(
    request: AnyRequest,
    found: notices.choosing.Chosen,
    begins: str,
    ends: str,
    *,
    wrong: bool = False,
) -> Response[Any]:
    error = say(language_of(request), "notices.quiet_wrong") if wrong else ""
    return page(
        request,
        "force/notice_settings/settings.html",
        status=422 if wrong else 200,
        found=found,
        begins=begins,
        ends=ends,
        error=error,
        wrong=wrong,
        done="done" in request.query_params,
    )


HANDLERS = [show_settings, choose]
