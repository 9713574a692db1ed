"""The minutes of an inspection as PDF, besides their print view."""

from urllib.parse import quote
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.shell.render import AnyRequest, actor_of, address_of
from backend.fieldwork.papers import of_inspections


@get(
    "/desk/inspections/{inspection_id:uuid}/minutes.pdf",
    include_in_schema=False,
    media_type="application/pdf",
)
async def minutes_pdf(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[bytes]:
    """Lay the minutes out and send them; the reading is recorded. Raises NotFound, PaperTooLong."""
    address = address_of(request)
    made = await of_inspections.pdf(inspection_id, actor_of(request), address)
    return Response(
        made.pdf,
        media_type="application/pdf",
        headers={"content-disposition": f"inline; filename*=UTF-8''{quote(made.file_name)}"},
    )


HANDLERS = [minutes_pdf]
