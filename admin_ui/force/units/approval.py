"""Whether officers' new phones wait for an approval in a unit: how it is now and why, and setting it."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.fields import REASON, Errors, read
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.force.units import service as units
from backend.ledger.service import Refused

_PLACE = "/desk/units/{unit_id:uuid}/device-approval"


async def _show(
    request: AnyRequest,
    unit_id: UUID,
    form: Form | None = None,
    errors: Errors | None = None,
    wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    actor, language = actor_of(request), language_of(request)
    standing = await accounts.device_demand(actor, unit_id)
    return page(
        request,
        "force/units/approval.html",
        status=status,
        unit=await units.get_administered(actor, unit_id),
        it=standing,
        inherited=[getattr(one, language) for one in standing.inherited],
        fields=(REASON,),
        choices={},
        form=form or Form.filled({}),
        errors=errors or {},
        wrong=wrong,
        done="done" in request.query_params,
    )


@get(_PLACE, include_in_schema=False)
async def show_approval(request: AnyRequest, unit_id: FromPath[UUID]) -> Response[Any]:
    """Show how it is set, by whom, and the form that changes what the unit itself demands."""
    confirming.require(request)
    return await _show(request, unit_id)


@post(_PLACE, include_in_schema=False)
async def set_approval(request: AnyRequest, unit_id: FromPath[UUID]) -> Response[Any]:
    """Demand an approval, or no longer. It needs a second factor, which an attacker at a desk does not have."""
    confirming.require(request)
    form, language = await read_form(request), language_of(request)
    values, errors = read((REASON,), form, {}, partial(say, language))
    if errors:
        return await _show(request, unit_id, form, errors, status=422)
    async with transaction():
        outcome = await accounts.set_device_demand(
            actor_of(request),
            unit_id,
            demanded=form.text("demanded") == "yes",
            reason=values["reason"],
        )
    if isinstance(outcome, Refused):
        return await _show(
            request, unit_id, form, wrong=getattr(outcome.text, language), status=409
        )
    return Redirect(f"/desk/units/{unit_id}/device-approval?done=yes", status_code=303)


HANDLERS = [show_approval, set_approval]
