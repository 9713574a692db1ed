"""`/desk/parties/lookup`: one exact number, over the registers of the whole force.

The number is posted instead of put into the URL: it does not belong in server logs or browser histories.
"""

from functools import partial
from typing import Any

from litestar import Response, get, post

from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import say
from backend.casework.party_lookup import service as lookup
from backend.casework.party_lookup.service import FoundParty, TooManyNumbers
from backend.core.database import transaction
from backend.parties import reading

PLACE = "/desk/parties/lookup"


@get(PLACE, include_in_schema=False)
async def ask(request: AnyRequest) -> Response[str]:
    """Show the form. Raises NotAllowed."""
    reading.require(actor_of(request))
    return _page(request, Form({}), None)


@post(PLACE, include_in_schema=False)
async def find(request: AnyRequest) -> Response[Any]:
    """Look the number up, and record that. Raises NotAllowed."""
    actor, language = actor_of(request), language_of(request)
    reading.require(actor)
    form = await read_form(request)
    reader = Reader(form, partial(say, language))
    number = reader.text("number", say(language, "party.lookup_number"), most=60, required=True)
    if number and sum(one.isalnum() for one in number) < lookup.LEAST:
        reader.tell("number", say(language, "party.lookup_short"))
    purpose = reader.text(
        "purpose", say(language, "party.purpose"), least=5, most=200, required=True
    )
    if reader.errors:
        return _page(request, form, None, errors=reader.errors, status=422)
    try:
        lookup.admit(actor.officer_id, number, lookup.LEAST)
    except TooManyNumbers as full:
        said = {"number": str(getattr(full.text, language))}
        return _page(request, form, None, errors=said, status=429)
    async with transaction():
        found = await lookup.look_up(actor, number, purpose, address_of(request))
    return _page(request, form, found)


def _page(
    request: AnyRequest,
    form: Form,
    found: list[FoundParty] | None,
    *,
    errors: dict[str, str] | None = None,
    status: int = 200,
) -> Response[str]:
    return page(
        request,
        "casework/party_lookup/lookup.html",
        status=status,
        form=form,
        found=found,
        errors=errors or {},
    )


HANDLERS = [ask, find]
