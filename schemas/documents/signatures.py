"""Digital signatures under papers, and what the public may know of a paper."""

from datetime import date, datetime
from typing import Literal

from schemas.core.base import Wire
from schemas.core.problems import Text

Level = Literal["B-B", "B-T", "B-LTA"]
"""PAdES baseline levels (ETSI EN 319 142-1): bare; with a time-stamp; with all that is needed to check it for
decades."""

PublicState = Literal[
    "valid", "awaiting_comparison", "sent_back", "replaced", "cancelled", "void", "unproven"
]
"""`awaiting_comparison`: signed by hand, in force by law; nobody has compared its scan yet (PRACTICE B3).
`sent_back`: the scan was not what was printed, and no other came. `unproven`:
the ledger does not prove what was said of this paper, so nothing is said of it."""


class SignatureVerdict(Wire):
    """What can be said of one signature in a PDF."""

    field: str
    signer_name: str
    signer_subject: str
    signed_at: datetime | None
    """By the time-stamp where there is one that holds, else as the signature claims; null where it says nothing."""
    timestamped: bool
    level: Level
    intact: bool
    """What was signed is unchanged."""
    trusted: bool
    """The certificate leads to somebody whom we trust, was in force, and is not revoked as far as can be told."""
    covers_all: bool
    """What was added to the file afterwards, if anything, is signatures and what belongs to them."""
    valid: bool
    """All of it."""
    text: Text


class PublicDocument(Wire):
    """What anybody with the code of a paper may know: whether it holds, and how to recognise the file. No more."""

    code: str
    state: PublicState
    state_text: Text
    form: str
    form_name: Text
    number: str | None
    issued_on: date | None
    issuer_name: str | None
    issuer_title: str | None
    issuer_unit: Text | None
    """As the letterhead names it; null where nothing is proven, as all but code and state then."""
    issuer_superior: str | None
    """The unit above it on the letterhead; null of papers issued before this was kept."""
    sha256: str | None
    size: int | None
    signature_level: str | None
    signature_text: Text | None
    signer_name: str | None
    party_name: str | None
    """Masked: Nguyễn V** T**."""
    replaced_by: str | None
    """The number of the paper that took its place."""
    cancelled_by: str | None
    """The number of the paper that cancelled it."""
    amended_by: list[str]
    """Numbers of the papers that amended, corrected or cancelled it in part: it holds, read with them."""
    entered_again: Text | None = None
    """Where a restore had lost it: that the file is not the one that was handed out before."""
