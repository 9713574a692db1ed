"""The catalogue of sanctioned behaviours, for everybody to look up."""

from typing import Any

from litestar import Response, get

from admin_ui.shell.forms import clean
from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.force.accounts import service as accounts
from backend.law.catalogue import service as catalogue


@get("/desk/catalogue", include_in_schema=False)
async def show_catalogue(request: AnyRequest) -> Response[Any]:
    """Show all behaviours, or those that contain every word of `q`, ignoring diacritics."""
    asked = clean(request.query_params.get("q", ""))[:200]
    found = await catalogue.search(asked)
    known = await catalogue.rows()
    waiting = await catalogue.waiting(actor_of(request))
    return page(
        request,
        "law/catalogue/catalogue.html",
        asked=asked,
        rows=found,
        names={row.code: row.name_vi for row in known},
        total=len(known),
        drafts=sum(row.status == "draft" for row in known),
        waiting=waiting,
        officers=await accounts.names_of(one.officer_id for one in waiting),
    )


HANDLERS = [show_catalogue]
