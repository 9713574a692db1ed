"""What of a filed document can be printed into the file of its case: the pages of a PDF, or a picture.

A PDF is never opened in this process: a child with limits takes its pages out (media/pdf_child.py),
and they only draw. A picture is the preview that was made behind the fence of decoders.
"""

from uuid import UUID

import msgspec

from backend.casework.filing import service as filing
from backend.core.actors import Actor
from backend.fieldwork.evidence import previews
from media import pdf_pages
from schemas.casework.views import FiledFileView

ENCLOSED_BYTES = 50_000_000
"""A larger file is not put into the PDF of the case; its page states its hash."""


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """A document for the file of its case: pages or a JPEG if it can be printed, and its original."""

    pages: bytes | None = None
    picture: bytes | None = None
    original: bytes | None = None


async def of(
    file: FiledFileView, actor: Actor, address: str | None, *, beside: bool = False
) -> Printed:
    """Read a filed document for the file of its case; the reading is recorded.

    With `beside` its original goes another way, and is read only if its pages are printed. Raises
    NotFound, Unavailable.
    """
    if file.size > ENCLOSED_BYTES:
        return Printed()
    if beside and file.shown_as == "picture" and file.preview == "ready":
        return Printed(picture=await previews.drawn(file.id, file.sha256))
    if beside and file.shown_as != "frame":
        return Printed()
    original = await filing.whole(file.id, "filed.read", actor, address)
    if file.shown_as == "frame":
        return Printed(pages=await pdf_pages.pages_of(original), original=original)
    if file.shown_as == "picture" and file.preview == "ready":
        drawn = await previews.drawn(file.id, file.sha256)
        return Printed(picture=drawn, original=original)
    return Printed(original=original)


def name_in_file(first: int, file: FiledFileView) -> str:
    """Return the name under which the original is enclosed: its sheet number stands first."""
    return f"{first:02d} {file.file_name}"


def find(files: list[FiledFileView], file_id: UUID | None) -> FiledFileView | None:
    """Return the file of a line of the contents list, or None."""
    return next((one for one in files if one.id == file_id), None) if file_id else None
