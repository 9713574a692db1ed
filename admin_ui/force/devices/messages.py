"""Messages to phones: writing one to a device or to the phones of a unit, the list of them, and who read one."""

from collections.abc import Awaitable
from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.force.devices import message_lines
from admin_ui.shell.choosing.sources import unit_choices
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.reading.fields import Errors, Field, read
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.force.messages import service as phone_messages
from backend.force.units import service as units
from backend.ledger.service import Outcome, Refused
from schemas.force.device_acts import MESSAGE_LONGEST

_LIST = "/desk/devices/messages"
_PAGE = 50
_TEXT = Field(
    "text",
    "area",
    "devices.message",
    longest=MESSAGE_LONGEST,
    shortest=3,
    hint="devices.message_hint",
)
_UNIT = Field("unit_id", "choice", "devices.unit_below", source="units")


@get(_LIST, include_in_schema=False)
async def list_messages(request: AnyRequest) -> Response[Any]:
    """List the messages of the scope, the newest first, fifty a page."""
    after, language = request.query_params.get("after", ""), language_of(request)
    rows, more = await phone_messages.listing(actor_of(request), after or None, _PAGE)
    place = Place(_LIST, {}, after=after)
    return page(
        request,
        "force/devices/messages.html",
        done="done" in request.query_params,
        list=message_lines.listing(rows, language, place, place.following(more)),
    )


@get(_LIST + "/{message_id:uuid}", include_in_schema=False)
async def show_message(request: AnyRequest, message_id: FromPath[UUID]) -> Response[Any]:
    """Show one message, and with whom it has come how far."""
    language = language_of(request)
    found, receipts = await phone_messages.get(actor_of(request), message_id)
    return page(
        request,
        "force/devices/message.html",
        it=found,
        to=message_lines.to(found, language),
        list=message_lines.receipts(receipts, language),
        more=max(0, found.told - len(receipts)),
    )


async def _form(
    request: AnyRequest,
    fields: tuple[Field, ...],
    to: str,
    back: str,
    form: Form | None = None,
    errors: Errors | None = None,
    wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    return page(
        request,
        "force/devices/send_message.html",
        status=status,
        fields=fields,
        choices=await _choices(request, fields),
        form=form or Form.filled({}),
        errors=errors or {},
        wrong=wrong,
        to=to,
        back=back,
    )


async def _choices(
    request: AnyRequest, fields: tuple[Field, ...]
) -> dict[str, list[tuple[str, str]]]:
    if _UNIT not in fields:
        return {}
    language = language_of(request)
    return {"unit_id": unit_choices(await units.covered(actor_of(request)), language)}


async def _sent(sending: Awaitable[Outcome]) -> Outcome:
    async with transaction():
        return await sending


@get("/desk/devices/{device_id:uuid}/message", include_in_schema=False)
async def show_to_device(request: AnyRequest, device_id: FromPath[UUID]) -> Response[Any]:
    """Show the form of a message to the officers signed in on a device."""
    device = await accounts.get_seen_device(actor_of(request), device_id)
    return await _form(
        request, (_TEXT,), f"{device.name}, {device.officer}", f"/desk/devices/{device_id}"
    )


@post("/desk/devices/{device_id:uuid}/message", include_in_schema=False)
async def send_to_device(request: AnyRequest, device_id: FromPath[UUID]) -> Response[Any]:
    """Send the message."""
    actor, language = actor_of(request), language_of(request)
    device = await accounts.get_seen_device(actor, device_id)
    form = await read_form(request)
    values, errors = read((_TEXT,), form, {}, partial(say, language))
    wrong, status = "", 422
    if not errors:
        outcome = await _sent(phone_messages.to_device(actor, device_id, values["text"]))
        if not isinstance(outcome, Refused):
            return Redirect(f"/desk/devices/{device_id}?done=message", status_code=303)
        wrong, status = getattr(outcome.text, language), 409
    to, back = f"{device.name}, {device.officer}", f"/desk/devices/{device_id}"
    return await _form(request, (_TEXT,), to, back, form, errors, wrong, status)


@get(_LIST + "/new", include_in_schema=False)
async def show_to_unit(request: AnyRequest) -> Response[Any]:
    """Show the form of a message to the phones of a unit and those below."""
    await phone_messages.listing(actor_of(request), None, 1)  # or NotAllowed
    return await _form(request, (_UNIT, _TEXT), "", _LIST)


@post(_LIST + "/new", include_in_schema=False)
async def send_to_unit(request: AnyRequest) -> Response[Any]:
    """Send the message."""
    actor, language, fields = actor_of(request), language_of(request), (_UNIT, _TEXT)
    await phone_messages.listing(actor, None, 1)  # or NotAllowed
    form = await read_form(request)
    values, errors = read(fields, form, await _choices(request, fields), partial(say, language))
    wrong, status = "", 422
    if not errors:
        outcome = await _sent(phone_messages.to_unit(actor, values["unit_id"], values["text"]))
        if not isinstance(outcome, Refused):
            return Redirect(f"{_LIST}?done=yes", status_code=303)
        wrong, status = getattr(outcome.text, language), 409
    return await _form(request, fields, "", _LIST, form, errors, wrong, status)


HANDLERS = [list_messages, show_message, show_to_device, send_to_device, show_to_unit, send_to_unit]
