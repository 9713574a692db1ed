"""What must be true when a visit is over; each check raises VisitFailed with a plain sentence."""

import asyncio
import hashlib
import io
import time

import httpx
from PIL import Image

from deploy.demo.field import Field
from deploy.demo.phone import Phone
from deploy.demo.photographs import Photograph
from deploy.demo.report import VisitFailed
from deploy.demo.seals import Json, canonical_hash

_PREVIEW_SECONDS = 180.0
_POLL_SECONDS = 0.5
_THUMB_SIDE = 320
_WITHOUT_PICTURE = {"undecodable", "not_an_image"}


async def approved(field: Field) -> Json:
    """Check that the file was agreed to, in its present state and with the last revision."""
    view = await field.phone.inspection(field.id)
    if view["state"] != "approved":
        raise VisitFailed(f"the inspection is {view['state']}, not approved")
    file = view["file"]
    last = file["rulings"][-1]
    named = canonical_hash(
        {
            "revision": field.revision,
            "addenda": file["addenda"],
            "supplements": [one["id"] for one in file["supplements"]],
        }
    )
    if (last["kind"], last["file"], file["file"]) != ("agreed", named, named):
        raise VisitFailed(f"the ruling does not name the file of the revision {field.revision}")
    numbers = [act["number"] for act in view["acts"]]
    if numbers != list(range(1, len(numbers) + 1)):
        raise VisitFailed(f"the record's acts are numbered {numbers}")
    field.report.step(
        f"đã đồng ý hướng xử lý, {len(numbers)} việc trong sổ",
        f"the file was agreed to, {len(numbers)} acts in its record",
    )
    return view


async def photographs(field: Field) -> None:
    """Check that every photograph is stored as taken, and shown upright if it can be shown."""
    views = await _wait_for_previews(field)
    everything = [*field.photographs, *([field.withdrawn] if field.withdrawn else [])]
    for taken in everything:
        view = views.get(taken.photo_id)
        if view is None:
            raise VisitFailed(f"{taken.name} is not in the inspection")
        if not view["stored"]:
            raise VisitFailed(f"{taken.name} is not stored")
        if (view["withdrawn"] is not None) != (taken is field.withdrawn):
            raise VisitFailed(f"{taken.name} is marked withdrawn: {view['withdrawn']}")
        await _original(field.phone, taken)
        if taken.size is None:
            await _without_picture(field, taken, view)
        else:
            await _upright(field, taken, view, taken.size)


async def _wait_for_previews(field: Field) -> dict[str, Json]:
    """Return the photographs by id, once a worker has processed all of them."""
    until = time.monotonic() + _PREVIEW_SECONDS
    told = -1
    while True:
        photos = (await field.phone.inspection(field.id))["photos"]
        pending = sum(photo["preview"] == "pending" for photo in photos)
        if not pending:
            return {photo["photo_id"]: photo for photo in photos}
        if time.monotonic() > until:
            raise VisitFailed(
                f"còn {pending} ảnh chờ xử lý sau {_PREVIEW_SECONDS:.0f} s; xem: hientruong jobs"
                f" / {pending} previews still wait for their job after {_PREVIEW_SECONDS:.0f} s."
                " See: hientruong jobs. If none is held, workers are late: run again in a moment"
            )
        if pending != told:
            field.report.note(f"còn {pending} ảnh đang xử lý", f"{pending} previews to come")
            told = pending
        await asyncio.sleep(_POLL_SECONDS)


async def _original(phone: Phone, taken: Photograph) -> None:
    answer = await _get(phone, taken, "original", 200)
    if hashlib.sha256(answer.content).digest() != hashlib.sha256(taken.data).digest():
        raise VisitFailed(f"the original of {taken.name} came back as other bytes")


async def _without_picture(field: Field, taken: Photograph, view: Json) -> None:
    if view["preview"] not in _WITHOUT_PICTURE:
        raise VisitFailed(f"{taken.name} does not decode, but its state is {view['preview']}")
    if not view["preview_reason"]:
        raise VisitFailed(f"{taken.name} is marked {view['preview']} without a reason")
    answer = await _get(field.phone, taken, "thumb", 422)
    code = answer.json().get("code")
    if code != view["preview"]:
        raise VisitFailed(f"the thumbnail of {taken.name} is refused as {code!r}")
    field.report.step(
        f"{taken.name}: giữ nguyên bản, không hiển thị được ({view['preview']}: "
        f"{view['preview_reason']})",
        f"kept whole, marked {view['preview']}",
    )


async def _upright(field: Field, taken: Photograph, view: Json, size: tuple[int, int]) -> None:
    if view["preview"] != "ready":
        raise VisitFailed(f"{taken.name} decodes, but its state is {view['preview']}")
    if (view["width"], view["height"]) != size:
        raise VisitFailed(
            f"{taken.name} is {size[0]}×{size[1]} upright, the system says "
            f"{view['width']}×{view['height']}"
        )
    answer = await _get(field.phone, taken, "thumb", 200)
    with Image.open(io.BytesIO(answer.content)) as thumb:
        thumb.load()
        width, height = thumb.size
    scale = _THUMB_SIDE / max(size)
    wanted = (round(size[0] * scale), round(size[1] * scale))
    if abs(width - wanted[0]) > 2 or abs(height - wanted[1]) > 2:
        raise VisitFailed(
            f"the thumbnail of {taken.name} is {width}×{height}, upright it is "
            f"{wanted[0]}×{wanted[1]}"
        )
    mark = "đã rút, " if taken is field.withdrawn else ""
    field.report.step(
        f"{taken.name}: {mark}nguyên bản khớp, ảnh nhỏ {width}×{height} đứng đúng chiều",
        "original equal, thumbnail upright",
    )


async def _get(phone: Phone, taken: Photograph, size: str, status: int) -> httpx.Response:
    answer = await phone.photograph(taken.photo_id, size)
    if answer.status_code != status:
        raise VisitFailed(
            f"{size} of {taken.name} answered {answer.status_code} instead of {status}: "
            f"{answer.text[:200]}"
        )
    return answer
