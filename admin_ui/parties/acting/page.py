"""Acts of a party that say one thing: each has a page with what it means and its form."""

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.parties.acting import asked as asking
from admin_ui.parties.editing.page import ONE, address
from admin_ui.shell import drawn_maps, places
from admin_ui.shell.choosing.sources import area_officer_options
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.ledger.service import Refused
from backend.parties import reading, recording
from schemas.parties.acts import LicenceEnded, LicenceRecorded
from schemas.parties.views import PartyView

_OF_LICENCES = ("licence", "licence-end")
_ACT = f"{ONE}/acts/{{act:str}}"


@get(_ACT, include_in_schema=False)
async def ask(request: AnyRequest, party_id: FromPath[UUID], act: FromPath[str]) -> Response[Any]:
    """Show what the act means and its form. Raises NotAllowed, NotFound."""
    view = await _view(request, party_id, act)
    if not asking.open_to(act, view):
        return Redirect(address(party_id), status_code=303)
    form = asking.opened(act, view, request.query_params.get("licence", ""), clock.today())
    return await _page(request, act, view, form)


@post(_ACT, opt=ONCE, include_in_schema=False)
async def record(
    request: AnyRequest, party_id: FromPath[UUID], act: FromPath[str]
) -> Response[Any]:
    """Record the act. Raises NotAllowed, NotFound."""
    actor, form, language = actor_of(request), await read_form(request), language_of(request)
    view = await _view(request, party_id, act)
    if not asking.open_to(act, view):
        return Redirect(address(party_id), status_code=303)
    translate = partial(say, language)
    of = asking.asked(act, view, await area_officer_options(actor, language), translate)
    content, errors = asking.content(act, form, view, of, translate)
    if content is None:
        return await _page(request, act, view, form, errors=errors, status=422)
    async with transaction():
        if isinstance(content, LicenceRecorded | LicenceEnded):
            outcome = await recording.licence(party_id, content, actor)
        else:
            outcome = await recording.act(party_id, content, actor)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return await _page(request, act, view, form, refused=said, status=409)
    return Redirect(f"{address(party_id)}?done={act}", status_code=303)


async def _view(request: AnyRequest, party_id: UUID, act: str) -> PartyView:
    if act not in asking.FIELDS:
        raise NotFound(what="party_act")
    async with transaction():
        view = await reading.view(party_id, actor_of(request))
        if not view.may_keep:
            raise NotAllowed
        if request.method == "GET":
            await reading.note_opened(
                [view.id], actor_of(request), "party.form", address_of(request)
            )
    return view


async def _page(
    request: AnyRequest,
    act: str,
    view: PartyView,
    form: Form,
    *,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
) -> Response[str]:
    language = language_of(request)
    officers = await area_officer_options(actor_of(request), language)
    of = asking.asked(act, view, officers, partial(say, language))
    return page(
        request,
        "parties/acting/act.html",
        status=status,
        view=view,
        act=act,
        form=form,
        fields=of.fields,
        choices=of.choices,
        errors=errors or {},
        refused=refused,
        sure=act in asking.DANGER,
        map=_map(view) if act == "place" else None,
        carried=form.text("licence") if act == "licence" else "",
        held_under=asking.held_under(view, form.text("licence")) if act in _OF_LICENCES else "",
        address=f"{address(view.id)}/acts/{act}",
        back=address(view.id),
    )


class Map(NamedTuple):
    """What a map is drawn from on which a point is picked."""

    provinces: list[tuple[str, str]]
    files: Mapping[str, str]
    """Where the centres of each province's communes are."""
    province: str
    """Which one is shown first; empty if nothing says where the party is."""


def _map(view: PartyView) -> Map | None:
    """Return it, or None in a checkout that never fetched it."""
    files = drawn_maps.communes_of()
    if not drawn_maps.draws():
        return None
    at = view.point
    near = places.nearest((at.latitude_e7, at.longitude_e7)) if at else None
    shown = near.province if near else view.details.address.province_code or ""
    return Map([one for one in places.PROVINCES.items() if one[0] in files], files, shown)


HANDLERS = [ask, record]
