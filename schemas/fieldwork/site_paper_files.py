"""Files of minutes and papers that phones made: sealed by the server, or signed by their maker.

A paper's file is stored once. From then on every download gives these bytes.
"""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.content_types import Name
from schemas.core.problems import Text
from schemas.fieldwork.remarks import Sha256
from schemas.fieldwork.words import ActType, FileKind


class SitePaperSealed(Wire):
    """The server laid a paper out, sealed it and stored it. No officer signed it with a certificate."""

    file_id: UUID
    written: UUID
    """The act that wrote the minutes or the paper."""
    number: Annotated[str, Meta(min_length=1, max_length=60)] | None
    """As on the paper; null for minutes of older phones, which have none."""
    content_sha256: Sha256
    """Hash of form, form_version and fields (RFC 8785), of which paper, desk and phone show the start."""
    signatures: Annotated[list[UUID], Meta(max_length=200)]
    """The acts of the hand signatures and refusals that it shows, in their order."""
    sha256: Sha256
    """Of the PDF."""
    size: Annotated[int, Meta(ge=1, le=100_000_000)]
    pages: Annotated[int, Meta(ge=1, le=2000)]
    certificate: Sha256
    """SHA-256 of the certificate with which it is sealed or signed."""


class SitePaperSigned(SitePaperSealed):
    """Its maker signed the paper with his own certificate: over the hand signatures that it shows."""

    signature_level: Annotated[str, Meta(max_length=20)]
    """PAdES level."""
    signer: Name
    """Who signed, as the officers' register names them."""
    outside: bool = False
    """Whether with a token in his own computer, or a SIM."""
    device_id: UUID | None = None
    """The phone on which he typed the passphrase, by its session; null at the desk."""


SITE_FILE_CONTENTS: dict[str, type[Wire]] = {
    ActType.SITE_PAPER_SEALED: SitePaperSealed,
    ActType.SITE_PAPER_SIGNED: SitePaperSigned,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""


class SitePaperFileView(Wire):
    """A stored file of minutes or of another paper made on site. Times are UTC."""

    id: UUID
    written: UUID
    kind: FileKind
    form: str
    number: str | None
    sha256: str
    size: int
    pages: int
    certificate: str
    signature_level: str | None
    """PAdES level of the maker's signature; null for a seal."""
    signer_name: str | None
    made_at: datetime
    current: bool
    """Whether this is the file that is handed out. Of one paper it is one: the maker's, else the last seal."""
    replaced_by: str | None
    """Of minutes that are no longer in force: the number of those that took their place; empty if they have none."""


class SignSitePaper(Wire):
    """What a maker sends to sign a paper: exactly what was seen, and the passphrase of the key."""

    seen: Sha256
    passphrase: Annotated[str, Meta(min_length=1, max_length=200)]
    """Opens the key for this signature, and is stored nowhere."""
    code: Annotated[str, Meta(max_length=20)] | None = None
    """A one-time code, unless one was given on this session within 15 minutes."""

    def __repr__(self) -> str:
        """Show no secret, wherever this is printed."""
        return f"SignSitePaper(seen={self.seen!r})"


class SignableView(Wire):
    """Whether the reader may sign a paper now as its maker."""

    written: UUID
    form: str
    form_name: Text
    number: str | None
    seen: str
    """Hash of what would be signed: content and hand signatures. The signer sends it back."""
    content_mark: str
    may_sign: bool
    why: Text | None
    """Why not."""
    certificate: str | None
    """The subject of the certificate on the server that would sign; null if there is none."""
    certificate_until: datetime | None
    files: list[SitePaperFileView]
    """The stored files of the inspection's papers, oldest first."""
    code_needed: bool = False
    """Whether a phone has to send a one-time code with the passphrase."""
