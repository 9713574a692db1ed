"""A paper that its signer signs with a token elsewhere: the file to sign, what comes back, giving up.

    HANDLERS = outside.handlers("/desk/papers", show, papers.outside)

The parts of the page are in outside.html; each group shows the paper and enters it.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Protocol
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell import reasons
from admin_ui.shell.problems import told
from admin_ui.shell.reasons import Again
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of
from admin_ui.shell.scan.scan_upload import MOST_BODY, read_scan
from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import DomainError
from backend.documents.signing import service as signing
from backend.force.accounts import service as accounts
from backend.ledger.service import Outcome, Refused

Show = Callable[..., Awaitable[Response[str]]]
"""Shows the page of a paper, by the request and its id; with `status`, `wrong` and `errors` again."""


class Papers(Protocol):
    """The module of a group's service for papers that are signed elsewhere."""

    def download(
        self, document_id: UUID, actor: Actor, address: str | None, /
    ) -> Awaitable[tuple[bytes, str]]:
        """Return the bytes to be signed and a file name, to their signer alone."""

    def take(
        self, document_id: UUID, data: bytes, actor: Actor, /
    ) -> Awaitable[Outcome | bool | None]:
        """Enter the signed file; returns nothing if it was entered before."""

    def give_up(self, document_id: UUID, reason: str, actor: Actor, /) -> Awaitable[Outcome]:
        """Void the number on the signer's copy."""


def handlers(place: str, show: Show, papers: Papers) -> list[HTTPRouteHandler]:
    """Return the handlers below the pages of a group's papers, which are at `place`."""
    path = f"{place}/{{document_id:uuid}}/outside"

    @get(path, include_in_schema=False)
    async def outside(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
        """Say how the paper is signed elsewhere, with its file and the form to send it back.

        Raises NotFound.
        """
        return await show(request, document_id)

    @get(f"{path}/prepared.pdf", include_in_schema=False)
    async def prepared(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
        """Send the bytes to be signed, to their signer alone. The download is recorded.

        Raises NotFound, PreparationOver.
        """
        return to_sign(*await papers.download(document_id, actor_of(request), address_of(request)))

    @post(path, include_in_schema=False, request_max_body_size=MOST_BODY)
    async def send(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
        """Enter the signed file as the issued paper. Raises NotFound, NotAllowed."""
        actor = actor_of(request)
        return await sent(
            request,
            partial(show, request, document_id),
            lambda data: papers.take(document_id, data, actor),
            f"{place}/{document_id}",
        )

    give_up = reasons.handler(place, "outside/give-up", "given_up", show, papers.give_up)
    return [outside, prepared, send, give_up]


async def registered(actor: Actor) -> bool:
    """Tell whether the officer has a certificate in force, so that a signature is known as theirs."""
    held = await signing.list_of(actor.officer_id)
    return any(signing.standing(row, clock.now()) == "valid" for row in held)


def to_sign(data: bytes, name: str) -> Response[bytes]:
    """Return the bytes to be signed."""
    disposition = f"attachment; filename=\"to-sign.pdf\"; filename*=UTF-8''{quote(name)}"
    return Response(
        data, media_type="application/pdf", headers={"content-disposition": disposition}
    )


async def sent(
    request: AnyRequest,
    again: Again,
    take: Callable[[bytes], Awaitable[Outcome | bool | None]],
    address: str,
) -> Response[Any]:
    """Enter the signed file as the issued paper; `take` returns nothing if it was entered before.

    No code is asked for: the signature of the officer's own key is a second factor, once. A file
    that was entered before proves nothing about who sends it now.
    """
    try:
        outcome = await take(await read_scan(request))
    except DomainError as error:
        if error.status not in (409, 422, 503):
            raise
        return await again(status=error.status, wrong=told(request, error))
    if isinstance(outcome, Refused):
        return await again(status=409, wrong=getattr(outcome.text, language_of(request)))
    if outcome:  # anybody at this desk can download an issued paper and send it again
        await accounts.confirmed_by_key(actor_of(request))
    return Redirect(f"{address}?done=signed", status_code=303)
