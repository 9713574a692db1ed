"""The peer of bench.images, as a user might build it instead: view and thumbnail by libvips.

    VIPS_CONCURRENCY=1 python -m bench.vips_images     (from the bench's own environment)

Reads the path of a picture from each line, writes both pictures beside `sys.argv[1]`, and answers
with a line. libvips shrinks while it decodes, turns by EXIF and converts to sRGB, as ours does. It
makes no hash, reads no metadata and has no limits.
"""

import sys
from pathlib import Path

import pyvips

VIEW, THUMB = 1600, 320


def main(folder: str) -> None:
    """Serve until the pipe closes."""
    view, thumb = str(Path(folder, "view.jpg")), str(Path(folder, "thumb.jpg"))
    for line in sys.stdin:
        path = line.rstrip("\n")
        # Given a profile, libvips converts every picture. So it gets one only if the picture has
        # one, as ours does.
        profiled = pyvips.Image.new_from_file(path).get_typeof("icc-profile-data") != 0
        colours = {"output_profile": "srgb"} if profiled else {}
        large = pyvips.Image.thumbnail(path, VIEW, height=VIEW, size="down", **colours)
        large = large.copy_memory()
        large.jpegsave(view, Q=82, keep="none")
        large.thumbnail_image(THUMB, height=THUMB, size="down").jpegsave(thumb, Q=80, keep="none")
        sys.stdout.write("done\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
