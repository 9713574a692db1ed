"""The letters that officers get for their first sign-in, as one PDF: a page of A4 for each. Pure.

What a letter says comes as data, never as markup. It holds a secret, so no caller stores it.
"""

import asyncio
from pathlib import Path
from typing import Any

import msgspec
import typst

from backend.core import formats
from backend.documents.layout import drawing
from backend.documents.layout.wording import clean
from schemas.force.first_letters import Letter, Letters

_FOLDER = Path(__file__).with_name("typst")


async def typeset(said: Letters) -> bytes:
    """Return the letters as a PDF; Typst works in a thread of its own."""
    return await asyncio.to_thread(_compiled, said)


def _compiled(said: Letters) -> bytes:
    made = typst.compile(
        _FOLDER / "first_letter.typ",
        root=_FOLDER,
        font_paths=[_FOLDER / "fonts"],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": msgspec.json.encode(_data(said)).decode()},
    )
    if not isinstance(made, bytes):
        raise TypeError(type(made))
    return made


def _data(said: Letters) -> dict[str, Any]:
    return {
        "superior": clean(said.superior.vi) if said.superior else "",
        "unit": clean(said.unit.vi),
        "by": clean(said.made_by),
        "at": formats.moment(said.made_at),
        "until": formats.moment(said.until),
        "letters": [_letter(one) for one in said.letters],
    }


def _letter(one: Letter) -> dict[str, str]:
    return {
        "name": clean(one.full_name),
        "username": one.username,
        "number": clean(one.officer_number or ""),
        "title": clean(one.title),
        "address": one.address,
        "qr": drawing.qr(one.address),
    }
