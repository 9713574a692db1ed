"""The officer's own passkeys: the list, adding one, removing one.

Each change takes a fresh one-time code, typed on the page itself. That an open desk was confirmed
lately does not suffice: a stranger who sits down at it would leave with a factor of their own.
"""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.force.account.asking import address_of, said
from admin_ui.force.passkeys import lines
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.errors import DomainError, NotFound
from backend.force.passkeys import service as passkeys
from backend.ledger.service import Refused

PLACE = "/desk/account/passkeys"
_LONGEST_NAME = 60


async def _show(
    request: AnyRequest,
    status: int = 200,
    wrong: str = "",
    name: str = "",
    errors: dict[str, str] | None = None,
) -> Response[Any]:
    rows = await passkeys.list_of(actor_of(request))
    return page(
        request,
        "force/passkeys/passkeys.html",
        status=status,
        rows=rows,
        list=lines.listing(rows, language_of(request)),
        most=passkeys.MOST,
        longest=_LONGEST_NAME,
        here=passkeys.serves(request.headers.get("host", "")),
        place=passkeys.place(),
        wrong=wrong,
        name=name,
        errors=errors or {},
        done=request.query_params.get("done", ""),
    )


@get(PLACE, include_in_schema=False)
async def my_passkeys(request: AnyRequest) -> Response[Any]:
    """Show the officer's passkeys, and the form to add another."""
    return await _show(request)


@post(PLACE, include_in_schema=False)
async def begin(request: AnyRequest) -> Response[Any]:
    """Check the name and the code; then show the page whose button lets the browser make the passkey."""
    form = await read_form(request)
    name = form.text("name")
    if wrong_name := _wrong_name(request, name):
        return await _show(request, 422, name=name, errors=wrong_name)
    try:
        options = await passkeys.begin_adding(
            actor_of(request), form.text("code"), address_of(request)
        )
    except DomainError as error:
        status, wrong = said(request, error)
        return await _show(request, status, wrong, name)
    return page(request, "force/passkeys/new.html", name=name, options=options)


@post(f"{PLACE}/made", include_in_schema=False)
async def add(request: AnyRequest) -> Response[Any]:
    """Record the passkey that the browser made."""
    form = await read_form(request)
    name = form.text("name")
    if wrong_name := _wrong_name(request, name):
        return await _show(request, 422, name=name, errors=wrong_name)
    try:
        outcome = await passkeys.add(actor_of(request), name, form.text("answer"))
    except DomainError as error:
        status, wrong = said(request, error)
        return await _show(request, status, wrong, name)
    if isinstance(outcome, Refused):
        return await _show(request, 409, getattr(outcome.text, language_of(request)), name)
    return Redirect(f"{PLACE}?done=added", status_code=303)


async def _ask(
    request: AnyRequest, passkey_id: UUID, wrong: str = "", status: int = 200
) -> Response[Any]:
    rows = await passkeys.list_of(actor_of(request))
    row = next((each for each in rows if each.id == passkey_id), None)
    if row is None:
        raise NotFound(what="passkey")
    return page(request, "force/passkeys/remove.html", status=status, row=row, wrong=wrong)


@get(f"{PLACE}/{{passkey_id:uuid}}/remove", include_in_schema=False)
async def ask_to_remove(request: AnyRequest, passkey_id: FromPath[UUID]) -> Response[Any]:
    """Say what follows from removing a passkey, and ask for a code."""
    return await _ask(request, passkey_id)


@post(f"{PLACE}/{{passkey_id:uuid}}/remove", include_in_schema=False)
async def remove(request: AnyRequest, passkey_id: FromPath[UUID]) -> Response[Any]:
    """Remove one of the officer's passkeys."""
    form = await read_form(request)
    await _ask(request, passkey_id)  # not found before a code is used up for it
    try:
        outcome = await passkeys.remove(
            actor_of(request), passkey_id, form.text("code"), address_of(request)
        )
    except DomainError as error:
        status, wrong = said(request, error)
        return await _ask(request, passkey_id, wrong, status)
    if isinstance(outcome, Refused):  # removed meanwhile, in another window
        return await _show(request, 409, getattr(outcome.text, language_of(request)))
    return Redirect(f"{PLACE}?done=removed", status_code=303)


def _wrong_name(request: AnyRequest, name: str) -> dict[str, str]:
    fits = 1 <= len(name) <= _LONGEST_NAME and name.isprintable()
    return {} if fits else {"name": say(language_of(request), "passkeys.error_name")}


HANDLERS = [my_passkeys, begin, add, ask_to_remove, remove]
