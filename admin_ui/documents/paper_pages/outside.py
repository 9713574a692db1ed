"""The page of a paper that its signer signs with a token elsewhere.

HANDLERS = outside.handlers("/desk/papers", papers.read, papers.outside, "documents/record_papers")
"""

from collections.abc import Awaitable, Callable
from typing import Protocol
from uuid import UUID

from litestar import Response
from litestar.handlers import HTTPRouteHandler

from admin_ui.shell.render import AnyRequest, actor_of, address_of, page
from admin_ui.shell.scan import outside
from backend.core.actors import Actor
from backend.core.database import at_once, transaction
from schemas.core.desk_papers import DeskPaperView

Read = Callable[[UUID, Actor, str | None], Awaitable[DeskPaperView]]
"""Returns a paper, in the caller's transaction; the reading is recorded. Raises NotFound."""


class Papers(outside.Papers, Protocol):
    """The module of a group's service for papers that are signed elsewhere."""

    def waiting(self, document_id: UUID, actor: Actor, /) -> Awaitable[object | None]:
        """Return what this officer prepared today and has to send back."""


def handlers(place: str, read: Read, papers: Papers, templates: str) -> list[HTTPRouteHandler]:
    """Return the handlers below the pages of a group's papers, which are at `place`.

    In `templates` is its outside.html, which fills the one that is here.
    """

    async def show(
        request: AnyRequest,
        document_id: UUID,
        *,
        status: int = 200,
        wrong: str = "",
        errors: dict[str, str] | None = None,
    ) -> Response[str]:
        actor = actor_of(request)
        async with transaction(), at_once() as ask:
            viewing = ask(read(document_id, actor, address_of(request)))
            prepared = ask(papers.waiting(document_id, actor))
            registered = ask(outside.registered(actor))
        return page(
            request,
            f"{templates}/outside.html",
            status=status,
            here=f"{place}/{document_id}",
            view=viewing.result(),
            prepared=prepared.result(),
            registered=registered.result(),
            wrong=wrong,
            errors=errors or {},
        )

    return outside.handlers(place, show, papers)
