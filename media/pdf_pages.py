"""The pages of a PDF that nobody trusts, taken out by the child of media/pdf_child.py."""

from media import children

WALL_SECONDS = 90.0
"""How long the child may take. Its real limit is processor time, which it sets itself."""


async def pages_of(data: bytes) -> bytes | None:
    """Return a PDF that only draws the pages of this one, or None if they cannot be taken out safely.

    Never raises because of what is in the file.
    """
    made = await children.answer("media.pdf_child", data, WALL_SECONDS)
    return made if made is not None and made.startswith(b"%PDF-") else None
