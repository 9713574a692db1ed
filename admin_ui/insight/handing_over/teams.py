"""A team that waits for its issuer after a hand-over: whose place, who is proposed, and keeping the team as it is."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.fields import REASON, Errors, read
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.insight.handing_over import service as handing_over

_TEAM = "/desk/handover/teams/{inspection_id:uuid}"


async def _show(
    request: AnyRequest,
    inspection_id: UUID,
    form: Form,
    errors: Errors | None = None,
    wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    try:
        async with transaction():
            rows = await handing_over.team_waiting(actor_of(request), inspection_id)
    except NotFound:
        if not wrong:
            raise
        rows = []  # the page says why nothing is left to decide
    return page(
        request,
        "insight/handing_over/team.html",
        status=status,
        inspection_id=inspection_id,
        rows=rows,
        shown=[handing_over.key_of_team(one) for one in rows],
        fields=(REASON,),
        choices={},
        form=form,
        errors=errors or {},
        wrong=wrong,
    )


@get(_TEAM, include_in_schema=False)
async def show_team(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[Any]:
    """Show what waits for the issuer, and both ways to decide. Raises NotFound if nothing waits for this reader."""
    return await _show(request, inspection_id, Form({}))


@post(_TEAM, include_in_schema=False)
async def keep_team(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[Any]:
    """Keep the team as it is, with the reason. Raises NotFound if nothing waits for this reader."""
    actor, language = actor_of(request), language_of(request)
    form = await read_form(request)
    values, errors = read((REASON,), form, {}, partial(say, language))
    if errors:
        return await _show(request, inspection_id, form, errors, status=422)
    try:
        async with transaction():
            await handing_over.keep_team(actor, inspection_id, values["reason"], form.all("shown"))
    except RefusedAct as error:
        wrong = getattr(error.text, language)
        return await _show(request, inspection_id, form, wrong=wrong, status=409)
    return Redirect("/desk/", status_code=303)


HANDLERS = [show_team, keep_team]
