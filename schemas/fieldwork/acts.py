"""Contents of an inspection's acts, as on the wire."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import UNSET, Meta, UnsetType

from schemas.core.base import Wire
from schemas.core.content_types import MAX_SAFE_INTEGER, LongText, Name, Natural, ShortText
from schemas.core.entered_again import EnteredAgain
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.remarks import Comment, Reason, RemarkAnswer, Sha256
from schemas.fieldwork.words import ActType, PaperSigner, PhotoWay, PlaceSource, SignerRole


class Place(Wire):
    """A position as the phone measured it (in place.fixed, and in every other act that has a `place`)."""

    latitude_e7: Annotated[int, Meta(ge=-900_000_000, le=900_000_000)]
    longitude_e7: Annotated[int, Meta(ge=-1_800_000_000, le=1_800_000_000)]
    accuracy_mm: Natural
    altitude_mm: Annotated[int, Meta(ge=-20_000_000, le=100_000_000)] | None
    source: PlaceSource
    fixed_at: datetime
    mocked: bool | None


class DecisionSubject(Wire):
    """The inspected party as named in the decision.

    It is a copy, so that the paper stays true when the register changes.
    """

    subject_id: UUID | None
    kind: SubjectKind
    name: Name
    trade_name: ShortText | None
    tax_code: Annotated[str, Meta(max_length=20)] | None
    registration_number: Annotated[str, Meta(max_length=60)] | None
    address: Annotated[str, Meta(min_length=1, max_length=500)]
    representative: ShortText | None
    representative_title: ShortText | None
    phone: Annotated[str, Meta(max_length=40)] | None


class TeamMember(Wire):
    """An officer of the team as named in the decision.

    A team has at least two, one of them a leader with a valid card.
    """

    officer_id: UUID
    full_name: Name
    title: ShortText
    officer_number: Annotated[str, Meta(max_length=40)] | None
    card_number: Annotated[str, Meta(max_length=40)] | None
    leader: bool


class DecisionIssued(Wire, omit_defaults=True):
    """Inspection decision, QĐ-KT (Ordinance 11/2016 Art 19.2): the fields of the paper."""

    decision_id: UUID
    number: Annotated[str, Meta(min_length=1, max_length=60)]
    unit_id: UUID
    issued_on: date
    legal_bases: Annotated[list[LongText], Meta(min_length=1, max_length=20)]
    subject: DecisionSubject
    place: Annotated[str, Meta(min_length=1, max_length=500)]
    latitude_e7: int | None
    longitude_e7: int | None
    contents: Annotated[list[Reason], Meta(min_length=1, max_length=30)]
    duration_days: Annotated[int, Meta(ge=1, le=5)]
    complex: bool
    start_on: date
    team: Annotated[list[TeamMember], Meta(min_length=2, max_length=30)]
    issuer_name: Name
    issuer_title: ShortText
    no_conflict_declared: bool
    again: EnteredAgain | None = None
    """Set if a restore lost the decision and its signer entered it again, under the number and day
    on its paper. Left out otherwise."""
    minutes_flow: Literal[2] | None = None
    """2: a draft before the first signature, a file after it (schemas/fieldwork/minutes_flow.py).
    Left out: the older flow, with rulings on submitted minutes, in which such an inspection stays
    for ever."""
    paper: UUID | None = None
    """The paper that it is, issued or scanned in the same record just before. Left out: a decision
    that was recorded with its number alone."""
    plan_item_id: UUID | None = None
    """The item of an inspection plan that it carries out. Left out: it carries out none."""


class InspectionOpened(Wire):
    """A phone of the team took up the assignment. A second one is accepted without effect."""

    decision_id: UUID


class InspectionAnnounced(Wire):
    """The leader announced the decision on site (Circular 27/2020 Art 16.2).

    The inspection's clock starts.
    """

    place: Place | None


class InspectionDiscarded(Wire):
    """The team gives up the visit on site.

    Everything captured is kept. `inspection.opened` takes it back. For a decision with
    `minutes_flow: 2` it is only a request until the announcement; the issuer can then withdraw the
    decision.
    """

    reason: Reason


class PhotoTaken(Wire):
    """A photograph was taken. Its bytes may come before or after this act."""

    photo_id: UUID
    sha256: Sha256
    size: Annotated[int, Meta(ge=1, le=MAX_SAFE_INTEGER)]
    media_type: Annotated[str, Meta(max_length=100)]
    way: PhotoWay
    place: Place | None
    caption: ShortText | None


class PhotoWithdrawn(Wire):
    """Taken in error. The photograph is kept and marked, but left out of the revision."""

    photo_id: UUID
    reason: Reason


class PhotoCaptioned(Wire):
    """A new caption for an existing photograph; null: none.

    There may be any number, and the latest counts. It is no part of a submission's frozen content.
    If given after a submission, it is shown beside it.
    """

    photo_id: UUID
    caption: ShortText | None


class MinutesWritten(Wire):
    """Minutes on a form (BB-KT, BB-KKT), with all fields.

    Each writing replaces the one before and is unsigned.
    """

    form: Annotated[str, Meta(max_length=20)]
    form_version: Annotated[int, Meta(ge=1, le=10_000)]
    fields: dict[str, Any]


class Drawing(Wire):
    """A hand signature as strokes of [x, y, ms]: integers in drawing units, and ms since the first touch."""

    width: Annotated[int, Meta(ge=1, le=20_000)]
    height: Annotated[int, Meta(ge=1, le=20_000)]
    strokes: Annotated[
        list[Annotated[list[tuple[int, int, Natural]], Meta(min_length=1, max_length=5000)]],
        Meta(min_length=1, max_length=200),
    ]


class Refusal(Wire):
    """The person refused to sign: why, and who witnessed it (Circular 27/2020 Art 18.3.b)."""

    reason: Reason
    witness: Name
    order: Literal[1] | UnsetType = UNSET
    """1: only a signature that is given after the refusal certifies it. Older phones leave it out:
    the signature of a certifying role then counts whenever it was given."""


class PersonSigned(Wire):
    """A hand signature, or a refusal, under the minutes that it names. Exactly one of the two."""

    minutes: UUID
    role: SignerRole
    name: Name
    drawing: Drawing | None
    refusal: Refusal | None


class DocumentWritten(Wire):
    """A paper made on site besides the minutes, on a form (MBB01, MBB15, MBB26), with all fields.

    Each writing of the same `document_id` replaces the one before and is unsigned.
    """

    document_id: UUID
    form: Annotated[str, Meta(max_length=20)]
    form_version: Annotated[int, Meta(ge=1, le=10_000)]
    fields: dict[str, Any]


class DocumentSigned(Wire):
    """A hand signature, or a refusal, under one writing of a paper. Exactly one of the two.

    `document` is the act of that writing, as `minutes` is in person.signed.
    """

    document: UUID
    role: PaperSigner
    name: Name
    drawing: Drawing | None
    refusal: Refusal | None


class DocumentNumbered(Wire):
    """The paper's number, from a block reserved for the phone.

    Given after all signatures (Circular 22/2021 Art 6.4). `written` is the act of the writing that
    was signed. `text` is the number as the paper shows it.
    """

    document_id: UUID
    written: UUID
    form: Annotated[str, Meta(max_length=20)]
    year: Annotated[int, Meta(ge=2000, le=2999)]
    number: Annotated[int, Meta(ge=1, le=999_999)]
    block_id: UUID
    text: Annotated[str, Meta(min_length=1, max_length=60)]
    code_scheme: Literal[1] | UnsetType = UNSET
    """1: the paper bears a public code, which follows from this act's hash (decision 0021). Older
    phones leave it out; their papers bear none."""


class MinutesNumbered(Wire):
    """The number of the inspection's minutes (BB-KT, BB-KKT), from a block reserved for the phone.

    Given after all signatures (Circular 22/2021 Art 6.4), by the officer who wrote them. `minutes`
    is the act of the writing that was signed. `text` is the number as the paper shows it. Older
    phones send none: their minutes stay without a number.
    """

    minutes: UUID
    form: Annotated[str, Meta(max_length=20)]
    year: Annotated[int, Meta(ge=2000, le=2999)]
    number: Annotated[int, Meta(ge=1, le=999_999)]
    block_id: UUID
    text: Annotated[str, Meta(min_length=1, max_length=60)]


class InspectionSubmitted(Wire):
    """Freezes a revision: SHA-256 over the RFC 8785 form of minutes, photos, signatures, places, in this order.

    `answers` are not part of the hash. Older phones send none. Answers to a return that a restore
    lost are accepted: no submission is refused because of the return that it names.
    """

    minutes: UUID
    photos: Annotated[list[Sha256], Meta(max_length=2000)]
    signatures: Annotated[list[UUID], Meta(max_length=100)]
    places: Annotated[list[UUID], Meta(max_length=2000)]
    revision: Sha256
    answers: Annotated[list[RemarkAnswer], Meta(max_length=200)] | UnsetType = UNSET


class MinutesReturned(Wire):
    """The submission was sent back for correction."""

    revision: Sha256
    comments: Annotated[list[Comment], Meta(min_length=1, max_length=200)]


class MinutesApproved(Wire):
    """Approves the revision that the supervisor saw and names. Any other revision is refused."""

    revision: Sha256


class MinutesRefused(Wire):
    """The revision is refused permanently, with the reason."""

    revision: Sha256
    reason: Reason


class EvidenceAdmitted(Wire):
    """A quarantined act takes effect now, because a supervisor decided so or because what it names has come."""

    act: UUID
    reason: Reason
    after: UUID | None = None
    """The act that brought what this one names. The system then judged this one again, in the name
    of that act's maker."""


class EvidenceDismissed(Wire):
    """A quarantined act stays without effect. It is kept and visible."""

    act: UUID
    reason: Reason


INSPECTION_CONTENTS: dict[str, type[Wire]] = {
    ActType.DECISION_ISSUED: DecisionIssued,
    ActType.INSPECTION_OPENED: InspectionOpened,
    ActType.INSPECTION_ANNOUNCED: InspectionAnnounced,
    ActType.INSPECTION_DISCARDED: InspectionDiscarded,
    ActType.PLACE_FIXED: Place,
    ActType.PHOTO_TAKEN: PhotoTaken,
    ActType.PHOTO_WITHDRAWN: PhotoWithdrawn,
    ActType.PHOTO_CAPTIONED: PhotoCaptioned,
    ActType.MINUTES_WRITTEN: MinutesWritten,
    ActType.PERSON_SIGNED: PersonSigned,
    ActType.DOCUMENT_WRITTEN: DocumentWritten,
    ActType.DOCUMENT_SIGNED: DocumentSigned,
    ActType.DOCUMENT_NUMBERED: DocumentNumbered,
    ActType.MINUTES_NUMBERED: MinutesNumbered,
    ActType.INSPECTION_SUBMITTED: InspectionSubmitted,
    ActType.MINUTES_RETURNED: MinutesReturned,
    ActType.MINUTES_APPROVED: MinutesApproved,
    ActType.MINUTES_REFUSED: MinutesRefused,
    ActType.EVIDENCE_ADMITTED: EvidenceAdmitted,
    ActType.EVIDENCE_DISMISSED: EvidenceDismissed,
}
"""Contents of the acts of an inspection in the first flow. Those of the newer flow are in
FLOW_CONTENTS."""
