"""A head's objection to an account that one administrator made and enrolled alone."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import read_form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.ledger.service import Refused

_PLACE = "/desk/objections/{officer_id:uuid}"


async def _show(request: AnyRequest, officer_id: UUID, status: int = 200, **more: str) -> Any:
    it = await accounts.get_objectionable(actor_of(request), officer_id)
    shown = {"wrong": "", "error": "", "reason": "", "done": request.query_params.get("done")}
    return page(request, "force/people/objection.html", status=status, it=it, **(shown | more))


@get(_PLACE, include_in_schema=False)
async def show_objection(request: AnyRequest, officer_id: FromPath[UUID]) -> Response[Any]:
    """Show whose account it is, and what an objection does."""
    confirming.require(request)
    answer: Response[Any] = await _show(request, officer_id)
    return answer


@post(_PLACE, include_in_schema=False)
async def send_objection(request: AnyRequest, officer_id: FromPath[UUID]) -> Response[Any]:
    """Disable the account, with the reason. Asks for a one-time code again (PRACTICE B4)."""
    confirming.require(request)
    actor, language = actor_of(request), language_of(request)
    await accounts.get_objectionable(actor, officer_id)
    reader = Reader(await read_form(request), partial(say, language))
    label = say(language, "people.reason")
    reason = reader.text("reason", label, least=3, most=2000, required=True)
    answer: Response[Any]
    if reader.errors:
        error = reader.errors["reason"]
        answer = await _show(request, officer_id, 422, error=error, reason=reason)
        return answer
    async with transaction():
        outcome = await accounts.object_to(actor, officer_id, reason)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language)
        answer = await _show(request, officer_id, 409, wrong=wrong, reason=reason)
        return answer
    return Redirect(f"/desk/objections/{officer_id}?done=yes", status_code=303)


HANDLERS = [show_objection, send_objection]
