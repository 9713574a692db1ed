"""Lists of one sort of work, with all that a list of its kind says, e.g. what changed since a file was returned.

Each is reached from My work; the list of inspections is also everything that an officer takes part in, done or not.
"""

from typing import Any, NamedTuple

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.insight.my_work import full_lines
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Empty, Listing, totalled
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.casework.cases import service as cases
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.fieldwork.inspections import service as inspections


class Full(NamedTuple):
    """A list: the service that answers it, and the keys of its words."""

    ask: Any
    title: str
    none: str
    lead: str = ""


LISTS = {
    "drafts": Full(
        inspections.drafts,
        "opinions.drafts_wait",
        "opinions.drafts_none",
        "opinions.drafts_wait_lead",
    ),
    "asked": Full(
        inspections.asked, "opinions.asks_wait", "opinions.asks_none", "opinions.asks_wait_lead"
    ),
    "inspections": Full(inspections.queue, "queue.waiting", "queue.waiting_none"),
    "held": Full(inspections.held, "queue.held", "queue.held_none"),
    "unknown": Full(
        inspections.unknown.listing, "unknown.list", "unknown.none", "unknown.list_lead"
    ),
    "unopened": Full(
        inspections.unopened, "queue.unopened", "queue.unopened_none", "queue.unopened_lead"
    ),
    "cases": Full(cases.waiting, "cases.waiting", "cases.waiting_none"),
    "mine": Full(inspections.mine, "queue.mine", "queue.mine_none"),
}
BY_KIND = {
    "draft": "drafts",
    "discard": "asked",
    "file": "inspections",
    "held": "held",
    "unknown": "unknown",
    "unopened": "unopened",
}
"""The list that tells more about one kind of work."""


@get("/desk/work/lists/{name:str}", include_in_schema=False)
async def show_in_full(request: AnyRequest, name: FromPath[str]) -> Response[Any]:
    """Show a list, page by page. Raises NotFound for a list that the reader does not have."""
    actor = actor_of(request)
    if name not in cases.my_work.lists_of(actor):
        raise NotFound(what="page")
    full, cursor = LISTS[name], request.query_params.get("after")
    async with transaction():
        found = await full.ask(actor, cursor)
    opens, language = cases.may_open(actor), language_of(request)
    works = cases.my_work.works(actor)
    place = Place(f"/desk/work/lists/{name}", {}, after=cursor or "")
    home, back = (
        ("/desk/", "queue.all_lists") if works else ("/desk/exceptions", "queue.to_exceptions")
    )
    title = say(language, full.title)
    return page(
        request,
        "insight/my_work/in_full.html",
        title=title,
        lead="queue.unopened_who" if name == "unopened" and not opens else full.lead,
        home=home,
        back=say(language, back),
        list=Listing(
            caption=title,
            heading=say(language, "cases.case" if name == "cases" else "queue.inspection"),
            columns=full_lines.TABLES[name].columns(language),
            lines=full_lines.lines(name, found.rows, language, clock.now(), opens=opens),
            empty=Empty(say(language, full.none), home, say(language, back)),
            total=totalled(language, "listing.total", found.count),
            first=place.first,
            following=place.following(found.next),
        ),
    )


HANDLERS = [show_in_full]
