"""Opening what is sealed: a page that says what it costs, then the content once, never kept.

The content is only in the answer to the POST: no address shows it, so no history of a browser leads back to it. Each
opening is recorded, and the head is notified of it.
"""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath

from admin_ui.shell.confirming import confirming
from admin_ui.shell.render import AnyRequest, actor_of, address_of, page
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.intake.informations import service as informations
from backend.intake.opening import service as opening
from schemas.intake.views import InformationView
from schemas.intake.words import SecretKind

_ONE = "/desk/informations/{information_id:uuid}/open/{kind:str}"
_FILE = "/desk/informations/{information_id:uuid}/open/attachment/{secret_id:uuid}"
_PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})
"""Media types that a browser may show; anything else is only downloaded."""


async def _begin(request: AnyRequest, information_id: UUID, kind: SecretKind) -> InformationView:
    """Check that the reader may open it. Raises NotFound, SealShut, ConfirmationNeeded for the informant."""
    actor = actor_of(request)
    view = await informations.read(information_id, actor, address_of(request))
    if not await opening.may_open(information_id, kind, actor):
        raise opening.SealShut
    if kind is SecretKind.INFORMANT:
        confirming.require(request)
    return view


def _kind(text: str) -> SecretKind:
    if text not in (SecretKind.ACCOUNT, SecretKind.INFORMANT):
        raise NotFound(what="secret")
    return SecretKind(text)


def _ask(request: AnyRequest, view: InformationView, kind: SecretKind, place: str) -> Response[str]:
    return page(request, "intake/informations/open.html", view=view, kind=str(kind), place=place)


@get(_ONE, include_in_schema=False)
async def ask_open(
    request: AnyRequest, information_id: FromPath[UUID], kind: FromPath[str]
) -> Response[str]:
    """Say that the opening is recorded, before anything is opened."""
    async with transaction():
        view = await _begin(request, information_id, _kind(kind))
    return _ask(request, view, _kind(kind), kind)


@post(_ONE, status_code=200, include_in_schema=False)
async def open_secret(
    request: AnyRequest, information_id: FromPath[UUID], kind: FromPath[str]
) -> Response[Any]:
    """Open it, record that, notify the head, and show it. Raises NotFound, SealShut, ConfirmationNeeded."""
    wanted, actor, address = _kind(kind), actor_of(request), address_of(request)
    accounts, informant = [], None
    async with transaction():
        view = await _begin(request, information_id, wanted)
        if wanted is SecretKind.ACCOUNT:
            accounts = await opening.account(information_id, actor, address)
        else:
            informant = await opening.informant(information_id, actor, address)
    told = msgspec.structs.asdict(informant) if informant else {}
    return page(
        request,
        "intake/informations/opened.html",
        view=view,
        kind=kind,
        accounts=accounts,
        informant=[(name, text) for name, text in told.items() if text],
    )


@get(_FILE, include_in_schema=False)
async def ask_file(
    request: AnyRequest, information_id: FromPath[UUID], secret_id: FromPath[UUID]
) -> Response[str]:
    """Say that the opening of a photograph is recorded, before it is opened."""
    async with transaction():
        asked = await opening.asked(information_id, secret_id)
        view = await _begin(request, information_id, asked)
    return _ask(request, view, SecretKind.ATTACHMENT, f"attachment/{secret_id}")


@post(_FILE, status_code=200, include_in_schema=False)
async def open_file(
    request: AnyRequest, information_id: FromPath[UUID], secret_id: FromPath[UUID]
) -> Response[bytes]:
    """Open a photograph or file, record that, notify the head, and send it. It came from outside the force:
    only pictures are shown, and nothing of it can run (a policy of its own)."""
    actor = actor_of(request)
    async with transaction():
        await _begin(request, information_id, await opening.asked(information_id, secret_id))
        found = await opening.attachment(information_id, secret_id, actor, address_of(request))
    shown = found.media_type in _PICTURES
    return Response(
        found.data,
        media_type=found.media_type if shown else "application/octet-stream",
        headers={
            "content-disposition": "inline" if shown else 'attachment; filename="dinh-kem"',
            "content-security-policy": "default-src 'none'; sandbox",
        },
    )


HANDLERS = [ask_open, open_secret, ask_file, open_file]
