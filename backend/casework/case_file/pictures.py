"""A JPEG that we made as a page of A4, without decoding it (ISO 32000-1, 7.4.8). Pure."""

import io
import struct

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)

_A4 = (595.0, 842.0)
_MARGIN = 57.0
"""20 mm in points; sheet numbers stand in it."""
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_COLOURS = {1: "/DeviceGray", 3: "/DeviceRGB"}


def page_of(jpeg: bytes) -> PageObject:
    """Return a page that shows the picture as large as it fits. Raises ValueError if it is no JPEG."""
    width, height, colours = _size(jpeg)
    picture = StreamObject()
    picture._data = jpeg
    for name, value in (
        ("/Type", NameObject("/XObject")),
        ("/Subtype", NameObject("/Image")),
        ("/Width", NumberObject(width)),
        ("/Height", NumberObject(height)),
        ("/ColorSpace", NameObject(_COLOURS[colours])),
        ("/BitsPerComponent", NumberObject(8)),
        ("/Filter", NameObject("/DCTDecode")),
    ):
        picture[NameObject(name)] = value
    room = (_A4[0] - 2 * _MARGIN, _A4[1] - 2 * _MARGIN)
    scale = min(room[0] / width, room[1] / height)
    wide, high = width * scale, height * scale
    writer = PdfWriter()
    page = writer.add_blank_page(*_A4)
    named = DictionaryObject({NameObject("/Picture"): writer._add_object(picture)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): named})
    at = ((_A4[0] - wide) / 2, (_A4[1] - high) / 2)
    draw = DecodedStreamObject()
    draw.set_data(f"q {wide:.2f} 0 0 {high:.2f} {at[0]:.2f} {at[1]:.2f} cm /Picture Do Q".encode())
    page[NameObject("/Contents")] = writer._add_object(draw)
    out = io.BytesIO()
    writer.write(out)
    return PdfReader(out).pages[0]


def _size(jpeg: bytes) -> tuple[int, int, int]:
    """Return width, height and number of colours from the frame header (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 10 <= len(jpeg) and jpeg[at] == 0xFF:
        length = struct.unpack_from(">H", jpeg, at + 2)[0]
        if jpeg[at + 1] in _FRAMES:
            height, width, colours = struct.unpack_from(">HHB", jpeg, at + 5)
            if colours in _COLOURS and width and height:
                return width, height, colours
            break
        at += 2 + length
    raise ValueError("no JPEG of ours")
