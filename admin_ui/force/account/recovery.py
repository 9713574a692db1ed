"""The officer's recovery codes: how many are left, and a new set, shown once to be printed."""

from typing import Any

from litestar import Response, get, post

from admin_ui.force.account.asking import address_of, said
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.core.errors import DomainError
from backend.force.accounts import service as accounts

PLACE = "/desk/account/recovery"


async def _show(request: AnyRequest, status: int = 200, wrong: str = "") -> Response[Any]:
    left, made_at = await accounts.recovery_codes_left(actor_of(request))
    return page(
        request,
        "force/account/recovery.html",
        status=status,
        left=left,
        made_at=made_at,
        wrong=wrong,
    )


@get(PLACE, include_in_schema=False)
async def show_recovery(request: AnyRequest) -> Response[Any]:
    """Show how many codes are left, never the codes."""
    return await _show(request)


@post(PLACE, include_in_schema=False)
async def make_codes(request: AnyRequest) -> Response[Any]:
    """Make a new set after a fresh one-time code, and show it: no other answer has it."""
    form = await read_form(request)
    actor = actor_of(request)
    try:
        codes = await accounts.make_recovery_codes(actor, form.text("code"), address_of(request))
    except DomainError as error:
        return await _show(request, *said(request, error))
    return page(request, "force/account/codes.html", codes=codes)


HANDLERS = [show_recovery, make_codes]
