"""What stands before the camera: a film of which every frame is another picture.

Chromium plays it in place of a camera (`--use-file-for-fake-video-capture`); a photograph is one of
its frames, as JPEG.
"""

import io
import random
from pathlib import Path

from PIL import Image

SIZE = (960, 720)
FRAMES = 240
"""Eight seconds at Chromium's 30 frames a second: a shot every half second meets no frame twice for long."""


def film(path: Path, seed: int, frames: int = FRAMES, size: tuple[int, int] = SIZE) -> Path:
    """Write a film and return its path: JPEG frames one behind the other, nothing between them.

    A market stall of noise, so that a frame is as large as a camera's would be for its pixels.
    """
    chance = random.Random(seed)
    stall = Image.frombytes("L", (160, 120), chance.randbytes(160 * 120)).convert("RGB")
    ground = stall.resize(size, Image.Resampling.BICUBIC)
    with path.open("wb") as out:
        for number in range(frames):
            out.write(_frame(ground, number, seed))
    return path


def _frame(ground: Image.Image, number: int, seed: int) -> bytes:
    """One picture; its number stands in it as stripes, so that no two frames are equal as pixels."""
    picture = ground.copy()
    for bit in range(32):
        lit = (number * 2_654_435_761 + seed) >> bit & 1
        colour = (230, 60, 40) if lit else (30, 40, 120)
        picture.paste(colour, (bit * 30, number % 7 * 100, bit * 30 + 26, number % 7 * 100 + 90))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=70)
    return out.getvalue()
