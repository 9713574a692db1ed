"""An inspection that only phones know, because a restore lost its decision."""

from typing import Any
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.shell.render import AnyRequest, actor_of, address_of, page
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections


@get("/desk/unknown/{record_id:uuid}", include_in_schema=False)
async def show_unknown(request: AnyRequest, record_id: FromPath[UUID]) -> Response[Any]:
    """Show who sent what of it, and when. Raises NotAllowed, NotFound."""
    async with transaction():
        record = await inspections.unknown.read(record_id, actor_of(request), address_of(request))
    return page(request, "fieldwork/unknown_inspections/record.html", record=record)


HANDLERS = [show_unknown]
