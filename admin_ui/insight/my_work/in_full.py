"""Lists of one sort of work, with all that a list of its kind says, e.g. what changed since a file was returned.

Each is reached from My work; the list of inspections is also everything that an officer takes part in, done or not.
"""

from typing import Any, NamedTuple

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.casework.cases import service as cases
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.fieldwork.inspections import service as inspections


class Full(NamedTuple):
    """A list: the service that answers it, its rows, and the keys of its words."""

    ask: Any
    template: str
    title: str
    none: str
    lead: str = ""


_OURS = "insight/my_work/"
LISTS = {
    "drafts": Full(
        inspections.drafts,
        f"{_OURS}_drafts.html",
        "opinions.drafts_wait",
        "opinions.drafts_none",
        "opinions.drafts_wait_lead",
    ),
    "asked": Full(
        inspections.asked,
        f"{_OURS}_asked.html",
        "opinions.asks_wait",
        "opinions.asks_none",
        "opinions.asks_wait_lead",
    ),
    "inspections": Full(
        inspections.queue, f"{_OURS}_waiting.html", "queue.waiting", "queue.waiting_none"
    ),
    "held": Full(inspections.held, f"{_OURS}_held.html", "queue.held", "queue.held_none"),
    "unknown": Full(
        inspections.unknown.listing,
        f"{_OURS}_unknown.html",
        "unknown.list",
        "unknown.none",
        "unknown.list_lead",
    ),
    "unopened": Full(
        inspections.unopened,
        f"{_OURS}_unopened.html",
        "queue.unopened",
        "queue.unopened_none",
        "queue.unopened_lead",
    ),
    "cases": Full(
        cases.waiting, "casework/cases/_rows.html", "cases.waiting", "cases.waiting_none"
    ),
    "mine": Full(inspections.mine, f"{_OURS}_rows.html", "queue.mine", "queue.mine_none"),
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
    opens = cases.may_open(actor)
    return page(
        request,
        "insight/my_work/in_full.html",
        name=name,
        list=found,
        rows_of=full.template,
        title=full.title,
        empty=full.none,
        lead="queue.unopened_who" if name == "unopened" and not opens else full.lead,
        paged=bool(cursor),
        works=cases.my_work.works(actor),
        opens=opens,
    )


HANDLERS = [show_in_full]
