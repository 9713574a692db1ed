"""Devices: the list, one device's page, and revoking one."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.force.devices import asked as asking
from admin_ui.force.devices import facts, lines, message_lines, parts
from admin_ui.shell.choosing.sources import unit_choices
from admin_ui.shell.formats import number
from admin_ui.shell.forms import query_of, read_form
from admin_ui.shell.listing.places import Place, back
from admin_ui.shell.listing.table import totalled
from admin_ui.shell.reading.fields import REASON, read
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.force.messages import service as phone_messages
from backend.force.units import service as units
from backend.ledger.service import Refused
from schemas.core.vocabulary import Role

_PAGE = 50
_MESSAGES = 10


@get("/desk/devices", include_in_schema=False)
async def list_devices(request: AnyRequest) -> Response[Any]:
    """List the devices in scope under their conditions, newest first, fifty a page."""
    actor, language, query = actor_of(request), language_of(request), request.query_params
    asked = await asking.read(actor, query, language)
    after = query.get("after", "")
    rows, more = await accounts.list_devices(actor, asked.filters, after or None, _PAGE)
    count = await accounts.count_devices(actor, asked.filters)
    bare = not after and not any(value for _, _, value in asked.chips)
    waiting = await accounts.list_waiting_devices(actor) if bare else []
    place = Place("/desk/devices", asked.said, after=after)
    return page(
        request,
        "force/devices/devices.html",
        list=lines.listing(
            rows,
            language,
            whose=True,
            place=place,
            following=place.following(more),
            total=totalled(language, "devices.total", count),
            chips=place.chips(*asked.chips),
            taken=query_of({"list": "devices", **asked.said}),
        ),
        said=asked.said,
        choices=asking.choices(language),
        units=unit_choices(await units.covered(actor), language),
        least=accounts.least_phone_app() is not None,
        waiting=lines.waiting(waiting, language) if waiting else None,
        done="done" in query,
    )


@get("/desk/devices/{device_id:uuid}", include_in_schema=False)
async def show_device(request: AnyRequest, device_id: FromPath[UUID]) -> Response[Any]:
    """Show one device: what it says of itself, who used it, its checks and its history."""
    actor, language = actor_of(request), language_of(request)
    view = await accounts.get_device_page(actor, device_id)
    row = view.row
    sent, _ = await phone_messages.listing(actor, None, _MESSAGES, device_id)
    return page(
        request,
        "force/devices/device.html",
        row=row,
        unit=getattr(row.unit, language),
        back=back("/desk/devices", str(request.url)),
        marks=lines.marks(row, language),
        linked=actor.has(Role.ADMINISTRATOR),
        unsent=facts.unsent_parts(row, language),
        clock=facts.clock(row, language),
        measured=facts.measured(view, language),
        storage=facts.storage(row, language),
        kept=facts.kept(row, language),
        users=parts.users(view, language, linked=actor.has(Role.ADMINISTRATOR)),
        verdicts=parts.verdicts(view, language),
        judged=number(accounts.JUDGED, language),
        history=parts.history(view, language),
        messages=message_lines.listing(sent, language, None),
        may_revoke=view.may_revoke,
        done=request.query_params.get("done", ""),
    )


@get("/desk/devices/{device_id:uuid}/revoke", include_in_schema=False)
async def show_revoke(request: AnyRequest, device_id: FromPath[UUID]) -> Response[Any]:
    """Show what follows from revoking, and ask for the reason."""
    device = await accounts.get_device(actor_of(request), device_id)
    return page(request, "force/devices/revoke.html", device=device, values={}, errors={}, wrong="")


@post("/desk/devices/{device_id:uuid}/revoke", include_in_schema=False)
async def revoke(request: AnyRequest, device_id: FromPath[UUID]) -> Response[Any]:
    """Revoke the device. Its sessions end immediately; what it sends later is quarantined."""
    actor = actor_of(request)
    language = language_of(request)
    device = await accounts.get_device(actor, device_id)
    form = await read_form(request)
    values, errors = read((REASON,), form, {}, partial(say, language))
    wrong, status = "", 422
    if not errors:
        async with transaction():
            outcome = await accounts.revoke_device(actor, device_id, values["reason"])
        if not isinstance(outcome, Refused):
            return Redirect("/desk/devices?done=yes", status_code=303)
        wrong, status = getattr(outcome.text, language), 409
    return page(
        request,
        "force/devices/revoke.html",
        status=status,
        device=device,
        values=dict(form.pairs()),
        errors=errors,
        wrong=wrong,
    )


HANDLERS = [list_devices, show_device, show_revoke, revoke]
