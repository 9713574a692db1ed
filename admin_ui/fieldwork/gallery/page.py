"""The gallery: an inspection's photographs shown large, one at a time, to readers of the evidence.

Each address shows one photograph, so that it can be sent to somebody. With JavaScript only the part
that changes is fetched (`part=shown`). A picture is fetched only when somebody goes to it, because
each viewing is recorded in the access log.
"""

from typing import Any
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath, FromQuery

from admin_ui.fieldwork.photos import verdicts
from admin_ui.fieldwork.photos.page import neighbours
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from backend.core.database import transaction
from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.inspections import service as inspections
from schemas.fieldwork.inspections import InspectionView, PhotoView


@get("/desk/inspections/{inspection_id:uuid}/gallery", include_in_schema=False)
async def show_gallery(
    request: AnyRequest,
    inspection_id: FromPath[UUID],
    photo: FromQuery[UUID | None] = None,
    part: FromQuery[str | None] = None,
) -> Response[str]:
    """Show one photograph, by default the first, and the strip of all.

    Raises NotFound for a photograph of another inspection.
    """
    address = address_of(request)
    async with transaction():
        view = await inspections.read(inspection_id, actor_of(request), "gallery", address)
    template = (
        "fieldwork/gallery/part.html" if part == "shown" else "fieldwork/gallery/gallery.html"
    )
    if not view.photos:
        return page(request, "fieldwork/gallery/gallery.html", view=view, photo=None)
    return page(request, template, **around(request, view, photo or view.photos[0].photo_id))


def around(request: AnyRequest, view: InspectionView, photo_id: UUID) -> dict[str, Any]:
    """Return one photograph and its neighbours. Raises NotFound."""
    found = neighbours(view, photo_id)
    photo = found.pop("shown")
    return found | {
        "view": view,
        "photo": photo,
        "lines": verdicts.lines(photo.verdicts),
        "why": why_not_shown(request, photo),
    }


def why_not_shown(request: AnyRequest, photo: PhotoView) -> str | None:
    """Return in words why a stored file has no picture; None if it has one or none was made yet."""
    if photo.preview_reason is None or photo.preview not in ("undecodable", "not_an_image"):
        return None
    said: str = getattr(evidence.preview_reason(photo.preview_reason), language_of(request))
    return said


HANDLERS = [show_gallery]
