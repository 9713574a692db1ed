"""Photographs and their byte receipts."""

from ipaddress import ip_address
from typing import Any, Literal
from uuid import UUID

from litestar import Request, Response, Router, get, head, put
from litestar.params import FromPath, FromQuery
from litestar.response import Stream
from litestar.status_codes import HTTP_204_NO_CONTENT

from backend.core.actors import Actor
from backend.core.database import transaction
from backend.fieldwork.evidence import service as evidence
from schemas.core.receipts import ByteReceipt

MAX_THUMBNAIL_BODY = 256 * 1024
"""A longer body is not even read. A body between 64 kB and this is refused with our own text."""


@get("/{photo_id:uuid}", operation_id="getPhoto")
async def get_photo(
    request: Request[Actor, Any, Any],
    photo_id: FromPath[UUID],
    size: FromQuery[Literal["thumb", "view", "original"]] = "view",
) -> Stream:
    """Return a photograph's bytes, whole or by range. An original comes as an attachment.

    The reading is recorded, even if the ETag still matches (304). 409 `bytes_pending` or
    `preview_pending`: try again. 422 `undecodable` or `not_an_image`: ask for the original.
    """
    opened = await evidence.open_photo(
        photo_id,
        size,
        request.user,
        asked=request.headers,
        address=_address(request),
    )
    return Stream(
        opened.chunks,
        media_type=opened.media_type,
        status_code=opened.status,
        headers=opened.headers,
    )


@head("/{photo_id:uuid}", operation_id="headPhoto")
async def head_photo(
    request: Request[Actor, Any, Any],
    photo_id: FromPath[UUID],
    size: FromQuery[Literal["thumb", "view", "original"]] = "view",
) -> Response[None]:
    """Return what GET would, without the bytes: length, type and ETag.

    Not recorded as a reading.
    """
    opened = await evidence.head_photo(photo_id, size, request.user, asked=request.headers)
    headers = opened.headers | {"content-type": opened.media_type}
    return Response(None, status_code=opened.status, headers=headers)


@get("/{photo_id:uuid}/receipt", operation_id="getPhotoReceipt")
async def get_photo_receipt(
    request: Request[Actor, Any, Any], photo_id: FromPath[UUID]
) -> ByteReceipt:
    """Return the byte receipt: the bytes are in the object store and were read back.

    404 `receipt_pending` until then.
    """
    return await evidence.photo_receipt(photo_id, request.user)


@put(
    "/{photo_id:uuid}/thumbnail",
    status_code=HTTP_204_NO_CONTENT,
    operation_id="putPhotoThumbnail",
    request_max_body_size=MAX_THUMBNAIL_BODY,
)
async def put_photo_thumbnail(request: Request[Actor, Any, Any], photo_id: FromPath[UUID]) -> None:
    """Send a small picture ahead of a photograph's bytes: a JPEG of at most 64 kB.

    The desk sees it, marked as not checked, until the bytes are there. 204 also if it is not needed
    any more, or if there is another one. 404 if the officer announced no such photograph.
    """
    data = await request.body()
    async with transaction():
        await evidence.take_thumbnail(
            photo_id,
            data,
            request.user,
            sha256=request.headers.get("x-sha256"),
            media_type=request.headers.get("content-type"),
        )


def _address(request: Request[Actor, Any, Any]) -> str | None:
    if request.client is None:
        return None
    try:
        return str(ip_address(request.client.host))
    except ValueError:
        return None


ROUTER = Router(
    path="/photos",
    route_handlers=[get_photo, head_photo, get_photo_receipt, put_photo_thumbnail],
)
