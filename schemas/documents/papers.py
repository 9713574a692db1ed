"""The content of one printed paper: everything that its PDF says, and nothing else.

The same content always gives the same bytes (backend/documents/rendering.py), so a paper can be
made again from its record.
"""

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from schemas.core.base import Wire
from schemas.fieldwork.acts import Drawing, Refusal

Line = Annotated[str, Meta(max_length=500)]


class Letterhead(Wire):
    """The left block of the head (Decree 30/2020, Appendix I, II.2): issuing unit and body above it."""

    superior: Line | None
    """The body above, in capitals; None if the issuer has none above it."""
    issuer: Line
    place: Line
    """The place before the date ("Đà Nẵng"): a province-level name, without its kind."""


class PaperSignature(Wire):
    """One signature block: a hand signature, a refusal, or an empty place to sign if both are None."""

    role: Annotated[str, Meta(min_length=1, max_length=40)]
    """A role of the form's `x-signers`."""
    name: Line
    title: Line | None = None
    """Printed above the signature of a decision's issuer: "Đội trưởng". A deputy signs for the head
    (KT.)."""
    drawing: Drawing | None = None
    refusal: Refusal | None = None
    note: Line | None = None
    """Printed in place of an electronic signature: who signed and when (Decree 30/2020)."""


class PaperContent(Wire):
    """One paper.

    `fields` must be those of the form's version. Open fields of the form are printed as blanks.
    """

    form: Annotated[str, Meta(max_length=20)]
    version: Annotated[int, Meta(ge=1, le=10_000)]
    fields: dict[str, Any]
    letterhead: Letterhead
    number: Line | None = None
    """Number with its symbol ("48010005/QĐ-XPHC"); None before it has one."""
    issued_on: date | None = None
    """The Vietnamese day in the head; None before it is signed."""
    signatures: Annotated[list[PaperSignature], Meta(max_length=100)] = msgspec.field(
        default_factory=list
    )
    short_hash: Line | None = None
    """The first characters of the content's SHA-256, at the foot of every page."""
    clock: Line | None = None
    """The clock from which its times come, at the foot of every page; None if none of them come
    from a phone."""
    seal: Line | None = None
    """What the seal of this file is, at the foot of every page; None for a file without one."""
    code: Line | None = None
    """The public code for looking the paper up."""
    verify_url: Line | None = None
    """The address that the QR code at the foot leads to."""
    statement: Annotated[str, Meta(max_length=400)] | None = None
    """The server's signed statement (backend/documents/rules/statements.py), in a larger QR code after
    the paper's end. None for drafts, and where the server did not give the code's number."""
    amounts: Literal["north", "south"] = "north"
    """The region whose words for numbers are used: linh, nghìn, hai mươi tư, or lẻ, ngàn, hai mươi
    bốn."""
    draft: bool = False
    """Marks every page as a draft. Blanks are then dotted lines to be filled in, instead of being
    struck out."""
