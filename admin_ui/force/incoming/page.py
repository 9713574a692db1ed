"""The register of incoming papers of a unit: the clerk enters each paper, which gets the next number."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.force.incoming import lines
from admin_ui.shell import tables, typed
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Empty, Listing, total_shown
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.unit_names import unit_options
from admin_ui.shell.words import say
from backend.core import clock
from backend.core.database import transaction
from backend.force.registers import incoming
from backend.ledger.service import Refused
from schemas.core.ids import new_id
from schemas.force.number_acts import PaperReceived

_PLACE = "/desk/incoming"
_TEXTS = (("sender", 300), ("symbol", 100), ("subject", 1000), ("receiver", 300), ("note", 500))
_NEEDED = {"sender": 2, "subject": 3, "receiver": 2}


async def _show(
    request: AnyRequest,
    unit_id: UUID,
    *,
    year: int | None = None,
    words: str = "",
    before: int | None = None,
    form: Form | None = None,
    errors: dict[str, str] | None = None,
    wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    found = await incoming.seen(
        actor_of(request), unit_id, year, words, before, address_of(request)
    )
    names = [*(name for name, _ in _TEXTS), "received_on", "dated", "file"]
    language = language_of(request)
    asked = {"unit": str(found.unit.id), "year": str(found.year), "q": words}
    place = Place(_PLACE, asked, after=str(before or ""))
    following = place.following(str(found.before or ""), "before")
    return page(
        request,
        "force/incoming/incoming.html",
        status=status,
        found=found,
        unit_options=unit_options(found.units, language_of(request)),
        q=words,
        today=clock.today().isoformat(),
        typed=_typed(request, form, names),
        errors=errors or {},
        wrong=wrong,
        done="done" in request.query_params,
        list=Listing(
            caption=say(language, "incoming.title"),
            heading=say(language, "incoming.subject"),
            columns=lines.columns(language),
            lines=lines.lines(found.rows, language),
            empty=Empty(
                say(language, "incoming.none" if found.may_enter else "incoming.none_other")
            ),
            total=total_shown(language, len(found.rows), place.first, following),
            chips=place.chips(("q", say(language, "incoming.asked"), words)),
            clear=place.without("q"),
            first=place.first,
            following=following,
            wordy=True,
        ),
    )


def _typed(request: AnyRequest, form: Form | None, names: list[str]) -> dict[str, str]:
    """Return what was typed, or what the page of a filed document says of it in the address."""
    if form is not None:
        return {name: form.text(name)[:1000] for name in names}
    if typed.identifier(request.query_params.get("file", "")) is None:
        return {}
    given = {name: request.query_params.get(name, "")[:1000] for name in names}
    return {name: text for name, text in given.items() if text}


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None


@get(_PLACE, include_in_schema=False)
async def list_incoming(
    request: AnyRequest,
    unit: FromQuery[str] = "",
    year: FromQuery[str] = "",
    q: FromQuery[str] = "",
    before: FromQuery[str] = "",
) -> Response[Any]:
    """Show a page of the register, and the form for the clerk. Raises NotAllowed, NotFound."""
    unit_id = tables.unit(unit, actor_of(request))
    of = _number(year) if len(year) == 4 else None
    return await _show(request, unit_id, year=of, words=q[:100], before=_number(before))


@post(f"{_PLACE}/{{unit_id:uuid}}", opt=ONCE, include_in_schema=False)
async def enter(request: AnyRequest, unit_id: FromPath[UUID]) -> Response[Any]:
    """Enter a paper that came in. Raises NotAllowed, NotFound."""
    actor, language = actor_of(request), language_of(request)
    await incoming.seen(actor, unit_id, None, "", None)
    form = await read_form(request)
    reader = Reader(form, partial(say, language))
    for name, least in _NEEDED.items():
        if len(form.text(name)) < least:
            reader.tell(name, say(language, f"incoming.needed_{name}"))
    for name, most in _TEXTS:
        reader.text(name, say(language, f"incoming.{name}"), most=most)
    received_on = reader.day("received_on", say(language, "incoming.received_on"))
    dated = reader.day("dated", say(language, "incoming.dated"), required=False)
    if reader.errors or received_on is None:
        return await _show(request, unit_id, form=form, errors=reader.errors, status=422)
    content = PaperReceived(
        paper_id=new_id(),
        received_on=received_on,
        sender=form.text("sender"),
        symbol=form.optional("symbol"),
        dated=dated,
        subject=form.text("subject"),
        receiver=form.text("receiver"),
        note=form.optional("note"),
        file_id=typed.identifier(form.text("file")),
    )
    async with transaction():
        outcome = await incoming.enter(actor, unit_id, content)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return await _show(request, unit_id, form=form, wrong=said, status=409)
    return Redirect(f"{_PLACE}?unit={unit_id}&done=yes", status_code=303)


HANDLERS = [list_incoming, enter]
