"""The clerk puts the agency's digital seal on a signed paper: with a key here, or with a token elsewhere.

    HANDLERS = sealing.handlers("/desk/papers", shown, papers.sealing)

The page is seal.html; each group gives the paper and records the seal.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Protocol, TypeVar
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import as_typed, read_form
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan.scan_upload import MOST_BODY, read_scan
from admin_ui.shell.words import say
from backend.core.actors import Actor
from backend.core.errors import DomainError, NotAllowed, NotFound
from backend.documents.signing.service import CertificateRow
from backend.ledger.service import Outcome, Refused
from schemas.core.problems import Text


class Waits(Protocol):
    """What the services say of a paper that may be sealed."""

    @property
    def unit_id(self) -> UUID:
        """Whose clerk seals it."""

    @property
    def here(self) -> Any:
        """The unit's certificates whose key is here."""

    @property
    def outside(self) -> bool:
        """The unit has one whose key is elsewhere."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A paper as the page shows it."""

    address: str
    """Of its own page; that of the seal is below it."""
    form: str
    title: Text
    number: str | None
    issued_on: date | None
    signer: str
    sha256: str | None
    against: Text | None
    """Why it gets no seal."""


Again = Callable[..., Awaitable[Response[Any]]]
"""Shows the page again: `status` and `wrong`."""
Seen = TypeVar("Seen", bound=Waits)
SeenThere = TypeVar("SeenThere", bound=Waits, covariant=True)


class Papers(Protocol[SeenThere]):
    """The module of a group's service that seals its papers."""

    def waits(self, document_id: UUID, actor: Actor, /) -> Awaitable[SeenThere]:
        """Return what the clerk needs to seal a paper. Raises NotFound, NotAllowed."""

    def seal(
        self, document_id: UUID, certificate_id: UUID, passphrase: str, actor: Actor, /
    ) -> Awaitable[Outcome]:
        """Seal with a key that is here."""

    def download(
        self, document_id: UUID, actor: Actor, address: str | None, /
    ) -> Awaitable[tuple[bytes, str]]:
        """Return the signed file that the clerk's token is to seal, and a file name."""

    def take(self, document_id: UUID, data: bytes, actor: Actor, /) -> Awaitable[Outcome | None]:
        """Enter a file that was sealed elsewhere; returns nothing if it was entered before."""


AsShown = Callable[[AnyRequest, UUID, Seen], Awaitable[Shown]]
"""Returns a paper as the page shows it; the reading is recorded. Raises NotFound."""


def handlers(place: str, shown: AsShown[Seen], papers: Papers[Seen]) -> list[HTTPRouteHandler]:
    """Return the handlers below the pages of a group's papers, which are at `place`."""
    path = f"{place}/{{document_id:uuid}}/seal"

    async def again(
        request: AnyRequest,
        document_id: UUID,
        seen: Seen | None = None,
        *,
        status: int = 200,
        wrong: str = "",
    ) -> Response[str]:
        seen = seen or await papers.waits(document_id, actor_of(request))
        paper = await shown(request, document_id, seen)
        return show(request, seen, paper, status=status, wrong=wrong)

    @get(path, include_in_schema=False)
    async def ask_seal(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
        """Show what is sealed, with which certificate, and ask for its passphrase.

        Raises NotFound, NotAllowed.
        """
        seen = await papers.waits(document_id, actor_of(request))
        confirming.require(request)  # now: the page of the code cannot carry a file
        return await again(request, document_id, seen)

    @post(path, include_in_schema=False)
    async def seal_here(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
        """Seal with a key that is here. Raises NotFound, NotAllowed."""
        actor = actor_of(request)
        await papers.waits(document_id, actor)
        return await seal(
            request,
            partial(again, request, document_id),
            lambda certificate, secret: papers.seal(document_id, certificate, secret, actor),
            f"{place}/{document_id}",
        )

    @get(f"{path}/to-sign.pdf", include_in_schema=False)
    async def to_sign(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
        """Send the signed file that the clerk's token is to seal. The download is recorded.

        Raises NotFound, NotAllowed, RefusedAct.
        """
        return to_seal(*await papers.download(document_id, actor_of(request), address_of(request)))

    @post(f"{path}/outside", include_in_schema=False, request_max_body_size=MOST_BODY)
    async def send_sealed(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
        """Enter a file that was sealed elsewhere. Raises NotFound, NotAllowed."""
        actor = actor_of(request)
        await papers.waits(document_id, actor)
        return await send(
            request,
            partial(again, request, document_id),
            lambda data: papers.take(document_id, data, actor),
            f"{place}/{document_id}",
        )

    return [ask_seal, seal_here, to_sign, send_sealed]


def show(
    request: AnyRequest, seen: Waits, paper: Shown, *, status: int = 200, wrong: str = ""
) -> Response[str]:
    """Show what is sealed, with which certificate, and ask for its passphrase or for the sealed file."""
    language = language_of(request)
    here: list[CertificateRow] = seen.here
    return page(
        request,
        "shell/scan/seal.html",
        status=status,
        seen=seen,
        paper=paper,
        title=getattr(paper.title, language),
        against=getattr(paper.against, language) if paper.against else "",
        options=[(str(row.id), row) for row in here],
        wrong=wrong,
    )


async def seal(
    request: AnyRequest,
    again: Again,
    sign: Callable[[UUID, str], Awaitable[Outcome]],
    address: str,
) -> Response[Any]:
    """Seal with a key that is here."""
    confirming.require(request)
    form = await read_form(request)
    passphrase = await as_typed(request, "passphrase")
    try:
        certificate = UUID(form.text("certificate"))
    except ValueError:
        certificate = None
    if certificate is None or not passphrase:
        return await again(status=422, wrong=say(language_of(request), "seal.needed"))
    try:
        outcome = await sign(certificate, passphrase)
    except DomainError as error:
        return await _wrong(request, again, error)
    return await _done(request, again, outcome, address)


async def send(
    request: AnyRequest,
    again: Again,
    take: Callable[[bytes], Awaitable[Outcome | None]],
    address: str,
) -> Response[Any]:
    """Enter a file that was sealed elsewhere; `take` returns nothing if it was entered before."""
    confirming.require(request)
    try:
        outcome = await take(await read_scan(request))
    except DomainError as error:
        return await _wrong(request, again, error)
    return await _done(request, again, outcome, address)


def to_seal(data: bytes, name: str) -> Response[bytes]:
    """Return the bytes that the clerk's token is to seal."""
    disposition = f"attachment; filename=\"to-seal.pdf\"; filename*=UTF-8''{quote(name)}"
    return Response(
        data, media_type="application/pdf", headers={"content-disposition": disposition}
    )


async def _wrong(request: AnyRequest, again: Again, error: DomainError) -> Response[Any]:
    """Show the page again with the reason, unless the reader may not see or do it at all."""
    what = isinstance(error, NotFound) and error.problem_code != "no_certificate"
    if isinstance(error, NotAllowed) or what:
        raise error
    return await again(status=error.status, wrong=told(request, error))


async def _done(
    request: AnyRequest, again: Again, outcome: Outcome | None, address: str
) -> Response[Any]:
    if isinstance(outcome, Refused):
        return await again(status=409, wrong=getattr(outcome.text, language_of(request)))
    return Redirect(f"{address}?done=sealed", status_code=303)
