"""Letters for the first sign-in of a unit's officers: who gets one, and the file, which exists once."""

from functools import partial
from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery

from admin_ui.shell.confirming import confirming
from admin_ui.shell.formats import moment
from admin_ui.shell.forms import read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Column, Empty, Line, Listing, Mark, total_shown
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import Language, say
from backend.documents import service as documents
from backend.force.accounts import service as accounts
from backend.force.accounts.service import LettersPage, WaitingForLetter

_PLACE = "/desk/units/{unit_id:uuid}/letters"
_LONGEST = 64
"""Letters of a user name."""


@get(_PLACE, include_in_schema=False)
async def show_letters(
    request: AnyRequest, unit_id: FromPath[UUID], after: FromQuery[str] = ""
) -> Response[Any]:
    """Show who of the unit never signed in, and what making their letters does. Raises NotAllowed, NotFound."""
    confirming.require(request)
    found = await accounts.letters_page(actor_of(request), unit_id, after[:_LONGEST])
    return page(
        request,
        "force/units/letters.html",
        it=found,
        unit=found.unit,
        list=_listing(found, after, language_of(request)),
        after=after[:_LONGEST],
    )


@post(_PLACE, status_code=200, include_in_schema=False)
async def make_letters(request: AnyRequest, unit_id: FromPath[UUID]) -> Response[bytes]:
    """Make new links for those who were shown, and send their letters. Raises NotAllowed, NotFound, NoLetters."""
    confirming.require(request)
    form, actor, address = await read_form(request), actor_of(request), address_of(request)
    shown = {UUID(one) for one in form.all("officer") if _is_id(one)}
    after = form.text("after")[:_LONGEST]
    made = await accounts.issue_letters(actor, unit_id, after, shown, address=address)
    name = quote(f"Thư kích hoạt - {made.unit.vi}.pdf")
    disposition = f"attachment; filename=\"letters.pdf\"; filename*=UTF-8''{name}"
    headers = {"content-disposition": disposition, "cache-control": "no-store"}
    return Response(
        await documents.typeset_letters(made), media_type="application/pdf", headers=headers
    )


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _listing(found: LettersPage, after: str, language: Language) -> Listing:
    words = partial(say, language)
    home = f"/desk/units/{found.unit.id}"
    place = Place(f"{home}/letters", {}, after=after)
    following = place.following(found.next)
    return Listing(
        caption=words("letters.list"),
        heading=words("people.full_name"),
        columns=[
            Column(words("people.username"), "l"),
            Column(words("people.officer_number"), "l", spare=True),
            Column(words("letters.until"), "l", named=True),
        ],
        lines=[_line(one, language) for one in found.rows],
        empty=Empty(words("letters.none"), home, words("letters.to_unit")),
        total=total_shown(language, len(found.rows), place.first, following),
        first=place.first,
        following=following,
    )


def _line(one: WaitingForLetter, language: Language) -> Line:
    words = partial(say, language)
    return Line(
        key=f"officer-{one.id}",
        title=one.full_name,
        about=one.title,
        href=f"/desk/people/{one.id}",
        marks=[Mark(words("letters.second"), "warn")] if one.second else [],
        cells=(one.username, one.officer_number or "", moment(one.until, language)),
    )


HANDLERS = [show_letters, make_letters]
