"""Views of cases, for the faces."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from schemas.casework.acts.outside import OutsideStated
from schemas.casework.acts.parts import CaseOfficer, Party
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.casework.licences import SuspendedLicence
from schemas.casework.stages import Stage
from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.core.vocabulary import FiledKind, InspectionPaper
from schemas.fieldwork.filing import FiledView
from schemas.law.catalogue import ViolationField
from schemas.law.deadlines import Clock


class CaseRow(Wire):
    """A line of a list."""

    id: UUID
    number: str
    state: str
    unit_id: UUID
    unit_name: Text
    subject_name: str | None
    subject_address: str | None
    lead_name: str
    opened_at: datetime
    updated_at: datetime
    fine_total_vnd: int
    paid_total_vnd: int
    next_rule: str | None
    """The rule of the running clock that ends first, and when it ends."""
    next_due_at: datetime | None


class CasePage(Wire):
    """Newest first. `next` is the cursor of the following page."""

    rows: list[CaseRow]
    next: str | None


class PaperView(Wire):
    """A document of the case."""

    id: UUID
    form: str
    form_version: int
    title: Text
    state: str
    number: str | None
    issued_on: date | None
    issuer_name: str | None
    issuer_title: str | None
    code: str | None
    sha256: str | None
    pages: int | None
    signature_level: str | None
    hand: str | None
    """How far signing by hand has come, if it is signed by hand; see ByHand."""
    scan_id: UUID | None
    scanned_at: datetime | None
    compared_at: datetime | None
    compared_note: str | None
    """How scan and print differed, if the scan was sent back."""
    issued_at: datetime | None
    issued_by: UUID | None
    field_document: bool
    delivered_on: date | None
    drafted_by: UUID
    drafted_at: datetime
    fields: dict[str, Any]
    fields_hash: str
    content_mark: str
    """The start of the content's hash, as the paper shows it at the foot of each page."""
    first_sheet: int | None
    replaces: UUID | None
    replaced_by: UUID | None
    cancelled_by: UUID | None
    sealed_id: UUID | None = None
    """Its file with the agency's signature over the officer's; `sha256` is that of the officer's own."""
    sealed_sha256: str | None = None
    sealed_at: datetime | None = None
    seal_name: str | None = None
    """Whom the agency's certificate names."""
    seal_level: str | None = None


class ExhibitView(Wire):
    """A thing that was seized, and where it is."""

    id: UUID
    position: int
    name: str
    kind: str
    unit: str
    quantity: str
    condition: str
    value: int | None
    photos: list[UUID]
    state: str
    keeper: str
    place: str
    seal: str | None
    seized_at: datetime
    until: date | None
    notices: int = 0
    """How many notices called its owner, while it is held."""
    no_seal: str | None = None
    """Why it is not sealed: `perishable`, `oversize` or `unsealable`."""


class FolioEntryView(Wire):
    """A line of the contents list (mục lục). Sheet numbers (bút lục) are never reused."""

    first_sheet: int
    last_sheet: int
    title: str
    number: str | None
    issued_on: date | None
    document_id: UUID | None
    filed_at: datetime
    kind: FiledKind | None = None
    """What it is, if it was made elsewhere; null in older acts."""
    file_id: UUID | None = None
    inspection_paper: InspectionPaper | None = None
    """Set if `document_id` is a paper of the case's inspection, and none of the case's own papers."""


class FiledFileView(Wire):
    """A file of a case as it came. Without `sheet` no act has filed it yet."""

    id: UUID
    file_name: str
    sha256: str
    size: int
    media_type: str
    dangers: list[Text]
    """What was found in its bytes, a sentence each."""
    shown_as: Literal["frame", "picture", "audio", "video", "download"]
    preview: str | None
    """Of a picture: `ready`, `none` if there can be none, null until a worker has tried."""
    uploaded_by: UUID
    uploaded_at: datetime
    sheet: int | None
    obtained: FiledView | None = None
    """What the team said of it that obtained it on site. Null for what was sent to the case itself."""


class StoryLine(Wire):
    """One act of the case, as readers see it."""

    number: int
    act_id: UUID
    type: str
    officer_id: UUID
    officer_name: str
    made_at: datetime
    received_at: datetime
    content: dict[str, Any]
    meant: bool = False
    """No entry of the ledger: the act with this number amounts to it, and is told in its stead."""


class Money(Wire):
    """The fine and what was paid of it, in đồng.

    `late_interest` is what has accrued by today, paid or not.
    """

    fine: int
    reduced: int
    paid: int
    left: int
    late_interest: int
    paid_late_interest: int
    gain: int
    """Illicit gain that the decision demands."""
    paid_gain: int
    due_on: date | None


class OutsideView(Wire):
    """An act of the case that the catalogue does not have, with what was stated of it last.

    All but the first five are null until somebody states its band, the last two until another confirms it.
    """

    code: str
    name: str
    legal_basis: str
    decree: str
    field: ViolationField
    statement: OutsideStated | None
    act_id: UUID | None
    stated_by: UUID | None
    stated_by_name: str | None
    stated_at: datetime | None
    confirmed_by_name: str | None
    confirmed_at: datetime | None


class CaseView(Wire):
    """A whole case."""

    id: UUID
    number: str
    state: str
    rule_set: str
    unit_id: UUID
    unit_name: Text
    opened_at: datetime
    updated_at: datetime
    officers: list[CaseOfficer]
    party: Party | None
    source: str | None
    information_opens: bool
    informant_secret: bool
    inspection_id: UUID | None
    inspection_number: str | None
    violations: list[RecordedViolation]
    explanation_right: bool
    decision_id: UUID | None
    remedies: list[str]
    remedies_done: list[int]
    money: Money
    suspended: list[SuspendedLicence]
    """Licences that the decision suspends, while it stands."""
    clocks: list[Clock]
    papers: list[PaperView]
    exhibits: list[ExhibitView]
    folio: list[FolioEntryView]
    story: list[StoryLine]
    possible: list[str]
    """Acts that this reader may do now, by the table of states, the reader's rights and the office
    they hold."""
    withheld: dict[str, Text] = msgspec.field(default_factory=dict)
    """What the reader's role allows but not the office that they hold today: why, and who may."""
    barred: dict[str, Text] = msgspec.field(default_factory=dict)
    """What leads on from here but is not for this reader: why, in the words of the door."""
    stages: list[Stage] = msgspec.field(default_factory=list)
    """The way of the case by law: what is done and when, where it stands, what lies ahead."""
    outside: list[OutsideView] = msgspec.field(default_factory=list)
    """Its acts that the catalogue does not have."""
    files: list[FiledFileView] = msgspec.field(default_factory=list)
    """Files that came for it, oldest first."""


class OfficerChoice(Wire):
    """An officer who can be assigned to a case."""

    officer_id: UUID
    full_name: str
    title: str


class InspectionChoice(Wire):
    """An inspection that a case may be opened from."""

    id: UUID
    decision_number: str
    subject_name: str
    state: str
    taken: bool
    """It has a case already, against another violator."""


class SisterCase(Wire):
    """Another case of the same inspection, against another violator. Out of sight only the number is known."""

    id: UUID | None
    number: str
    party: str | None
    state: str | None
    minutes: str | None
    """Number of its violation minutes."""
    goods_value: int | None
    """What the goods of this violator are worth, in đồng."""


class UnitAbove(Wire):
    """A unit above the case's, to which its file can go up."""

    id: UUID
    name_vi: str
    name_en: str


class CaseChoices(Wire):
    """What a form of the case offers for choice."""

    officers: list[OfficerChoice]
    inspections: list[InspectionChoice]
    outcomes: list[str]
    """How the case may end without a decision, from its present state."""
    applications: list[tuple[UUID, str, date]]
    """Applications about the fine without an answer: id, what is asked, day of receipt."""
    units_above: list[UnitAbove]
    """Units above the case's, the nearest first; none before it exists."""
    before_archive: str | None
    """The state before it was archived."""
