"""The search of inspections by number, party, unit, officer, state and day; keyset pages of fifty."""

from litestar import Response, get

from admin_ui.insight.search import asked as asking
from admin_ui.shell.forms import clean, query_of
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.units import unit_name
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from schemas.fieldwork.words import InspectionState


@get("/desk/search", include_in_schema=False)
async def search(request: AnyRequest) -> Response[str]:
    """Show the search form and one page of results. All conditions are in the URL."""
    actor = actor_of(request)
    asked = {name: clean(request.query_params.get(name, ""))[:200] for name in asking.FIELDS}
    cursor = request.query_params.get("after")
    async with transaction():
        units = await inspections.units_in_scope(actor)
        filters, errors = asking.filters(
            asked, units, say(language_of(request), "search.date_wrong")
        )
        found = (
            None
            if errors
            else await inspections.search(actor, filters, cursor, address=address_of(request))
        )
    return page(
        request,
        "insight/search/search.html",
        status=422 if errors else 200,
        asked=asked,
        errors=errors,
        units=[(str(unit.id), unit_name(unit, request)) for unit in units],
        states=[
            (state.value, asking.state_said(state, language_of(request)))
            for state in InspectionState
        ],
        found=found,
        taken=query_of(asked),
        paged=bool(cursor),
        first=f"/desk/search?{query_of(asked)}",
        following=f"/desk/search?{query_of({**asked, 'after': found.next})}"
        if found and found.next
        else None,
    )


HANDLERS = [search]
