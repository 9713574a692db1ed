"""Cases: the list with its search, one case as a story, and the identity of a secret informant."""

from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.casework.acts import reckoned
from admin_ui.casework.cases import asked as asking
from admin_ui.casework.cases import case_page
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import clean, query_of
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.units import unit_name
from admin_ui.shell.words import CATALOGUES, say
from backend.casework.cases import service as cases
from backend.casework.drafting import service as drafting
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.fieldwork.inspections import service as inspections
from backend.intake.informations import service as informations
from schemas.casework.views import CaseView
from schemas.casework.words import CaseState
from schemas.fieldwork.inspections import InspectionView


@get("/desk/cases", include_in_schema=False)
async def list_cases(request: AnyRequest) -> Response[str]:
    """Show the search form and one page of results. All conditions are in the URL."""
    actor, language = actor_of(request), language_of(request)
    asked = {name: clean(request.query_params.get(name, ""))[:200] for name in asking.FIELDS}
    cursor = request.query_params.get("after")
    async with transaction():
        units = await cases.units_in_scope(actor)
        filters, errors = asking.filters(asked, units, actor, say(language, "search.date_wrong"))
        found = (
            None
            if errors
            else await cases.page(actor, filters, cursor, address=address_of(request))
        )
    return page(
        request,
        "casework/cases/list.html",
        status=422 if errors else 200,
        asked=asked,
        errors=errors,
        units=[(str(unit.id), unit_name(unit, request)) for unit in units],
        states=[(one.value, say(language, f"cases.state_{one}")) for one in CaseState],
        found=found,
        taken=query_of(asked),
        paged=bool(cursor),
        opens=cases.may_open(actor),
        first=f"/desk/cases?{query_of(asked)}",
        following=f"/desk/cases?{query_of({**asked, 'after': found.next})}"
        if found and found.next
        else None,
    )


async def inspection_of(view: CaseView, actor: Actor) -> InspectionView | None:
    """Return the case's inspection; None if there is none or this reader may not see it."""
    if view.inspection_id is None:
        return None
    try:
        return await inspections.inspection_view(view.inspection_id, actor)
    except NotFound:
        return None


@get("/desk/cases/{case_id:uuid}", include_in_schema=False)
async def show_case(request: AnyRequest, case_id: FromPath[UUID]) -> Response[str]:
    """Show what to do next, then everything about the case. The reading is recorded."""
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        view = await cases.read(case_id, actor, "page", address_of(request))
        inspection = await inspection_of(view, actor)
        others = await cases.sisters.beside(view.id, view.inspection_id, actor)
        unentered = await drafting.unentered(case_id, actor)
        rests = await informations.of_record(case_id, actor)
    done = request.query_params.get("done", "")
    return page(
        request,
        "casework/cases/case.html",
        already=done == "already",
        done=done if f"case_acts.do_{done}" in CATALOGUES[language] else None,
        answered=reckoned.answered(view),
        rests=rests,
        **case_page.context(view, inspection, language, others, unentered=unentered),
    )


@get("/desk/cases/{case_id:uuid}/informant", include_in_schema=False)
async def show_informant(request: AnyRequest, case_id: FromPath[UUID]) -> Response[str]:
    """Show the secret informant to a reader who may know; each look is recorded."""
    confirming.require(request)
    actor = actor_of(request)
    async with transaction():
        view = await cases.view(case_id, actor)
        words, told = await cases.informant(case_id, actor, address_of(request))
    return page(request, "casework/cases/informant.html", view=view, words=words, told=told)


HANDLERS = [list_cases, show_case, show_informant]
