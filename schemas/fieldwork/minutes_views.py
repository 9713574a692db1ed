"""Views of drafts, files and minutes beside those in force, for the faces.

Times are RFC 3339 in UTC; hashes in hex.
"""

from datetime import datetime
from typing import Literal
from uuid import UUID

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.fieldwork.minutes_flow import PointAnswered
from schemas.fieldwork.remarks import Comment, RemarkAnswer
from schemas.fieldwork.words import FileRuling

FileStatus = Literal["open", "supplement_asked", "verifying", "agreed", "not_needed", "taken_over"]
"""The latest ruling on a file. `not_needed` if the issuer of the decision leads the team."""


class DraftAnswerView(Wire):
    """A supervisor's answer to a draft."""

    id: UUID
    kind: Literal["draft_approved", "draft_returned"]
    officer_name: str
    comments: list[Comment]
    at: datetime
    noted: bool
    """It came after the first signature. The team may read it, but it has no effect."""


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
    """The maker's answers to the remarks of a draft that was returned before it."""
    waits: bool
    """This is the one to answer now: the latest draft of the minutes in force, which nobody has
    signed yet."""


class FileRulingView(Wire):
    """A supervisor's ruling on the file."""

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
    """The file of a submission. Its minutes are final, and the rulings are on the file."""

    status: FileStatus
    file: str
    """Its present hash, which a ruling names."""
    addenda: list[UUID]
    """Acts of evidence that were added since the submission, in the order of the ledger."""
    supplements: list[SupplementView]
    rulings: list[FileRulingView]
    """Oldest first."""
    open_ask: UUID | None
    """The act whose points wait for the team's answer."""


class BesideView(Wire):
    """Minutes that are kept beside those in force, and are themselves in force for nobody."""

    minutes: UUID
    officer_id: UUID
    officer_name: str
    made_at: datetime
    received_at: datetime
    code: str | None
    """Why they were quarantined. Null if they were taken before the submission named others."""
    signers: list[str]
    set_aside: str | None
    """Why somebody set them aside. Null while that is open."""
    set_aside_by: str | None


class AskedView(Wire):
    """The team asks not to carry out the inspection: who, when by the phone's clock, and why."""

    at: datetime
    officer_id: UUID
    officer_name: str
    reason: str


class WaitsFor(Wire):
    """The step of a submission for approval that waits for somebody. Times are UTC."""

    step: Text
    """What it asks for."""
    offices: list[Text]
    names: list[str]
    """Who holds these offices today."""
    since: datetime
    due_at: datetime | None
