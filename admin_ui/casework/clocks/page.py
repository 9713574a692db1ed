"""What is due across the reader's unit, soonest first: each time limit with its case, article and officer."""

from typing import Any
from urllib.parse import urlencode

from litestar import Response, get

from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.casework.clocks import service as case_clocks
from backend.casework.clocks.service import Filter
from backend.core.database import transaction


@get("/desk/due", include_in_schema=False)
async def show_due(request: AnyRequest) -> Response[Any]:
    """Show one page of the selected filter; all time limits if the URL names no known filter."""
    asked = request.query_params.get("show", "")
    chosen = Filter(asked) if asked in set(Filter) else Filter.ALL
    cursor = request.query_params.get("after") or None
    async with transaction():
        found = await case_clocks.due_page(actor_of(request), chosen, cursor)
    return page(
        request,
        "casework/clocks/due.html",
        found=found,
        chosen=chosen.value,
        filters=[each.value for each in Filter],
        paged=cursor is not None,
        first=_address(chosen),
        following=_address(chosen, found.next) if found.next else None,
    )


def _address(chosen: Filter, after: str | None = None) -> str:
    asked = {"show": chosen.value} | ({"after": after} if after else {})
    return f"/desk/due?{urlencode(asked)}"


HANDLERS = [show_due]
