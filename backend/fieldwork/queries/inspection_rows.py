"""What the queries of reading.py return, as far as no view of schemas/ has the same fields."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core.actors import Owned
from schemas.fieldwork.acts import DecisionIssued, Drawing, InspectionSubmitted, Place, Refusal
from schemas.fieldwork.minutes_views import FileStatus
from schemas.fieldwork.remarks import Comment
from schemas.fieldwork.words import InspectionState, PlaceSource, Preview


class InspectionColumns(Owned, frozen=True, kw_only=True):
    """Columns of an inspection's row."""

    id: UUID
    unit_id: UUID
    state: InspectionState
    leader_id: UUID
    decision: DecisionIssued
    issued_by: UUID
    issued_at: datetime
    opened_at: datetime | None
    announced_at: datetime | None
    minutes_id: UUID | None
    minutes_flow: int
    minutes_owner: UUID | None
    draft_since: datetime | None
    revision: str | None
    submitted_by: UUID | None
    submitted_at: datetime | None
    file_status: FileStatus | None
    discarded_at: datetime | None
    discarded_by: UUID | None
    discard_reason: str | None
    withdrawn_at: datetime | None
    withdrawn_by: UUID | None
    withdrawn_reason: str | None
    missing_count: int
    updated_at: datetime


class SeenInspection(InspectionColumns, frozen=True, kw_only=True):
    """An inspection that an officer may see, with the names of its unit and of officers."""

    unit_name_vi: str
    unit_name_en: str
    submitted_by_name: str | None
    discarded_by_name: str | None
    withdrawn_by_name: str | None


class PhotoColumns(msgspec.Struct, frozen=True, kw_only=True):
    """Columns of a photograph's row."""

    id: UUID
    act_id: UUID
    number: int
    """The entry number of its announcement."""
    sha256: str
    size: int
    media_type: str
    way: str
    caption: str | None
    place: Place | None
    made_at: datetime
    received_at: datetime
    stored_at: datetime | None
    verified_at: datetime | None
    custody_fault: str | None
    preview: Preview
    preview_reason: str | None
    detected_type: str | None
    width: int | None
    height: int | None
    addendum: bool
    withdrawn_reason: str | None
    quarantine: str | None


class AnnouncedPhoto(PhotoColumns, frozen=True, kw_only=True):
    """A photograph that an act announced."""

    place_number: int
    """Its number on screens and papers: see photo_numbers.py."""
    officer_name: str
    phone_thumbnail: bool
    """There is no preview, but a small picture that the phone sent ahead."""


class HandSignature(msgspec.Struct, frozen=True, kw_only=True):
    """A hand signature under minutes, or a refusal to sign."""

    act_id: UUID
    minutes_id: UUID
    role: str
    name: str
    drawing: Drawing | None
    refusal: Refusal | None
    officer_name: str
    made_at: datetime


class FixedPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A position with the act that fixed it."""

    act_id: UUID
    latitude_e7: int
    longitude_e7: int
    accuracy_mm: int
    altitude_mm: int | None
    source: PlaceSource
    fixed_at: datetime
    mocked: bool | None
    officer_name: str
    made_at: datetime

    @property
    def place(self) -> Place:
        """The position as the content of its act."""
        fields: dict[str, Any] = {name: getattr(self, name) for name in Place.__struct_fields__}
        return Place(**fields)


class FrozenRevision(msgspec.Struct, frozen=True, kw_only=True):
    """A submission, with what it names."""

    act_id: UUID
    revision_number: int
    revision: str
    content: InspectionSubmitted
    officer_name: str
    made_at: datetime
    received_at: datetime


class SupervisorRuling(msgspec.Struct, frozen=True, kw_only=True):
    """A supervisor's ruling on a revision or a file, or answer to a draft."""

    act_id: UUID
    kind: str
    revision: str
    """The hash of the revision, the file or the draft that the supervisor saw."""
    officer_id: UUID
    officer_name: str
    comments: list[Comment]
    reason: str | None
    at: datetime
    void_since: datetime | None
    noted: bool


class QuarantinedEvidence(msgspec.Struct, frozen=True, kw_only=True):
    """A held act with its text in the ledger, and what a supervisor decided."""

    act_id: UUID
    act_type: str
    act: str
    code: str
    officer_id: UUID
    officer_name: str
    received_at: datetime
    decided: str | None
    decided_by_name: str | None
    decided_at: datetime | None
    reason: str | None


class IssuingOfficer(Owned, frozen=True, kw_only=True):
    """An officer who issues a decision, with the path of the unit where the officer serves."""

    full_name: str
    unit_id: UUID
    unit_code: str
    unit_name: str
    superior_name: str | None
    """The unit above, as papers name it in their head; None if there is none."""
    has_card: bool
    """Whether the officer has a valid inspection card."""


class MinutesText(msgspec.Struct, frozen=True, kw_only=True):
    """One writing of the minutes, with its number if it has one."""

    id: UUID
    number: int
    form: str
    form_version: int
    fields: dict[str, Any]
    officer_id: UUID
    officer_name: str
    made_at: datetime
    received_at: datetime
    paper_number: str | None
    numbered_at: datetime | None
    code: str | None
