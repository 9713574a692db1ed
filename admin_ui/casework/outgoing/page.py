"""The register of outgoing papers of a unit: what was dispatched, and what waits for the clerk."""

from typing import Any

from litestar import Response, get
from litestar.params import FromQuery

from admin_ui.shell import tables
from admin_ui.shell.forms import query_of
from admin_ui.shell.render import AnyRequest, actor_of, address_of, page
from backend.casework.outgoing import service as outgoing
from backend.core import clock


@get("/desk/outgoing", include_in_schema=False)
async def list_outgoing(
    request: AnyRequest,
    unit: FromQuery[str] = "",
    year: FromQuery[str] = "",
    which: FromQuery[str] = "all",
    q: FromQuery[str] = "",
    after: FromQuery[str] = "",
) -> Response[Any]:
    """Show a page of the register. Raises NotAllowed, NotFound, Invalid."""
    actor = actor_of(request)
    unit_id = tables.unit(unit, actor)
    of = int(year) if len(year) == 4 and year.isascii() and year.isdigit() else None
    found = await outgoing.seen(actor, unit_id, of, which, q, after or None, address_of(request))
    kept = {"unit": str(found.unit.id), "year": str(found.year), "which": which, "q": q}
    return page(
        request,
        "casework/outgoing/outgoing.html",
        found=found,
        which=which if which in outgoing.WHICH else "all",
        q=q[:100],
        paged=bool(after),
        today=clock.today().isoformat(),
        onward=query_of(kept | {"after": found.next}) if found.next else "",
    )


HANDLERS = [list_outgoing]
