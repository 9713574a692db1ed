"""The photographs of a folder: what each is by its content, and what is expected of the system."""

import io
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import pi_heif
from PIL import Image, ImageDraw, ImageOps

from deploy.failures import Failure

_SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"}
_HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}


@dataclass
class Photograph:
    """A photograph on the phone.

    `size` is that of the upright picture, None if it cannot be decoded.
    """

    name: str
    data: bytes
    media_type: str
    size: tuple[int, int] | None
    photo_id: str = field(default_factory=lambda: str(uuid4()))


def of_folder(folder: Path) -> tuple[list[Photograph], list[str]]:
    """Return every photograph of a folder by name, and the names of other files.

    Raises Failure for a folder without photographs.
    """
    if not folder.is_dir():
        raise Failure(f"không có thư mục ảnh {folder}", f"there is no folder {folder}")
    found, others = [], []
    for path in sorted(folder.iterdir()):
        if not path.is_file() or path.name.startswith("."):
            continue
        data = path.read_bytes()
        media_type = sniff(data)
        if media_type is None and path.suffix.lower() not in _SUFFIXES:
            others.append(path.name)
            continue
        found.append(of_bytes(path.name, data))
    if not found:
        raise Failure(f"thư mục {folder} không có ảnh nào", f"{folder} holds no photographs")
    return found, others


def of_bytes(name: str, data: bytes) -> Photograph:
    """Return a photograph made from its bytes."""
    return Photograph(name, data, sniff(data) or "application/octet-stream", upright_size(data))


def sniff(data: bytes) -> str | None:
    """Return the media type by content, because names can be wrong."""
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return "image/heic"
    return None


def upright_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height as a person must see it; None if the file does not fully decode."""
    try:
        if sniff(data) == "image/heic":
            pi_heif.register_heif_opener()
        with Image.open(io.BytesIO(data)) as image:
            image.load()
            return ImageOps.exif_transpose(image).size
    except (OSError, ValueError, SyntaxError):
        return None


def drawn(name: str, words: str) -> Photograph:
    """Draw a picture, different each time: a shot in the pocket, a label close by."""
    image = Image.new("RGB", (960, 720), (28, 27, 31))
    draw = ImageDraw.Draw(image)
    draw.rectangle((180, 220, 780, 500), outline=(210, 205, 190), width=6)
    draw.text((220, 330), f"{words} {secrets.token_hex(4)}", fill=(235, 230, 215), font_size=44)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=85)
    return of_bytes(name, out.getvalue())
