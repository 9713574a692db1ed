"""A case's file as one PDF: front pages set by Typst, then the papers' pages. Pure.

Each page gets its sheet number. Pages are copied as they look, without form and signature fields: a
signature over the whole file would be worth nothing once pages are put together. The originals are
embedded files (PDF 32000-1 §7.11.4), byte for byte, so that their signatures can still be checked.
"""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import typst
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject

from backend.casework.case_file import pictures
from backend.casework.case_file.deliveries import Delivery
from backend.core import formats

FOLDER = Path(__file__).with_name("typst")
FONTS = Path(__file__).parents[2] / "documents" / "typst" / "fonts"
_SUFFIXES = "abcdefghijklmnopqrstuvwxyz"


class Cover(msgspec.Struct, frozen=True, kw_only=True):
    """What the cover shows, in Vietnamese. `until` is None while the case is open."""

    superior: str
    unit: str
    number: str
    subject: str
    since: date
    until: date | None
    state: str
    made: str


class Unprinted(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list of documents that cannot be printed."""

    file_name: str
    what: str
    size: str
    sha256: str
    where: str


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A paper of the contents list; `signed` bytes are embedded.

    Without `pdf` it is kept elsewhere, and `why` says so.
    """

    first: int
    last: int
    title: str
    number: str | None
    issued_on: date | None
    pdf: bytes | None
    signed: bool = False
    scan: tuple[str, bytes] | None = None
    """Name and bytes of the scan of a paper signed by hand, or of a filed document; embedded unchanged,
    never opened."""
    picture: bytes | None = None
    """A JPEG that we made, instead of `pdf`."""
    unprinted: Unprinted | None = None
    """Set for a filed document that is on the list of those that cannot be printed."""
    why: str = ""
    sha256: str | None = None


class Photograph(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the index of photographs, in Vietnamese."""

    number: int
    sha256: str
    made: str
    by: str
    caption: str
    withdrawn: str
    """Why it was withdrawn; empty if it counts."""
    stored: bool


class Composed(msgspec.Struct, frozen=True, kw_only=True):
    """The file, and the number of its pages."""

    pdf: bytes
    pages: int
    front: int


def compose(
    cover: Cover,
    parts: list[Part],
    deliveries: Sequence[Delivery] = (),
    photographs: Sequence[Photograph] = (),
) -> Composed:
    """Compose the file; takes some 100 ms and a little more for each page.

    The index of photographs goes last and has no sheet number: it is made anew with each file, and
    numbers are given for ever (docs/decisions/0035).
    """
    elsewhere = [part for part in parts if part.pdf is None and part.picture is None]
    front = PdfReader(io.BytesIO(_front(cover, parts, deliveries, elsewhere)))
    ahead = len(front.pages) - len(elsewhere)
    writer = PdfWriter()
    for page in front.pages[:ahead]:
        writer.add_page(page)
    writer.add_outline_item(title="Bìa hồ sơ", page_number=0)
    writer.add_outline_item(title="Mục lục", page_number=1)
    titles = iter(front.pages[ahead:])
    bodies = [(part, _pages(part, titles)) for part in parts]
    stamps = iter(
        _stamps([(page, said) for part, pages in bodies for page, said in _numbered(part, pages)])
    )
    for position, (part, pages) in enumerate(bodies, start=1):
        at = len(writer.pages)
        for page in pages:
            _lay(writer, page, next(stamps))
        writer.add_outline_item(title=f"{sheets(part)}. {part.title}", page_number=at)
        if part.signed and part.pdf is not None:
            name = f"{position:03} {part.title} {part.number or ''}".strip().replace("/", "-")
            writer.add_attachment(f"{name}.pdf", part.pdf)
        if part.scan is not None:
            writer.add_attachment(*part.scan)
    if photographs:
        writer.add_outline_item(title="Bảng kê ảnh", page_number=len(writer.pages))
        for page in PdfReader(io.BytesIO(_index(cover, photographs))).pages:
            writer.add_page(page)
    writer.add_metadata({"/Title": f"Hồ sơ vụ việc {cover.number}"})
    out = io.BytesIO()
    writer.write(out)
    return Composed(pdf=out.getvalue(), pages=len(writer.pages), front=ahead)


def sheets(part: Part) -> str:
    """Return its sheet numbers as the contents list has them; two digits at least."""
    return f"{part.first:02}" if part.first == part.last else f"{part.first:02}-{part.last:02}"


def _pages(part: Part, titles: Any) -> list[PageObject]:
    if part.picture is not None:
        return [pictures.page_of(part.picture)]
    return list(PdfReader(io.BytesIO(part.pdf)).pages) if part.pdf is not None else [next(titles)]


def _numbered(part: Part, pages: list[PageObject]) -> list[tuple[PageObject, str]]:
    """Pair each page with its sheet number.

    Numbers are given for ever. If a paper has more pages now than sheets were counted, the last
    number goes on with letters. If it has fewer, its last page bears the numbers that are left.
    """
    found = []
    for at, page in enumerate(pages):
        number = min(part.first + at, part.last)
        said = f"{number:02}"
        beyond = part.first + at - part.last
        if beyond > 0:
            said += _SUFFIXES[min(beyond - 1, len(_SUFFIXES) - 1)]
        elif at == len(pages) - 1 and number < part.last:
            said = f"{number:02}-{part.last:02}"
        found.append((page, said))
    return found


def _lay(writer: PdfWriter, page: PageObject, stamp: PageObject) -> None:
    added = writer.add_page(page)
    if "/Annots" in added:
        kept = [one for one in added["/Annots"] if one.get_object().get("/Subtype") != "/Widget"]  # type: ignore[attr-defined] # an array by the standard
        added[NameObject("/Annots")] = ArrayObject(kept)
    added.merge_page(stamp)


def _stamps(numbered: list[tuple[PageObject, str]]) -> list[PageObject]:
    if not numbered:
        return []
    sizes = [
        [float(page.mediabox.width), float(page.mediabox.height), said] for page, said in numbered
    ]
    return list(PdfReader(io.BytesIO(_set("stamps.typ", sizes))).pages)


def _index(cover: Cover, photographs: Sequence[Photograph]) -> bytes:
    rows = msgspec.to_builtins(list(photographs))
    return _set("photographs.typ", {"number": cover.number, "rows": rows})


def _front(
    cover: Cover, parts: list[Part], deliveries: Sequence[Delivery], elsewhere: list[Part]
) -> bytes:
    last = max((part.last for part in parts), default=0)
    data = {
        "title": f"Hồ sơ vụ việc {cover.number}",
        "superior": cover.superior,
        "unit": cover.unit,
        "number": cover.number,
        "subject": cover.subject,
        "since": _day(cover.since),
        "until": _day(cover.until),
        "sheets": str(last),
        "state": cover.state,
        "made": cover.made,
        "rows": [{"position": at, **_row(part)} for at, part in enumerate(parts, start=1)],
        "deliveries": [
            {
                "position": at,
                "number": one.number,
                "day": _day(one.on),
                "title": one.said,
                "sheets": f"{one.sheet:02}" if one.sheet is not None else "–",
            }
            for at, one in enumerate(deliveries, start=len(parts) + 1)
        ],
        "unprinted": [
            {**_row(part), **msgspec.to_builtins(part.unprinted)}
            for part in parts
            if part.unprinted is not None
        ],
        "elsewhere": [
            {
                **_row(part),
                "why": part.why,
                "hash": part.sha256 or "",
                "of": "tệp gốc" if part.unprinted else "bản chụp",
            }
            for part in elsewhere
        ],
    }
    return _set("front.typ", data)


def _row(part: Part) -> dict[str, str]:
    return {
        "number": part.number or "",
        "day": _day(part.issued_on),
        "title": part.title,
        "sheets": sheets(part),
    }


def _day(value: date | None) -> str:
    return formats.day(value) if value else ""


def _set(template: str, data: Any) -> bytes:
    made = typst.compile(
        FOLDER / template,
        root=FOLDER,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": msgspec.json.encode(data).decode()},
    )
    if not isinstance(made, bytes):
        raise TypeError(type(made))
    return made
