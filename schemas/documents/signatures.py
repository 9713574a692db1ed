"""Digital signatures under papers, and what the public may know about a paper."""

from datetime import date, datetime
from typing import Literal

import msgspec

from schemas.core.base import Wire
from schemas.core.problems import Text

Level = Literal["B-B", "B-T", "B-LTA"]
"""PAdES baseline levels (ETSI EN 319 142-1): without a time-stamp; with one; with everything needed
to check it for decades."""

PublicState = Literal[
    "valid",
    "awaiting_comparison",
    "sent_back",
    "suspended",
    "lapsed",
    "replaced",
    "cancelled",
    "void",
    "unproven",
]
"""`suspended`: it stays, but is not carried out for now. `lapsed`: its time is over, and nobody annulled it.
`awaiting_comparison`: signed by hand and in force by law, but nobody has compared its scan yet
(PRACTICE B3). `sent_back`: the scan differed from what was printed, and no other came. `unproven`:
the ledger does not prove this paper's history, so nothing about it is shown."""


class SignatureVerdict(Wire):
    """What can be said about one signature in a PDF."""

    field: str
    signer_name: str
    signer_subject: str
    signed_at: datetime | None
    """From the time-stamp if there is a valid one, else as the signature claims. Null if it claims
    no time."""
    timestamped: bool
    level: Level
    intact: bool
    """The signed content is unchanged."""
    trusted: bool
    """The certificate leads to a trusted root, was in force, and is not revoked as far as is known."""
    covers_all: bool
    """If anything was added to the file afterwards, it is only signatures and what belongs to them."""
    valid: bool
    """All of the above."""
    text: Text


class PublicLink(Wire):
    """A paper that replaced, annulled or amended another, where it can be checked itself."""

    number: str
    code: str


class PublicFile(Wire):
    """A file that the server stored of a paper made on site."""

    sha256: str
    size: int
    text: Text
    """Whose signature or seal it bears."""


class PublicDocument(Wire):
    """What anybody with a paper's code may know: whether it is valid, and how to recognise the file.

    No more.
    """

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
    """As on the letterhead. If nothing is proven, it is null, as are all but code and state."""
    issuer_superior: str | None
    """The unit above it on the letterhead. Null for papers issued before this was kept."""
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
    """Numbers of the papers that amended, corrected or partly cancelled it. It is valid, read with
    them."""
    content_mark: str | None
    """The start of the content's hash, as at the foot of each page."""
    content_sha256: str | None
    """The content's hash (SHA-256 of form, form_version and fields, RFC 8785). Null for papers of
    cases that were issued before this was stated; their mark is of the fields alone."""
    extended_by: list[str] = msgspec.field(default_factory=list)
    """Numbers of the papers that gave more time. It is valid, with the longer time."""
    suspended_by: str | None = None
    """The number of the paper by which it is not carried out for now, if one says so."""
    links: list[PublicLink] = msgspec.field(default_factory=list)
    """The codes of those of them that have one. Who holds a paper may check what became of it."""
    sealed_sha256: str | None = None
    """Of the file with the agency's digital seal over the officer's signature, which goes out. `sha256` is
    that of the officer's own file; both are genuine. Null until the clerk sealed it."""
    sealed_size: int | None = None
    seal_name: str | None = None
    """Whom the agency's certificate names."""
    seal_text: Text | None = None
    entered_again: Text | None = None
    """Set if a restore had lost it: says that the file is not the one that was handed out before."""
    files: list[PublicFile] = msgspec.field(default_factory=list)
    """Every stored file of a paper made on site, the one of `sha256` first. A file that the server handed
    out before it stored them is none of these, and may be genuine: its content mark tells."""
