"""Pictures of a paper as SVG text: hand signatures from their strokes, and the QR code of its address."""

import io
from typing import Any

import segno
from segno import consts

from schemas.fieldwork.acts import Drawing

_PEN = 90
"""The stroke width is one 90th of the drawing's longer side: about half a millimetre on paper."""


def signature(drawing: Drawing) -> str:
    """Draw the strokes in dark blue (Decree 30/2020: blue), cropped to them with a small margin."""
    points = [(x, y) for stroke in drawing.strokes for x, y, _ in stroke]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width = max(max(x for x, _ in points) - left, 1)
    height = max(max(y for _, y in points) - top, 1)
    pen = max(max(width, height) // _PEN, 1)
    paths = "".join(_path(stroke) for stroke in drawing.strokes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left - 2 * pen} {top - 2 * pen}'
        f' {width + 4 * pen} {height + 4 * pen}"><g fill="none" stroke="#12309c"'
        f' stroke-width="{pen}" stroke-linecap="round" stroke-linejoin="round">{paths}</g></svg>'
    )


def _path(stroke: list[tuple[int, int, int]]) -> str:
    """Draw one stroke. A touch without movement is a dot."""
    (x, y, _), *rest = stroke
    lines = "".join(f"L{x} {y}" for x, y, _ in rest) or f"L{x} {y}"
    return f'<path d="M{x} {y}{lines}"/>'


def qr(address: str) -> str:
    """Draw an address as a QR code, with error correction M.

    It has the quiet zone of four modules that readers need.
    """
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", border=4, xmldecl=False, svgns=True, omitsize=True
    )
    return out.getvalue().decode()


def qr_signed(address: str, statement: str) -> str:
    """Draw an address with the server's statement behind it: some 69 modules, with the quiet zone.

    Address, code and statement are segments of their own, because capitals and digits take a third
    less room: 0.41 to 0.43 mm a module at a width of 30 mm, where plain bytes would have 0.37.
    """
    base, code = address[: address.rindex("/") + 1], address[address.rindex("/") + 1 :]
    out = io.BytesIO()
    segments: Any = [  # which segno takes, though its types name a single text only
        (base, consts.MODE_BYTE),
        (code, consts.MODE_ALPHANUMERIC),
        ("#", consts.MODE_BYTE),
        (statement, consts.MODE_ALPHANUMERIC),
    ]
    segno.make(segments, error="m", micro=False).save(
        out, kind="svg", border=4, xmldecl=False, svgns=True, omitsize=True
    )
    return out.getvalue().decode()
