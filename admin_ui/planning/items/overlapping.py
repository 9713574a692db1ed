"""Subjects that are planned twice in a year (practice B15): shown, and resolved with a reason."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell import typed
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import DomainError
from backend.ledger import service as ledger
from backend.planning.plans import reading, service
from backend.planning.readers import service as readers
from schemas.planning.acts import OverlapResolved
from schemas.planning.words import OverlapWay

_PLACE = "/desk/plans/{plan_id:uuid}/overlaps"


@get(_PLACE, include_in_schema=False)
async def show_overlaps(request: AnyRequest, plan_id: FromPath[UUID]) -> Response[str]:
    """Show the overlaps of a plan, those not resolved first. Raises NotFound."""
    return await _show(request, plan_id)


async def _show(
    request: AnyRequest,
    plan_id: UUID,
    form: Form | None = None,
    *,
    wrong: str = "",
    status: int = 200,
) -> Response[str]:
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        view = await reading.view(plan_id, actor)
        found = await reading.overlaps(plan_id, actor)
    return page(
        request,
        "planning/items/overlaps.html",
        status=status,
        view=view,
        overlaps=found,
        may_resolve=readers.may_resolve(view, actor),
        ways=[(one.value, say(language, f"planitems.overlap_{one}")) for one in OverlapWay],
        typed={name: form.text(name) for name in ("item", "other", "way", "reason")}
        if form
        else None,
        wrong=wrong,
        done=request.query_params.get("done", "") == "overlap_resolved",
    )


@post(_PLACE, opt=ONCE, include_in_schema=False)
async def resolve(request: AnyRequest, plan_id: FromPath[UUID]) -> Response[Any]:
    """Record how one overlap is resolved. Raises NotFound."""
    form, language = await read_form(request), language_of(request)
    reason, way = typed.reason(form.text("reason")), form.text("way")
    if reason is None or way not in set(OverlapWay):
        said = say(language, "planacts.reason_needed")
        return await _show(request, plan_id, form, wrong=said, status=422)
    content = OverlapResolved(
        item_id=typed.named(form.text("item")),
        other_item_id=typed.named(form.text("other")),
        way=OverlapWay(way),
        reason=reason,
    )
    try:
        async with transaction():
            outcome = await service.act(plan_id, content, actor_of(request))
        ledger.unwrap(outcome)
    except DomainError as error:
        if error.status not in (409, 422):
            raise
        return await _show(request, plan_id, form, wrong=told(request, error), status=error.status)
    return Redirect(f"/desk/plans/{plan_id}/overlaps?done=overlap_resolved", status_code=303)


HANDLERS = [show_overlaps, resolve]
