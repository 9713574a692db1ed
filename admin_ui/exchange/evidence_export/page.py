"""Export of an inspection as a package that others can check, sent while it is being made.

A page first says what the package holds.
"""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Stream

from admin_ui.fieldwork.inspections.page import view_for
from admin_ui.shell.confirming import confirming
from admin_ui.shell.render import AnyRequest, actor_of, address_of, page
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.exchange.evidence_export import service as evidence_export

_ADDRESS = "/desk/inspections/{inspection_id:uuid}/export"


@get(_ADDRESS, include_in_schema=False)
async def ask_export(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[str]:
    """Show what will be exported, and say that it will be recorded. Raises NotFound, NotAllowed."""
    view = await view_for(request, inspection_id, "export")
    if not evidence_export.may_export(actor_of(request)):
        raise NotAllowed
    confirming.require(request)
    stored = [photo for photo in view.photos if photo.stored]
    return page(
        request,
        "exchange/evidence_export/export.html",
        view=view,
        count=len(stored),
        size=sum(photo.size for photo in stored),
    )


@post(_ADDRESS, status_code=200, include_in_schema=False)
async def export(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[Any]:
    """Record the export, then send it. Raises NotFound, NotAllowed."""
    confirming.require(request)
    address = address_of(request)
    async with transaction():
        package = await evidence_export.package(inspection_id, actor_of(request), address)
    return Stream(
        package.chunks,
        media_type="application/zip",
        headers={"content-disposition": f'attachment; filename="{package.file_name}"'},
    )


HANDLERS = [ask_export, export]
