"""What the acts of papers of the desk say, and what such papers show, whichever record they are of.

Each group has acts of its own, which add what its papers are filled from. An act's type and its keys
are in the ledger and never change.
"""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.content_types import Name, ShortText
from schemas.core.problems import Text

_FormCode = Annotated[str, Meta(max_length=20)]
_FormVersion = Annotated[int, Meta(ge=1, le=10_000)]
_Reason = Annotated[str, Meta(min_length=3, max_length=2000)]
_Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Drafted(Wire):
    """All fields of a paper. Each draft of the same `document_id` replaces the one before."""

    document_id: UUID
    form: _FormCode
    form_version: _FormVersion
    fields: dict[str, Any]


class Discarded(Wire):
    """The paper is given up before it is in force; a number of it is void."""

    document_id: UUID
    reason: _Reason


class NumberVoided(Wire):
    """A number was kept for the paper that it can no longer bear (Circular 22/2021 Art 6)."""

    document_id: UUID
    issuer_kind: Literal["unit", "officer"]
    issuer_id: UUID
    form: _FormCode
    year: Annotated[int, Meta(ge=2000, le=2999)]
    number: Annotated[int, Meta(ge=1, le=999_999)]
    reason: _Reason


class Printed(Wire):
    """Numbered, laid out and stored, to be signed by hand. Without effect until its scan."""

    document_id: UUID
    form: _FormCode
    form_version: _FormVersion
    fields_hash: _Sha256
    number: Annotated[str, Meta(min_length=1, max_length=60)]
    issued_on: date
    """The day on the paper, Vietnam's."""
    issued_at: datetime
    issuer_name: Name
    issuer_title: ShortText
    """As printed above the signature, without KT."""
    issuer_unit: ShortText
    """As on the letterhead, like the one above it below."""
    issuer_superior: ShortText | None
    code: Annotated[str, Meta(min_length=20, max_length=60)]
    """By which anybody checks the paper at /verify/."""
    sha256: _Sha256
    """Of the PDF; of one that is signed by hand, as it was printed."""
    size: Annotated[int, Meta(ge=1, le=100_000_000)]
    pages: Annotated[int, Meta(ge=1, le=2000)]


class Scanned(Wire):
    """The sheet signed by hand came back as a scan: in force by law from its signing (PRACTICE B3)."""

    document_id: UUID
    scan_id: UUID
    sha256: _Sha256
    size: Annotated[int, Meta(ge=1, le=20_000_000)]
    media_type: Literal["application/pdf", "image/jpeg"]


class Compared(Wire):
    """A second person compared the scan with what was printed; if they differ, `reason` says how."""

    document_id: UUID
    sha256: _Sha256
    agrees: bool
    reason: _Reason | None


class DeskPaperRow(Wire):
    """A paper, as lists show it. Times are UTC."""

    id: UUID
    form: str
    title: Text
    """The form's."""
    state: str
    number: str | None
    issued_on: date | None
    drafted_by_name: str
    drafted_at: datetime
    issued_by_name: str | None
    due_at: datetime | None
    """By when its scan must be compared; null if it waits for nothing."""


class DeskPaperView(Wire):
    """A paper with its signature, its scan and its seal, for the officers who work on it. Times are UTC."""

    row: DeskPaperRow
    form_version: int
    fields_hash: str
    content_mark: str
    """The start of the content's hash, as at the foot of each page."""
    signer_name: str
    signer_title: str
    code: str | None
    sha256: str | None
    size: int | None
    pages: int | None
    signature_level: str | None
    scan_id: UUID | None
    scan_sha256: str | None
    scan_media_type: str | None
    compared_note: str | None
    sealed_sha256: str | None
    """Of the file with the agency's seal over the officer's signature; null without one."""
    seal_name: str | None
    seal_level: str | None
    kept_number: str | None
    """A number that waits for this very content; a retry takes it."""
    may_edit: bool
    may_sign: bool
    may_discard: bool
    may_scan: bool
    may_compare: bool
    may_seal: bool
    may_dispatch: bool
