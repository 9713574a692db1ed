"""Files that harm programs that trust them: bombs, liars, polyglots, truncated files, mutants. All
are generated here."""

import io
import operator
import random
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial

from PIL import Image

from tests.support import pictures

Files = dict[str, Callable[[], bytes]]
READY = "ready"
NO_IMAGE = "unknown_format"
BROKEN = frozenset({"truncated", "damaged"})
HEAVY = frozenset({READY, "out_of_memory", "too_slow", "damaged"})
"""Outcomes of which any is right, depending on the machine. What matters is that the limits hold.
"""


@dataclass(frozen=True)
class Hostile:
    """A file, and its allowed outcomes: `ready` or a reason."""

    name: str
    make: Callable[[], bytes]
    said: frozenset[str]


def light() -> list[Hostile]:
    """Files that are inspected instantly, or not inspected at all."""
    return _named(
        ({"too_many_pixels"}, _declared_bombs()),
        ({READY}, _metadata_bombs()),
        (BROKEN | {READY}, _liars()),
        ({READY}, _polyglots()),
        ({NO_IMAGE}, _strangers()),
        (BROKEN, _cut()),
    )


def heavy() -> list[Hostile]:
    """Files that take seconds, and hundreds of megabytes, to inspect."""
    return _named((HEAVY, _real_bombs()))


def _named(*groups: tuple[AbstractSet[str], Files]) -> list[Hostile]:
    return [
        Hostile(name, make, frozenset(said))
        for said, files in groups
        for name, make in files.items()
    ]


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(
    width: int, height: int, data: bytes, *, depth: int = 8, kind: int = 2, more: bytes = b""
) -> bytes:
    """A PNG file with the given values in its header."""
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    parts = (chunk(b"IHDR", header), more, chunk(b"IDAT", data), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def segment(marker: int, data: bytes) -> bytes:
    """A segment of a JPEG file."""
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def with_segments(plain: bytes, *segments: bytes) -> bytes:
    """A JPEG file with additional segments at its beginning."""
    return plain[:2] + b"".join(segments) + plain[2:]


def resized_header(plain: bytes, width: int, height: int) -> bytes:
    """A JPEG file whose frame header (SOF0 or SOF2) claims another size."""
    at = max(plain.find(b"\xff\xc0\x00\x11"), plain.find(b"\xff\xc2\x00\x11"))
    return plain[: at + 5] + struct.pack(">HH", height, width) + plain[at + 9 :]


def zeros(count: int) -> bytes:
    """This many zero bytes, deflated a megabyte at a time."""
    packer = zlib.compressobj(9)
    out = [packer.compress(bytes(1 << 20)) for _ in range(count >> 20)]
    return b"".join([*out, packer.compress(bytes(count & ((1 << 20) - 1))), packer.flush()])


def progressive(size: tuple[int, int], more_scans: int) -> bytes:
    """A progressive JPEG that repeats its last scan: each repetition costs a pass over the whole
    picture."""
    out = io.BytesIO()
    Image.new("L", size, 120).save(out, "JPEG", progressive=True, quality=50)
    whole = out.getvalue()
    last = whole.rindex(b"\xff\xda")
    return whole[:-2] + whole[last:-2] * more_scans + whole[-2:]


def _declared_bombs() -> Files:
    """Few bytes that claim many pixels."""
    return {
        "png of 3,600 megapixels": lambda: png(60_000, 60_000, zeros(1000)),
        "png of 144 megapixels of one bit": lambda: png(12_000, 12_000, zeros(18_012_000), depth=1, kind=0),
        "jpeg of 4,290 megapixels": lambda: resized_header(pictures.jpeg(), 65_500, 65_500),
    }  # fmt: skip


def _real_bombs() -> Files:
    """Pictures within the limit of pixels that need much time or memory."""
    return {
        "png of 64 megapixels, 512 MB": lambda: png(
            8000, 8000, zeros(8000 * 64_001), depth=16, kind=6
        ),
        "png of 64 megapixels in a palette": lambda: png(
            8000, 8000, zeros(8000 * 8001), kind=3, more=chunk(b"PLTE", bytes(768))
        ),
        "jpeg of 36 megapixels in 400 scans": lambda: progressive((6000, 6000), 400),
        "jpeg of 200 megapixels, progressive": lambda: progressive((16_000, 12_500), 0),
        "png row as wide as it can be": lambda: png(64_000_000, 1, zeros(192_000_001)),
        "png column as high as it can be": lambda: png(1, 16_000_000, zeros(64_000_000)),
    }


def _metadata_bombs() -> Files:
    """Valid pictures with harmful metadata."""
    plain = pictures.jpeg()
    laughs = b"".join(b'<!ENTITY %c "%s">' % (n, (b"&%c;" % (n - 1)) * 10) for n in b"bcdefghij")
    packet = b'<!DOCTYPE x [<!ENTITY a "ha">' + laughs + b"]><x>&j;</x>"
    loop = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">HHHIII", 1, 0x8769, 4, 1, 8, 8)
    many = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">HHHIII", 1, 0x10F, 2, 0xFFFFFFF0, 26, 0)
    pixels = zlib.compress(b"\0" + b"\x80" * 30)
    row = {"width": 10, "height": 1, "data": pixels}
    return {
        "xmp that laughs a billion times": lambda: with_segments(
            plain, segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet)
        ),
        "xmp as deep as it can be": lambda: with_segments(
            plain, segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + b"<a>" * 21_000)
        ),
        "exif that points to itself": lambda: with_segments(plain, segment(0xE1, loop)),
        "exif that claims 4 GB": lambda: with_segments(plain, segment(0xE1, many)),
        "60,000 segments of c2pa": lambda: with_segments(
            plain, *[segment(0xEB, b"JP" + bytes(6))] * 60_000
        ),
        "profile that claims a million tags": lambda: with_segments(
            plain,
            segment(
                0xE2, b"ICC_PROFILE\0\1\1" + bytes(36) + b"acsp" + bytes(88) + b"\0\x0f\x42\x40" * 9
            ),
        ),
        "a comment of 16 MB": lambda: with_segments(plain, *[segment(0xFE, b"x" * 65_000)] * 250),
        "png of 20,000 empty chunks": lambda: png(**row, more=chunk(b"teSt", b"") * 20_000),
    }


def _liars() -> Files:
    """Files that claim to be something else."""
    small, exif = pictures.jpeg(size=(64, 48)), pictures.exif_block(orientation=6)
    canvas = b"VP8X" + struct.pack("<IB3x", 10, 0) + b"\xfe\x3f\x00" * 2
    webp = b"WEBP" + canvas + pictures.encoded("WEBP", (64, 48))[12:]
    nested = pictures.as_jpeg(pictures.upright(64, 48), exif=exif)
    return {
        "jpeg that claims to be larger": lambda: resized_header(small, 4000, 3000),
        "jpeg that claims to be smaller": lambda: resized_header(pictures.jpeg(), 8, 8),
        "jpeg of no width": lambda: resized_header(small, 0, 48),
        "png that claims to be larger": lambda: png(4000, 3000, zeros(4000)),
        "png that claims to be smaller": lambda: png(4, 4, zeros(1_000_000)),
        "png whose checksums are wrong": lambda: pictures.encoded("PNG").replace(b"IHDR", b"IHDQ"),
        "heic that is a jpeg": lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + small,
        "jpeg that is a png": lambda: b"\xff\xd8\xff" + pictures.encoded("PNG"),
        "webp that claims 268 megapixels": lambda: b"RIFF" + struct.pack("<I", len(webp)) + webp,
        "webp whose length is a lie": lambda: (
            b"RIFF\xff\xff\xff\xff" + pictures.encoded("WEBP")[8:]
        ),
        "jpeg in a jpeg's exif": lambda: with_segments(small, segment(0xE1, b"Exif\0\0" + nested)),
    }


_PAGE = b"<html><script>document.title = 'harm'</script></html>"


def _polyglots() -> Files:
    """Valid pictures that another program recognises as its own format."""
    plain, flat = pictures.jpeg(), pictures.encoded("PNG")
    archive = b"PK\x03\x04" + bytes(26) + b"PK\x05\x06" + bytes(18)
    document = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    return {
        "jpeg and page behind it": lambda: plain + _PAGE,
        "jpeg and page in its comment": lambda: with_segments(plain, segment(0xFE, _PAGE)),
        "jpeg and archive": lambda: plain + archive,
        "jpeg and document": lambda: with_segments(plain, segment(0xFE, document)),
        "jpeg and program": lambda: with_segments(plain, segment(0xFE, b"#!/bin/sh\necho harm\n")),
        "png and page": lambda: flat + _PAGE,
        "png and archive": lambda: flat + archive,
        "webp and page": lambda: pictures.encoded("WEBP") + _PAGE,
    }


def _strangers() -> Files:
    """Files that are no pictures of the kinds that phones make."""
    return {
        "svg with a script": lambda: (
            b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'
        ),
        "page": lambda: _PAGE,
        "document": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj",
        "archive": lambda: b"PK\x03\x04" + bytes(100),
        "program": lambda: b"\x7fELF\x02\x01\x01" + bytes(100),
        "gif": lambda: pictures.encoded("GIF"),
        "bmp": lambda: pictures.encoded("BMP"),
        "tiff": lambda: pictures.encoded("TIFF"),
        "postscript": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/hostname) (r) file\n",
        "avif": lambda: b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + bytes(200),
        "zeros": lambda: bytes(100_000),
        "a single byte": lambda: b"\xff",
    }


def _cut() -> Files:
    """Pictures truncated at some place."""
    found: Files = {}
    for kind in ("JPEG", "PNG", "WEBP"):
        out = io.BytesIO()
        pictures.scene(1, (640, 480)).save(out, kind)
        whole = out.getvalue()
        places = {"1 k": 1000, "half": len(whole) // 2, "its last 1,000 bytes": len(whole) - 1000}
        for name, at in places.items():
            found[f"{kind.lower()} cut at {name}"] = partial(operator.getitem, whole, slice(at))
    return found


def mutants(seeds: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """`count` damaged files, the same for the same seed: with bytes changed, removed, duplicated or
    moved, or joined to the end of another file."""
    chance = random.Random(seed)
    for number in range(count):
        data = bytearray(seeds[number % len(seeds)])
        for _ in range(chance.choice((1, 1, 2, 4, 12))):
            _damage(data, seeds, chance)
        yield bytes(data)


_TELLING = (0x00, 0x01, 0x7F, 0x80, 0xFF, 0xD8, 0xDA, 0xC4)


def _damage(data: bytearray, seeds: Sequence[bytes], chance: random.Random) -> None:
    if len(data) < 16:
        return
    # Headers matter most, so half of the damage is done to the first kilobyte.
    reach = min(len(data), 1024) if chance.random() < 0.5 else len(data)
    at = chance.randrange(4, reach)
    length = min(chance.choice((1, 2, 4, 32, 500)), len(data) - at)
    way = chance.randrange(7)
    if way == 0:
        data[at] ^= 1 << chance.randrange(8)
    elif way == 1:
        data[at : at + length] = bytes([chance.choice(_TELLING)]) * length
    elif way == 2:
        data[at : at + length] = chance.randbytes(length)
    elif way == 3:
        del data[at : at + length]
    elif way == 4:
        data[at:at] = data[at : at + length] * chance.choice((1, 3))
    elif way == 5:
        other = chance.choice(seeds)
        data[at:] = other[chance.randrange(len(other)) :]
    else:
        del data[max(at, 64) :]
