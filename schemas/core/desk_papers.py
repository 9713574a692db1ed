"""What every paper of the desk shows, whichever record it is of."""

from datetime import date, datetime
from uuid import UUID

from schemas.core.base import Wire
from schemas.core.problems import Text


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
