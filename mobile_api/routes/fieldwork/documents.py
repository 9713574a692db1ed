"""Papers made on site, as PDF files to keep and to print."""

from typing import Any
from uuid import UUID

from litestar import Request, Response, get
from litestar.params import FromPath

from backend.core.actors import Actor
from backend.fieldwork.papers import on_site


@get(
    "/documents/{document_id:uuid}/pdf", operation_id="getDocumentPdf", media_type="application/pdf"
)
async def get_document_pdf(
    request: Request[Actor, Any, Any], document_id: FromPath[UUID]
) -> Response[bytes]:
    """Return a paper made on site as PDF, with the signatures and the number that it has.

    The reading is recorded. 409 `paper_too_long`.
    """
    address = request.client.host if request.client else None
    made = await on_site.pdf(document_id, request.user, address)
    return Response(
        made.pdf,
        media_type="application/pdf",
        headers={"content-disposition": "attachment", "cache-control": "no-store"},
    )
