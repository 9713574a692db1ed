"""A phone is lost: at the own account, for an officer, and from a public page that needs no phone.

The public page begins no session: who gave password and recovery code, or passkey, chooses the phone
on the next page, whose ticket opens nothing else and ends after ten minutes.
"""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.response import Redirect

from admin_ui.force.account.asking import address_of, said
from admin_ui.shell.forms import as_typed, read_form
from admin_ui.shell.reading.fields import REASON, read
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import DomainError, NotFound
from backend.force.lost_phones import service as lost
from backend.force.passkeys import service as passkeys
from backend.ledger.service import Refused

OWN = "/desk/account/lost-phone"
OF_OTHERS = "/desk/lost-phones"
PUBLIC = "/desk/lost-phone"
_PUBLIC = {"public": True, "own_form": False}
_QUIET = {"cache-control": "no-store"}


def _device(text: str, shown: lost.Shown) -> UUID | None:
    """Return the phone that was chosen among those in use; None if none was."""
    live = {str(one.id): one.id for one in shown.phones if one.revoked_at is None}
    return live.get(text)


def _own(
    request: AnyRequest, shown: lost.Shown, status: int = 200, wrong: str = ""
) -> Response[Any]:
    done = request.query_params.get("done", "")
    return page(
        request,
        "force/lost_phones/own.html",
        status=status,
        shown=shown,
        wrong=wrong,
        done=done,
        for_others=lost.may_report(actor_of(request)),
    )


@get(OWN, include_in_schema=False)
async def show_own(request: AnyRequest) -> Response[Any]:
    """Show the officer's phones, what each last said to be unsent, and what a report does."""
    return _own(request, await lost.of_himself(actor_of(request)))


@post(OWN, include_in_schema=False)
async def report_own(request: AnyRequest) -> Response[Any]:
    """Report one of the officer's own phones. Its sessions end with their next request."""
    actor, language = actor_of(request), language_of(request)
    form, shown = await read_form(request), await lost.of_himself(actor)
    device_id = _device(form.text("device"), shown)
    if device_id is None:
        return _own(request, shown, 422, say(language, "lost.choose"))
    async with transaction():
        outcome = await lost.report(actor, actor.officer_id, device_id, "")
    if isinstance(outcome, Refused):
        return _own(request, shown, 409, getattr(outcome.text, language))
    return Redirect(f"{OWN}?done=yes", status_code=303)


@get(OF_OTHERS, include_in_schema=False)
async def show_others(request: AnyRequest) -> Response[Any]:
    """Ask whose phone is lost; then show that officer's phones."""
    lost.require_may_report(actor_of(request))
    username = request.query_params.get("officer", "").strip()
    return await _others(request, username)


async def _others(
    request: AnyRequest,
    username: str,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
    reason: str = "",
) -> Response[Any]:
    shown, unknown = None, ""
    if username:
        try:
            shown = await lost.of_officer(actor_of(request), username)
        except NotFound:
            unknown, status = say(language_of(request), "lost.unknown"), 404
    return page(
        request,
        "force/lost_phones/others.html",
        status=status,
        username=username,
        shown=shown,
        unknown=unknown,
        wrong=wrong,
        errors=errors or {},
        reason=reason,
        done=request.query_params.get("done", ""),
    )


@post(OF_OTHERS, include_in_schema=False)
async def report_others(request: AnyRequest) -> Response[Any]:
    """Report an officer's phone, with the reason."""
    actor, language = actor_of(request), language_of(request)
    lost.require_may_report(actor)
    form = await read_form(request)
    username = form.text("officer")
    shown = await lost.of_officer(actor, username)
    values, errors = read((REASON,), form, {}, partial(say, language))
    device_id = _device(form.text("device"), shown)
    if device_id is None:
        errors = {"device": say(language, "lost.choose")} | errors
    if errors or device_id is None:
        return await _others(request, username, 422, errors=errors, reason=form.text("reason"))
    async with transaction():
        outcome = await lost.report(actor, shown.officer_id, device_id, values["reason"])
    if isinstance(outcome, Refused):
        return await _others(request, username, 409, getattr(outcome.text, language))
    return Redirect(f"{OF_OTHERS}?officer={shown.username}&done=yes", status_code=303)


def _public(request: AnyRequest, status: int = 200, wrong: str = "") -> Response[Any]:
    here = passkeys.serves(request.headers.get("host", ""))
    options, challenge = (passkeys.begin_unsigned() if here else None) or ("", "")
    answer = page(
        request,
        "force/lost_phones/public.html",
        status=status,
        wrong=wrong,
        options=options,
        challenge=challenge,
    )
    answer.headers.update(_QUIET)
    return answer


def _choosing(
    request: AnyRequest,
    shown: lost.Shown,
    status: int = 200,
    wrong: str = "",
    *,
    done: bool = False,
) -> Response[Any]:
    answer = page(
        request,
        "force/lost_phones/choosing.html",
        status=status,
        shown=shown,
        ticket=lost.ticket(shown.officer_id),
        wrong=wrong,
        done=done,
    )
    answer.headers.update(_QUIET)
    return answer


@get(PUBLIC, opt=_PUBLIC, include_in_schema=False)
async def show_public(request: AnyRequest) -> Response[Any]:
    """Ask for user name, password and recovery code or passkey: no phone is needed."""
    return _public(request)


@post(PUBLIC, opt=_PUBLIC, include_in_schema=False, request_max_body_size=32 * 1024)
async def prove_public(request: AnyRequest) -> Response[Any]:
    """Check both factors, and show the officer's phones. No session begins."""
    form = await read_form(request)
    second = lost.Second(
        code=form.text("code"), challenge=form.text("challenge"), answer=form.text("answer")
    )
    password = await as_typed(request, "password")
    try:
        officer_id = await lost.prove(form.text("username"), password, second, address_of(request))
    except DomainError as error:
        status, wrong = said(request, error)
        if error.status == 401:
            status, wrong = 401, say(language_of(request), "lost.not_proven")
        return _public(request, status, wrong)
    return _choosing(request, await lost.of_proven(officer_id))


@post(f"{PUBLIC}/report", opt=_PUBLIC, include_in_schema=False, request_max_body_size=16 * 1024)
async def report_public(request: AnyRequest) -> Response[Any]:
    """Report the chosen phone of who gave both factors on the page before."""
    form, language = await read_form(request), language_of(request)
    try:
        officer_id = lost.read_ticket(form.text("ticket"))
    except DomainError as error:
        return _public(request, *said(request, error))
    shown = await lost.of_proven(officer_id)
    device_id = _device(form.text("device"), shown)
    if device_id is None:
        return _choosing(request, shown, 422, say(language, "lost.choose"))
    async with transaction():
        outcome = await lost.report_proven(officer_id, device_id)
    if isinstance(outcome, Refused):
        return _choosing(request, shown, 409, getattr(outcome.text, language))
    return _choosing(request, await lost.of_proven(officer_id), done=True)


HANDLERS = [
    show_own,
    report_own,
    show_others,
    report_others,
    show_public,
    prove_public,
    report_public,
]
