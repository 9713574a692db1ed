"""Views of inspections, for the faces. Times are RFC 3339 in UTC; hashes in hex."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from msgspec import field

from schemas.core.base import Wire
from schemas.fieldwork.acts import DecisionIssued, Drawing, Place, Refusal
from schemas.fieldwork.custody import Custody
from schemas.fieldwork.decision_views import DecisionChanged, DecisionPaperSeen
from schemas.fieldwork.filing import FiledView
from schemas.fieldwork.findings import FindingView
from schemas.fieldwork.hand_signed import HandSignedView
from schemas.fieldwork.minutes_views import (
    AskedView,
    BesideView,
    DraftView,
    FileStatus,
    FileView,
    WaitsFor,
)
from schemas.fieldwork.paper_views import FieldDocumentView
from schemas.fieldwork.relations import RelationView
from schemas.fieldwork.remarks import Comment, RemarkAnswer
from schemas.fieldwork.site_paper_files import SitePaperFileView
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
    """The latest ruling on its file. Null before the submission, and in the older flow of minutes."""


class InspectionPage(Wire):
    """A page by keyset. `next` continues after the last row; null at the end."""

    rows: list[InspectionRow]
    next: str | None


class TeamView(Wire):
    """An officer of the team."""

    officer_id: UUID
    full_name: str
    officer_number: str | None
    leader: bool


class MinutesView(Wire):
    """Minutes as written. `id` is the act that signatures name."""

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
    """As on the paper, given by its act; null for those without, as older phones' are."""
    numbered_at: datetime | None
    """The best estimate of when: see ClockTold."""
    code: str | None
    """The public code that they bear with their number."""
    content_sha256: str
    """Hash of form, form_version and fields in the RFC 8785 form."""
    content_mark: str
    """The start of it, as paper, phone and desk show it; eight characters for minutes of older phones."""


class CaptionView(Wire):
    """A caption that was given after the shot, and the one that it replaced; null: none.

    `after_submission`: the last submission was made before it, so it is shown beside what was submitted.
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
    """Its place among all photographs of the inspection, from 1, including withdrawn and quarantined ones. It never
    changes, and is the same on every screen and paper (backend/fieldwork/queries/photo_numbers.py)."""
    sha256: str
    size: int
    media_type: str
    way: str
    caption: str | None
    """The caption that counts now: the last one given, else the one from the shutter."""
    place: Place | None
    officer_name: str
    made_at: datetime
    received_at: datetime
    stored: bool
    stored_at: datetime | None
    verified_at: datetime | None
    """When a worker last read the whole original again and found it correct."""
    custody_fault: str | None
    """What was wrong when the original was last read: differs, missing, overwritten, unprotected; null: nothing."""
    decodable: bool | None
    """Null until a worker has looked."""
    preview: Preview
    phone_thumbnail: bool
    """There is no preview, but a small picture that the phone sent ahead, which nobody has checked."""
    preview_reason: str | None
    detected_type: str | None
    width: int | None
    height: int | None
    addendum: bool
    withdrawn: str | None
    """Why it was withdrawn, or null."""
    quarantine: str | None
    verdicts: dict[str, str]
    """The result of each check: signature, device, sequence, chain, time, place, bytes."""
    findings: list[FindingView]
    """Reasons for doubt about this photograph, newest last."""
    entry: int | None = None
    """The number of its announcement in the record's ledger, by which files of a package are named."""
    captions: list[CaptionView] = field(default_factory=list)
    """Captions that were given after the shot, in order; the last one is `caption`."""


class SignatureView(Wire):
    """A hand signature or a refusal. `minutes` is what it was given under."""

    id: UUID
    minutes: UUID
    in_force: bool
    role: str
    name: str
    drawing: Drawing | None
    refusal: Refusal | None
    officer_name: str
    made_at: datetime


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
    """The maker's answers to the remarks of the return before it."""


class DiscardedView(Wire):
    """Which officer of the team gave up the visit, when by the phone's clock, and why."""

    at: datetime
    officer_id: UUID
    officer_name: str
    reason: str


class RulingView(Wire):
    """A supervisor's ruling on a revision. Later minutes or a later submission may make an approval void."""

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
    """A quarantined act: why, and what was decided."""

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
    """What this reader may decide: nothing on their own or their team's acts, and never to admit a wrong signature."""


class ClockTold(Wire):
    """What is known about the clock of the phone that made an act, if its reading is not taken as it is."""

    kind: Literal["off", "changed", "outside"]
    """off: the phone knew by how much · changed: it knew only that its clock was changed · outside: it did not know,
    but the reading lies before its anchor or after its receipt."""
    at: datetime
    """The best estimate of when the act happened. The law counts from it."""
    off_s: int
    """Whole seconds from the phone's reading to `at`; negative if its clock was ahead."""


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
    """Null if `made_at` is taken as it is, and for an act of the desk."""


class Permitted(Wire):
    """What this reader may do now. `ledger.record` decides again."""

    rule: bool
    """Return, approve or refuse the submitted revision."""
    approve: bool
    """As `rule`, if all bytes are stored and nothing of the revision was withdrawn."""
    admit: bool
    """Decide on other officers' quarantined evidence. Each quarantined act lists the possible decisions."""
    weigh: bool
    """Weigh findings."""
    draft: bool
    """Answer the draft that waits."""
    file: bool
    """Rule on the file."""
    agree: bool
    """As `file`, if all bytes are stored."""
    withdraw: bool
    """Take the decision back."""
    set_aside: bool
    """Set aside minutes beside those in force."""


class InspectionView(Wire):
    """A whole inspection, as its reader may see it."""

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
    """Set while it is discarded."""
    updated_at: datetime
    team: list[TeamView]
    minutes: MinutesView | None
    all_minutes: list[MinutesView]
    photos: list[PhotoView]
    missing_count: int
    custody: Custody
    """What is still on the phones, photograph by photograph."""
    signatures: list[SignatureView]
    places: list[PlaceView]
    documents: list[FieldDocumentView]
    """Papers made on site, oldest first."""
    filed: list[FiledView]
    """Documents of others that were obtained on site, oldest first; struck ones too."""
    comments: list[Comment]
    """Comments of the last return while it is open. In flow 2 of the draft's return, or the points to supplement."""
    revision: str | None
    submissions: list[SubmissionView]
    approvals: list[RulingView]
    """All rulings, oldest first."""
    quarantined: list[QuarantinedView]
    acts: list[ActView]
    findings: list[FindingView]
    """All findings of the inspection, including those about single photographs."""
    permitted: Permitted
    minutes_flow: int
    """2: a draft before the first signature, a file after it. 1: the older flow, with rulings on submitted minutes."""
    minutes_owner: UUID
    """Who draws up and submits the minutes: the leader, or an officer named by the leader."""
    drafts: list[DraftView]
    """Oldest first; of flow 2."""
    file: FileView | None
    """Set from the submission on, in flow 2."""
    beside: list[BesideView]
    """Minutes beside those in force; of flow 2."""
    discard_asked: AskedView | None
    """The team asks not to carry it out; of flow 2."""
    paper_files: list[SitePaperFileView] = field(default_factory=list)
    """The stored files of its minutes and papers, oldest first."""
    hand_signed: HandSignedView | None = None
    """Set if the team began on site from a decision signed by hand."""
    decision_papers: list[DecisionPaperSeen] = field(default_factory=list)
    """The signed papers of the decision and of its changes, oldest first."""
    decision_changes: list[DecisionChanged] = field(default_factory=list)
    """What changed in the decision since it was issued, in the order in which it came."""
    waits_for: WaitsFor | None = None
    """Whom its draft or its file waits for; null if nothing waits, and where no route was asked."""
    relations: list[RelationView] = field(default_factory=list)


class QueueRow(Wire):
    """A submission that waits for a supervisor: since when, and what changed since it was returned."""

    inspection: InspectionRow
    waiting_since: datetime
    form: str
    """The form of its minutes."""
    times_returned: int
    changed: list[str]
    """`minutes`, `photos`, `signatures`, `places`: which of them differ from the revision that was returned last."""


class DraftRow(Wire):
    """A draft for which a team waits before anybody signs: since when."""

    inspection: InspectionRow
    waiting_since: datetime
    form: str


class HeldRow(Wire):
    """An inspection with evidence in quarantine, and since when the first of it waits."""

    inspection: InspectionRow
    held_since: datetime


class UnopenedRow(Wire):
    """An inspection whose approved minutes name violations, but for which nobody has opened a case since."""

    inspection: InspectionRow
    approved_at: datetime


class UnitChoice(Wire):
    """A unit to which a reader may narrow a search. `level` 1 is the nation."""

    id: UUID
    name_vi: str
    name_en: str
    level: int
