"""Photographs and their byte receipts."""

from ipaddress import ip_address
from typing import Any, Literal
from uuid import UUID

from litestar import Request, Router, get
from litestar.params import FromPath, FromQuery
from litestar.response import Stream

from backend.actors import Actor
from backend.evidence import service as evidence
from schemas.receipts import ByteReceipt


@get("/{photo_id:uuid}", operation_id="getPhoto")
async def get_photo(
    request: Request[Actor, Any, Any],
    photo_id: FromPath[UUID],
    size: FromQuery[Literal["thumb", "view", "original"]] = "view",
) -> Stream:
    """A photograph's bytes; the reading is recorded. An original comes as an attachment, whole or
    by range.

    409 `bytes_pending` or `preview_pending`: try again. 422 `undecodable` or `not_an_image`: ask
    for the original.
    """
    opened = await evidence.open_photo(
        photo_id,
        size,
        request.user,
        range_header=request.headers.get("range"),
        address=_address(request),
    )
    return Stream(
        opened.chunks,
        media_type=opened.media_type,
        status_code=opened.status,
        headers=opened.headers,
    )


@get("/{photo_id:uuid}/receipt", operation_id="getPhotoReceipt")
async def get_photo_receipt(
    request: Request[Actor, Any, Any], photo_id: FromPath[UUID]
) -> ByteReceipt:
    """The byte receipt: the bytes are in the object store and were read back. 404 `receipt_pending`
    until then."""
    return await evidence.photo_receipt(photo_id, request.user)


def _address(request: Request[Actor, Any, Any]) -> str | None:
    if request.client is None:
        return None
    try:
        return str(ip_address(request.client.host))
    except ValueError:
        return None


ROUTER = Router(path="/photos", route_handlers=[get_photo, get_photo_receipt])
