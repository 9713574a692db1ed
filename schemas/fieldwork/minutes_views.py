"""Drafts, files and minutes that stand beside, as faces show them. Times are RFC 3339 in UTC; hashes in hex."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from schemas.core.base import Wire
from schemas.fieldwork.minutes_flow import PointAnswered
from schemas.fieldwork.remarks import Comment, RemarkAnswer
from schemas.fieldwork.words import FileRuling

FileStatus = Literal["open", "supplement_asked", "verifying", "agreed", "not_needed", "taken_over"]
"""What was said of a file last; `not_needed` where who issued the decision leads the team."""


class DraftAnswerView(Wire):
    """What a supervisor said of a draft."""

    id: UUID
    kind: Literal["draft_approved", "draft_returned"]
    officer_name: str
    comments: list[Comment]
    at: datetime
    noted: bool
    """It came after the first signature: the team may read it, and nothing follows from it."""


class DraftView(Wire):
    """A draft on which an opinion was asked before anybody signed."""

    id: UUID
    minutes: UUID
    photos: list[str]
    draft: str
    officer_name: str
    made_at: datetime
    received_at: datetime
    noted: bool
    """It came after the first signature, or after the submission."""
    answer: DraftAnswerView | None
    answers: list[RemarkAnswer]
    """What its maker said to the remarks of a draft that was returned before it."""
    waits: bool
    """It is the one to answer now: the latest, of the minutes in force, which nobody signed yet."""


class FileRulingView(Wire):
    """What a supervisor said of the file."""

    id: UUID
    kind: FileRuling
    file: str
    officer_id: UUID
    officer_name: str
    points: list[Comment]
    reason: str | None
    at: datetime


class SupplementView(Wire):
    """The team's answer, point by point."""

    id: UUID
    asked: UUID
    answers: list[PointAnswered]
    photos: list[str]
    documents: list[UUID]
    officer_name: str
    made_at: datetime
    received_at: datetime


class FileView(Wire):
    """The file of a submission: its minutes are final, and this is what is said of it."""

    status: FileStatus
    file: str
    """Its hash as it stands: a ruling names it."""
    addenda: list[UUID]
    """Acts of evidence that joined since the submission, in the order of the ledger."""
    supplements: list[SupplementView]
    rulings: list[FileRulingView]
    """Oldest first."""
    open_ask: UUID | None
    """The act whose points wait for the team's answer."""


class BesideView(Wire):
    """Minutes that stand beside those in force: in force for nobody, and not forgotten."""

    minutes: UUID
    officer_id: UUID
    officer_name: str
    made_at: datetime
    received_at: datetime
    code: str | None
    """Why they were held; null where they were taken before the submission named others."""
    signers: list[str]
    set_aside: str | None
    """Why somebody set them aside; null while that is open."""
    set_aside_by: str | None


class AskedView(Wire):
    """The team asks not to carry the inspection out: who, when by the phone's clock, and why."""

    at: datetime
    officer_id: UUID
    officer_name: str
    reason: str
