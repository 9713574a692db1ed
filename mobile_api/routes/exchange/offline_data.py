"""Reference data: what a phone knows about its area without a signal."""

from typing import Annotated, Any

from litestar import Request, get
from litestar.params import QueryParameter

from backend.core.actors import Actor
from backend.exchange.offline_data import service as offline_data
from mobile_api.zipping import ZIPPED
from schemas.exchange.offline_data import ReferencePage


@get("/reference", operation_id="getReference", middleware=[ZIPPED])
async def get_reference(
    request: Request[Actor, Any, Any],
    cursor: Annotated[str | None, QueryParameter(max_length=1000)] = None,
) -> ReferencePage:
    """Return a page of the area's businesses, behaviours, units and days off.

    With a cursor: what changed since it. 410 `cursor_expired`: begin again without one. A page has
    at most 500 entries and about 256 kB.
    """
    return await offline_data.page(request.user, cursor)
