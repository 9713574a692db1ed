"""The picture before the camera: a film in which every frame differs.

Chromium plays it in place of a camera (`--use-file-for-fake-video-capture`). A photograph is one of
its frames, as JPEG. The film is YUV4MPEG2, because that format states its own frame rate. Chromium
plays films of JPEG at 30 frames a second, and drawing those without a graphics card takes a whole
core.
"""

import random
from pathlib import Path

from PIL import Image

SIZE = (960, 720)
FRAMES = 120
FRAMES_A_SECOND = 5
"""The film then lasts 24 s, so that a shot every half second does not soon meet the same frame
twice."""


def film(path: Path, seed: int, frames: int = FRAMES, size: tuple[int, int] = SIZE) -> Path:
    """Write a film and return its path: a header line, then frames with a line each (yuv4mpeg(5)).

    It shows noise, so that a frame is as large as one of a camera with the same number of pixels.
    """
    chance = random.Random(seed)
    stall = Image.frombytes("L", (160, 120), chance.randbytes(160 * 120)).convert("RGB")
    ground = stall.resize(size, Image.Resampling.BICUBIC)
    with path.open("wb") as out:
        out.write(b"YUV4MPEG2 W%d H%d F%d:1 Ip A1:1 C420jpeg\n" % (*size, FRAMES_A_SECOND))
        for number in range(frames):
            out.write(b"FRAME\n" + _frame(ground, number, seed))
    return path


def _frame(ground: Image.Image, number: int, seed: int) -> bytes:
    """One picture, with its colours at half the resolution. Its number appears in it as stripes, so
    that no two have equal pixels."""
    picture = ground.copy()
    for bit in range(32):
        lit = (number * 2_654_435_761 + seed) >> bit & 1
        colour = (230, 60, 40) if lit else (30, 40, 120)
        picture.paste(colour, (bit * 30, number % 7 * 100, bit * 30 + 26, number % 7 * 100 + 90))
    light, *colours = picture.convert("YCbCr").split()
    half = (picture.width // 2, picture.height // 2)
    return light.tobytes() + b"".join(one.resize(half).tobytes() for one in colours)
