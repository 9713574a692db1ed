"""The print that is handed to a party: a cover slip with both codes, then the papers' pages. Pure.

The signed files stay as they are and are embedded; the pages are for reading. A signature over a
file would be worth nothing once its pages are put into another. It is no certified copy: only the
clerk certifies one (sao y, Decree 30/2020 Arts 25 to 27), and the slip says so.
"""

import io
from pathlib import Path

import msgspec
import typst
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject

FOLDER = Path(__file__).with_name("typst")
FONTS = Path(__file__).parents[2] / "documents" / "typst" / "fonts"


class Slip(msgspec.Struct, frozen=True, kw_only=True):
    """What the slip says, in Vietnamese. `qr` is SVG."""

    superior: str
    unit: str
    title: str
    number: str
    day: str
    party: str
    """Masked, as the public page has it."""
    giver: str
    given: str
    qr: str
    address: str
    code: str
    second_code: str
    until: str
    tries: str
    days: str
    files: list[str]
    appointment: str
    """When and where the party is to come; empty if nothing was agreed."""


def compose(slip: Slip, papers: list[tuple[str, bytes]]) -> bytes:
    """Return one PDF: the slip, then the pages of each file, which is embedded under its name too."""
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(_slip(slip))).pages:
        writer.add_page(page)
    for name, data in papers:
        for page in PdfReader(io.BytesIO(data)).pages:
            added = writer.add_page(page)
            if "/Annots" in added:
                kept = [
                    one
                    for one in added["/Annots"]  # type: ignore[attr-defined] # an array by the standard
                    if one.get_object().get("/Subtype") != "/Widget"
                ]
                added[NameObject("/Annots")] = ArrayObject(kept)
        writer.add_attachment(name, data)
    writer.add_metadata({"/Title": f"Bản giao cho đối tượng: {slip.title} {slip.number}".strip()})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _slip(slip: Slip) -> bytes:
    made = typst.compile(
        FOLDER / "slip.typ",
        root=FOLDER,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": msgspec.json.encode(slip).decode()},
    )
    if not isinstance(made, bytes):
        raise TypeError(type(made))
    return made
