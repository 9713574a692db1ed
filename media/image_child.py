"""The child that decodes pictures: `python -m media.image_child`, one JSON job a line in, one
answer a line out.

Decoders are the one place where a stranger's bytes meet a lot of C. So they run in a process of
their own with limits on memory and processor time, which its parent kills and replaces when it does
not answer (media/images.py).

Job: {"path", "thumb", "view"}: read the first, write the two others. Answer: media.images.Inspected
as JSON.
"""

import json
import resource
import sys
import warnings
from pathlib import Path
from typing import Any

MEMORY_BYTES = 1024 * 1024 * 1024
CPU_SECONDS = 10
THUMB_PIXELS, VIEW_PIXELS = 320, 1600
MAX_PIXELS = {"JPEG": 220_000_000, "PNG": 64_000_000, "WEBP": 64_000_000, "HEIF": 64_000_000}
"""JPEG is decoded at a fraction of its size, so that the 200-megapixel pictures of present phones
can be shown."""
FORMATS = tuple(MAX_PIXELS)


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time() -> None:
    """The kernel counts a process's whole life; a job gets CPU_SECONDS on top of what was used."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (used + CPU_SECONDS, hard))


class _Reason(Exception):
    """Why there can be no preview: a stable code."""


def inspect(job: dict[str, str]) -> dict[str, Any]:
    """Do one job; never raises but for MemoryError and what kills a process."""
    from media.sniff import HEAD_BYTES, sniff

    path = Path(job["path"])
    with path.open("rb") as file:
        kind = sniff(file.read(HEAD_BYTES))
    answer: dict[str, Any] = {"outcome": "not_an_image", "detected_type": kind}
    if kind is None:
        return answer | {"reason": "empty" if path.stat().st_size == 0 else "unknown_format"}
    answer |= {"outcome": "undecodable", "metadata": {}}
    try:
        _draw(path, Path(job["thumb"]), Path(job["view"]), answer)
    except _Reason as reason:
        return answer | {"reason": str(reason)}
    except MemoryError:
        return answer | {"reason": "out_of_memory"}
    except Exception as error:
        return answer | {"reason": "truncated" if _is_cut(error) else "damaged"}
    return answer | {"outcome": "ready", "reason": None}


def _is_cut(error: Exception) -> bool:
    text = str(error).lower()
    return isinstance(error, EOFError) or any(
        w in text for w in ("truncated", "end of file", "eof")
    )


def _draw(path: Path, thumb: Path, view: Path, answer: dict[str, Any]) -> None:
    """Fill `answer` with what is found on the way, so that a failure later does not lose it."""
    from PIL import Image

    from media import exif

    with Image.open(path, formats=FORMATS) as image:
        width, height = image.size
        metadata = exif.read(image)
        if image.format == "HEIF":  # libheif has turned it already, and EXIF must not turn it again
            metadata.pop("orientation", None)
        turn = metadata.get("orientation", 1)
        answer["metadata"] = metadata
        answer["width"], answer["height"] = (height, width) if turn > 4 else (width, height)
        if width * height > MAX_PIXELS[image.format or ""]:
            raise _Reason("too_many_pixels")
        large = _turned(_shown(_shrunk(image, VIEW_PIXELS)), turn)
    large.info.clear()  # Pillow writes a JPEG comment that it finds there
    large.save(view, "JPEG", quality=82)
    _shrunk(large, THUMB_PIXELS).save(thumb, "JPEG", quality=80)


def _shrunk(image: Any, longest: int) -> Any:
    """Decode at no more than is needed, then shrink; turning and colours come after, on fewer
    pixels.

    The draft's target has the picture's own proportions: with a square one a 4:3 picture is decoded
    whole.
    """
    from PIL import Image

    width, height = image.size
    scale = min(1.0, longest / max(width, height))
    target = (max(1, round(width * scale)), max(1, round(height * scale)))
    image.draft(None, target)
    image.load()
    if image.mode in ("P", "PA", "1", "I", "I;16", "I;16B", "F"):
        image = image.convert(
            "RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB"
        )
    if image.size == target:
        return image.copy()
    return image.resize(target, Image.Resampling.BICUBIC, reducing_gap=2.0)


def _shown(image: Any) -> Any:
    """As a screen shows it: sRGB, no transparency."""
    from PIL import Image

    image = _in_srgb(image)
    if image.mode in ("RGBA", "LA", "RGBa", "La"):
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image.convert("RGBA"), mask=image.convert("RGBA").getchannel("A"))
        return paper
    return image if image.mode in ("RGB", "L") else image.convert("RGB")


def _in_srgb(image: Any) -> Any:
    """Convert only where the picture names another profile (Display P3 of iPhones); a damaged
    profile is ignored."""
    import io

    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK", "RGBA"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "srgb" in ImageCms.getProfileDescription(source).lower():
            return image
        mode = "RGB" if image.mode == "CMYK" else image.mode
        turned = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except Exception:
        return image
    return image if turned is None else turned


def _turned(image: Any, orientation: int) -> Any:
    """EXIF orientation (CIPA DC-008 §4.6.4 A) to upright."""
    from PIL import Image

    way = Image.Transpose
    ways = {
        2: way.FLIP_LEFT_RIGHT,
        3: way.ROTATE_180,
        4: way.FLIP_TOP_BOTTOM,
        5: way.TRANSPOSE,
        6: way.ROTATE_270,
        7: way.TRANSVERSE,
        8: way.ROTATE_90,
    }
    return image.transpose(ways[orientation]) if orientation in ways else image


def _prepare() -> None:
    """Load the decoders once, with their own limits set."""
    import pi_heif
    from PIL import Image

    warnings.simplefilter("ignore")  # damaged EXIF warns by the hundred
    Image.MAX_IMAGE_PIXELS = None  # MAX_PIXELS above is asked, by format
    pi_heif.options.DECODE_THREADS = 1
    pi_heif.register_heif_opener()
    Image.preinit()
    from PIL import WebPImagePlugin  # noqa: F401


def main() -> None:
    """Serve until the pipe closes."""
    _limit_memory()
    _prepare()
    for line in sys.stdin:
        _limit_time()
        sys.stdout.write(json.dumps(inspect(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
