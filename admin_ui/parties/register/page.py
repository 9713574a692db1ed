"""The register of parties: its list with search, filters and pages."""

from litestar import Response, get

from admin_ui.parties.register import asked as asking
from admin_ui.parties.register import lines
from admin_ui.parties.register.lines import PLACE
from admin_ui.shell import places
from admin_ui.shell.choosing.sources import area_officer_options
from admin_ui.shell.forms import clean, query_of
from admin_ui.shell.listing.places import AFTER, Place
from admin_ui.shell.listing.table import Empty, Listing, totalled
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.unit_names import short_names
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.force.units import service as units_service
from backend.parties import reading
from schemas.core.vocabulary import SubjectKind
from schemas.parties.words import PartyState

NEW = f"{PLACE}/new"


@get(PLACE, include_in_schema=False)
async def list_parties(request: AnyRequest) -> Response[str]:
    """List the parties in sight by their names; all conditions are in the URL. Raises NotAllowed."""
    actor, language = actor_of(request), language_of(request)
    reading.require(actor)
    asked = {name: clean(request.query_params.get(name, ""))[:100] for name in asking.FIELDS}
    place = Place(PLACE, asked, after=request.query_params.get(AFTER, ""))
    async with transaction():
        officers = await area_officer_options(actor, language)
        filters = asking.filters(asked, officers)
        rows, following = await reading.page(actor, filters, place.after or None)
        whole = not (place.after or following)
        count = len(rows) if whole else await reading.total(actor, filters)
        units = await units_service.covered(actor)
    kinds = [(one.value, say(language, f"party.kind_{one}")) for one in SubjectKind]
    states = [(one.value, say(language, f"party.state_{one}")) for one in PartyState]
    licences = [(one, say(language, f"party.licence_{one}")) for one in asking.LICENCES]
    commune = places.by_code().get(filters.commune)
    communes = [(commune.code, commune.label)] if commune else []
    nobody = [("none", say(language, "party.no_area_officer"))]
    may_begin = reading.keeps(actor)
    return page(
        request,
        "parties/register/list.html",
        asked=asked,
        kinds=kinds,
        states=states,
        licences=licences,
        officers=[*nobody, *officers] if officers else [],
        provinces=list(places.PROVINCES.items()),
        communes=communes,
        has_communes=bool(places.by_code()),
        may_begin=may_begin,
        list=Listing(
            caption=say(language, "party.register"),
            heading=say(language, "party.name"),
            columns=lines.columns(language),
            lines=lines.lines(rows, language, place, short_names(units, language)),
            empty=Empty(
                say(language, "party.none_new" if may_begin else "party.none"),
                NEW if may_begin else "",
                say(language, "party.new"),
            ),
            total=totalled(language, "party.total", count),
            chips=place.chips(
                ("words", say(language, "party.words"), asked["words"]),
                ("kind", say(language, "party.kind"), dict(kinds).get(asked["kind"], "")),
                (
                    "province",
                    say(language, "party.province"),
                    places.PROVINCES.get(filters.province, ""),
                ),
                (
                    "commune",
                    say(language, "party.commune"),
                    dict(communes).get(filters.commune, ""),
                ),
                (
                    "officer",
                    say(language, "party.area_officer"),
                    dict([*nobody, *officers]).get(filters.area_officer, ""),
                ),
                (
                    "licence",
                    say(language, "party.licences"),
                    dict(licences).get(filters.licence, ""),
                ),
                ("state", say(language, "party.state"), dict(states).get(asked["state"], "")),
            ),
            clear=PLACE,
            first=place.first,
            following=place.following(following),
            wordy=True,
            stacked=True,
            taken=query_of({"list": "parties", **asked}),
        ),
    )


HANDLERS = [list_parties]
