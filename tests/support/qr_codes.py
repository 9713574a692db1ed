"""What a QR code in a PDF says, read from the drawn page by the reader that the phone app has.

assert await read(pdf, 1) == "https://…/desk/enrol/…"
"""

import asyncio
import io
import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from PIL import Image

from deploy import node, surroundings

_APP = surroundings.ROOT / "mobile_app"
_DOTS_PER_INCH = 150
_SCRIPT = """
import { decodeQR } from 'qr/decode.js';
import { readFileSync } from 'node:fs';
const [width, height] = process.argv.slice(-2).map(Number);
console.log(JSON.stringify(decodeQR({ width, height, data: new Uint8Array(readFileSync(0)) })));
"""


async def read(pdf: bytes, page: int) -> str:
    """Return what the QR code on a page of the PDF says; pages count from 1."""
    return await asyncio.to_thread(_read, pdf, page)


def _read(pdf: bytes, page: int) -> str:
    picture = _drawn(pdf, page).convert("RGBA")
    node.npm_ci(_APP)
    found = node.find()
    words = [*found.node, "--input-type=module", "-e", _SCRIPT]
    answer = subprocess.run(
        [*words, "--", str(picture.width), str(picture.height)],
        input=picture.tobytes(),
        cwd=_APP,
        env=dict(found.env),
        check=True,
        capture_output=True,
    )
    return str(json.loads(answer.stdout))


def _drawn(pdf: bytes, page: int) -> Image.Image:
    with TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "one.pdf").write_bytes(pdf)
        sheet = folder / "sheet.typ"
        sheet.write_text(
            f'#set page(width: auto, height: auto, margin: 0pt)\n#image("one.pdf", page: {page})'
        )
        drawn = typst.compile(sheet, root=folder, format="png", ppi=_DOTS_PER_INCH)
    if not isinstance(drawn, bytes):
        raise TypeError(type(drawn))
    return Image.open(io.BytesIO(drawn))
