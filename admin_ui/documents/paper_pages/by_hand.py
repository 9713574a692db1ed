"""Papers that are signed by hand: the scan of the sheet is sent, and a second person compares it.

HANDLERS = by_hand.handlers("/desk/papers", papers, take, "documents/record_papers")
"""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol
from uuid import UUID

from litestar import Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.confirming import confirming
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan import comparing
from admin_ui.shell.scan.scan_upload import MOST_BODY, read_scan
from admin_ui.shell.words import say
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import DomainError, NotFound
from backend.ledger.service import Outcome
from schemas.core.desk_papers import DeskPaperView

Take = Callable[[AnyRequest, UUID, bytes], Awaitable[object]]
"""Stores a scan and enters it; the first one puts the paper in force. Opens its transactions itself."""


class Papers(Protocol):
    """What a group's service of papers has; each joins the caller's transaction and raises NotFound."""

    def read(
        self, document_id: UUID, actor: Actor, address: str | None, /
    ) -> Awaitable[DeskPaperView]:
        """Return a paper; the reading is recorded."""

    def scan_of(
        self, document_id: UUID, actor: Actor, address: str | None, /
    ) -> Awaitable[tuple[comparing.Scan, bytes, str]]:
        """Return the scan that stands for the sheet."""

    def compare(
        self, document_id: UUID, sha256: str, agrees: bool, reason: str | None, actor: Actor, /
    ) -> Awaitable[Outcome]:
        """Record what a second person found."""


def handlers(place: str, papers: Papers, take: Take, templates: str) -> list[HTTPRouteHandler]:
    """Return the handlers below the pages of a group's papers, which are at `place`.

    In `templates` is its scan.html, which fills the one that is here.
    """
    return [*_scanning(place, papers, take, templates), *_comparing(place, papers)]


async def _read(papers: Papers, request: AnyRequest, document_id: UUID) -> DeskPaperView:
    async with transaction():
        return await papers.read(document_id, actor_of(request), address_of(request))


def _scanning(place: str, papers: Papers, take: Take, templates: str) -> list[HTTPRouteHandler]:
    path = f"{place}/{{document_id:uuid}}/scan"

    def scan_page(
        request: AnyRequest, view: DeskPaperView, *, status: int = 200, wrong: str = ""
    ) -> Response[str]:
        return page(
            request,
            f"{templates}/scan.html",
            status=status,
            here=f"{place}/{view.row.id}",
            view=view,
            first=view.row.state == "printed",
            wrong=wrong,
        )

    @get(path, include_in_schema=False)
    async def ask_scan(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
        """Ask for the scan, and say what follows from sending it. Raises NotFound."""
        view = await _read(papers, request, document_id)
        if view.may_scan:
            confirming.require(request)  # now: the page of the code cannot carry a file
        return scan_page(request, view)

    @post(path, include_in_schema=False, request_max_body_size=MOST_BODY)
    async def send_scan(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
        """Store the scan, read it back, and put the paper in force. Raises NotFound, Unavailable."""
        view = await _read(papers, request, document_id)
        if not view.may_scan:  # refuse before storing 20 MB in vain
            said = say(language_of(request), "byhand.not_now")
            return scan_page(request, view, status=409, wrong=said)
        confirming.require(request)  # the first scan puts the paper in force
        try:
            await take(request, document_id, await read_scan(request))
        except DomainError as error:
            if error.status not in (409, 422, 503):
                raise
            said = told(request, error)
            after = await _read(papers, request, document_id)
            return scan_page(request, after, status=error.status, wrong=said)
        return Redirect(f"{place}/{document_id}?done=scanned", status_code=303)

    return [ask_scan, send_scan]


def _comparing(place: str, papers: Papers) -> list[HTTPRouteHandler]:
    async def compare_page(
        request: AnyRequest,
        document_id: UUID,
        *,
        status: int = 200,
        wrong: str = "",
        errors: dict[str, str] | None = None,
    ) -> Response[str]:
        view = await _read(papers, request, document_id)
        if view.scan_id is None:
            raise NotFound(what="scan")
        return comparing.compare_page(
            request,
            "documents/paper_pages/compare.html",
            status=status,
            here=f"{place}/{document_id}",
            view=view,
            wrong=wrong,
            errors=errors,
        )

    async def scan_of(request: AnyRequest, document_id: UUID) -> tuple[comparing.Scan, bytes, str]:
        async with transaction():
            return await papers.scan_of(document_id, actor_of(request), address_of(request))

    return comparing.handlers(place, compare_page, papers.compare, scan_of)
