"""The files of a paper: the preview of its draft, what was signed or printed, the code to check it by.

HANDLERS = [listing, paper, *files.handlers("/desk/papers", papers, "paper.pdf")]
"""

from collections.abc import Awaitable
from typing import Protocol
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, FromQuery

from admin_ui.shell.render import AnyRequest, actor_of, address_of
from admin_ui.shell.scan import comparing
from backend.core.actors import Actor
from backend.core.database import transaction

_PDF = "application/pdf"


class Papers(Protocol):
    """What a group's service of papers has; each joins the caller's transaction and raises NotFound."""

    def preview(self, document_id: UUID, actor: Actor, address: str | None, /) -> Awaitable[bytes]:
        """Lay a draft out, marked as one."""

    def pdf(
        self, document_id: UUID, actor: Actor, address: str | None, /, *, signed_only: bool = False
    ) -> Awaitable[tuple[bytes, str]]:
        """Return a numbered paper and a file name."""

    def qr(self, document_id: UUID, actor: Actor, /) -> Awaitable[str]:
        """Return the address for checking a paper, as a QR code in SVG."""


def handlers(place: str, papers: Papers, plain_name: str) -> list[HTTPRouteHandler]:
    """Return the handlers below the pages of a group's papers, which are at `place`.

    `plain_name` is for browsers that know no other letters than ASCII.
    """
    path = f"{place}/{{document_id:uuid}}"

    @get(f"{path}/preview.pdf", include_in_schema=False)
    async def preview(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
        """Send the draft as PDF, marked as a draft. The reading is recorded. Raises NotFound."""
        data = await papers.preview(document_id, actor_of(request), address_of(request))
        return comparing.shown(data, _PDF, "preview.pdf")

    @get(f"{path}/signed.pdf", include_in_schema=False)
    async def signed(
        request: AnyRequest, document_id: FromPath[UUID], only: FromQuery[str] = ""
    ) -> Response[bytes]:
        """Send the paper as it was laid out, with the agency's seal unless `only` is `signed`.

        The download is recorded. Raises NotFound.
        """
        actor, address = actor_of(request), address_of(request)
        async with transaction():
            data, name = await papers.pdf(document_id, actor, address, signed_only=only == "signed")
        disposition = f"attachment; filename=\"{plain_name}\"; filename*=UTF-8''{quote(name)}"
        return Response(data, media_type=_PDF, headers={"content-disposition": disposition})

    @get(f"{path}/printed.pdf", include_in_schema=False)
    async def printed(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
        """Send what was printed, for the comparison page. The reading is recorded. Raises NotFound."""
        async with transaction():
            data, _ = await papers.pdf(document_id, actor_of(request), address_of(request))
        return comparing.shown(data, _PDF, "printed.pdf")

    @get(f"{path}/qr.svg", include_in_schema=False)
    async def qr(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
        """Send a QR code of the address at which the paper is checked. Raises NotFound."""
        async with transaction():
            picture = await papers.qr(document_id, actor_of(request))
        return Response(picture, media_type="image/svg+xml")

    return [preview, signed, printed, qr]
