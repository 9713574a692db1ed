"""The search of inspections by number, party, unit, officer, state and day; keyset pages of fifty."""

from datetime import date
from uuid import UUID

from litestar import Response, get

from admin_ui.shell.forms import clean, query_of
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.typed import day
from admin_ui.shell.units import unit_name
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from schemas.fieldwork.inspections import UnitChoice
from schemas.fieldwork.words import InspectionState

FIELDS = ("number", "subject", "unit", "officer", "state", "since", "until")


@get("/desk/search", include_in_schema=False)
async def search(request: AnyRequest) -> Response[str]:
    """Show the search form and one page of results. All conditions are in the URL."""
    actor = actor_of(request)
    asked = {name: clean(request.query_params.get(name, ""))[:200] for name in FIELDS}
    cursor = request.query_params.get("after")
    async with transaction():
        units = await inspections.units_in_scope(actor)
        filters, errors = _filters(asked, units, request)
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
            (
                state.value,
                say(language_of(request), _OF_BOTH_FLOWS.get(state, f"domain.state_{state}")),
            )
            for state in InspectionState
        ],
        found=found,
        paged=bool(cursor),
        first=f"/desk/search?{query_of(asked)}",
        following=f"/desk/search?{query_of({**asked, 'after': found.next})}"
        if found and found.next
        else None,
    )


_OF_BOTH_FLOWS = {
    InspectionState.SUBMITTED: "search.state_submitted",
    InspectionState.APPROVED: "search.state_approved",
}
"""States that cover both flows of minutes and thus need other words: in the newer one nobody
approves minutes.
"""


def _filters(
    asked: dict[str, str], units: list[UnitChoice], request: AnyRequest
) -> tuple[inspections.Filters, dict[str, str]]:
    errors: dict[str, str] = {}
    days: dict[str, date | None] = {}
    for name in ("since", "until"):
        try:
            days[name] = day(asked[name]) if asked[name] else None
        except ValueError:
            errors[name] = say(language_of(request), "search.date_wrong")
    unit = next((unit for unit in units if str(unit.id) == asked["unit"]), None)
    known = asked["state"] in set(InspectionState)
    filters = inspections.Filters(
        number=asked["number"] or None,
        subject=asked["subject"] or None,
        unit_id=UUID(asked["unit"]) if unit else None,
        unit_level=unit.level if unit else None,
        officer=asked["officer"] or None,
        states=(asked["state"],) if known else (),
        since=days.get("since"),
        until=days.get("until"),
    )
    return filters, errors


HANDLERS = [search]
