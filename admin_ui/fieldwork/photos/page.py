"""One photograph: its custody, its bytes in several sizes, and its receipts for checking elsewhere."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, head
from litestar.params import FromPath
from litestar.response import Stream

from admin_ui.fieldwork.photos import verdicts
from admin_ui.shell import places
from admin_ui.shell.confirming import confirming
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from backend.core.database import at_once, transaction
from backend.core.errors import NotFound
from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.evidence.service import PhotoPage
from backend.fieldwork.inspections import service as inspections
from backend.ledger import reading as ledger_reading
from schemas.core.base import Wire
from schemas.core.receipts import ByteReceipt, Receipt, ServerKey
from schemas.fieldwork.custody import FAULTS
from schemas.fieldwork.inspections import InspectionView

_ADDRESS = "/desk/photos/{photo_id:uuid}"
_SIZES: dict[str, evidence.Size] = {
    "thumb": "thumb",
    "view": "view",
    "original": "original",
    "phone": "phone",
}


class PhotoReceipts(Wire):
    """What accompanies an original: both receipts, and the public keys to check them with."""

    photo_id: UUID
    sha256: str
    size: int
    byte_receipt: ByteReceipt | None
    act_receipt: Receipt | None
    server_keys: list[ServerKey]


async def _read(
    request: AnyRequest, photo_id: UUID, action: str = "photo.page"
) -> tuple[PhotoPage, Receipt | None]:
    """Read a photograph and the receipt of its announcement. The reading is recorded."""
    async with transaction():
        photo = await evidence.photo_page(
            photo_id, actor_of(request), action=action, address=address_of(request)
        )
        return photo, await ledger_reading.receipt(photo.act_id)


def neighbours(view: InspectionView, photo_id: UUID) -> dict[str, Any]:
    """Return one photograph (`shown`), its place among all, and the ids beside it. Raises NotFound."""
    ids = [item.photo_id for item in view.photos]
    if photo_id not in ids:
        raise NotFound(what="photo")
    at = ids.index(photo_id)
    return {
        "shown": view.photos[at],
        "place": at + 1,
        "total": len(ids),
        "first": ids[0],
        "last": ids[-1],
        "previous": ids[at - 1] if at else None,
        "next": ids[at + 1] if at + 1 < len(ids) else None,
    }


def _near(photo: PhotoPage) -> str:
    """Return the commune whose centre is nearest to where the photograph was taken; empty if none is known."""
    if photo.place is None:
        return ""
    found = places.nearest((photo.place["latitude_e7"], photo.place["longitude_e7"]))
    return f"{found.name}, {found.province_name}" if found else ""


@get(_ADDRESS, include_in_schema=False)
async def show_photo(request: AnyRequest, photo_id: FromPath[UUID]) -> Response[str]:
    """Show the picture, or why there is none, and everything that is known of it."""
    actor, (photo, act_receipt) = actor_of(request), await _read(request, photo_id)
    async with transaction(), at_once() as ask:
        viewing = ask(inspections.inspection_view(photo.inspection_id, actor))
        telling = ask(evidence.custody_story(photo_id, actor))
    view, story = viewing.result(), telling.result()
    reason = photo.preview_reason
    around = neighbours(view, photo_id)
    return page(
        request,
        "fieldwork/photos/photo.html",
        photo=photo,
        act_receipt=act_receipt,
        reason=getattr(reason, language_of(request)) if reason else None,
        view=view,
        photos_by_id={item.photo_id: item for item in view.photos},
        lines=verdicts.lines(around["shown"].verdicts),
        story=story,
        faults=FAULTS,
        near=_near(photo),
        **around,
    )


@get(_ADDRESS + "/receipts.json", include_in_schema=False)
async def download_receipts(request: AnyRequest, photo_id: FromPath[UUID]) -> Response[bytes]:
    """Send both receipts and the public keys as one file."""
    photo, act_receipt = await _read(request, photo_id, "photo.receipts")
    receipts = PhotoReceipts(
        photo_id=photo.photo_id,
        sha256=photo.sha256,
        size=photo.size,
        byte_receipt=photo.receipt,
        act_receipt=act_receipt,
        server_keys=ledger_reading.server_keys(),
    )
    return Response(
        msgspec.json.encode(receipts),
        media_type="application/json",
        headers={"content-disposition": f'attachment; filename="{photo.photo_id}.receipts.json"'},
    )


@get(_ADDRESS + "/{size:str}", include_in_schema=False)
async def photo_bytes(
    request: AnyRequest, photo_id: FromPath[UUID], size: FromPath[str]
) -> Response[Any]:
    """Send the thumbnail, the view, the original, or the phone's thumbnail.

    Originals are sent as attachments. Ranges of each size can be requested.
    """
    if size == "original":
        confirming.require(request)
    opened = await evidence.open_photo(
        photo_id,
        _size(size),
        actor_of(request),
        asked=request.headers,
        address=address_of(request),
    )
    return Stream(
        opened.chunks,
        status_code=opened.status,
        media_type=opened.media_type,
        headers=opened.headers,
    )


@head(_ADDRESS + "/{size:str}", include_in_schema=False)
async def photo_head(
    request: AnyRequest, photo_id: FromPath[UUID], size: FromPath[str]
) -> Response[None]:
    """Answer as photo_bytes() would, without the bytes."""
    opened = await evidence.head_photo(
        photo_id, _size(size), actor_of(request), asked=request.headers
    )
    headers = opened.headers | {"content-type": opened.media_type}
    return Response(None, status_code=opened.status, headers=headers)


def _size(name: str) -> evidence.Size:
    if name not in _SIZES:
        raise NotFound(what="size of a photograph")
    return _SIZES[name]


HANDLERS = [show_photo, download_receipts, photo_bytes, photo_head]
