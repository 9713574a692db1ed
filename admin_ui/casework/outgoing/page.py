"""The register of outgoing papers of a unit: what was dispatched, and what waits for the clerk."""

from typing import Any

from litestar import Response, get
from litestar.params import FromQuery

from admin_ui.casework.outgoing import lines
from admin_ui.shell import tables
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Empty, Listing, total_shown
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.unit_names import unit_options
from admin_ui.shell.words import say
from backend.casework.outgoing import service as outgoing
from backend.core import clock

_PLACE = "/desk/outgoing"


@get(_PLACE, include_in_schema=False)
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
    language = language_of(request)
    which = which if which in outgoing.WHICH else "all"
    asked = {
        "unit": str(found.unit.id),
        "year": str(found.year),
        "which": "" if which == "all" else which,
        "q": q[:100],
    }
    place = Place(_PLACE, asked, after=after)
    following = place.following(found.next)
    return page(
        request,
        "casework/outgoing/outgoing.html",
        found=found,
        unit_options=unit_options(found.units, language_of(request)),
        which=which,
        q=q[:100],
        today=clock.today().isoformat(),
        list=Listing(
            caption=say(language, "outgoing.title"),
            heading=say(language, "outgoing.paper"),
            columns=lines.columns(language),
            lines=lines.lines(found.rows, language, place, sends=outgoing.sends(actor)),
            empty=Empty(say(language, "outgoing.none")),
            total=total_shown(language, len(found.rows), place.first, following),
            chips=place.chips(
                (
                    "which",
                    say(language, "outgoing.which"),
                    say(language, f"outgoing.which_{which}"),
                ),
                ("q", say(language, "outgoing.q"), q[:100]),
            ),
            clear=place.without("which", "q"),
            first=place.first,
            following=following,
            wordy=True,
            stacked=True,
        ),
    )


HANDLERS = [list_outgoing]
