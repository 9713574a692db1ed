"""Restructurings that wait for a second administrator: the list, one of them, the answer."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.force.restructurings import lines
from admin_ui.force.units import showing
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.reading.fields import REASON, Errors, Field, read
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.force.units import service as units
from backend.ledger.service import Refused

_LIST = "/desk/unit-asks"
_ONE = _LIST + "/{ask_id:uuid}"
_PAGE = 50
_ANSWERS = {
    "confirm": (
        Field(
            "note",
            "area",
            "restructurings.note",
            longest=2000,
            shortest=3,
            hint="restructurings.note_hint",
        ),
    ),
    "decline": (REASON,),
}


@get(_LIST, include_in_schema=False)
async def list_restructurings(request: AnyRequest) -> Response[Any]:
    """List the restructurings that were asked for in the scope, the newest first, fifty a page."""
    after = request.query_params.get("after", "")
    rows, more = await units.list_asks(actor_of(request), after or None, _PAGE)
    place = Place(_LIST, {}, after=after)
    return page(
        request,
        "force/restructurings/restructurings.html",
        list=lines.listing(rows, language_of(request), place, place.following(more)),
    )


async def _show(
    request: AnyRequest,
    ask_id: UUID,
    form: Form | None = None,
    errors: Errors | None = None,
    wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        ask = await units.get_ask(actor, ask_id)
        unit = await units.get_administered(actor, ask.row.unit_id)
        asked_at = request.query_params.get("from", "")
        it = await showing.shown(
            unit,
            ask.change,
            ask.now,
            language,
            then=ask.then,
            done=ask.done,
            at=int(asked_at) if asked_at.isdecimal() and len(asked_at) < len(str(10**6)) else 0,
            place=f"{_LIST}/{ask_id}",
        )
    done = request.query_params.get("done", "")
    return page(
        request,
        "force/restructurings/restructuring.html",
        status=status,
        ask=ask,
        it=it,
        title=showing.title(unit.name, language, it.kind),
        until=units.ask_lapses(ask.row),
        why_not=getattr(ask.why_not, language) if ask.why_not else "",
        values={name: form.text(name) for name in ("note", "reason")} if form else {},
        errors=errors or {},
        wrong=wrong,
        done=done if done in ("asked", "confirm", "decline") else "",
    )


@get(_ONE, include_in_schema=False)
async def show_restructuring(request: AnyRequest, ask_id: FromPath[UUID]) -> Response[Any]:
    """Show what is asked for and what it touches now, what differs from then, and what this reader may do."""
    return await _show(request, ask_id)


@post(_ONE + "/{answer:str}", include_in_schema=False)
async def answer_restructuring(
    request: AnyRequest, ask_id: FromPath[UUID], answer: FromPath[str]
) -> Response[Any]:
    """Confirm what the page showed, with a second factor, or decline it with a reason."""
    actor, language = actor_of(request), language_of(request)
    if answer not in _ANSWERS:
        raise NotFound(what="answer")
    async with transaction():
        await units.get_ask(actor, ask_id)
    if answer == "confirm":
        confirming.require(request)
    form = await read_form(request)
    values, errors = read(_ANSWERS[answer], form, {}, partial(say, language))
    if errors:
        return await _show(request, ask_id, form, errors, status=422)
    try:
        async with transaction():
            if answer == "confirm":
                outcome = await units.confirm(actor, ask_id, form.text("seen"), values["note"])
            else:
                outcome = await units.decline(actor, ask_id, values["reason"])
    except RefusedAct as refused:
        wrong = getattr(refused.text, language)
        return await _show(request, ask_id, form, wrong=wrong, status=409)
    if outcome is None:
        wrong = say(language, "restructurings.changed")
        return await _show(request, ask_id, form, wrong=wrong, status=409)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language)
        return await _show(request, ask_id, form, wrong=wrong, status=409)
    return Redirect(f"{_LIST}/{ask_id}?done={answer}", status_code=303)


HANDLERS = [
    list_restructurings,
    show_restructuring,
    answer_restructuring,
]
