"""The page on which the clerk puts the agency's digital seal on a signed paper.

HANDLERS = seal.handlers("/desk/papers", papers.read, papers.sealing)
"""

from typing import Protocol
from uuid import UUID

from litestar.handlers import HTTPRouteHandler

from admin_ui.documents.paper_pages.outside import Read
from admin_ui.shell.render import AnyRequest, actor_of, address_of
from admin_ui.shell.scan import sealing
from admin_ui.shell.scan.sealing import Shown
from backend.core.database import transaction
from schemas.core.problems import Text


class _Waits(sealing.Waits, Protocol):
    """What a group's service says of a paper that may be sealed."""

    @property
    def against(self) -> Text | None:
        """Why it gets no seal."""


def handlers(place: str, read: Read, papers: sealing.Papers[_Waits]) -> list[HTTPRouteHandler]:
    """Return the handlers below the pages of a group's papers, which are at `place`."""

    async def shown(request: AnyRequest, document_id: UUID, seen: _Waits) -> Shown:
        async with transaction():
            view = await read(document_id, actor_of(request), address_of(request))
        return Shown(
            address=f"{place}/{document_id}",
            form=view.row.form,
            title=view.row.title,
            number=view.row.number,
            issued_on=view.row.issued_on,
            signer=f"{view.signer_title} {view.signer_name}".strip(),
            sha256=view.sha256,
            against=seen.against,
        )

    return sealing.handlers(place, shown, papers)
