"""The child that takes the pages out of a stranger's PDF: `python -m media.pdf_child`, file on standard input.

It writes a new PDF to standard output: for each page an empty page of the same size that draws one
form (ISO 32000-1, 8.10), which has the old page's content and resources and nothing else. So no
annotation, action, script, form field or attached file comes along. A program that copies the new
pages decodes nothing that the stranger packed. pypdf is pure Python, but a file can still make it
work without end or fill the memory. So it runs in a process with limits, behind the filter of
system calls.

Exit status 0 with a PDF, anything else without one.
"""

import io
import os
import resource
import sys
import warnings

from media import fence

MEMORY_BYTES = 1024 * 1024 * 1024
CPU_SECONDS = 20
FILE_BYTES = 200_000_000
MOST_PAGES = 500
"""The most sheets that a filed document may have (schemas.casework.acts.beside.SheetsFiled)."""
MOST_CONTENT = 50_000_000
"""Unpacked content of all pages together. Scans have almost none: their pictures are not unpacked."""


def _limit() -> None:
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, FILE_BYTES),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    os.setpriority(os.PRIO_PROCESS, 0, max(os.getpriority(os.PRIO_PROCESS, 0), 10))


def pages(data: bytes) -> bytes:
    """Return a PDF that only draws what the pages of this one draw. Raises ValueError and others."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import (
        ArrayObject,
        DecodedStreamObject,
        DictionaryObject,
        FloatObject,
        NameObject,
    )

    reader, writer = PdfReader(io.BytesIO(data)), PdfWriter()
    if reader.is_encrypted or not 0 < len(reader.pages) <= MOST_PAGES:
        raise ValueError("encrypted, or too many pages")
    left = MOST_CONTENT
    for page in reader.pages:
        if page.rotation:
            page.transfer_rotation_to_content()
        contents = page.get_contents()
        drawn = contents.get_data() if contents is not None else b""
        left -= len(drawn)
        if left < 0:
            raise ValueError("too much content")
        box = page.cropbox
        form = DecodedStreamObject()
        form.set_data(drawn)
        form[NameObject("/Type")] = NameObject("/XObject")
        form[NameObject("/Subtype")] = NameObject("/Form")
        corners = (box.left, box.bottom, box.right, box.top)
        form[NameObject("/BBox")] = ArrayObject(FloatObject(one) for one in corners)
        moved = (1, 0, 0, 1, -float(box.left), -float(box.bottom))
        form[NameObject("/Matrix")] = ArrayObject(FloatObject(one) for one in moved)
        resources = page.get("/Resources")
        if resources is not None:
            form[NameObject("/Resources")] = resources.get_object().clone(writer)
        made = writer.add_blank_page(width=float(box.width), height=float(box.height))
        named = DictionaryObject({NameObject("/Page"): writer._add_object(form.flate_encode())})
        made[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): named})
        draw = DecodedStreamObject()
        draw.set_data(b"/Page Do")
        made[NameObject("/Contents")] = writer._add_object(draw)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def main() -> int:
    """Do one job."""
    _limit()
    warnings.simplefilter("ignore")
    import pypdf  # noqa: F401  # loaded before the filter is set

    data = sys.stdin.buffer.read()
    fence.close()
    try:
        made = pages(data)
    except Exception:  # whatever a stranger's file makes pypdf raise: it is not printed
        return 3
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
