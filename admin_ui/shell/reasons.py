"""Acts that need a reason and nothing else: asked for in words, recorded, and what then is shown."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Response
from litestar.response import Redirect

from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, language_of
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.ledger.service import Outcome, Refused

Again = Callable[..., Awaitable[Response[Any]]]
"""Shows the page again: `status`, and `wrong` or `errors`."""
LEAST, MOST = 3, 2000
"""Characters of a reason, as every act that has one takes them."""


async def recorded(
    request: AnyRequest,
    again: Again,
    record: Callable[[str], Awaitable[Outcome]],
    onward: str,
) -> Response[Any]:
    """Record an act with the reason that was typed, and lead `onward`; `record` joins this transaction."""
    reason, language = (await read_form(request)).text("reason"), language_of(request)
    if not LEAST <= len(reason) <= MOST:
        return await again(status=422, errors={"reason": say(language, "paper.reason_needed")})
    async with transaction():
        outcome = await record(reason)
    if isinstance(outcome, Refused):
        return await again(status=409, wrong=getattr(outcome.text, language))
    return Redirect(onward, status_code=303)
