"""Refused requests, for auditors: how many of each officer, and each single one."""

from uuid import UUID

from litestar import Response, get

from admin_ui.operations.refusals import lines
from admin_ui.shell.listing.places import Place
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from backend.core.database import transaction
from backend.operations.refusals import service as refusals

_ADDRESS = "/desk/refusals"


@get(_ADDRESS, include_in_schema=False)
async def show_refusals(request: AnyRequest) -> Response[str]:
    """Show counts by officer and one page of requests; `?officer=` selects one officer. Raises NotAllowed."""
    officer = _id(request.query_params.get("officer", ""))
    cursor = request.query_params.get("after") or None
    async with transaction():
        found = await refusals.page(actor_of(request), officer, cursor, address_of(request))
    language = language_of(request)
    place = Place(_ADDRESS, {"officer": str(officer or "")}, after=cursor or "")
    return page(
        request,
        "operations/refusals/refusals.html",
        officers=lines.officers(found.officers, language),
        each=lines.each(found.rows, language, place, found.next),
        officer=officer,
        days=refusals.DAYS,
    )


def _id(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


HANDLERS = [show_refusals]
