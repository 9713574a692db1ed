"""Photographs drawn by a seeded generator: shop fronts, shelves, labels, receipts, as a phone takes them.

The same seed gives the same bytes. Each has the EXIF of a phone with its time and place, a grain
that keeps it from being smaller than a photograph is, and a perceptual hash of its own. Nothing in
them is real.
"""

import io
import random
from datetime import datetime
from functools import cache
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw, ImageFont

from backend.core import local_time
from backend.documents import rendering

SIZE = (1280, 960)
QUALITY = 76
_GRAIN = (768, 576)
"""Of half the resolution: a grain is two pixels wide."""
_PHONES = (("Samsung", "SM-A556E"), ("OPPO", "CPH2639"), ("Xiaomi", "24117RN76L"))
_COLOURS = (
    (196, 62, 48), (36, 92, 160), (232, 178, 40), (60, 130, 74), (148, 84, 160), (226, 120, 60),
    (70, 150, 168), (118, 90, 66), (210, 84, 130), (90, 100, 120),
)  # fmt: skip
_SIGNS = ("TẠP HÓA", "MỸ PHẨM", "GIÀY DÉP", "ĐIỆN MÁY", "THỰC PHẨM", "PHỤ TÙNG")
_GPS, _EXIF = 0x8825, 0x8769


class Place(NamedTuple):
    """Where a picture is taken, in ten-millionths of a degree."""

    latitude_e7: int
    longitude_e7: int


def draw(seed: int, taken: datetime, where: Place) -> bytes:
    """Return a JPEG of 1280 by 960, taken then and there."""
    chance = random.Random(seed)  # noqa: S311 - the same picture each time
    kinds = (_front, _shelves, _label, _receipt, _cartons)
    image = Image.new("RGB", SIZE, _light(chance, 205, 240))
    kinds[seed % len(kinds)](image, chance, seed)
    image = image.rotate(chance.uniform(-3, 3), Image.Resampling.NEAREST, fillcolor=(60, 58, 55))
    image = Image.blend(_shaded(image, chance), _grain(chance), 0.1)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, exif=_exif(chance, taken, where))
    return out.getvalue()


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(rendering.FOLDER / "fonts" / "Tinos_700Bold.ttf"), size)


def _light(chance: random.Random, low: int, high: int) -> tuple[int, int, int]:
    level = chance.randint(low, high)
    return level, level - chance.randint(0, 14), level - chance.randint(4, 30)


@cache
def _sensor() -> Image.Image:
    """Return the noise of a small sensor, larger than a picture."""
    width, height = _GRAIN
    noise = random.Random(width)  # noqa: S311 - the same grain each time
    drawn = Image.frombytes("L", _GRAIN, noise.randbytes(width * height))
    return drawn.resize((2 * width, 2 * height), Image.Resampling.BILINEAR).convert("RGB")


def _grain(chance: random.Random) -> Image.Image:
    """Return a piece of the noise, another for each picture."""
    left, top = (chance.randrange(2 * most - size) for most, size in zip(_GRAIN, SIZE, strict=True))
    return _sensor().crop((left, top, left + SIZE[0], top + SIZE[1]))


@cache
def _light_from(side: int) -> Image.Image:
    """Return how much light there is where, if it comes from this side, as from a shop's door."""
    ramp = Image.linear_gradient("L").rotate(side)
    ramp = ramp.point([96 + level * 159 // 255 for level in range(256)])
    return ramp.resize(SIZE).convert("RGB")


def _shaded(image: Image.Image, chance: random.Random) -> Image.Image:
    """Let light come from one side."""
    return ImageChops.multiply(image, _light_from(chance.choice((0, 90, 180, 270))))


def _front(image: Image.Image, chance: random.Random, seed: int) -> None:
    """Draw a shop front with its sign, a shutter and goods before it."""
    pen, colour = ImageDraw.Draw(image), chance.choice(_COLOURS)
    pen.rectangle((0, 0, 1280, chance.randint(90, 180)), fill=_light(chance, 120, 200))
    top = chance.randint(120, 210)
    pen.rectangle((90, top, 1190, top + 130), fill=colour, outline=(250, 246, 236), width=6)
    pen.text(
        (140, top + 30),
        f"{_SIGNS[seed // 5 % len(_SIGNS)]} {seed % 97 + 1}",
        (252, 250, 240),
        font=_font(66),
    )
    edge = chance.randint(520, 900)
    for line in range(top + 150, 820, 24):
        shade = 150 + line * 7 % 30
        pen.line((130, line, edge, line), (shade, shade, shade + 6), 16)
    for place in range(chance.randint(3, 9)):
        left = chance.randint(140, 1100) if place % 2 else edge + 20 + place * 40
        pen.rectangle(
            (left, 820 - chance.randint(60, 240), left + 54, 820), chance.choice(_COLOURS)
        )
    pen.rectangle((0, 820, 1280, 960), fill=_light(chance, 110, 150))


def _shelves(image: Image.Image, chance: random.Random, seed: int) -> None:
    """Draw shelves full of goods."""
    del seed
    pen, rows = ImageDraw.Draw(image), chance.randint(3, 5)
    height = 900 // rows
    for row in range(rows):
        floor, left = 30 + (row + 1) * height, 24
        while left < 1240:
            width, tall = chance.randint(34, 110), chance.randint(height // 2, height - 26)
            colour = chance.choice(_COLOURS)
            pen.rectangle((left, floor - tall, left + width, floor - 8), colour, (40, 38, 36), 2)
            pen.rectangle(
                (left + 6, floor - tall * 2 // 3, left + width - 6, floor - tall // 3),
                fill=(244, 240, 228),
            )
            left += width + chance.randint(2, 16)
        pen.rectangle((0, floor - 8, 1280, floor + 8), fill=(104, 84, 62))


def _label(image: Image.Image, chance: random.Random, seed: int) -> None:
    """Draw a label close by."""
    pen = ImageDraw.Draw(image)
    image.paste(chance.choice(_COLOURS), (0, 0, *SIZE))
    box = (chance.randint(90, 220), chance.randint(70, 190), chance.randint(1020, 1190), 880)
    pen.rounded_rectangle(box, 24, fill=(248, 246, 238), outline=(60, 60, 60), width=4)
    left, line = box[0] + 46, box[1] + 40
    pen.text((left, line), f"LOT {chance.randrange(10**6):06d}  {seed % 28 + 1:02d}/{seed % 12 + 1:02d}", (30, 30, 34),
             font=_font(52))  # fmt: skip
    while (line := line + 62) < 780:
        pen.line((left, line, left + chance.randint(260, 760), line), (70, 70, 76), 14)
    bar = left
    while bar < box[2] - 60:
        width = chance.choice((3, 5, 8))
        pen.rectangle((bar, 790, bar + width, 860), fill=(20, 20, 20))
        bar += width + chance.choice((4, 7, 11))


def _receipt(image: Image.Image, chance: random.Random, seed: int) -> None:
    """Draw a receipt on a counter."""
    image.paste(chance.choice(_COLOURS), (0, 0, *SIZE))
    pen, left = ImageDraw.Draw(image), chance.randint(60, 640)
    pen.rectangle((0, chance.randint(60, 800), 1280, 960), fill=_light(chance, 70, 190))
    right = left + chance.randint(400, 580)
    pen.rectangle((left, 40, right, 930), fill=(250, 249, 244))
    pen.text((left + 60, 70), f"HÓA ĐƠN {seed:05d}", (40, 40, 44), font=_font(46))
    for line in range(150, chance.randint(430, 830), 44):
        pen.line((left + 40, line, left + chance.randint(150, 260), line), (90, 90, 94), 9)
        price = f"{chance.randint(12, 980)}.000"
        pen.text((right - 150, line - 16), price, (60, 60, 64), font=_font(26))
    pen.line((left + 30, 848, right - 30, 848), (40, 40, 44), 4)
    pen.text(
        (left + 60, 862),
        f"TỔNG {chance.randint(1, 60)}.{chance.randint(100, 999)}.000",
        (30, 30, 34),
        font=_font(40),
    )


def _cartons(image: Image.Image, chance: random.Random, seed: int) -> None:
    """Draw cartons stacked in a store room."""
    pen, column = ImageDraw.Draw(image), 0
    pen.rectangle((0, 860, 1280, 960), fill=(120, 116, 110))
    while column < 1280:
        width, floor = chance.randint(150, 280), 870
        for _ in range(chance.randint(1, 4)):
            tall, tone = chance.randint(110, 210), chance.randint(-24, 24)
            pen.rectangle(
                (column, floor - tall, column + width, floor),
                fill=(186 + tone, 146 + tone, 98 + tone),
                outline=(96, 70, 44),
                width=4,
            )
            pen.rectangle(
                (column, floor - tall // 2 - 8, column + width, floor - tall // 2 + 8),
                fill=(214, 192, 150),
            )
            pen.text(
                (column + 18, floor - tall + 14),
                f"{seed % 89}-{chance.randrange(900)}",
                (80, 58, 36),
                font=_font(30),
            )
            floor -= tall
        column += width + chance.randint(0, 30)


def _exif(chance: random.Random, taken: datetime, where: Place) -> Image.Exif:
    make, model = chance.choice(_PHONES)
    local = taken.astimezone(local_time.VIETNAM)
    said = f"{local:%Y:%m:%d %H:%M:%S}"
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112], exif[0x0132] = make, model, 1, said
    exif.get_ifd(_EXIF).update(
        {0x9003: said, 0x9004: said, 0x9011: "+07:00", 0x829A: 0.01, 0x8827: 160}
    )
    exif.get_ifd(_GPS).update(
        {
            1: "N",
            2: _degrees(where.latitude_e7),
            3: "E",
            4: _degrees(where.longitude_e7),
            7: tuple(float(part) for part in f"{taken:%H %M %S}".split()),
            29: f"{taken:%Y:%m:%d}",
        }
    )
    return exif


def _degrees(e7: int) -> tuple[float, float, float]:
    degrees, rest = divmod(e7, 10**7)
    minutes, rest = divmod(rest * 60, 10**7)
    return float(degrees), float(minutes), round(rest * 60 / 10**7, 3)
