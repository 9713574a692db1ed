"""Cases: the list with its search, one case as a story, and the identity of a secret informant."""

from functools import cache, partial
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.casework.acts import reckoned
from admin_ui.casework.cases import asked as asking
from admin_ui.casework.cases import case_page, lines
from admin_ui.shell.confirming import confirming
from admin_ui.shell.formats import short_date
from admin_ui.shell.forms import clean, query_of
from admin_ui.shell.listing.places import AFTER, ORDER, Place
from admin_ui.shell.listing.table import Chip, Empty, Listing, totalled
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.unit_names import short_names, units_wide
from admin_ui.shell.units import unit_name
from admin_ui.shell.words import CATALOGUES, Language, say
from backend.casework.cases import service as cases
from backend.casework.drafting import service as drafting
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import at_once, transaction
from backend.core.errors import NotFound
from backend.fieldwork.inspections import service as inspections
from backend.intake.informations import service as informations
from schemas.casework.views import CaseRow, CaseView
from schemas.casework.words import CaseState
from schemas.fieldwork.inspections import InspectionView, UnitChoice

_PLACE = "/desk/cases"


@get(_PLACE, include_in_schema=False)
async def list_cases(request: AnyRequest) -> Response[str]:
    """Show one page of the cases that match the address, with their total. All conditions are in the address."""
    actor, language = actor_of(request), language_of(request)
    given = request.query_params
    asked = {name: clean(given.get(name, ""))[:200] for name in asking.FIELDS}
    order = lines.OPENED if given.get(ORDER) == lines.OPENED else ""
    place = Place(_PLACE, asked, order, given.get(AFTER, ""))
    rows, following, count = list[CaseRow](), None, 0
    async with transaction():
        units = await cases.units_in_scope(actor)
        filters, errors = asking.filters(asked, units, actor, say(language, "search.date_wrong"))
        if not errors:
            found = await cases.page(
                actor,
                filters,
                place.after or None,
                oldest=bool(order),
                address=address_of(request),
            )
            rows, following = found.rows, found.next
            whole = not (place.after or following)
            count = len(rows) if whole else await cases.total(actor, filters)
        nameless = [one.id for one in rows if not one.subject_name]
        told = await informations.said_of(nameless, actor)
    opens = cases.may_open(actor)
    shown = lines.lines(rows, language, clock.now(), place, short_names(units, language), told)
    return page(
        request,
        "casework/cases/list.html",
        status=422 if errors else 200,
        asked=asked,
        order=order,
        errors=errors,
        units=[(str(unit.id), unit_name(unit, request)) for unit in units],
        states=_states(language),
        opens=opens,
        list=Listing(
            caption=say(language, "cases.oldest_first" if order else "cases.newest_first"),
            heading=say(language, "cases.case"),
            columns=lines.columns(language, place, wide=units_wide(units)),
            lines=shown,
            empty=Empty(
                say(language, "cases.none_yet"),
                "/desk/cases/new" if opens else "",
                say(language, "cases.new"),
            ),
            total="" if errors else totalled(language, "cases.total", count),
            chips=_chips(place, units, filters, language),
            clear=_PLACE,
            first=place.first,
            following=place.following(following),
            taken=query_of({"list": "cases", **asked, ORDER: order}),
        ),
    )


@cache
def _states(language: Language) -> tuple[tuple[str, str], ...]:
    return tuple((one.value, say(language, f"cases.state_{one}")) for one in CaseState)


def _chips(
    place: Place, units: list[UnitChoice], filters: cases.Filters, language: Language
) -> list[Chip]:
    """Return the conditions that narrow the list, in words."""
    asked, words = place.asked, partial(say, language)
    unit = next((one for one in units if one.id == filters.unit_id), None)
    names = short_names(units, language)
    return place.chips(
        ("number", words("cases.number_short"), asked["number"]),
        ("subject", words("cases.subject_short"), asked["subject"]),
        ("state", words("cases.state"), dict(_states(language)).get(asked["state"], "")),
        ("unit", words("cases.unit"), names[unit.id] if unit else ""),
        ("behaviour", words("cases.behaviour"), asked["behaviour"]),
        ("since", words("cases.since"), short_date(filters.since, language)),
        ("until", words("cases.until"), short_date(filters.until, language)),
        ("mine", words("cases.lead_or_member"), words("cases.mine_short")),
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
        view = await cases.view(case_id, actor)
        async with at_once() as ask:
            inspecting = ask(inspection_of(view, actor))
            others = ask(cases.sisters.beside(view.id, view.inspection_id, actor))
            unentered = ask(drafting.unentered(case_id, actor))
            rests = ask(informations.of_record(case_id, actor))
        await cases.opened(view, actor, "page", address_of(request))
    inspection = inspecting.result()
    done = request.query_params.get("done", "")
    return page(
        request,
        "casework/cases/case.html",
        seen_as=f"{view.party.name} · {view.number}" if view.party else view.number,
        already=done == "already",
        done=done if f"case_acts.do_{done}" in CATALOGUES[language] else None,
        answered=reckoned.answered(view),
        rests=rests.result(),
        reads_inspections=inspections.reads_any(actor),
        **case_page.context(
            view, inspection, language, others.result(), unentered=unentered.result()
        ),
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
