"""Views of papers made on site besides the minutes. Times are RFC 3339 in UTC; hashes in hex."""

from datetime import datetime
from typing import Any
from uuid import UUID

from schemas.core.base import Wire
from schemas.fieldwork.acts import Drawing, Refusal


class DocumentSignatureView(Wire):
    """A hand signature, or a refusal, under the writing of a paper that is in force."""

    id: UUID
    role: str
    name: str
    drawing: Drawing | None
    refusal: Refusal | None
    officer_name: str
    made_at: datetime


class FieldDocumentView(Wire):
    """A paper made on site besides the minutes (MBB01, MBB15, MBB26); no revision freezes it."""

    id: UUID
    form: str
    form_version: int
    fields: dict[str, Any]
    written: UUID
    """Act of the writing in force, which signatures and the number name."""
    writings: int
    """How often it was written."""
    officer_id: UUID
    officer_name: str
    written_at: datetime
    """The best estimate of when it was written: see ClockTold. The same goes for `numbered_at`."""
    number: str | None
    """As on the paper. With a number the paper is closed."""
    numbered_at: datetime | None
    code: str | None
    """The public code that it bears with its number; null for papers of older phones."""
    missing: list[str]
    """Roles that still have to sign before it takes a number, in the form's order."""
    signatures: list[DocumentSignatureView]
    content_sha256: str
    """Hash of form, form_version and fields in the RFC 8785 form."""
    content_mark: str
    """The start of it, as paper, phone and desk show it; eight characters for papers of older phones."""
