"""Inspections as faces show them. Times are RFC 3339 in UTC; hashes in hex."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from msgspec import field

from schemas.core.base import Wire
from schemas.fieldwork.acts import DecisionIssued, Drawing, Place, Refusal
from schemas.fieldwork.custody import Custody
from schemas.fieldwork.findings import FindingView
from schemas.fieldwork.minutes_views import AskedView, BesideView, DraftView, FileStatus, FileView
from schemas.fieldwork.remarks import Comment, RemarkAnswer
from schemas.fieldwork.words import InspectionState, Preview


class InspectionRow(Wire):
    """One line of a list."""

    id: UUID
    decision_number: str
    subject_name: str
    subject_address: str
    state: InspectionState
    unit_id: UUID
    unit_name_vi: str
    unit_name_en: str
    leader_name: str
    photo_count: int
    missing_count: int
    quarantine_count: int
    revision_count: int
    issued_at: datetime
    submitted_at: datetime | None
    updated_at: datetime
    file_status: FileStatus | None
    """What was said of its file; null before the submission, and by the older flow of minutes."""


class InspectionPage(Wire):
    """A page by keyset: `next` continues after the last row, null at the end."""

    rows: list[InspectionRow]
    next: str | None


class TeamView(Wire):
    """An officer of the team."""

    officer_id: UUID
    full_name: str
    officer_number: str | None
    leader: bool


class MinutesView(Wire):
    """Minutes as written; `id` is the act that signatures name."""

    id: UUID
    number: int
    form: str
    form_version: int
    fields: dict[str, Any]
    officer_id: UUID
    officer_name: str
    made_at: datetime
    received_at: datetime


class CaptionView(Wire):
    """A caption that was given after the shot, and the one whose place it took; null: none.

    `after_submission`: the last submission was made before it, so it stands beside what was submitted.
    """

    act_id: UUID
    caption: str | None
    before: str | None
    officer_name: str
    made_at: datetime
    received_at: datetime
    after_submission: bool


class PhotoView(Wire):
    """A photograph with its custody: announced, stored, shown."""

    photo_id: UUID
    act_id: UUID
    number: int
    """Its place among all photographs of the inspection, from 1, withdrawn and held ones too: it never changes, and is
    the same on every screen and paper (backend/fieldwork/queries/photo_numbers.py)."""
    sha256: str
    size: int
    media_type: str
    way: str
    caption: str | None
    """What counts now: the last that was given, else the one at the shutter."""
    place: Place | None
    officer_name: str
    made_at: datetime
    received_at: datetime
    stored: bool
    stored_at: datetime | None
    verified_at: datetime | None
    """When a worker last read the whole original again and found it right."""
    custody_fault: str | None
    """What the last look at the original found wrong: differs, missing, overwritten, unprotected; null: nothing."""
    decodable: bool | None
    """Null until a worker has looked."""
    preview: Preview
    phone_thumbnail: bool
    """There is no preview, but a small picture that the phone sent ahead: nobody checked it."""
    preview_reason: str | None
    detected_type: str | None
    width: int | None
    height: int | None
    addendum: bool
    withdrawn: str | None
    """Why it was withdrawn, or null."""
    quarantine: str | None
    verdicts: dict[str, str]
    """What was checked of it, question by question: signature, device, sequence, chain, time, place, bytes."""
    findings: list[FindingView]
    """Reasons for doubt about this photograph, newest last."""
    entry: int | None = None
    """The number of its announcement in the record's ledger: what files of a package are named by."""
    captions: list[CaptionView] = field(default_factory=list)
    """Captions that were given after the shot, in order; the last one is `caption`."""


class SignatureView(Wire):
    """A hand signature or a refusal; `minutes` is what it stands under."""

    id: UUID
    minutes: UUID
    in_force: bool
    role: str
    name: str
    drawing: Drawing | None
    refusal: Refusal | None
    officer_name: str
    made_at: datetime


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
    """Act of the writing in force: what signatures and the number name."""
    writings: int
    """How often it was written."""
    officer_id: UUID
    officer_name: str
    written_at: datetime
    """When it was, as well as anybody can tell: see ClockTold. So is `numbered_at`."""
    number: str | None
    """As the paper shows it; with it the paper is closed."""
    numbered_at: datetime | None
    missing: list[str]
    """Roles that still have to sign before it takes a number, in the form's order."""
    signatures: list[DocumentSignatureView]
    content_sha256: str
    """Of form, form_version and fields in the RFC 8785 form: the mark on the paper, the same on phone and PDF."""


class PlaceView(Wire):
    """A position with the act that fixed it."""

    id: UUID
    place: Place
    officer_name: str
    made_at: datetime


class SubmissionView(Wire):
    """A frozen revision."""

    id: UUID
    revision_number: int
    revision: str
    minutes: UUID
    photos: list[str]
    signatures: list[UUID]
    places: list[UUID]
    officer_name: str
    made_at: datetime
    received_at: datetime
    answers: list[RemarkAnswer] = field(default_factory=list)
    """What its maker said to the remarks of the return before it."""


class DiscardedView(Wire):
    """Who of the team gave the visit up, when by the phone's clock, and why."""

    at: datetime
    officer_id: UUID
    officer_name: str
    reason: str


class RulingView(Wire):
    """What a supervisor said of a revision; an approval may be void since later minutes or a later submission."""

    id: UUID
    kind: str
    revision: str
    officer_id: UUID
    officer_name: str
    comments: list[Comment]
    reason: str | None
    at: datetime
    void_since: datetime | None


QuarantineDecision = Literal["admit", "dismiss"]


class QuarantinedView(Wire):
    """A held act: why, and what was decided."""

    act_id: UUID
    act_type: str
    code: str
    officer_name: str
    content: dict[str, Any]
    received_at: datetime
    decided: str | None
    decided_by_name: str | None
    decided_at: datetime | None
    reason: str | None
    decisions: list[QuarantineDecision]
    """What this reader may decide on it: nothing of his own or his team's, and never to admit a wrong signature."""


class ClockTold(Wire):
    """What is known of the clock of the phone that made an act, where its reading cannot stand."""

    kind: Literal["off", "changed", "outside"]
    """off: the phone knew by how much · changed: it knew only that its clock was changed · outside: it did not know,
    but the reading lies before its anchor or after its receipt."""
    at: datetime
    """When the act happened, as well as anybody can tell; what the law counts from."""
    off_s: int
    """Whole seconds from the phone's reading to `at`: negative where its clock was ahead."""


class ActView(Wire):
    """One entry of the record's ledger."""

    number: int
    id: UUID
    type: str
    made_at: datetime
    received_at: datetime
    officer: str
    officer_id: UUID
    act_hash: str
    entry_hash: str
    quarantine: str | None
    verdicts: dict[str, str]
    clock: ClockTold | None = None
    """Null where `made_at` stands as it is, and of an act of the desk."""


class Permitted(Wire):
    """What this reader may do now; the door judges again."""

    rule: bool
    """Return, approve or refuse the submitted revision."""
    approve: bool
    """As rule, and all bytes are stored and nothing of the revision was withdrawn."""
    admit: bool
    """Decide on quarantined evidence of others; each held act says which decisions."""
    weigh: bool
    """Say what a finding is worth."""
    draft: bool
    """Answer the draft that waits."""
    file: bool
    """Rule on the file."""
    agree: bool
    """As file, and all bytes are stored."""
    withdraw: bool
    """Take the decision back."""
    set_aside: bool
    """Say what became of minutes that stand beside."""


class InspectionView(Wire):
    """An inspection whole, as its reader may see it."""

    id: UUID
    state: InspectionState
    unit_id: UUID
    unit_name_vi: str
    unit_name_en: str
    decision: DecisionIssued
    issued_at: datetime
    opened_at: datetime | None
    announced_at: datetime | None
    submitted_at: datetime | None
    submitted_by_name: str | None
    discarded: DiscardedView | None
    """While it is discarded."""
    updated_at: datetime
    team: list[TeamView]
    minutes: MinutesView | None
    all_minutes: list[MinutesView]
    photos: list[PhotoView]
    missing_count: int
    custody: Custody
    """What is still on the phones, by name."""
    signatures: list[SignatureView]
    places: list[PlaceView]
    documents: list[FieldDocumentView]
    """Papers made on site, oldest first."""
    comments: list[Comment]
    """Of the last return, while it is open; of flow 2 those of the draft's return, or the points to supplement."""
    revision: str | None
    submissions: list[SubmissionView]
    approvals: list[RulingView]
    """All rulings, oldest first."""
    quarantined: list[QuarantinedView]
    acts: list[ActView]
    findings: list[FindingView]
    """All of the inspection's, those about single photographs too."""
    permitted: Permitted
    minutes_flow: int
    """2: a draft before the first signature, a file after it. 1: rulings on submitted minutes, the older way."""
    minutes_owner: UUID
    """Who draws up and submits the minutes: the leader, or whom he named."""
    drafts: list[DraftView]
    """Oldest first; of flow 2."""
    file: FileView | None
    """From the submission on; of flow 2."""
    beside: list[BesideView]
    """Minutes that stand beside those in force; of flow 2."""
    discard_asked: AskedView | None
    """The team asks not to carry it out; of flow 2."""


class QueueRow(Wire):
    """What waits for a supervisor: since when, and what changed since he returned it."""

    inspection: InspectionRow
    waiting_since: datetime
    form: str
    """On which form its minutes are."""
    times_returned: int
    changed: list[str]
    """`minutes`, `photos`, `signatures`, `places`: what differs from the revision that was returned last."""


class DraftRow(Wire):
    """A draft that a team waits with before anybody signs: since when."""

    inspection: InspectionRow
    waiting_since: datetime
    form: str


class HeldRow(Wire):
    """An inspection with evidence in quarantine, and since when the first of it waits."""

    inspection: InspectionRow
    held_since: datetime


class UnopenedRow(Wire):
    """An inspection whose approved minutes name violations, and of which nobody opened a case since."""

    inspection: InspectionRow
    approved_at: datetime


class UnitChoice(Wire):
    """A unit that a reader may narrow a search to; `level` 1 is the nation."""

    id: UUID
    name_vi: str
    name_en: str
    level: int
