"""The first page after sign-in: what waits for its reader.

Each list shows its first rows and its total; `?show=` opens one list in full, page by page.
"""

from typing import Any

from litestar import Response, get
from litestar.response import Redirect

from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.casework.cases import service as cases
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from backend.force import restores
from backend.force.accounts import service as accounts
from schemas.core.vocabulary import Role

FIRST_ROWS = 20
"""Rows of each list on the front page. Overdue ones come first."""
_LISTS = {
    "drafts": inspections.drafts,
    "asked": inspections.asked,
    "inspections": inspections.queue,
    "held": inspections.held,
    "unknown": inspections.unknown.listing,
    "unopened": inspections.unopened,
    "cases": cases.waiting,
    "mine": inspections.mine,
}


@get(["/desk/", "/desk"], include_in_schema=False)
async def show_queue(request: AnyRequest) -> Response[Any]:
    """Show what waits: for a supervisor's ruling, or in an officer's teams.

    Readers with neither are redirected to another page, unless the address names a list.
    """
    actor = actor_of(request)
    asked = request.query_params.get("show", "")
    chosen = asked if asked in cases.my_work.lists_of(actor) else ""
    works = cases.my_work.works(actor)
    if not works and not chosen:
        return Redirect(_start(actor), status_code=303)
    cursor = request.query_params.get("after") if chosen else None
    found: dict[str, Any] = {}
    async with transaction():
        for name in [chosen] if chosen else cases.my_work.lists_of(actor):
            ask: Any = _LISTS[name]
            found[name] = await (ask(actor, cursor) if chosen else ask(actor, limit=FIRST_ROWS))
        new_devices = [] if chosen else await accounts.list_waiting_devices(actor)
        lost = await restores.lately(clock.now())
    return page(
        request,
        "insight/my_work/queue.html",
        lost=lost,
        tells=actor.has(*restores.READERS),
        lists=found,
        new_devices=new_devices,
        chosen=chosen,
        paged=bool(cursor),
        works=works,
        opens=cases.may_open(actor),
    )


def _start(actor: Actor) -> str:
    """Return the start page of a reader without such work."""
    if actor.has(Role.AUDITOR, Role.LEGAL):
        return "/desk/search"
    return "/desk/cases" if actor.has(Role.CLERK) else "/desk/people"


HANDLERS = [show_queue]
