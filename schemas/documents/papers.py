"""A paper as it is laid out: everything that one PDF says, and nothing else.

The same content gives the same bytes for ever (backend/documents/rendering.py): a paper can be made anew from its
record.
"""

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from schemas.core.base import Wire
from schemas.fieldwork.acts import Drawing, Refusal

Line = Annotated[str, Meta(max_length=500)]


class Letterhead(Wire):
    """The left block of the head (Decree 30/2020, Appendix I, II.2): who issues, and under whom."""

    superior: Line | None
    """The body above, in capitals; None where the issuer stands alone."""
    issuer: Line
    place: Line
    """The place before the date ("Đà Nẵng"): a province-level name, without its kind."""


class PaperSignature(Wire):
    """One signature block: a hand signature, a refusal, or (both None) an empty place to sign."""

    role: Annotated[str, Meta(min_length=1, max_length=40)]
    """A role of the form's `x-signers`."""
    name: Line
    title: Line | None = None
    """What stands above the signature of who issues a decision: "Đội trưởng". A deputy signs for his head (KT.)."""
    drawing: Drawing | None = None
    refusal: Refusal | None = None
    note: Line | None = None
    """What is printed in the signature's place where it is an electronic one: who signed and when (Decree 30/2020)."""


class PaperContent(Wire):
    """One paper. `fields` must be those of the form's version; what the form leaves open is printed as a blank."""

    form: Annotated[str, Meta(max_length=20)]
    version: Annotated[int, Meta(ge=1, le=10_000)]
    fields: dict[str, Any]
    letterhead: Letterhead
    number: Line | None = None
    """With its symbol ("48010005/QĐ-XPVPHC"); None before it is given."""
    issued_on: date | None = None
    """The Vietnamese day that stands in the head; None before it is signed."""
    signatures: Annotated[list[PaperSignature], Meta(max_length=100)] = msgspec.field(
        default_factory=list
    )
    short_hash: Line | None = None
    """The first characters of the content's SHA-256, at the foot of every page."""
    clock: Line | None = None
    """Which clock its times come from, at the foot of every page; None where none of a phone does."""
    code: Line | None = None
    """The public code for looking the paper up."""
    verify_url: Line | None = None
    """The address that the QR code at the foot leads to."""
    amounts: Literal["north", "south"] = "north"
    """Where two words for a number are right: linh, nghìn, hai mươi tư, or lẻ, ngàn, hai mươi bốn."""
    draft: bool = False
    """Marks every page as a draft, and prints blanks as dotted lines to be filled in, not as struck out."""
