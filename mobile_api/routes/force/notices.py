"""Notices that an officer read on a phone."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Request, post
from litestar.params import JSONBody
from litestar.status_codes import HTTP_200_OK
from msgspec import Meta

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.force.notices import service as notices
from schemas.core.base import Wire

MAX_BYTES = 16 * 1024


class NoticesRead(Wire):
    """The notices that the officer read on this phone since it last told."""

    ids: Annotated[list[UUID], Meta(min_length=1, max_length=200)]


class NoticesMarked(Wire):
    """How many of them were unread until now; a repeat marks none."""

    marked: int


@post(
    "/notices/read",
    operation_id="postNoticesRead",
    status_code=HTTP_200_OK,
    request_max_body_size=MAX_BYTES,
)
async def post_notices_read(
    request: Request[Actor, Any, Any], data: JSONBody[NoticesRead]
) -> NoticesMarked:
    """Mark the officer's own notices as read. Ids of others, or unknown ones, are passed over.

    The next sync removes them from all phones of the officer.
    """
    async with transaction():
        return NoticesMarked(marked=await notices.read_on_phone(request.user, data.ids))
