"""Routes: listed, drafted by one officer, published by another, ended."""

from functools import partial
from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.approvals.routes import lines, steps, wording
from admin_ui.shell import typed
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.units import unit_name
from admin_ui.shell.words import say
from backend.approvals.reading.service import SUBJECTS
from backend.approvals.routes import service as routes
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.ledger.service import Refused
from schemas.approvals import routes as acts
from schemas.approvals.words import SubmittedKind
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.law.catalogue import ViolationField

_PLACE = "/desk/routes"
_ONE = f"{_PLACE}/{{route_id:uuid}}"
_MOST = {"name": 200, "note": 500}
"""Most characters of what is typed."""


@get(_PLACE, include_in_schema=False)
async def list_routes(request: AnyRequest) -> Response[str]:
    """List the routes that hold for the reader's unit, with drafts. Raises NotAllowed."""
    actor, language = actor_of(request), language_of(request)
    rows = await routes.page(actor)
    said = {one.id: await wording.steps(one.published.steps, language) for one in rows}
    keeps = routes.may_draft(actor)
    return page(
        request,
        "approvals/routes/list.html",
        list=lines.listing(rows, said, language, clock.today(), keeps=keeps),
        may_keep=keeps,
    )


@get(f"{_PLACE}/new", include_in_schema=False)
async def new_route(request: AnyRequest) -> Response[str]:
    """Show the form of a new route. Raises NotAllowed."""
    said = {"valid_from": [clock.today().isoformat()]}
    return await _form(request, Form(said))


@get(f"{_ONE}/edit", include_in_schema=False)
async def edit_route(request: AnyRequest, route_id: FromPath[UUID]) -> Response[str]:
    """Show the form of the next version, filled from the present one. Raises NotAllowed, NotFound."""
    row = await routes.find(route_id, actor_of(request))
    said = row.waiting or row.published
    return await _form(request, await steps.filled(said), route_id=route_id)


async def _form(
    request: AnyRequest,
    form: Form,
    *,
    route_id: UUID | None = None,
    status: int = 200,
    errors: dict[str, str] | None = None,
    wrong: str = "",
) -> Response[str]:
    actor, language = actor_of(request), language_of(request)
    if not routes.may_draft(actor):
        raise NotAllowed
    units = await routes.units_of(actor)
    return page(
        request,
        "approvals/routes/form.html",
        status=status,
        form=form,
        route_id=route_id,
        numbers=list(range(1, steps.count(form) + 1)),
        choices=steps.choices(language),
        kinds=[(kind, getattr(SUBJECTS[kind], language)) for kind in SubmittedKind],
        papers=wording.papers(form.all("forms"), language),
        conditions=any(form.all(one) and form.text(one) for one in steps.CONDITIONS),
        fields=[(one, say(language, f"catalogue.field_{one}")) for one in ViolationField],
        levels=[(one, say(language, f"routes.level_{one}")) for one in steps.LEVELS],
        units=[(str(one.id), unit_name(one, request)) for one in units],
        errors=errors or {},
        wrong=wrong,
    )


@post(f"{_PLACE}/new", opt=ONCE, include_in_schema=False)
async def draft_route(request: AnyRequest) -> Response[Any]:
    """Propose a new route. Raises NotAllowed."""
    return await _draft(request, None)


@post(f"{_ONE}/edit", opt=ONCE, include_in_schema=False)
async def draft_version(request: AnyRequest, route_id: FromPath[UUID]) -> Response[Any]:
    """Propose the next version of a route. Raises NotAllowed, NotFound."""
    await routes.find(route_id, actor_of(request))
    return await _draft(request, route_id)


async def _draft(request: AnyRequest, route_id: UUID | None) -> Response[Any]:
    actor, form, language = actor_of(request), await read_form(request), language_of(request)
    if not routes.may_draft(actor):
        raise NotAllowed
    if form.text("more"):
        return await _form(request, steps.with_more(form), route_id=route_id)
    if (less := form.text("less")).isdecimal():
        return await _form(request, steps.without(form, int(less[:2])), route_id=route_id)
    errors: dict[str, str] = {}
    content = await _read(request, form, errors)
    if content is None:
        return await _form(request, form, route_id=route_id, status=422, errors=errors)
    async with transaction():
        ident, outcome = await routes.act(route_id, content, actor)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return await _form(request, form, route_id=route_id, status=409, wrong=said)
    return Redirect(f"{_PLACE}/{ident}?done=drafted", status_code=303)


async def _read(
    request: AnyRequest, form: Form, errors: dict[str, str]
) -> acts.RouteDrafted | None:
    language = language_of(request)
    reader = Reader(form, partial(say, language))
    name = reader.text("name", say(language, "routes.name"), most=_MOST["name"], required=True)
    kind = reader.member("kind", say(language, "routes.kind"), SubmittedKind)
    units = [
        (str(one.id), unit_name(one, request)) for one in await routes.units_of(actor_of(request))
    ]
    picked = reader.picked("unit_id", say(language, "routes.unit_id"), units)
    unit_id = UUID(picked) if picked else None
    valid_from = reader.day("valid_from", say(language, "routes.valid_from"))
    reader.text("note", say(language, "routes.note"), most=_MOST["note"])
    amounts = {
        key: reader.money(key, say(language, f"routes.{key}"), required=False)
        for key in steps.AMOUNTS
    }
    errors.update(reader.errors)
    read = await steps.read(request, form, errors)
    if errors or kind is None or unit_id is None or valid_from is None:
        return None
    return acts.RouteDrafted(
        draft_id=new_id(),
        name=name,
        kind=kind,
        unit_id=unit_id,
        forms=form.all("forms")[:60],
        levels=[int(one) for one in form.all("levels") if one in steps.LEVELS],
        fields=[one for one in form.all("fields") if one in set(ViolationField)],
        steps=read,
        valid_from=valid_from,
        note=form.text("note"),
        amount_from=amounts["amount_from"],
        amount_to=amounts["amount_to"],
    )


@get(_ONE, include_in_schema=False)
async def route(request: AnyRequest, route_id: FromPath[UUID]) -> Response[str]:
    """Show a route, a draft beside what it changes, and what can be done. Raises NotAllowed, NotFound."""
    return await _show(request, route_id)


_NO_FORM = Form({})


async def _show(
    request: AnyRequest,
    route_id: UUID,
    form: Form = _NO_FORM,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    actor, language = actor_of(request), language_of(request)
    row = await routes.find(route_id, actor)
    waiting = row.waiting
    return page(
        request,
        "approvals/routes/one.html",
        status=status,
        row=row,
        waiting=waiting,
        now_steps=await wording.steps(row.published.steps, language) if row.version else [],
        next_steps=await wording.steps(waiting.steps, language) if waiting else [],
        later_steps=await wording.steps(row.upcoming.steps, language) if row.upcoming else [],
        kinds=SUBJECTS,
        papers=dict(wording.papers(row.published.forms, language)),
        keeps=routes.may_keep(actor, row.path),
        own=row.drafted_by == actor.officer_id,
        today=clock.today(),
        state=lines.state(row, language, clock.today()),
        marks=lines.marks(row, language),
        form_day=clock.today().isoformat(),
        form=form,
        wrong=wrong,
        errors=errors or {},
        done=request.query_params.get("done", ""),
    )


@post(f"{_ONE}/publish", include_in_schema=False)
async def publish_route(request: AnyRequest, route_id: FromPath[UUID]) -> Response[Any]:
    """Publish another officer's draft. Raises NotAllowed, NotFound, ConfirmationNeeded."""
    confirming.require(request)
    form = await read_form(request)
    content = acts.RoutePublished(draft_id=typed.named(form.text("draft_id")))
    return await _act(request, route_id, content, "published")


@post(f"{_ONE}/decline", include_in_schema=False)
async def decline_route(request: AnyRequest, route_id: FromPath[UUID]) -> Response[Any]:
    """Decline a draft, or take one's own back. Raises NotAllowed, NotFound."""
    form = await read_form(request)
    reader = Reader(form, partial(say, language_of(request)))
    reason = _reason(reader, 2000)
    if reader.errors:
        return await _show(request, route_id, form, status=422, errors=reader.errors)
    content = acts.RouteDeclined(draft_id=typed.named(form.text("draft_id")), reason=reason)
    return await _act(request, route_id, content, "declined", form)


@post(f"{_ONE}/end", include_in_schema=False)
async def end_route(request: AnyRequest, route_id: FromPath[UUID]) -> Response[Any]:
    """Propose to end a route from a day on; a second officer publishes it. Raises NotAllowed, NotFound."""
    form = await read_form(request)
    reader = Reader(form, partial(say, language_of(request)))
    valid_to = reader.day("valid_to", reader.translate("routes.valid_to"))
    reason = _reason(reader, 500)
    if reader.errors or valid_to is None:
        return await _show(request, route_id, form, status=422, errors=reader.errors)
    now = (await routes.find(route_id, actor_of(request))).published
    end = msgspec.structs.replace(now, draft_id=new_id(), ends_on=valid_to, note=reason)
    return await _act(request, route_id, end, "drafted", form)


def _reason(reader: Reader, most: int) -> str:
    label = reader.translate("routes.reason")
    return reader.text("reason", label, least=typed.LEAST_REASON, most=most, required=True)


async def _act(
    request: AnyRequest, route_id: UUID, content: Wire, done: str, form: Form = _NO_FORM
) -> Response[Any]:
    actor = actor_of(request)
    await routes.find(route_id, actor)
    async with transaction():
        _, outcome = await routes.act(route_id, content, actor)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language_of(request))
        return await _show(request, route_id, form, status=409, wrong=said)
    return Redirect(f"{_PLACE}/{route_id}?done={done}", status_code=303)


HANDLERS = [
    list_routes,
    new_route,
    edit_route,
    draft_route,
    draft_version,
    route,
    publish_route,
    decline_route,
    end_route,
]
