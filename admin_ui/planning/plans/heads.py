"""The head of a plan: begun by its kind, written again while it is a draft."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.planning import choices
from admin_ui.planning.plans import head_form
from admin_ui.planning.plans.page import LIST, ONE, address
from admin_ui.shell import late
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.force.units.service import UnitView
from backend.ledger.service import Refused
from backend.planning.plans import reading, service
from backend.planning.readers import service as readers
from schemas.planning.views import PlanView
from schemas.planning.words import PlanKind

_NEW = f"{LIST}/new"


def _begins(request: AnyRequest) -> None:
    if not readers.may_begin(actor_of(request)):
        raise NotAllowed


def _kind(text: str) -> PlanKind:
    if text not in set(PlanKind):
        raise NotFound(what="plan_kind")
    return PlanKind(text)


@get(_NEW, include_in_schema=False)
async def choose_kind(request: AnyRequest) -> Response[str]:
    """Show the kinds of plans. Raises NotAllowed."""
    _begins(request)
    kinds = [one.value for one in PlanKind if readers.makes(one, actor_of(request))]
    return page(request, "planning/plans/choose.html", kinds=kinds)


@get(f"{_NEW}/{{kind:str}}", include_in_schema=False)
async def new_plan(request: AnyRequest, kind: FromPath[str]) -> Response[str]:
    """Show the form of a new plan. Raises NotAllowed, NotFound."""
    _begins(request)
    unit_id = actor_of(request).unit.unit_id
    form = head_form.empty(
        _kind(kind), choices.this_year(), unit_id, partial(say, language_of(request))
    )
    return await _form_page(request, _kind(kind), form, None)


@post(f"{_NEW}/{{kind:str}}", opt=ONCE, include_in_schema=False)
async def begin(request: AnyRequest, kind: FromPath[str]) -> Response[Any]:
    """Begin the plan. Raises NotAllowed, NotFound."""
    _begins(request)
    return await _taken(request, _kind(kind), None)


@get(f"{ONE}/edit", include_in_schema=False)
async def edit(request: AnyRequest, plan_id: FromPath[UUID]) -> Response[Any]:
    """Show the form with the head as it is. Raises NotFound."""
    view = await _view(request, plan_id)
    if not view.may.edit:
        return Redirect(address(plan_id), status_code=303)
    return await _form_page(request, view.row.kind, head_form.of_head(view.head), view)


@post(f"{ONE}/edit", opt=ONCE, include_in_schema=False)
async def save(request: AnyRequest, plan_id: FromPath[UUID]) -> Response[Any]:
    """Write the head again. Raises NotFound."""
    view = await _view(request, plan_id)
    return await _taken(request, view.row.kind, view)


async def _view(request: AnyRequest, plan_id: UUID) -> PlanView:
    async with transaction():
        return await reading.view(plan_id, actor_of(request))


async def _taken(request: AnyRequest, kind: PlanKind, view: PlanView | None) -> Response[Any]:
    form, language = await read_form(request), language_of(request)
    units = await choices.units_of(request)
    unit_id = view.row.unit_id if view else None
    tasked = [one.id for one in _tasked(units, unit_id or actor_of(request).unit.unit_id)]
    head, errors = head_form.read(
        form,
        kind,
        unit_id,
        choices.options(units, request),
        tasked,
        partial(say, language),
    )
    if head is None or errors:
        return await _form_page(request, kind, form, view, errors=errors, status=422)
    plan_id = view.row.id if view else None
    opened = service.head_opened(plan_id, head, form.text(late.FIELD)) if plan_id else None
    async with transaction():
        plan_id, outcome = await service.draft(head, actor_of(request), plan_id, opened)
    if isinstance(outcome, Refused):
        if late.is_told(outcome.code):
            view = await _view(request, plan_id)
            form = late.opened_now(form, late.mark_of(view.head))
        said = getattr(outcome.text, language)
        return await _form_page(request, kind, form, view, refused=said, status=409)
    return Redirect(f"{address(plan_id)}?done=drafted", status_code=303)


def _tasked(units: list[UnitView], unit_id: UUID) -> list[UnitView]:
    """Return to whom a plan gives tasks: its unit and those below, the higher ones first, as far as a form can show."""
    return sorted(choices.below(units, unit_id), key=lambda one: one.level)[:100]


async def _form_page(
    request: AnyRequest,
    kind: PlanKind,
    form: Form,
    view: PlanView | None,
    *,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
) -> Response[str]:
    language = language_of(request)
    units = await choices.units_of(request)
    own = view.row.unit_id if view else actor_of(request).unit.unit_id
    tasked = _tasked(units, own)
    return page(
        request,
        "planning/plans/head.html",
        status=status,
        kind=kind.value,
        plan_id=view.row.id if view else None,
        form=form,
        base=form.text(late.FIELD) or (late.mark_of(view.head) if view else ""),
        errors=errors or {},
        refused=refused,
        units=[] if view else choices.options(units, request),
        tasked=[(str(one.id), getattr(one.name, language)) for one in tasked],
        tasks_open=any(form.text(f"task_{one.id}") for one in tasked),
        address=f"{address(view.row.id)}/edit" if view else f"{_NEW}/{kind.value}",
        back=address(view.row.id) if view else _NEW,
        back_said=view.row.title if view else say(language, "plans.choose_kind"),
    )


HANDLERS = [choose_kind, new_plan, begin, edit, save]
