"""Rows that verification compares with the acts. Pure.

They may have been tampered with, so the fields are no narrower than the columns.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.insight.rules.reports.facts import Content
from backend.ledger.rules.entries import RecordedEntry
from schemas.fieldwork.diary import DiaryLine


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """How much there is to verify."""

    entries: int
    leaves: int
    checkpoints: int
    objects: int


class EntryRow(RecordedEntry, frozen=True, kw_only=True):
    """An entry with the key of the device that signed its act."""

    public_key: str | None
    """JWK as JSON text; None if the device is not in the register."""


class InspectionRow(msgspec.Struct, frozen=True, kw_only=True):
    """An inspection in the read table."""

    id: UUID
    state: str
    revision: str | None


class DeskPaperRow(msgspec.Struct, frozen=True, kw_only=True):
    """A paper of the desk as in the read table of its group."""

    id: UUID
    state: str
    fields: str
    """JSON text."""
    fields_hash: str
    number: str | None
    sha256: str | None
    code: str | None
    sealed_sha256: str | None
    seal_file_sha256: str | None
    """Of the file with the agency's seal, as the table of files says it."""


class SiteFileRow(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a paper made on site as in the read table."""

    file_id: UUID
    act_id: UUID
    written_id: UUID
    kind: str
    number_text: str | None
    content_sha256: str
    sha256: str
    size: int
    certificate: str


class CaseRow(msgspec.Struct, frozen=True, kw_only=True):
    """A case in the read table."""

    id: UUID
    state: str
    number: str
    fine_total_vnd: int
    paid_total_vnd: int
    sheets: int
    exhibits_held: int
    archived_at: date | None


class PaperRow(msgspec.Struct, frozen=True, kw_only=True):
    """A paper of a case in the read table."""

    id: UUID
    case_id: UUID
    state: str
    fields_hash: str
    number: str | None
    sha256: str | None
    hand: str | None
    scan_sha256: str | None
    sealed_sha256: str | None
    seal_file_sha256: str | None
    """Of the file with the agency's seal, as the table of files says it."""


class CatalogueRow(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a behaviour that was published or withdrawn."""

    act_id: UUID
    code: str
    version: int
    event: str
    valid_to: date | None
    content: str | None
    """JSON text."""


class ExceptionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list of exceptions."""

    id: UUID
    kind: str
    record_id: UUID
    officer_id: UUID
    reason: str
    verdict: str | None
    note: str
    checked_by: UUID | None


class SubmissionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A submission as its table has it."""

    id: UUID
    state: str
    record_id: UUID
    item_id: UUID | None
    shown: str
    rounds: int
    submitted_by: UUID


class WaitLine(msgspec.Struct, frozen=True, kw_only=True):
    """A key that an open step waits for, as its table has it."""

    submission_id: UUID
    step: int
    key: str


class AbsenceLine(msgspec.Struct, frozen=True, kw_only=True):
    """An absence as its table has it."""

    id: UUID
    officer_id: UUID
    stand_in_id: UUID
    first_day: date
    last_day: date
    entered_by: UUID
    ended_on: date | None


class PlanLine(msgspec.Struct, frozen=True, kw_only=True):
    """A plan as its table has it."""

    id: UUID
    state: str
    number: str | None


class ReportLine(msgspec.Struct, frozen=True, kw_only=True):
    """A report as its table has it."""

    id: UUID
    state: str
    number: str | None
    content: Content


class PlanItemLine(msgspec.Struct, frozen=True, kw_only=True):
    """An item of a plan as its table has it."""

    id: UUID
    state: str
    content_hash: bytes
    reason: str | None


class RouteLine(msgspec.Struct, frozen=True, kw_only=True):
    """A route as its table has it."""

    id: UUID
    version: int
    content: str
    draft: str | None
    published_by: UUID | None
    valid_to: date | None
    later: str | None
    later_version: int | None


class DelegationRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the register of delegations."""

    id: UUID
    number: str
    decided_on: date
    summary: str
    giver_id: UUID
    giver_title: str
    receiver_id: UUID
    receiver_title: str
    kinds: str
    case_id: UUID | None
    valid_from: date
    valid_to: date | None
    scan_id: UUID
    entered_by: UUID
    entered_at: datetime
    confirmed_by: UUID | None
    confirmed_at: datetime | None
    ended_on: date | None
    ended_by: UUID | None
    end_reason: str | None
    powers: str | None
    without_end: str | None
    end_ground: str | None
    end_number: str | None
    end_decided_on: date | None


class PlacedDelegation(DelegationRow, frozen=True, kw_only=True):
    """A delegation, and whether its giver ever held an office in the unit that it names."""

    of_its_unit: bool


class AskRow(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked about an officer, and how it was answered."""

    id: UUID
    officer_id: UUID
    kind: str
    content: str
    """JSON text."""
    asked_by: UUID
    asked_at: datetime
    state: str
    answered_by: UUID | None
    answered_at: datetime | None
    reason: str | None
    operator: str | None
    stopped_by: UUID | None
    stopped_at: datetime | None
    stopped_why: str | None


class FiledRow(msgspec.Struct, frozen=True, kw_only=True):
    """A document of a case, with its byte receipt, as the table has them."""

    id: UUID
    case_id: UUID
    sha256: str
    size: int
    media_type: str
    stored_at: datetime
    receipt_key_id: str | None
    receipt_signature: bytes | None


class StoredFile(msgspec.Struct, frozen=True, kw_only=True):
    """A signed paper or a scan whose bytes must be in the store."""

    id: UUID
    sha256: str | None
    size: int | None
    object_key: str


class StoredPhoto(msgspec.Struct, frozen=True, kw_only=True):
    """A photograph for whose bytes we signed a receipt."""

    id: UUID
    sha256: str
    size: int
    object_key: str | None
    stored_at: datetime
    receipt_key_id: str | None
    receipt_signature: bytes | None
    version_id: str | None
    retention_mode: str | None
    retained_until: datetime | None
    legal_hold: bool


class WaitingUpload(msgspec.Struct, frozen=True, kw_only=True):
    """An upload in the store whose act has not arrived yet."""

    id: UUID
    photo_id: UUID | None
    sha256: str | None
    size: int | None
    object_key: str
    stored_at: datetime | None
    receipt_key_id: str | None
    receipt_signature: bytes | None


class AnnouncedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A document obtained on site as in the read table, its act, and the receipt of its bytes."""

    id: UUID
    inspection_id: UUID
    sha256: str
    stored: bool
    act: str | None
    stored_sha256: str | None
    stored_size: int | None
    record_id: UUID | None
    stored_at: datetime | None
    receipt_key_id: str | None
    receipt_signature: bytes | None


class AnnouncedPhoto(msgspec.Struct, frozen=True, kw_only=True):
    """A photograph in the read table, with the act that announced it."""

    id: UUID
    sha256: str
    size: int
    stored_at: datetime | None
    act: str | None
    """None if the act is gone."""


class LeafRow(msgspec.Struct, frozen=True, kw_only=True):
    """A leaf of the log, with the present hash of its entry."""

    position: int
    record_id: UUID
    number: int
    entry_hash: bytes
    present_hash: bytes | None
    """None if the entry is gone."""


class DiaryLineRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the work diary as its table has it."""

    id: UUID
    record_id: UUID
    act_type: str
    line: DiaryLine
    line_hash: str
    confirmed_by: UUID | None
    notes: list[dict[str, Any]]


class DefinitionDraftLine(msgspec.Struct, frozen=True, kw_only=True):
    """A draft of a report's definition as its table has it."""

    draft_id: UUID
    record_id: UUID
    content: str
    drafted_by: UUID
    answer: str | None
    answered_by: UUID | None
    reason: str | None
    version: int | None


class CheckpointRow(msgspec.Struct, frozen=True, kw_only=True):
    """A checkpoint without its frontier."""

    size: int
    root: bytes
    previous_root: bytes | None
    made_at: datetime
    key_id: str
    signature: bytes
    log_id: UUID | None


class HeadRow(msgspec.Struct, frozen=True, kw_only=True):
    """The head of a record, with the last entry that exists."""

    record_id: UUID
    last_number: int
    last_hash: bytes
    tail_number: int | None
    tail_hash: bytes | None


class SignedBy(msgspec.Struct, frozen=True, kw_only=True):
    """How much a stolen key signed that no earlier checkpoint covers."""

    entries: int
    byte_receipts: int
    checkpoints: int
