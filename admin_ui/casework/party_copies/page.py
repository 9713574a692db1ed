"""The copy for the party: who got a second code, a new one, its prints, and to whom it was handed over.

One page for papers of cases, decisions, minutes of inspections and papers made on site, found by the public code.
"""

from functools import partial
from typing import Any, get_args
from urllib.parse import quote

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath

from admin_ui.shell import typed
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import say
from backend.casework.party_copies import service as party_copies
from backend.core import clock
from schemas.casework.party_copies import (
    Appointment,
    AskCopy,
    CopyHanded,
    CopyLayout,
    CopyWay,
    HandCopy,
    PrintCopy,
)
from schemas.core.ids import new_id

_ADDRESS = "/desk/copies/{code:str}"
_LAYOUTS = get_args(CopyLayout)
_MOST = 200
_NO_FORM = Form({})


async def _page(
    request: AnyRequest,
    code: str,
    *,
    status: int = 200,
    handed: CopyHanded | None = None,
    form: Form = _NO_FORM,
    errors: dict[str, str] | None = None,
    recorded: bool = False,
) -> Response[str]:
    view, paper = await party_copies.page_and_paper(code, actor_of(request), address_of(request))
    return page(
        request,
        "casework/party_copies/copies.html",
        status=status,
        view=view,
        paper_at=_address_of(paper),
        handed=handed,
        form=form,
        layouts=_LAYOUTS,
        errors=errors or {},
        recorded=recorded,
    )


def _address_of(paper: party_copies.Held) -> str:
    """Return the page of the paper; what was made on site is read on its inspection's page."""
    if paper.on_site is not None:
        return f"/desk/inspections/{paper.record_id}"
    return f"/desk/{'documents' if paper.case else 'decisions'}/{paper.document_id}"


@get(_ADDRESS, include_in_schema=False)
async def copies(request: AnyRequest, code: FromPath[str]) -> Response[str]:
    """Show which second codes the party got, and how they were used. Raises NotFound."""
    return await _page(request, code)


@post(_ADDRESS, status_code=200, include_in_schema=False)
async def give(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """Give a new second code and show it, once. It voids the one that the page showed, so the page asks first.

    Raises NotFound, NotAllowed.
    """
    form, actor, address = await read_form(request), actor_of(request), address_of(request)
    agreed = typed.identifier(form.text("replaces")) if form.ticked("again") else None
    try:
        asked = AskCopy(id=new_id(), replaces=agreed)
        handed = await party_copies.give(code, actor, address, asked)
    except party_copies.CopyInUse:
        said = say(language_of(request), "copies.again_needed")
        return await _page(request, code, status=422, errors={"again": said})
    return await _page(request, code, handed=handed)


@post(f"{_ADDRESS}/print", status_code=200, include_in_schema=False)
async def print_copy(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """Send the A4 print with its slip, or a narrow slip, each with the second code. Raises NotFound."""
    form, actor, address = await read_form(request), actor_of(request), address_of(request)
    reader = Reader(form, partial(say, language_of(request)))
    appointment, layout = _appointment(reader), _layout(reader)
    if reader.errors:
        return await _back(request, code, form, reader.errors)
    order = msgspec.convert(
        {"ticket": form.text("ticket")[:2000], "layout": layout, "appointment": appointment},
        PrintCopy,
    )
    made = await party_copies.handout(code, order, actor, address)
    ending = made.name.rpartition(".")[2]
    disposition = f"attachment; filename=\"copy.{ending}\"; filename*=UTF-8''{quote(made.name)}"
    return Response(
        made.data, media_type=made.media_type, headers={"content-disposition": disposition}
    )


@post(f"{_ADDRESS}/handed", status_code=200, include_in_schema=False)
async def hand_over(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """Record that the copy was handed over: how, to whom, with which appointment.

    Raises NotFound, NotAllowed, HandoverDiffers.
    """
    form, actor, address = await read_form(request), actor_of(request), address_of(request)
    reader = Reader(form, partial(say, language_of(request)))
    appointment, layout = _appointment(reader), _layout(reader)
    receiver = _line(reader, "receiver")
    if reader.errors:
        return await _back(request, code, form, reader.errors)
    handed = await party_copies.shown_again(code, form.text("ticket"), actor)
    said = HandCopy(
        id=typed.named(form.text("handover")),
        copy_id=handed.id,
        way=msgspec.convert(layout.replace("picture", "slip"), CopyWay),
        receiver=receiver,
        appointment=appointment,
        handed_at=clock.now(),
    )
    await party_copies.hand_over(code, said, actor, address)
    return await _page(request, code, handed=handed, recorded=True)


async def _back(
    request: AnyRequest, code: str, form: Form, errors: dict[str, str]
) -> Response[str]:
    """Show the page with what was typed, and the second code, which would be lost otherwise."""
    handed = await party_copies.shown_again(code, form.text("ticket"), actor_of(request))
    return await _page(request, code, status=422, handed=handed, form=form, errors=errors)


def _appointment(reader: Reader) -> Appointment | None:
    """Read when and where the party comes: both, or neither."""
    at, place = "appointment_at", "appointment_place"
    if not reader.form.text(at) and not reader.form.text(place):
        return None
    for one in (at, place):
        if not reader.form.text(one):
            reader.tell(one, reader.translate(f"copies.{one}_needed"))
    moment = reader.moment(at, reader.translate("copies.appointment_at"))
    where = _line(reader, place)
    return None if moment is None or not where else Appointment(at=moment, place=where)


def _layout(reader: Reader) -> str:
    label = reader.translate("copies.layout")
    return reader.chosen("layout", label, _LAYOUTS, required=False) or "a4"


def _line(reader: Reader, at: str) -> str:
    text = reader.text(at, reader.translate(f"copies.{at}"), most=_MOST, required=True)
    return " ".join(text.split())


HANDLERS = [copies, give, print_copy, hand_over]
