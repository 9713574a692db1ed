"""What is due across the reader's unit, soonest first: each time limit with its case, article and officer."""

from typing import Any

from litestar import Response, get

from admin_ui.casework.clocks import lines
from admin_ui.shell.addresses import query_of
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Empty, Listing, total_shown
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.casework.clocks import service as case_clocks
from backend.casework.clocks.service import Filter
from backend.core import clock
from backend.core.database import transaction

_PLACE = "/desk/due"


@get(_PLACE, include_in_schema=False)
async def show_due(request: AnyRequest) -> Response[Any]:
    """Show one page of the selected filter; all time limits if the URL names no known filter."""
    asked = request.query_params.get("show", "")
    chosen = Filter(asked) if asked in set(Filter) else Filter.ALL
    cursor = request.query_params.get("after") or None
    actor, language = actor_of(request), language_of(request)
    place = Place(_PLACE, {"show": chosen.value}, after=cursor or "")
    async with transaction():
        found = await case_clocks.due_page(actor, chosen, cursor)
    following = place.following(found.next)
    return page(
        request,
        "casework/clocks/due.html",
        chosen=chosen.value,
        filters=[each.value for each in Filter],
        list=Listing(
            caption=say(language, f"deadlines.shown_{chosen.value}"),
            heading=say(language, "deadlines.what"),
            columns=lines.columns(language),
            lines=lines.lines(found.rows, language, clock.now()),
            empty=Empty(say(language, f"deadlines.none_{chosen.value}")),
            total=total_shown(language, len(found.rows), place.first, following),
            first=place.first,
            following=following,
            taken=query_of({"list": "due", "show": chosen.value}),
            wordy=True,
        ),
    )


HANDLERS = [show_due]
