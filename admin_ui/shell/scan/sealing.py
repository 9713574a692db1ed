"""The clerk puts the agency's digital seal on a signed paper: with a key here, or with a token elsewhere.

The page is seal.html; each group gives the paper and records the seal.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from urllib.parse import quote
from uuid import UUID

from litestar import Response
from litestar.response import Redirect

from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import as_typed, read_form
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, language_of, page
from admin_ui.shell.scan.scan_upload import read_scan
from admin_ui.shell.words import say
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
