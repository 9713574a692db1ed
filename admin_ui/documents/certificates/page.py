"""The officer's own signing certificates.

Officers register their own, because only they know the passphrase or PIN. They can revoke one with
immediate effect.
"""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.documents.certificates import lines
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import as_typed, read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import DomainError, NotAllowed, NotFound
from backend.documents.signing import service as signing
from backend.ledger import service as ledger
from backend.ledger.service import Refused

_PLACE = "/desk/certificates"
_MAX_BYTES = 128 * 1024
"""Limit of a request. A PKCS#12 file with its chain has some 5 kB."""


def _signer(request: AnyRequest) -> Actor:
    actor = actor_of(request)
    if not signing.signs(actor):
        raise NotAllowed
    return actor


async def _show(request: AnyRequest, wrong: str = "", status: int = 200) -> Response[Any]:
    rows, now = await signing.list_of(_signer(request).officer_id), clock.now()
    standings = {row.id: signing.standing(row, now) for row in rows}
    return page(
        request,
        "documents/certificates/certificates.html",
        status=status,
        list=lines.listing(rows, standings, language_of(request), now, place=_PLACE),
        tokens=signing.has_tokens(),
        wrong=wrong,
        done=request.query_params.get("done", ""),
    )


@get(_PLACE, include_in_schema=False)
async def my_certificates(request: AnyRequest) -> Response[Any]:
    """Show the officer's certificates, valid and past, and the forms to register another."""
    return await _show(request)


@post(_PLACE, include_in_schema=False, request_max_body_size=_MAX_BYTES)
async def register(request: AnyRequest) -> Response[Any]:
    """Register a PKCS#12 file, or the certificate of a key on the token."""
    actor = _signer(request)
    form = await read_form(request)
    sent = await request.form()
    secret = await as_typed(request, "passphrase")
    file = sent.get("file")
    try:
        label = form.text("key_label")
        if label and signing.has_tokens():
            outcome = await signing.register_pkcs11(actor, actor.officer_id, label, secret)
        else:
            data = await file.read() if isinstance(file, UploadFile) else b""
            outcome = await signing.register_pkcs12(actor, actor.officer_id, data, secret)
    except DomainError as error:
        return await _show(request, getattr(error.text, language_of(request)), error.status)
    ledger.unwrap(outcome)
    return Redirect(f"{_PLACE}?done=registered", status_code=303)


_OUTSIDE = f"{_PLACE}/outside"


async def _show_outside(request: AnyRequest, wrong: str = "", status: int = 200) -> Response[Any]:
    _signer(request)
    return page(request, "documents/certificates/outside.html", status=status, wrong=wrong)


@get(_OUTSIDE, include_in_schema=False)
async def ask_outside(request: AnyRequest) -> Response[Any]:
    """Ask for the public certificate of a key that is in the officer's own computer or SIM."""
    _signer(request)
    confirming.require(request)  # now: the page of the code cannot carry a file
    return await _show_outside(request)


@post(_OUTSIDE, include_in_schema=False, request_max_body_size=_MAX_BYTES)
async def register_outside(request: AnyRequest) -> Response[Any]:
    """Register the public certificate. No secret is typed, so a code is asked for instead."""
    actor = _signer(request)
    confirming.require(request)
    file = (await request.form()).get("file")
    data = await file.read() if isinstance(file, UploadFile) else b""
    try:
        outcome = await signing.register_public(actor, actor.officer_id, data)
    except DomainError as error:
        return await _show_outside(request, getattr(error.text, language_of(request)), error.status)
    ledger.unwrap(outcome)
    return Redirect(f"{_PLACE}?done=registered", status_code=303)


@get(f"{_PLACE}/{{certificate_id:uuid}}/revoke", include_in_schema=False)
async def ask_to_revoke(request: AnyRequest, certificate_id: FromPath[UUID]) -> Response[Any]:
    """Say what follows from revoking, and ask for the reason."""
    return await _ask(request, certificate_id)


async def _ask(
    request: AnyRequest, certificate_id: UUID, wrong: str = "", status: int = 200
) -> Response[Any]:
    rows = await signing.list_of(_signer(request).officer_id)
    row = next((each for each in rows if each.id == certificate_id), None)
    if row is None:
        raise NotFound(what="certificate")
    return page(request, "documents/certificates/revoke.html", status=status, row=row, wrong=wrong)


@post(f"{_PLACE}/{{certificate_id:uuid}}/revoke", include_in_schema=False)
async def revoke(request: AnyRequest, certificate_id: FromPath[UUID]) -> Response[Any]:
    """Revoke one of the officer's certificates. Papers signed with it before stay signed."""
    actor = _signer(request)
    form = await read_form(request)
    reason = form.text("reason")
    if not 3 <= len(reason) <= 2000:
        return await _ask(request, certificate_id, "reason", 422)
    async with transaction():
        outcome = await signing.revoke(actor, actor.officer_id, certificate_id, reason)
    if isinstance(outcome, Refused):
        if outcome.code == "certificate_unknown":
            raise NotFound(what="certificate")
        ledger.unwrap(outcome)
    return Redirect(f"{_PLACE}?done=revoked", status_code=303)


HANDLERS = [my_certificates, register, ask_outside, register_outside, ask_to_revoke, revoke]
