"""The copy for the party: who got a second code, a new one, and the A4 print with its slip.

One page for papers of cases, decisions, minutes of inspections and papers made on site, found by the public code.
"""

from typing import Any
from urllib.parse import quote

from litestar import Response, get, post
from litestar.params import FromPath

from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import say
from backend.casework.party_copies import service as party_copies
from schemas.casework.party_copies import CopiesPage, CopyHanded

_ADDRESS = "/desk/copies/{code:str}"


def _page(
    request: AnyRequest,
    view: CopiesPage,
    *,
    status: int = 200,
    handed: CopyHanded | None = None,
    errors: dict[str, str] | None = None,
) -> Response[str]:
    return page(
        request,
        "casework/party_copies/copies.html",
        status=status,
        view=view,
        handed=handed,
        errors=errors or {},
    )


@get(_ADDRESS, include_in_schema=False)
async def copies(request: AnyRequest, code: FromPath[str]) -> Response[str]:
    """Show which second codes the party got, and how they were used. Raises NotFound."""
    return _page(request, await party_copies.page(code, actor_of(request), address_of(request)))


@post(_ADDRESS, status_code=200, include_in_schema=False)
async def give(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """Give a new second code and show it, once. It voids the one before, so the page asks first.

    Raises NotFound, NotAllowed.
    """
    form, actor, address = await read_form(request), actor_of(request), address_of(request)
    view = await party_copies.page(code, actor, address)
    if any(one.state == "open" for one in view.copies) and not form.ticked("again"):
        said = say(language_of(request), "copies.again_needed")
        return _page(request, view, status=422, errors={"again": said})
    handed = await party_copies.give(code, actor, address)
    return _page(request, await party_copies.page(code, actor, address), handed=handed)


@post(f"{_ADDRESS}/print.pdf", status_code=200, include_in_schema=False)
async def print_copy(request: AnyRequest, code: FromPath[str]) -> Response[bytes]:
    """Send the A4 print for the party, with the slip that bears the second code. Raises NotFound."""
    ticket = (await read_form(request)).text("ticket")
    data, name = await party_copies.handout(code, ticket, actor_of(request), address_of(request))
    disposition = f"attachment; filename=\"copy.pdf\"; filename*=UTF-8''{quote(name)}"
    return Response(
        data, media_type="application/pdf", headers={"content-disposition": disposition}
    )


HANDLERS = [copies, give, print_copy]
