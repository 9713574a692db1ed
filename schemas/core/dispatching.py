"""What the clerk's acts say of a signed paper, whichever record it belongs to: sealed, dispatched."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire

_Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Dispatched(Wire):
    """A signed paper went out, and is in the register of outgoing papers (Decree 30/2020 Arts 17 to 19)."""

    document_id: UUID
    sent_on: date
    manner: Literal["direct", "post", "electronic"]
    recipients: Annotated[
        list[Annotated[str, Meta(min_length=2, max_length=300)]], Meta(min_length=1, max_length=50)
    ]
    copies: Annotated[int, Meta(ge=1, le=1000)]
    dispatch_note: Annotated[str, Meta(min_length=1, max_length=500)] | None


class Sealed(Wire):
    """A signed paper got the agency's digital signature, by the clerk (Decree 30/2020 Appendix I, II.8).

    The signed file begins with the bytes that the officer signed; both are kept.
    """

    document_id: UUID
    file_id: UUID
    """The file with both signatures, in the store."""
    sha256: _Sha256
    size: Annotated[int, Meta(ge=1, le=20_000_000)]
    signed_sha256: _Sha256
    """Hash of the file that the officer signed."""
    fingerprint: _Sha256
    """SHA-256 of the agency's certificate (DER)."""
    seal_name: Annotated[str, Meta(min_length=1, max_length=500)]
    """Whom the certificate names."""
    signature_level: Literal["B-B", "B-T", "B-LTA"]
    sealed_at: datetime
    """The time in the signature: the word of the computer that signed, or of its time-stamp."""
    outside: bool
    """Whether it was signed with a token elsewhere and sent back."""
