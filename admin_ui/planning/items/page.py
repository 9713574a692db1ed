"""Items of plans: the list over all plans, one item, and what is said of it."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.planning import choices
from admin_ui.planning.items import asked as asking
from admin_ui.planning.items import described, lines
from admin_ui.shell import typed
from admin_ui.shell.forms import clean, query_of, read_form
from admin_ui.shell.listing.places import AFTER, ORDER, Place
from admin_ui.shell.listing.table import Empty, Listing
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.unit_names import short_names, units_wide
from admin_ui.shell.words import CATALOGUES, Language, say
from backend.core import formats
from backend.core.actors import Actor
from backend.core.database import at_once, transaction
from backend.core.errors import DomainError, NotAllowed, NotFound
from backend.ledger.service import Refused
from backend.planning.plans import reading, service, stories
from backend.planning.progress import service as progress
from backend.planning.readers import service as readers
from schemas.planning import acts
from schemas.planning.views import ItemView, PlanView
from schemas.planning.words import ItemState, PlanState

ITEMS = "/desk/plans/items"
ONE = "/desk/plans/{plan_id:uuid}/items/{item_id:uuid}"


def address(item: acts.PlanItem, plan_id: UUID) -> str:
    """Return the URL of an item's page."""
    return f"/desk/plans/{plan_id}/items/{item.item_id}"


async def filters_of(
    request: AnyRequest, asked: dict[str, str], order: str = asking.DAY
) -> reading.ItemFilters:
    """Return what a list's address asks for. A month needs its year."""
    return asking.filters(asked, await choices.units_of(request), order)


def asked_of(request: AnyRequest) -> dict[str, str]:
    """Return the conditions in the address."""
    return {name: clean(request.query_params.get(name, ""))[:60] for name in asking.FIELDS}


@get(ITEMS, include_in_schema=False)
async def list_items(request: AnyRequest) -> Response[str]:
    """List items of one plan, or of all issued plans in sight: by their last day, from the end that is asked for."""
    actor, language, asked = actor_of(request), language_of(request), asked_of(request)
    if not readers.looks(actor):
        raise NotAllowed
    plan_id = typed.identifier(asked["plan"])
    usual = asking.usual_order(plan_id is not None)
    order = request.query_params.get(ORDER, "")
    order = order if order in (asking.DAY, asking.NEWEST) and order != usual else ""
    place = Place(ITEMS, asked, order, request.query_params.get(AFTER, ""))
    async with transaction():
        filters = await filters_of(request, asked, order or usual)
        plan = await reading.view(plan_id, actor) if plan_id else None
        found = (
            await reading.items(plan.row.id, actor, filters, place.after or None)
            if plan
            else await progress.work(actor, filters, place.after or None)
        )
        units = await choices.units_of(request)
    year = plan.row.year if plan else choices.year_of(asked["year"]) or choices.this_year()
    months = choices.months(language, year)
    states = [(one, say(language, f"planitems.state_{one}")) for one in asking.SHOWN]
    names = short_names(units, language)
    counted = say(language, "planitems.counted", count=formats.counted(found.count, language))
    return page(
        request,
        "planning/items/list.html",
        asked=asked,
        order=order,
        units=choices.options(units, request),
        months=months,
        states=states,
        list=Listing(
            caption=say(language, "planitems.title"),
            heading=say(language, "planitems.subject"),
            columns=lines.columns(
                language,
                of_plan=plan is not None,
                wide=units_wide(units),
                order=place.ordering(asking.DAY, usual, falling=False),
            ),
            lines=lines.lines(found.rows, language, place, names, of_plan=plan is not None),
            empty=Empty(say(language, "planitems.none")),
            total=counted,
            chips=place.chips(
                ("plan", say(language, "plans.plan"), plan.row.title if plan else ""),
                ("year", say(language, "plans.year"), str(filters.year or "")),
                ("month", say(language, "planitems.month"), dict(months).get(asked["month"], "")),
                ("unit", say(language, "plans.unit"), _unit_said(asked["unit"], names)),
                ("state", say(language, "plans.state"), dict(states).get(asked["state"], "")),
            ),
            clear=ITEMS,
            first=place.first,
            following=place.following(found.next),
            taken=query_of({"list": "plan_items", **asked}),
        ),
    )


def _unit_said(asked: str, names: Mapping[UUID, str]) -> str:
    return next((name for ident, name in names.items() if str(ident) == asked), "")


def amends(plan: PlanView) -> bool:
    """Tell whether a change of an item is an amendment of an issued plan."""
    return plan.row.state is PlanState.ISSUED


def may_edit(plan: PlanView, item: ItemView) -> bool:
    """Tell whether the reader may change or remove the item now."""
    if item.row.state in (ItemState.DRAFT, ItemState.FOREIGN):
        return plan.may.edit
    return plan.may.amend and item.row.state is ItemState.PLANNED


async def seen(plan_id: UUID, item_id: UUID, actor: Actor) -> tuple[PlanView, ItemView]:
    """Return an item in sight with its plan. Raises NotFound, also for an item of another plan."""
    async with at_once() as ask:
        finding, viewing = ask(reading.item(item_id, actor)), ask(reading.view(plan_id, actor))
    item = finding.result()
    if item.row.plan_id != plan_id:
        raise NotFound(what="plan_item")
    return viewing.result(), item


@get(ONE, include_in_schema=False)
async def show_item(
    request: AnyRequest, plan_id: FromPath[UUID], item_id: FromPath[UUID]
) -> Response[str]:
    """Show an item with its history. Raises NotFound."""
    return await _show(request, plan_id, item_id)


async def _changes(
    plan_id: UUID, item_id: UUID, actor: Actor, language: Language
) -> list[described.Described]:
    """Return what was done to the item, in the reader's language."""
    found = await stories.changes_of(plan_id, actor, item_id=item_id)
    return await described.changes(found.rows, language)


async def _show(
    request: AnyRequest, plan_id: UUID, item_id: UUID, *, wrong: str = "", status: int = 200
) -> Response[str]:
    """Show the item; after a refusal with the reason that was typed, in its open form."""
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        plan, item = await seen(plan_id, item_id, actor)
        async with at_once() as ask:
            overlapping = ask(reading.overlaps(plan_id, actor)) if plan.whole else None
            changing = ask(_changes(plan_id, item_id, actor, language)) if plan.whole else None
            naming = ask(readers.names_of(item.item.member_ids))
    overlaps = overlapping.result() if overlapping else []
    changes, names = changing.result() if changing else [], naming.result()
    done = request.query_params.get("done", "")
    return page(
        request,
        "planning/items/item.html",
        status=status,
        view=item,
        mark=lines.mark(item.row, language),
        plan=plan,
        amends=amends(plan),
        may_edit=may_edit(plan, item),
        members=[names[one] for one in item.item.member_ids if one in names],
        overlaps=[one for one in overlaps if item_id in (one.item_id, one.other_item_id)],
        changes=changes,
        inspection_at=f"/desk/inspections/{item.row.inspection_id}",
        wrong=wrong,
        typed=await _typed(request) if wrong else None,
        done=done if f"planacts.do_plan.{done}" in CATALOGUES[language] else "",
    )


async def _typed(request: AnyRequest) -> dict[str, str]:
    reason = (await read_form(request)).text("reason")
    return {"act": request.url.path.rpartition("/")[2], "reason": reason}


async def _said(
    request: AnyRequest, plan_id: UUID, item_id: UUID, content: msgspec.Struct, done: str
) -> Response[Any]:
    """Record an act about one item, and show the item again with what came of it."""
    actor = actor_of(request)
    try:
        async with transaction():
            outcome = await service.act(plan_id, content, actor)  # type: ignore[arg-type]  # Wire
    except DomainError as error:
        if error.status not in (409, 422):
            raise
        return await _show(
            request, plan_id, item_id, wrong=told(request, error), status=error.status
        )
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language_of(request))
        return await _show(request, plan_id, item_id, wrong=said, status=409)
    return Redirect(f"/desk/plans/{plan_id}/items/{item_id}?done={done}", status_code=303)


def _needs_reason(language: Language) -> str:
    return say(language, "planacts.reason_needed")


async def _said_why(
    request: AnyRequest,
    plan_id: UUID,
    item_id: UUID,
    content: Callable[[str], msgspec.Struct],
    done: str,
) -> Response[Any]:
    """Record an act about one item with the reason that was typed."""
    reason = typed.reason((await read_form(request)).text("reason"))
    if reason is None:
        said = _needs_reason(language_of(request))
        return await _show(request, plan_id, item_id, wrong=said, status=422)
    return await _said(request, plan_id, item_id, content(reason), done)


@post(f"{ONE}/not_done", opt=ONCE, include_in_schema=False)
async def not_done(
    request: AnyRequest, plan_id: FromPath[UUID], item_id: FromPath[UUID]
) -> Response[Any]:
    """Record that the item is not done, with the reason. Raises NotFound."""
    return await _said_why(
        request,
        plan_id,
        item_id,
        lambda reason: acts.ItemNotDone(item_id=item_id, reason=reason),
        "item_not_done",
    )


@post(f"{ONE}/resume", opt=ONCE, include_in_schema=False)
async def resume(
    request: AnyRequest, plan_id: FromPath[UUID], item_id: FromPath[UUID]
) -> Response[Any]:
    """Plan the item again, with the reason. Raises NotFound."""
    return await _said_why(
        request,
        plan_id,
        item_id,
        lambda reason: acts.ItemResumed(item_id=item_id, reason=reason),
        "item_resumed",
    )


@post(f"{ONE}/remove", opt=ONCE, include_in_schema=False)
async def remove(
    request: AnyRequest, plan_id: FromPath[UUID], item_id: FromPath[UUID]
) -> Response[Any]:
    """Take the item out of a draft, or out of an issued plan by an amendment. Raises NotFound."""
    actor, typed_reason = actor_of(request), (await read_form(request)).text("reason")[:500]
    async with transaction():
        plan, _ = await seen(plan_id, item_id, actor)
    content: acts.ItemsRemoved | acts.PlanAmended
    if amends(plan):
        reason = typed.reason(typed_reason)
        if reason is None:
            said = _needs_reason(language_of(request))
            return await _show(request, plan_id, item_id, wrong=said, status=422)
        content = acts.PlanAmended(reason=reason, removed=[item_id])
    else:
        content = acts.ItemsRemoved(item_ids=[item_id], reason=typed_reason)
    return await _said(request, plan_id, item_id, content, "items_removed")


HANDLERS = [list_items, show_item, not_done, resume, remove]
