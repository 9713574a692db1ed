"""What a team's phone shows of its decision (QĐ-KT): the signed papers, and what changed since.

Times are UTC by the server's clock; days are Vietnam's.
"""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from msgspec import field

from schemas.core.base import Wire
from schemas.core.problems import Text


class DecisionPaperSeen(Wire):
    """A signed paper: the decision itself, or one that changes it."""

    id: UUID
    form: str
    title: Text
    number: str
    issued_on: date
    issued_at: datetime
    issuer_name: str
    issuer_title: str
    issuer_unit: str
    """As on the letterhead, like the one above it below."""
    issuer_superior: str | None
    code: str
    """By which anybody checks it at /verify/."""
    content_mark: str
    signature_level: str | None
    """PAdES level; null if it was signed by hand."""
    state: Literal["signed", "awaiting", "sent_back"]
    """awaiting: signed by hand, its scan not yet compared. sent_back: the scan differed."""
    sha256: str
    """Of the file that bears the signature: the PDF, with the agency's seal from then on, or the scan
    of the sheet signed by hand."""
    size: int
    """Of that file, in bytes."""
    media_type: Literal["application/pdf", "image/jpeg"]
    seal_name: str | None = None
    """Whom the certificate of the agency's seal names; null without a seal."""
    former_members: list[str] = field(default_factory=list)
    """Whom the sheet names though they had left before it was signed by hand. They are not on the team."""


class DecisionPart(Wire):
    """A part of the decision that another decision changed. Team members are named with their title."""

    what: Literal["contents", "place", "team", "duration_days"]
    before: list[str]
    after: list[str]


class DecisionChanged(Wire):
    """One change of the decision since it was issued."""

    id: UUID
    """The act's."""
    kind: Literal["amended", "extended", "withdrawn", "lapsed"]
    at: datetime
    officer_name: str
    reason: str
    paper: UUID | None
    """The paper that it is; null if it has none."""
    number: str | None
    issued_on: date | None
    parts: list[DecisionPart]
    undone_at: datetime | None
    """The team announced the decision before it could hear of its withdrawal, so the visit goes on."""
