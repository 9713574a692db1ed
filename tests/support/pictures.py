"""Pictures generated for tests. Marked corners tell which way is up."""

import io
import random
from fractions import Fraction
from typing import Any

from PIL import Image

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 60), (40, 60, 200)

_TO_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def upright(width: int = 640, height: int = 480) -> Image.Image:
    """Green, with a red top-left corner and a blue top-right one."""
    image = Image.new("RGB", (width, height), GREEN)
    image.paste(RED, (0, 0, width // 4, height // 4))
    image.paste(BLUE, (width - width // 4, 0, width, height // 4))
    return image


def exif_block(**values: Any) -> bytes:
    """An EXIF block with the given orientation, taken_at and GPS position (decimal degrees)."""
    exif = Image.Exif()
    if "orientation" in values:
        exif[0x0112] = values["orientation"]
    exif[0x010F] = values.get("make", "Test camera")
    if "taken_at" in values:
        exif.get_ifd(0x8769)[0x9003] = values["taken_at"]
    if "position" in values:
        latitude, longitude = values["position"]
        gps = exif.get_ifd(0x8825)
        gps[1], gps[3] = "S" if latitude < 0 else "N", "W" if longitude < 0 else "E"
        gps[2], gps[4] = _sexagesimal(abs(latitude)), _sexagesimal(abs(longitude))
    return exif.tobytes()


def _sexagesimal(degrees: float) -> tuple[float, float, float]:
    exact = Fraction(str(degrees))
    minutes = (exact - int(exact)) * 60
    return (float(int(exact)), float(int(minutes)), float((minutes - int(minutes)) * 60))


def jpeg(orientation: int = 1, size: tuple[int, int] = (640, 480), **exif: Any) -> bytes:
    """A JPEG that shows upright() if its orientation is applied. `size` is that of the upright
    picture."""
    way = _TO_STORED[orientation]
    image = upright(*size)
    stored = image if way is None else image.transpose(way)
    out = io.BytesIO()
    stored.save(out, "JPEG", quality=90, exif=exif_block(orientation=orientation, **exif))
    return out.getvalue()


def encoded(format: str, size: tuple[int, int] = (640, 480), **save: Any) -> bytes:  # noqa: A002
    """upright() as PNG or WEBP."""
    out = io.BytesIO()
    upright(*size).save(out, format, **save)
    return out.getvalue()


def is_upright(picture: bytes) -> bool:
    """Tell whether the marked corners are in the right places."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    width, height = image.size
    seen = [image.getpixel((x, height // 12)) for x in (width // 12, width - width // 12)]
    return all(
        max(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 40  # type: ignore[arg-type]
        for found, wanted in zip(seen, (RED, BLUE), strict=True)
    )


def scene(seed: int, size: tuple[int, int] = (1600, 1200)) -> Image.Image:
    """A picture unlike that of any other seed: large shapes with small ones on them, as in
    photographs."""
    chance = random.Random(seed)
    made = Image.new("RGB", size)
    for across, weight in ((5, 1.0), (24, 0.35), (160, 0.2)):
        down = across * 3 // 4
        coarse = Image.frombytes("RGB", (across, down), chance.randbytes(across * down * 3))
        made = Image.blend(made, coarse.resize(size, Image.Resampling.BICUBIC), weight)
    return made


def as_jpeg(image: Image.Image, quality: int = 90, **save: Any) -> bytes:
    """The picture as a JPEG file."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, **save)
    return out.getvalue()
