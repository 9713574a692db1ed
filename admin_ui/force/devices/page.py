"""Devices: the list, and revoking one."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.force.devices import lines
from admin_ui.shell.forms import read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.reading.fields import Field, read
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.ledger.service import Refused

_FIELDS = (Field("reason", "area", "people.reason", longest=2000, shortest=3),)


@get("/desk/devices", include_in_schema=False)
async def list_devices(request: AnyRequest) -> Response[Any]:
    """List the devices in scope, newest first, fifty a page."""
    asked = request.query_params.get("after", "")
    actor = actor_of(request)
    rows, more = await accounts.list_devices(actor, after=asked or None)
    waiting = [] if asked else await accounts.list_waiting_devices(actor)
    place = Place("/desk/devices", {}, after=asked)
    return page(
        request,
        "force/devices/devices.html",
        list=lines.listing(
            rows,
            language_of(request),
            whose=True,
            waiting={str(one.device_id) for one in waiting},
            first=place.first,
            following=place.following(more),
        ),
        waiting=lines.waiting(waiting, language_of(request)) if waiting else None,
        done="done" in request.query_params,
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
    values, errors = read(_FIELDS, form, {}, partial(say, language))
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


HANDLERS = [list_devices, show_revoke, revoke]
