"""A paper made on site as PDF, for printing or keeping."""

from urllib.parse import quote
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.shell.render import AnyRequest, actor_of, address_of
from backend.fieldwork.papers import on_site


@get(
    "/desk/inspections/{inspection_id:uuid}/documents/{document_id:uuid}/pdf",
    include_in_schema=False,
    media_type="application/pdf",
)
async def document_pdf(
    request: AnyRequest, inspection_id: FromPath[UUID], document_id: FromPath[UUID]
) -> Response[bytes]:
    """Lay the paper out and send it; the reading is recorded. Raises NotFound, PaperTooLong."""
    address = address_of(request)
    made = await on_site.pdf(document_id, actor_of(request), address, inspection_id)
    return Response(
        made.pdf,
        media_type="application/pdf",
        headers={"content-disposition": f"inline; filename*=UTF-8''{quote(made.file_name)}"},
    )


HANDLERS = [document_pdf]
