"""Everything that a picture's file says about itself, with the version of the code that read it."""

from typing import Any

from media import c2pa, exif, xmp
from media.c2pa import Openable

READER = "hientruong-metadata/2"
"""Stored beside what was read. A later reader may find more, and a value is only as good as its
reader.

Raise the number when a key is added, removed or changes its meaning, and say here how:
1: EXIF values, flat. 2: `exif`, `xmp` and `c2pa`; a GPS position of exactly (0, 0) is none."""


def nothing() -> dict[str, Any]:
    """Return the metadata of a file that could not be opened as a picture.

    Null means that nothing was looked for.
    """
    return {"exif": {}, "xmp": {}, "c2pa": {"present": None}}


def read(image: Any, file: Openable, kind: str) -> dict[str, Any]:
    """Read what an opened Pillow image and its file say.

    Never raises because of what is in them.
    """
    return {
        "exif": exif.read(image),
        "xmp": xmp.read(image.info.get("xmp")),
        "c2pa": c2pa.look(file, kind),
    }
