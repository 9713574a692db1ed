"""Contents of the acts of an information (Circular 27/2020 Arts 8 to 10).

Nothing here tells who informed, or in which words: that is sealed beside the record (schemas/intake/secrets.py), and
an act holds a keyed hash of it. A `Matter` is written by an officer for the work, without what tells the informant.
"""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.casework.words import InformationSource
from schemas.core.base import Wire
from schemas.core.content_types import LongText, Name, ShortText
from schemas.core.vocabulary import SubjectKind
from schemas.intake.proceedings import PROCEEDING_CONTENTS, Reason
from schemas.intake.words import (
    Channel,
    Field,
    InformationAct,
    Linked,
    Means,
    Nature,
    Result,
    SecretKind,
)

Number = Annotated[str, Meta(min_length=1, max_length=80)]
Hash = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Link = Annotated[str, Meta(min_length=1, max_length=2000)]
CollaboratorRef = Annotated[
    str, Meta(pattern=r"^(?=.*[0-9])[A-Z0-9]{1,12}([-/.][A-Z0-9]{1,12}){0,3}$", max_length=40)
]
"""The reference of a collaborator (cộng tác viên) in the register that is kept apart, e.g. CTV-017.

Capital letters without accents and digits, at least one digit: no name fits. Their data may be a state secret and is
not stored."""


class SealedRef(Wire):
    """A sealed secret, by its id and the keyed hash of what was sealed."""

    id: UUID
    kind: SecretKind
    hash: Hash


class Suspect(Wire):
    """A party of whom it is suspected: from the register, or as typed."""

    subject_id: UUID | None
    kind: SubjectKind | None
    name: Name
    tax_code: Annotated[str, Meta(max_length=20)] | None = None
    address: ShortText | None = None


class Place(Wire):
    """Where: as an address says it, and on the map."""

    address: ShortText | None = None
    area_code: Annotated[str, Meta(pattern="^[0-9]{1,10}$")] | None = None
    """Code of the commune or of the province."""
    latitude_e7: Annotated[int, Meta(ge=-900_000_000, le=900_000_000)] | None = None
    longitude_e7: Annotated[int, Meta(ge=-1_800_000_000, le=1_800_000_000)] | None = None


class Matter(Wire):
    """What the information is about, written for the work by an officer who names no informant in it."""

    summary: Annotated[str, Meta(min_length=3, max_length=5000)]
    fields: Annotated[list[Field], Meta(max_length=14)]
    goods: ShortText
    """Which goods, in words."""
    suspects: Annotated[list[Suspect], Meta(max_length=20)]
    place: Place
    urgent: ShortText | None = None
    """Why it cannot wait, e.g. goods that are taken away or a danger to health. Null: it can, or nobody said so."""


class Order(Wire):
    """The written order of a superior (source a), or the letter by which another unit or body sent it."""

    issued_by: Name
    number: Annotated[str, Meta(max_length=80)]
    issued_on: date


class Origin(Wire):
    """From which information this one came."""

    how: Literal["forwarded", "split"]
    information_id: UUID
    number: Number


class About(Wire):
    """What a complaint is against."""

    against: Reason
    """The decision or the act, with its number and day."""
    case_id: UUID | None = None
    remote: bool = False
    """In a remote area, where the Law on Complaints gives more time (Arts 28, 37)."""


class Registered(Wire):
    """Information came in and is registered. The head of the unit is told at once (Art 9.1)."""

    number: Number
    unit_id: UUID
    """Which unit handles it. For a tip about an officer it is the unit above the officer's."""
    nature: Nature
    source: InformationSource
    channel: Channel
    received_at: datetime
    matter: Matter
    identity_known: bool
    """Who told it is known, and sealed. False: anonymous."""
    informant_secret: bool
    wants_answer: bool
    """They did not ask not to be told the result (Art 10)."""
    sealed: Annotated[list[SealedRef], Meta(max_length=30)]
    named_officers: Annotated[list[UUID], Meta(max_length=20)]
    """Officers of the force whom it is about."""
    collaborator: CollaboratorRef | None = None
    order: Order | None = None
    origin: Origin | None = None
    about: About | None = None
    """Of a complaint."""
    public_id: UUID | None = None
    """The row of the inbox of the public form from which it was taken."""
    link: Link | None = None
    """Where the media said it. Kept as text: no program of ours ever opens it."""
    of_unnamed_officer: bool = False
    """It is about an officer of the force, and which one is not known yet: the auditors of the nation alone read it
    until they say whom it is about. Any office that read it before could be that of the officer."""
    by_head: bool = False
    """Who took it in heads the unit that handles it: nobody has to report it to them in writing (Art 9.1)."""
    several_places: bool = False
    """By the order a superior who issues inspection decisions has one party inspected at several places (Art 13.4).

    That superior concludes, and the result of a verification is reported within 2 working days (Art 20.2)."""


class Amended(Wire):
    """What is known for the work changed. It replaces what was said before."""

    matter: Matter
    reason: Reason


class OrderCorrected(Wire):
    """What was entered of a superior's order was wrong. It replaces what was said before.

    A case that a proposal opens afterwards takes it from here. One that rests on it already says so by an act of its
    own (case.order_corrected)."""

    order: Order
    several_places: bool
    reason: Reason


class Supplemented(Wire):
    """The informant told more, or what was sealed is sealed anew: the last of a kind counts."""

    sealed: Annotated[list[SealedRef], Meta(min_length=1, max_length=30)]
    reason: Reason


class Classified(Wire):
    """It is of another nature than it was registered as, and goes on in that nature's register."""

    nature: Nature
    number: Number
    unit_id: UUID
    reason: Reason
    named_officers: Annotated[list[UUID], Meta(max_length=20)]
    about: About | None = None
    of_unnamed_officer: bool = False
    """It is still not known which officer it is about: it stays with the auditors of the nation."""


class Reported(Wire):
    """The head was told in writing, as sources đ and e ask (Art 9.1)."""

    document_id: UUID | None
    number: Annotated[str, Meta(max_length=80)] | None
    reported_on: date


class Verifier(Wire):
    """An officer who verifies, as named at the time."""

    officer_id: UUID
    full_name: Name


class Assigned(Wire):
    """Named officers collect, verify and check the information, by a day (Art 9.2)."""

    officers: Annotated[list[Verifier], Meta(min_length=1, max_length=30)]
    due_on: date
    instructions: LongText
    document_id: UUID | None
    without_paper: ShortText = ""
    """Why there is no decision (QĐ-NV) that assigns it, which Art 35.6 asks for."""


class HandedOver(Wire):
    """A colleague verifies in an officer's place, by the same day: the officer's work was handed over."""

    from_id: UUID
    to: Verifier
    reason: Reason


class Extended(Wire):
    """The verifiers get more time."""

    due_on: date
    reason: Reason


class Verified(Wire):
    """What verification found (Art 10)."""

    result: Result
    report: Annotated[str, Meta(min_length=3, max_length=10_000)]
    document_id: UUID | None


class Proposed(Wire):
    """An inspection is proposed, or a case was opened, from it (Arts 9.2, 10, 11)."""

    kind: Linked | None
    """Null: the head orders the proposal; the record follows and is linked when it exists."""
    record_id: UUID | None
    number: Annotated[str, Meta(max_length=80)] | None
    note: LongText


class Forwarded(Wire):
    """It goes to the unit that is competent, with copies to both superiors (Art 9.3)."""

    to_unit_id: UUID
    to_unit: Name
    new_id: UUID
    """The record that it becomes there."""
    reason: Reason
    document_id: UUID | None


class Redirected(Wire):
    """It is for a body outside the force: it was sent there, or the informant was referred there (Art 9.3)."""

    to: Name
    document_id: UUID | None
    reason: Reason
    informant_told_on: date | None
    means: Means | None


class Closed(Wire):
    """Nothing more is done with it, for a reason."""

    reason: Reason


class Reopened(Wire):
    """It is taken up again."""

    reason: Reason


class InformantTold(Wire):
    """Who informed was told, or asked not to be told (Art 10)."""

    told_on: date
    means: Means
    document_id: UUID | None
    declined: bool = False
    """They asked not to be told."""
    note: ShortText = ""


class Withdrawn(Wire):
    """Who sent it takes it back."""

    withdrawn_on: date
    means: Means
    reason: ShortText
    awaits_decision: bool = False
    """A denunciation or complaint goes on until who resolves it decides (WithdrawalDecided). Set by the system; false
    in entries from before, which ended it at once."""


class LinkMade(Wire):
    """It is about the same as this record, or led to it."""

    kind: Linked
    record_id: UUID
    number: Annotated[str, Meta(max_length=80)]
    reason: Reason


class LinkTakenBack(Wire):
    """A link was wrong."""

    kind: Linked
    record_id: UUID
    reason: Reason


class Followed(Wire):
    """Something happened in a case or inspection that came of it. Written by the system beside that act."""

    kind: Linked
    record_id: UUID
    number: Annotated[str, Meta(max_length=80)]
    act: Annotated[str, Meta(max_length=80)]
    state: Annotated[str, Meta(max_length=40)] | None


class Merged(Wire):
    """It says the same as another one, and goes on there."""

    into: UUID
    number: Number
    reason: Reason


class Unmerged(Wire):
    """It was not the same after all, and goes on by itself."""

    reason: Reason


class Split(Wire):
    """It says several things, and each goes on as a record of its own."""

    parts: Annotated[list[UUID], Meta(min_length=2, max_length=10)]
    reason: Reason


INFORMATION_CONTENTS: dict[str, type[Wire]] = {
    InformationAct.REGISTERED: Registered,
    InformationAct.AMENDED: Amended,
    InformationAct.ORDER_CORRECTED: OrderCorrected,
    InformationAct.SUPPLEMENTED: Supplemented,
    InformationAct.CLASSIFIED: Classified,
    InformationAct.REPORTED: Reported,
    InformationAct.ASSIGNED: Assigned,
    InformationAct.EXTENDED: Extended,
    InformationAct.HANDED_OVER: HandedOver,
    InformationAct.VERIFIED: Verified,
    InformationAct.PROPOSED: Proposed,
    InformationAct.FORWARDED: Forwarded,
    InformationAct.REDIRECTED: Redirected,
    InformationAct.CLOSED: Closed,
    InformationAct.REOPENED: Reopened,
    InformationAct.INFORMANT_TOLD: InformantTold,
    InformationAct.WITHDRAWN: Withdrawn,
    InformationAct.LINKED: LinkMade,
    InformationAct.UNLINKED: LinkTakenBack,
    InformationAct.FOLLOWED: Followed,
    InformationAct.MERGED: Merged,
    InformationAct.UNMERGED: Unmerged,
    InformationAct.SPLIT: Split,
    **PROCEEDING_CONTENTS,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
