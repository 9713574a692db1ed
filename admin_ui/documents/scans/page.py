"""Scans of papers signed by hand, sent as attachments so that a browser never opens them as a page of ours."""

from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.shell.confirming import confirming
from admin_ui.shell.render import AnyRequest, actor_of, address_of
from backend.casework.issued_documents import scans
from backend.core.database import transaction


@get("/desk/scans/{scan_id:uuid}", include_in_schema=False)
async def scan_file(request: AnyRequest, scan_id: FromPath[UUID]) -> Response[bytes]:
    """Send the scan as it was uploaded. The reading is recorded. Raises NotFound, ConfirmationNeeded."""
    confirming.require(request)
    address = address_of(request)
    async with transaction():
        scan, data, name = await scans.read(scan_id, actor_of(request), address)
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type=scan.media_type, headers=headers)


HANDLERS = [scan_file]
