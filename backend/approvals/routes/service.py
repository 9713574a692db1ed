"""Routes as pages and other groups use them: listed, drafted, published, ended."""

from uuid import UUID

from backend.approvals.queries import routes as queries
from backend.approvals.queries.routes import ListedRoute as ListedRoute
from backend.approvals.reading.naming import units_of as units_of
from backend.approvals.routes.handler import KEEPERS
from backend.approvals.routes.handler import may_keep as may_keep
from backend.core import scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.approvals import routes as acts
from schemas.approvals.words import RouteAct
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind

_TYPES: dict[type[Wire], RouteAct] = {
    kind: RouteAct(name) for name, kind in acts.ROUTE_CONTENTS.items()
}


def may_draft(actor: Actor) -> bool:
    """Tell whether an officer keeps routes at all."""
    return actor.has(*KEEPERS)


async def page(actor: Actor) -> list[ListedRoute]:
    """List the routes of the reader's unit, of those below, and of those above, which hold here too.

    Raises NotAllowed for officers who neither keep nor check them.
    """
    if scope.routes(actor).empty:
        raise NotAllowed
    return await queries.page(actor)


async def find(route_id: UUID, actor: Actor) -> ListedRoute:
    """Return one of page(). Raises NotAllowed, NotFound."""
    found = next((one for one in await page(actor) if one.id == route_id), None)
    if found is None:
        raise NotFound(what="route")
    return found


async def act(route_id: UUID | None, content: Wire, actor: Actor) -> tuple[UUID, Outcome]:
    """Draft, publish, decline or end a route, in the caller's transaction; None begins a new one."""
    ident = route_id or new_id()
    written = ledger.desk_act(RecordKind.ROUTE, ident, _TYPES[type(content)], content, actor)
    return ident, await ledger.record(written, actor)
