"""The child that decodes pictures: `python -m media.image_child`.

It reads one job and answers with one line. Decoders are the one place where a stranger's bytes
reach a large amount of C code. So they run in a separate process at low priority, with limits on
memory, processor time, files and file sizes. The parent kills and replaces it if it does not answer
(media/images.py). It runs behind a filter of system calls (media/fence.py): it opens no socket,
runs no program and writes only into files that it was given.

It communicates over the socket that is its standard input. A job is a byte with three open files
(SCM_RIGHTS): the original to read, and two to write the previews into. So the child needs access to
no path, and may run as another user than its parent. The answer is media.images.Answer as JSON, on
one line.
"""

import io
import json
import os
import resource
import signal
import socket
import warnings
from typing import IO, Any

from media import fence

MEMORY_BYTES = 1024 * 1024 * 1024
"""Limit of address space. Resident memory stays below it; the promise is 1.2 GB a file."""
CPU_SECONDS = 5.0
"""Processor time for one file. A 48-megapixel HEIC, the slowest format that phones make, takes
about 2 s."""
FILE_BYTES = 32 * 1024 * 1024
"""The largest size of a preview. A real one has less than 2 MB."""
OPEN_FILES = 64
NICENESS = 10
"""Web processes get the processor first, whichever process starts the child."""
THUMB_PIXELS, VIEW_PIXELS = 320, 1600
MAX_PIXELS = {"JPEG": 220_000_000, "PNG": 64_000_000, "WEBP": 64_000_000, "HEIF": 64_000_000}
"""JPEG is decoded at a fraction of its size, so that 200-megapixel pictures of present phones can
be shown."""
FORMATS = tuple(MAX_PIXELS)


def _limit_all_but_time() -> None:
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, FILE_BYTES),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    niceness = os.getpriority(os.PRIO_PROCESS, 0)
    os.setpriority(os.PRIO_PROCESS, 0, max(niceness, NICENESS))


def _limit_time() -> None:
    """Give one job CPU_SECONDS of this process's time. Then SIGPROF ends the process.

    RLIMIT_CPU counts whole seconds from the start of the process. It is a second limit behind the
    timer, in case a library blocks the signal.
    """
    usage = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(usage.ru_utime + usage.ru_stime + CPU_SECONDS) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)


class _Reason(Exception):
    """The reason why there is no preview, as a stable code."""


class Original(io.RawIOBase):
    """A reader of an open file with a position of its own, so that several can read the same descriptor."""

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor, self._at = descriptor, 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def seekable(self) -> bool:
        """It can seek, because decoders go back and forth."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer from the present position."""
        found = os.pread(self._descriptor, len(buffer), self._at)
        buffer[: len(found)] = found
        self._at += len(found)
        return len(found)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move the position."""
        begin = {os.SEEK_SET: 0, os.SEEK_CUR: self._at}.get(whence)
        if begin is None:
            begin = os.fstat(self._descriptor).st_size
        if begin + offset < 0:
            raise ValueError("before the beginning")
        self._at = begin + offset
        return self._at


class Source:
    """The file of one job, which can be opened for reading any number of times."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    def open(self, _mode: str = "rb") -> IO[bytes]:
        """Return a new reader at the beginning of the file."""
        return io.BufferedReader(Original(self.descriptor))


def take(thumb: int) -> None:
    """Mark the file for the thumbnail, which the thumbnail overwrites: who asked knows that the job was taken."""
    os.pwrite(thumb, b"-", 0)


def inspect(source: Source, thumb: int, view: int) -> dict[str, Any]:
    """Do one job. Raises nothing but MemoryError; a crash ends the process."""
    from media.sniff import HEAD_BYTES, sniff

    with source.open() as file:
        kind = sniff(file.read(HEAD_BYTES))
    answer: dict[str, Any] = {"outcome": "not_an_image", "detected_type": kind}
    if kind is None:
        empty = os.fstat(source.descriptor).st_size == 0
        return answer | {"reason": "empty" if empty else "unknown_format"}
    answer["outcome"] = "undecodable"
    try:
        _draw(source, kind, thumb, view, answer)
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


def _draw(source: Source, kind: str, thumb: int, view: int, answer: dict[str, Any]) -> None:
    """Fill `answer` step by step, so that a later failure does not lose what was found."""
    from PIL import Image

    from media import metadata, picture_hash

    with source.open() as file, Image.open(file, formats=FORMATS) as image:
        width, height = image.size
        answer["metadata"] = found = metadata.read(image, source, kind)
        if image.format == "HEIF":  # libheif has turned it already, and EXIF must not turn it again
            found["exif"].pop("orientation", None)
        turn = found["exif"].get("orientation", 1)
        answer["width"], answer["height"] = (height, width) if turn > 4 else (width, height)
        if width * height > MAX_PIXELS[image.format or ""]:
            raise _Reason("too_many_pixels")
        large = _turned(_shown(_shrunk(image, VIEW_PIXELS)), turn)
    large.info.clear()  # Pillow writes a JPEG comment that it finds there
    _save(large, view, 82)
    small = _shrunk(large, THUMB_PIXELS)
    _save(small, thumb, 80)
    answer["phash"] = picture_hash.of(small)


def _save(image: Any, descriptor: int, quality: int) -> None:
    with os.fdopen(os.dup(descriptor), "wb") as file:
        image.save(file, "JPEG", quality=quality)


def _shrunk(image: Any, longest: int) -> Any:
    """Decode no larger than needed, then shrink.

    Turning and colour conversion come after, on fewer pixels. The draft's target has the picture's
    own proportions; with a square target a 4:3 picture would be decoded in full. Hamming's window
    has half the taps of the bicubic one (24 ms instead of 40 for 1600 pixels out of 2000) and is
    designed for shrinking.
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
    return image.resize(target, Image.Resampling.HAMMING, reducing_gap=2.0)


def _shown(image: Any) -> Any:
    """Convert to what a screen shows: sRGB without transparency."""
    from PIL import Image

    image = _in_srgb(image)
    if image.mode in ("RGBA", "LA", "RGBa", "La"):
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image.convert("RGBA"), mask=image.convert("RGBA").getchannel("A"))
        return paper
    return image if image.mode in ("RGB", "L") else image.convert("RGB")


def _in_srgb(image: Any) -> Any:
    """Convert only if the picture names another profile (Display P3 of iPhones).

    A damaged profile is ignored.
    """
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
    """Turn a picture upright by its EXIF orientation (CIPA DC-008 §4.6.4 A)."""
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
    """Load the decoders and the hash's libraries once, and set the decoders' own limits."""
    import pi_heif
    from PIL import Image

    from media import picture_hash

    warnings.simplefilter("ignore")  # damaged EXIF warns by the hundred
    Image.MAX_IMAGE_PIXELS = None  # MAX_PIXELS above is checked instead, by format
    pi_heif.options.DECODE_THREADS = 1
    pi_heif.register_heif_opener()
    Image.preinit()
    from PIL import WebPImagePlugin  # noqa: F401

    picture_hash.of(Image.linear_gradient("L"))  # the first call loads SciPy


def prepare() -> None:
    """Do all that is done once, before the first stranger's byte: limits, libraries."""
    _limit_all_but_time()
    _prepare()


def serve(asked: socket.socket) -> None:
    """Set the filter of system calls and do jobs until the other side hangs up."""
    fence.close()
    while True:
        word, files, _, _ = socket.recv_fds(asked, 1, 3)
        if not word:
            return
        if len(files) == 3:
            take(files[1])
            _limit_time()
            answer = inspect(Source(files[0]), files[1], files[2])
            signal.setitimer(signal.ITIMER_PROF, 0)
            asked.sendall(json.dumps(answer).encode() + b"\n")
        for file in files:
            os.close(file)


def main() -> None:
    """Run as one child on the socket that is standard input."""
    prepare()
    with socket.socket(fileno=0) as asked:
        serve(asked)


if __name__ == "__main__":
    main()
