"""Acts that need a reason and nothing else: asked for in words, recorded, and what then is shown."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.words import say
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.ledger.service import Outcome, Refused

Again = Callable[..., Awaitable[Response[Any]]]
"""Shows the page again: `status`, and `wrong` or `errors`."""
Show = Callable[..., Awaitable[Response[Any]]]
"""The same, by the request and the id of a paper."""
Record = Callable[[UUID, str, Actor], Awaitable[Outcome]]
"""Records an act on a paper with its reason, in the caller's transaction. Raises NotFound."""
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


def handler(place: str, act: str, done: str, show: Show, record: Record) -> HTTPRouteHandler:
    """Return the handler of an act on a paper below `place` that needs a reason and nothing else.

    Afterwards the paper's page says `done`; a reason that is refused is said by `show`.
    """

    @post(f"{place}/{{document_id:uuid}}/{act}", include_in_schema=False)
    async def reasoned(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
        """Record the act with the reason that was typed. Raises NotFound."""
        actor = actor_of(request)
        return await recorded(
            request,
            partial(show, request, document_id),
            lambda reason: record(document_id, reason, actor),
            f"{place}/{document_id}?done={done}",
        )

    return reasoned
