"""The auditor's part: finds the inspection by its number and checks every photograph."""

import hashlib
import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from PIL import Image

from deploy.demo.browser import Browser
from deploy.demo.field import Field
from deploy.demo.photographs import Photograph
from deploy.demo.report import VisitFailed
from deploy.demo.seals import Json, check_byte_receipt


async def look_up(browser: Browser, field: Field) -> None:
    """Search the inspection, open it and each photograph's page.

    Raises VisitFailed if a page shows less than it should.
    """
    number = field.decision["number"]
    await browser.open(f"/desk/search?number={quote(number, safe='')}")
    await browser.follow(f"/desk/inspections/{field.id}")
    field.report.step(
        f"kiểm tra nội bộ tìm theo số {number} và mở hồ sơ",
        "the auditor found the inspection by its number",
    )
    for taken in field.photographs:
        await _photograph(browser, field, taken)


async def _photograph(browser: Browser, field: Field, taken: Photograph) -> None:
    """Check one photograph's page, original and receipts.

    The page must show the picture, or say why it cannot. Original and receipt must agree with the
    phone's.
    """
    page = await browser.open(f"/desk/photos/{taken.photo_id}")
    if hashlib.sha256(taken.data).hexdigest() not in page.text:
        raise VisitFailed(f"the page of {taken.name} does not show its hash")
    pictures = [source for source in page.images if taken.photo_id in source]
    if bool(pictures) != (taken.size is not None):
        raise VisitFailed(f"the page of {taken.name} shows {len(pictures)} pictures")
    for source in pictures:
        answer = await browser.fetch(source)
        with Image.open(io.BytesIO(answer.content)) as image:
            image.load()
            shown = image.size
        if taken.size and (shown[0] < shown[1]) != (taken.size[0] < taken.size[1]):
            raise VisitFailed(f"the desk shows {taken.name} lying on its side: {shown}")
    original = await browser.fetch(f"/desk/photos/{taken.photo_id}/original")
    if original.content != taken.data:
        raise VisitFailed(f"the desk gave other bytes for {taken.name}")
    receipts = (await browser.fetch(f"/desk/photos/{taken.photo_id}/receipts.json")).json()
    mine = [item for item in _objects(receipts) if "stored_at" in item and "signature" in item]
    if not mine:
        raise VisitFailed(f"the desk gave no byte receipt for {taken.name}")
    sha256 = hashlib.sha256(taken.data).hexdigest()
    check_byte_receipt(mine[0], sha256, len(taken.data), field.phone.keys)
    field.report.step(
        f"kiểm tra nội bộ: {taken.name} xem được, mã băm và biên nhận khớp"
        if pictures
        else f"kiểm tra nội bộ: {taken.name} không hiển thị được, nói rõ lý do; biên nhận khớp",
        "the auditor checked original, hash and receipt",
    )


def _objects(value: Any) -> Iterator[Json]:
    """Yield every object inside a JSON value."""
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _objects(item)
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item)
