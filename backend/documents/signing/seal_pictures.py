"""How an agency's digital signature looks on a paper, and where (Decree 30/2020, Appendix I, II.8).

With the picture of its seal: that picture in its true size, over about a third of the signer's
signature, on its left. Without one: the agency's name and the time of signing (ISO 8601, +07:00), in the
upper right corner of the first page, where our papers are blank. The Decree has these words and this
corner for annexes and copies; for the paper itself it has the picture alone.

A picture is never decoded here: its head is read, and Typst decodes it when it draws.
"""

import io
import struct
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import typst
from pypdf import PdfReader

from backend.core import local_time
from backend.documents.signing.errors import SealPictureWrong
from backend.documents.signing.pades import Shown

_FOLDER = Path(__file__).parents[1] / "typst"
_MM = 72 / 25.4
_MOST_BYTES, _MOST_DOTS = 500_000, 3000
SIZES_MM = range(15, 61)
USUAL_MM = 36
"""Round seals of agencies are 36 mm wide; ask the seal itself, whose size is what counts."""
_CORNER_RIGHT, _CORNER_TOP, _CORNER = 15 * _MM, 5 * _MM, (125 * _MM, 14 * _MM)
"""Our papers leave 20 mm above blank on the first page."""
_LINE = 0.42
"""Width of a letter of our typeface, of its size; on average."""
_SIGNATURE_MM = 45
"""How wide a hand or a picture signs, where the paper shows only the place."""
_NOTE = "Ký số: "


class Line(NamedTuple):
    """A piece of text on a page, in points from the lower left corner."""

    page: int
    text: str
    left: float
    bottom: float
    size: float

    @property
    def width(self) -> float:
        """About how wide it is."""
        return len(self.text) * self.size * _LINE


class Area(NamedTuple):
    """A place on a page, in points from the lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


def require(png: bytes, mm: int) -> None:
    """Require a PNG with a transparent ground in the bounds. Raises SealPictureWrong."""
    if len(png) > _MOST_BYTES or mm not in SIZES_MM or not png.startswith(b"\x89PNG\r\n\x1a\n"):
        raise SealPictureWrong
    try:
        width, height, _, colours = struct.unpack_from(">IIBB", png, 16)
    except struct.error:
        raise SealPictureWrong from None
    transparent = colours in (4, 6) or b"tRNS" in png
    if not transparent or not (0 < width <= _MOST_DOTS and 0 < height <= _MOST_DOTS):
        raise SealPictureWrong
    try:
        drawn((png, mm), "-", datetime.fromtimestamp(0, local_time.VIETNAM))
    except typst.TypstError:
        raise SealPictureWrong from None


def shown(
    pdf: bytes, signer: str, name: str, at: datetime, picture: tuple[bytes, int] | None
) -> Shown:
    """Return what the seal on this paper shows, and where.

    `signer` is the officer whose signature is on it, as the paper names them. Where the place of the
    signature is not found, the words go into the corner.
    """
    place = signature_place(pdf, signer) if picture else None
    if picture is not None and place is not None:
        side, size = picture[1] * _MM, place.right - place.left
        middle = (place.bottom + place.top) / 2
        right = place.left + size / 3
        left = max(0.0, right - side)
        bottom = max(0.0, middle - side / 2)
        box = _rounded(left, bottom, left + side, bottom + side)
        return Shown(page=place.page, box=box, picture=drawn(picture, name, at))
    corner = corner_of(pdf)
    return Shown(
        page=0,
        box=_rounded(corner.left, corner.bottom, corner.right, corner.top),
        picture=drawn(None, name, at),
    )


def _rounded(left: float, bottom: float, right: float, top: float) -> tuple[int, int, int, int]:
    return round(left), round(bottom), round(right), round(top)


def corner_of(pdf: bytes) -> Area:
    """Return the upper right corner of the first page, above all that our papers say."""
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    right, top = float(page.mediabox.right) - _CORNER_RIGHT, float(page.mediabox.top) - _CORNER_TOP
    return Area(0, right - _CORNER[0], top - _CORNER[1], right, top)


def signature_place(pdf: bytes, signer: str) -> Area | None:
    """Return where the signer's signature is: the last note of it, or the space above the last name."""
    lines = list(_lines(pdf))
    notes = [one for one in lines if one.text.startswith(_NOTE)]
    if notes:
        last = notes[-1]
        return Area(
            last.page,
            last.left,
            last.bottom - 1.3 * last.size,
            last.left + last.width,
            last.bottom + last.size,
        )
    names = [one for one in lines if one.text.strip() == signer.strip()]
    if not names:
        return None
    last = names[-1]
    middle, half = last.left + last.width / 2, _SIGNATURE_MM * _MM / 2
    above = last.bottom + 1.3 * last.size
    return Area(last.page, middle - half, above, middle + half, above + 15 * _MM)


def allowed(pdf: bytes, signer: str) -> list[Area]:
    """Return where a seal that is signed elsewhere may be drawn: the corner, and over the signature."""
    place = signature_place(pdf, signer)
    corner = corner_of(pdf)
    found = [corner._replace(top=corner.top + _CORNER_TOP, right=corner.right + _CORNER_RIGHT)]
    if place is not None:
        reach = max(SIZES_MM) * _MM / 2
        middle = (place.bottom + place.top) / 2
        found.append(
            Area(place.page, place.left - 1.4 * reach, middle - reach, place.right, middle + reach)
        )
    return found


def _lines(pdf: bytes) -> Iterator[Line]:
    for number, page in enumerate(PdfReader(io.BytesIO(pdf)).pages):
        found: list[Line] = []

        def see(
            text: str,
            cm: Any,
            tm: Any,
            font: Any,
            size: float,
            number: int = number,
            found: list[Line] = found,
        ) -> None:
            del tm, font
            if text.strip():
                found.append(Line(number, text.strip(), float(cm[4]), float(cm[5]), float(size)))

        page.extract_text(visitor_text=see)
        yield from found


def drawn(picture: tuple[bytes, int] | None, name: str, at: datetime) -> bytes:
    """Return a PDF of one page with what the seal shows. Raises typst.TypstError for a broken picture."""
    when = at.astimezone(local_time.VIETNAM).replace(microsecond=0)
    data = {
        "mm": picture[1] if picture else None,
        "picture": list(picture[0]) if picture else [],
        "name": name[:160],
        "at": when.isoformat(),
    }
    made = typst.compile(
        _FOLDER / "seal.typ",
        root=_FOLDER,
        format="pdf",
        font_paths=[_FOLDER / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"data": msgspec.json.encode(data).decode()},
    )
    if not isinstance(made, bytes):
        raise TypeError(type(made))
    return made
