"""Approval of a device that is new to an officer, by a head of a unit or an administrator."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.confirming import confirming
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.ledger.service import Refused

_PLACE = "/desk/new-devices/{waiting_id:uuid}"


async def _show(request: AnyRequest, waiting_id: UUID, status: int = 200, wrong: str = "") -> Any:
    it = await accounts.get_waiting_device(actor_of(request), waiting_id)
    done = request.query_params.get("done")
    return page(
        request, "force/devices/new_device.html", status=status, it=it, wrong=wrong, done=done
    )


@get(_PLACE, include_in_schema=False)
async def show_waiting(request: AnyRequest, waiting_id: FromPath[UUID]) -> Response[Any]:
    """Show whose device it is, and what an approval does."""
    confirming.require(request)
    answer: Response[Any] = await _show(request, waiting_id)
    return answer


@post(_PLACE, include_in_schema=False)
async def send_approval(request: AnyRequest, waiting_id: FromPath[UUID]) -> Response[Any]:
    """Approve the device: the officer can sign in with it from now on."""
    confirming.require(request)
    actor = actor_of(request)
    async with transaction():
        outcome = await accounts.approve_device(actor, waiting_id)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language_of(request))
        answer: Response[Any] = await _show(request, waiting_id, 409, wrong)
        return answer
    return Redirect(f"/desk/new-devices/{waiting_id}?done=yes", status_code=303)


HANDLERS = [show_waiting, send_approval]
