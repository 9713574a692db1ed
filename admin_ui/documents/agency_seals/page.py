"""Certificates of a unit: an administrator registers them; the unit's clerk seals papers with them."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.documents.certificates import lines as certificate_lines
from admin_ui.shell import typed
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, as_typed, read_form
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.unit_names import unit_options
from admin_ui.shell.words import say
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import DomainError, NotAllowed, NotFound
from backend.documents.signing import service as signing
from backend.documents.signing.service import agency
from backend.ledger import service as ledger
from backend.ledger.service import Refused

_PLACE = "/desk/seals"
_UNIT = f"{_PLACE}/{{unit_id:uuid}}"
_MAX_BYTES = 1024 * 1024
"""Limit of a request: a PKCS#12 file with its chain has some 5 kB, the picture of a seal up to 500."""
_KINDS: tuple[agency.Kind, ...] = ("pkcs12", "pkcs11", "outside")


async def _show(
    request: AnyRequest,
    unit_id: UUID,
    *,
    wrong: str = "",
    status: int = 200,
    kind: str = "",
    form: Form | None = None,
) -> Response[Any]:
    """Show the page; a form that was refused stands there as it was typed, but for its file and secret."""
    seen = await agency.seen(actor_of(request), unit_id)
    now = clock.now()
    return page(
        request,
        "documents/agency_seals/seals.html",
        status=status,
        seen=seen,
        unit_options=unit_options(seen.units, language_of(request)),
        list=certificate_lines.listing(
            seen.rows,
            {row.id: agency.standing(row, now) for row in seen.rows},
            language_of(request),
            now,
            place=f"{_PLACE}/{unit_id}",
            of="seals",
            pictures={row.id: row.picture_mm for row in seen.rows},
        ),
        tokens=signing.has_tokens(),
        usual=agency.USUAL_MM,
        wrong=wrong,
        given={one: _given(form) if form and one == kind else {} for one in _KINDS},
        done=request.query_params.get("done", ""),
    )


def _given(form: Form) -> dict[str, str]:
    return {name: form.text(name) for name in ("key_label", "picture_mm", "named_otherwise")}


@get(_PLACE, include_in_schema=False)
async def list_seals(request: AnyRequest, unit: FromQuery[str] = "") -> Response[Any]:
    """Show the certificates of a unit, and to its administrator the forms to register one.

    Raises NotAllowed, NotFound.
    """
    try:
        unit_id = UUID(unit) if unit else actor_of(request).unit.unit_id
    except ValueError:
        raise NotFound(what="unit") from None
    return await _show(request, unit_id)


@post(_UNIT, include_in_schema=False, request_max_body_size=_MAX_BYTES)
async def register(request: AnyRequest, unit_id: FromPath[UUID]) -> Response[Any]:
    """Register a certificate of the unit. Raises NotAllowed, NotFound."""
    actor = actor_of(request)
    seen = await agency.seen(actor, unit_id)
    if not seen.may_register:
        raise NotAllowed
    confirming.require(request)
    form = await read_form(request)
    kind = next((one for one in _KINDS if one == form.text("kind")), None)
    if kind is None:
        raise NotFound(what="kind")
    given = agency.Given(
        kind=kind,
        data=await _file(request, "file"),
        key_label=form.text("key_label")[:100],
        secret=await as_typed(request, "passphrase"),
        picture=await _picture(request, form),
        named_otherwise=typed.reason(form.text("named_otherwise")),
    )
    try:
        outcome = await agency.register(actor, unit_id, given)
    except DomainError as error:
        if isinstance(error, NotAllowed | NotFound):
            raise
        wrong = told(request, error)
        return await _show(request, unit_id, wrong=wrong, status=error.status, kind=kind, form=form)
    ledger.unwrap(outcome)
    return Redirect(f"{_PLACE}?unit={unit_id}&done=registered", status_code=303)


async def _file(request: AnyRequest, name: str) -> bytes:
    sent = (await request.form()).get(name)
    return await sent.read() if isinstance(sent, UploadFile) and sent.filename else b""


async def _picture(request: AnyRequest, form: Form) -> tuple[bytes, int] | None:
    """Return the picture of the seal and its width; a width that is no number is refused later."""
    data, size = await _file(request, "picture"), form.text("picture_mm")
    if not data:
        return None
    return data, int(size) if size.isascii() and size.isdigit() and len(size) < 4 else 0


@get(f"{_UNIT}/{{certificate_id:uuid}}/revoke", include_in_schema=False)
async def ask_to_revoke(
    request: AnyRequest, unit_id: FromPath[UUID], certificate_id: FromPath[UUID]
) -> Response[Any]:
    """Say what follows from revoking, and ask for the reason. Raises NotAllowed, NotFound."""
    return await _ask(request, unit_id, certificate_id)


async def _ask(
    request: AnyRequest, unit_id: UUID, certificate_id: UUID, wrong: str = "", status: int = 200
) -> Response[Any]:
    seen = await agency.seen(actor_of(request), unit_id)
    row = next((one for one in seen.rows if one.id == certificate_id), None)
    if row is None:
        raise NotFound(what="certificate")
    return page(
        request,
        "documents/agency_seals/revoke.html",
        status=status,
        seen=seen,
        row=row,
        wrong=wrong,
    )


@post(f"{_UNIT}/{{certificate_id:uuid}}/revoke", include_in_schema=False)
async def revoke(
    request: AnyRequest, unit_id: FromPath[UUID], certificate_id: FromPath[UUID]
) -> Response[Any]:
    """Revoke a certificate of the unit. What it sealed stays sealed. Raises NotAllowed, NotFound."""
    actor, language = actor_of(request), language_of(request)
    await agency.seen(actor, unit_id)
    reason = typed.reason((await read_form(request)).text("reason"))
    if reason is None:
        said = say(language, "certificates.reason_short")
        return await _ask(request, unit_id, certificate_id, said, 422)
    async with transaction():
        outcome = await agency.revoke(actor, unit_id, certificate_id, reason)
    if isinstance(outcome, Refused):
        if outcome.code == "certificate_unknown":
            raise NotFound(what="certificate")
        return await _ask(request, unit_id, certificate_id, getattr(outcome.text, language), 409)
    return Redirect(f"{_PLACE}?unit={unit_id}&done=revoked", status_code=303)


HANDLERS = [list_seals, register, ask_to_revoke, revoke]
