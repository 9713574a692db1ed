"""Items added and changed: in a draft at once, in an issued plan by an amendment with its reason."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.fieldwork.inspection_decisions.party_chosen import subject_said
from admin_ui.planning import choices
from admin_ui.planning.items import item_form, team
from admin_ui.planning.items.page import ONE, amends, may_edit, seen
from admin_ui.shell import late, places, typed
from admin_ui.shell.choosing.matching import Option
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core import submissions
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import DomainError
from backend.force.units.service import UnitView
from backend.ledger import service as ledger
from backend.ledger.service import Opened
from backend.parties import service as parties
from backend.planning.comparing import service as comparing
from backend.planning.plans import reading, service
from schemas.planning.acts import OverlapKept, PlanAmended, PlanItem
from schemas.planning.views import ItemView, PlanView

_NEW = "/desk/plans/{plan_id:uuid}/items/new"


@get(_NEW, include_in_schema=False)
async def new_item(request: AnyRequest, plan_id: FromPath[UUID]) -> Response[Any]:
    """Show the form of a new item. Raises NotFound."""
    plan = await _plan(request, plan_id)
    if not (plan.may.edit or plan.may.amend):
        return Redirect(f"/desk/plans/{plan_id}", status_code=303)
    return await _form_page(request, plan, item_form.empty(plan, actor_of(request)), None)


@post(_NEW, opt=ONCE, include_in_schema=False)
async def add_item(request: AnyRequest, plan_id: FromPath[UUID]) -> Response[Any]:
    """Search the register, or add the item, depending on the button. Raises NotFound."""
    return await _taken(request, await _plan(request, plan_id), None)


@get(f"{ONE}/edit", include_in_schema=False)
async def edit_item(
    request: AnyRequest, plan_id: FromPath[UUID], item_id: FromPath[UUID]
) -> Response[Any]:
    """Show the form with the item as it is. Raises NotFound."""
    async with transaction():
        plan, item = await seen(plan_id, item_id, actor_of(request))
        people = await team.usernames(request, item.item)
    if not may_edit(plan, item):
        return Redirect(f"/desk/plans/{plan_id}/items/{item_id}", status_code=303)
    now = msgspec.structs.replace(item.item, unit_id=item.row.unit_id)  # that ended: its successor
    return await _form_page(request, plan, item_form.of_item(now, people), item)


@post(f"{ONE}/edit", opt=ONCE, include_in_schema=False)
async def save_item(
    request: AnyRequest, plan_id: FromPath[UUID], item_id: FromPath[UUID]
) -> Response[Any]:
    """Replace the item. Raises NotFound."""
    async with transaction():
        plan, item = await seen(plan_id, item_id, actor_of(request))
    return await _taken(request, plan, item)


def _province(units: list[UnitView]) -> str:
    """Return the code of the province of a plan's units; empty for the nation's."""
    code = units[0].code[:2] if units else ""
    return "" if code == "00" else code


def _communes(units: list[UnitView], item: ItemView | None) -> list[Option]:
    """Return the communes that an item may name: of the plan's province, and what the item names already.

    None where the installation has no table of communes; the name is typed then.
    """
    known = places.named(_province(units) or None)
    own = item.item.area if item else None
    return [(one, one) for one in (*([own] if own and known and own not in known else []), *known)]


async def _plan(request: AnyRequest, plan_id: UUID) -> PlanView:
    async with transaction():
        return await reading.view(plan_id, actor_of(request))


async def _taken(request: AnyRequest, plan: PlanView, item: ItemView | None) -> Response[Any]:
    actor, form, language = actor_of(request), await read_form(request), language_of(request)
    if form.text("step") == "find":
        return await _form_page(request, plan, form, item)
    below = choices.below(await choices.units_of(request), plan.row.unit_id)
    units = choices.options(below, request)
    async with transaction():
        party = await item_form.chosen(form, actor)
    item_id = item.row.id if item else submissions.next_id()
    origin = item.item.origin if item else None
    officers = team.officers(await team.of_form(request, plan, form), language)
    communes = _communes(below, item)
    read = await item_form.read(
        request, form, plan, party, item_id, origin, units, officers, communes
    )
    errors = read.errors
    if amends(plan) and typed.reason(form.text("reason")) is None:
        errors["reason"] = say(language, "planacts.reason_needed")
    if read.item is None or errors:
        return await _form_page(request, plan, form, item, errors=errors, status=422)
    opened = service.item_opened(read.item, form.text(late.FIELD)) if item else None
    try:
        await _record(plan, read.item, form, opened, request)
    except DomainError as error:
        if error.status not in (409, 422):
            raise
        if item and late.is_told(error.problem_code):
            async with transaction():
                plan, item = await seen(plan.row.id, item_id, actor)
            form = late.opened_now(form, late.mark_of(item.item))
        said = told(request, error)
        return await _form_page(request, plan, form, item, refused=said, status=error.status)
    done = "amended" if amends(plan) else "items_set"
    return Redirect(
        f"/desk/plans/{plan.row.id}/items/{read.item.item_id}?done={done}", status_code=303
    )


async def _record(
    plan: PlanView, item: PlanItem, form: Form, opened: Opened | None, request: AnyRequest
) -> None:
    actor = actor_of(request)
    async with transaction():
        if not amends(plan):
            await service.set_items(plan.row.id, [item], actor, opened=opened)
            return
        content = PlanAmended(
            reason=form.text("reason")[:2000],
            items=[item],
            kept=await _kept(plan, item, form.text("kept"), actor),
        )
        ledger.unwrap(await service.act(plan.row.id, content, actor, opened))


async def _kept(plan: PlanView, item: PlanItem, reason: str, actor: Actor) -> list[OverlapKept]:
    """Return the second inspections that the item makes, each with the reason why both stay."""
    if typed.reason(reason) is None:
        return []
    return [
        OverlapKept(item_id=item.item_id, other_item_id=one.other_item_id, reason=reason[:2000])
        for one in await comparing.overlaps_of(plan, [item], actor)
    ]


async def _form_page(
    request: AnyRequest,
    plan: PlanView,
    form: Form,
    item: ItemView | None,
    *,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
) -> Response[str]:
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        found = await parties.search(actor, form.text("find")[:200])
        named = await item_form.chosen(form, actor)
        units = choices.below(await choices.units_of(request), plan.row.unit_id)
        people = await team.of_form(request, plan, form)
    if named and named.id not in {row.id for row in found}:
        found = [named, *found]
    place = f"/desk/plans/{plan.row.id}"
    return page(
        request,
        "planning/items/form.html",
        status=status,
        plan=plan,
        item_id=item.row.id if item else None,
        form=form,
        base=form.text(late.FIELD) or (late.mark_of(item.item) if item else ""),
        errors=errors or {},
        refused=refused,
        amends=amends(plan),
        subjects=[(str(row.id), subject_said(row)) for row in found],
        kinds=item_form.kinds(language),
        officers=team.officers(people, language),
        members=team.members(people, form, language),
        communes=_communes(units, item),
        communes_at=f"communes?province={province}"
        if (province := _province(units))
        else "communes",
        named=(item.row.subject_name or item.row.criterion) if item else "",
        units=choices.options(units, request),
        address=f"{place}/items/{item.row.id}/edit" if item else f"{place}/items/new",
        back=f"{place}/items/{item.row.id}" if item else place,
    )


HANDLERS = [new_item, add_item, edit_item, save_item]
