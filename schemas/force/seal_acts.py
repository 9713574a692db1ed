"""Contents of acts about a unit's certificate, with which its clerk seals papers (Decree 30/2020 Appendix I, II.8)."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.force.acts import Reason

Hash = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class UnitCertificateRegistered(Wire):
    """The unit's clerk seals papers with this certificate from now on. The act contains no private key."""

    certificate_id: UUID
    kind: Literal["pkcs12", "pkcs11", "outside"]
    """`outside`: the key is in the clerk's own computer; papers are sealed there and sent back."""
    fingerprint: Hash
    subject: Annotated[str, Meta(max_length=1000)]
    issuer: Annotated[str, Meta(max_length=1000)]
    valid_from: datetime
    valid_to: datetime
    picture_sha256: Hash | None = None
    """Of the picture of the seal (PNG), which the signature shows; null if it shows words."""
    named_otherwise: Reason | None = None
    """Why it is the unit's although it names another body: an older name, an abbreviation."""


class UnitCertificateRevoked(Wire):
    """Nothing more is sealed with this certificate. What it sealed before stays sealed."""

    certificate_id: UUID
    reason: Reason
