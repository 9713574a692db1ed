"""Slips for thermal printers of 58 and 80 mm: codes, QR code and appointment. Pure.

Such printers set eight dots to a millimetre (203 dpi) on a head that is narrower than the paper. A
module of the QR code is a whole number of dots, so that no printer has to blur it.
"""

import re

import msgspec
import typst

from backend.casework.party_copies.cover import FOLDER, FONTS, Slip

DOTS_PER_MM = 8
_PPI = 25.4 * DOTS_PER_MM
_ENOUGH_DOTS = 6
"""Three quarters of a millimetre a module is large enough for any camera."""
_LEAST_SIDE = 25 * DOTS_PER_MM


class Roll(msgspec.Struct, frozen=True, kw_only=True):
    """A width of paper, in mm."""

    paper: int
    head: int
    """How much of it the printer can reach: 384 and 576 dots."""


ROLLS = {58: Roll(paper=58, head=48), 80: Roll(paper=80, head=72)}


def compose(slip: Slip, roll: Roll, *, picture: bool) -> bytes:
    """Return the slip as a PDF as wide as the paper or, as a picture, as a PNG as wide as the head."""
    side = (roll.paper - roll.head) / 2
    data = {
        **msgspec.to_builtins(slip),
        "width": roll.head if picture else roll.paper,
        "side": 0 if picture else side,
        "qr_side": qr_dots(slip.qr, roll) / DOTS_PER_MM,
        "narrow": roll.paper == 58,
    }
    made = typst.compile(
        FOLDER / "narrow.typ",
        root=FOLDER,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="png" if picture else "pdf",
        ppi=_PPI,
        sys_inputs={"data": msgspec.json.encode(data).decode()},
    )
    if not isinstance(made, bytes):
        raise TypeError(type(made))
    return made


def qr_dots(svg: str, roll: Roll) -> int:
    """Return the side of the QR code in dots of the printer. Raises ValueError for no QR code."""
    found = re.search(r'viewBox="0 0 (\d+) \1"', svg)
    if found is None:
        raise ValueError("no square viewBox")
    modules = int(found[1])
    enough = max(_ENOUGH_DOTS, -(-_LEAST_SIDE // modules))
    return modules * min(roll.head * DOTS_PER_MM // modules, enough)
