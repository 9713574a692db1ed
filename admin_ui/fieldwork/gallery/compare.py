"""Two photographs side by side, of one inspection or of two inspections that the reader may see.

Each is looked up in the reader's scope separately, and each viewing is recorded with its
photograph.
"""

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath, FromQuery

from admin_ui.fieldwork.gallery.comparing import apart, facts
from admin_ui.fieldwork.inspections.page import view_for
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.evidence.service import PhotoPage
from schemas.fieldwork.inspections import InspectionView


@get("/desk/inspections/{inspection_id:uuid}/compare", include_in_schema=False)
async def show_comparison(
    request: AnyRequest,
    inspection_id: FromPath[UUID],
    left: FromQuery[UUID | None] = None,
    right: FromQuery[UUID | None] = None,
    other: FromQuery[str] = "",
) -> Response[str]:
    """Show both photographs with their facts; by default the first two of the inspection.

    `other` is the id of a photograph that somebody pasted; it replaces the right one. Raises
    NotFound if one is out of scope, or if neither belongs to this inspection.
    """
    view = await view_for(request, inspection_id, "compare")
    pasted, wrong = _pasted(request, other)
    left, right = _chosen(view, left, pasted or right)
    if left is None or right is None:
        return page(request, "fieldwork/gallery/compare.html", view=view, pair=None, wrong=wrong)
    known = {item.photo_id for item in view.photos}
    if left not in known and right not in known:
        raise NotFound(what="photo")
    pair = await _read(request, left, right)
    language = language_of(request)
    return page(
        request,
        "fieldwork/gallery/compare.html",
        status=422 if wrong else 200,
        view=view,
        pair=pair,
        known=known,
        wrong=wrong,
        why=[getattr(item.preview_reason, language, None) for item in pair],
        facts=facts(pair[0], pair[1], language),
        apart=apart(pair[0], pair[1], language),
    )


async def _read(request: AnyRequest, *photo_ids: UUID) -> list[PhotoPage]:
    """Read both in one transaction: if one is out of scope, no viewing of the other is recorded either."""
    actor = actor_of(request)
    address = address_of(request)
    async with transaction():
        return [
            await evidence.photo_page(photo_id, actor, address=address) for photo_id in photo_ids
        ]


def _chosen(view: InspectionView, left: UUID | None, right: UUID | None) -> Any:
    """Return the requested ids; missing ones are replaced by the first other photographs."""
    free = [item.photo_id for item in view.photos if item.photo_id not in (left, right)]
    if left is None:
        left = free.pop(0) if free else None
    if right is None:
        right = free.pop(0) if free else None
    return left, right


def _pasted(request: AnyRequest, other: str) -> tuple[UUID | None, str]:
    """Return the photograph whose page's address, or id, was pasted, and an error if it is none."""
    text = other.strip()
    if not text:
        return None, ""
    try:
        return UUID(urlsplit(text).path.rstrip("/").rpartition("/")[2]), ""
    except ValueError:
        return None, say(language_of(request), "gallery.other_wrong")


HANDLERS = [show_comparison]
