"""The catalogue of behaviours that are fined: to look up, for everybody."""

from typing import Any

from litestar import Response, get

from admin_ui.shell.forms import clean
from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.law.catalogue import service as catalogue


@get("/desk/catalogue", include_in_schema=False)
async def show_catalogue(request: AnyRequest) -> Response[Any]:
    """All behaviours, or those in which every word of `q` stands, without regard to diacritics."""
    asked = clean(request.query_params.get("q", ""))[:200]
    found = await catalogue.search(asked)
    known = await catalogue.rows()
    return page(
        request,
        "law/catalogue/catalogue.html",
        asked=asked,
        rows=found,
        names={row.code: row.name_vi for row in known},
        total=len(known),
        drafts=sum(row.status == "draft" for row in known),
        waiting=await catalogue.waiting(actor_of(request)),
    )


HANDLERS = [show_catalogue]
