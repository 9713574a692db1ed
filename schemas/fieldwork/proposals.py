"""Proposals of inspections (ĐX), from a phone or the desk: the contents of their acts, and their views.

Circular 27/2020/TT-BCT Art 11: an inspection that is not planned begins with an officer's proposal
to the head who may decide on it. The draft of the decision (QĐ-KT) is filled from the proposal.
"""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.fieldwork.acts import DecisionSubject
from schemas.fieldwork.adhoc_plans import Emergency
from schemas.fieldwork.decision_papers import DecisionPaperView
from schemas.fieldwork.decisions import IssueDecision, TeamCandidate
from schemas.fieldwork.remarks import Reason, Sha256
from schemas.fieldwork.words import ActType

Latitude = Annotated[int, Meta(ge=-900_000_000, le=900_000_000)]
Longitude = Annotated[int, Meta(ge=-1_800_000_000, le=1_800_000_000)]
BaseText = Annotated[str, Meta(min_length=3, max_length=500)]


class DecisionProposed(Wire):
    """An officer proposes an inspection to the head. The same `document_id` again replaces it.

    A draft of the decision is filled from it, in the same transaction. Limits are those of the
    decision's form, so that whatever a phone could write can be drafted.
    """

    document_id: UUID
    """Of the decision's draft, made by its maker like the record's id."""
    subject: DecisionSubject
    place: Annotated[str, Meta(min_length=1, max_length=500)]
    latitude_e7: Latitude | None
    longitude_e7: Longitude | None
    basis: BaseText | None
    """The plan, report or complaint on which it rests, as the decision cites it. None: the decision
    rests on this proposal alone."""
    reason: Reason
    """Why: the signs of a violation, and where they were learnt."""
    contents: Annotated[list[Reason], Meta(min_length=1, max_length=30)]
    duration_days: Annotated[int, Meta(ge=1, le=5)]
    complex: bool
    start_on: date
    leader_id: UUID
    member_ids: Annotated[list[UUID], Meta(min_length=1, max_length=29)]
    no_conflict_declared: bool
    ground: Literal["planned", "ad_hoc"]
    expected_violation: Annotated[str, Meta(min_length=1, max_length=3000)] | None = None
    provision: Annotated[str, Meta(min_length=1, max_length=500)] | None = None
    """The legal text on the expected violation (Circular 27/2020 Art 11)."""
    emergency: Emergency | None = None
    """Why there is no time for a plan (Art 12); the head decides on it."""
    information_ids: Annotated[list[UUID], Meta(max_length=50)] = msgspec.field(
        default_factory=list
    )
    """The informations from which the proposal grew."""


class DecisionReturned(Wire):
    """The head sends a proposal back with comments; its officer proposes again, or gives it up."""

    document_id: UUID
    comments: Reason


PROPOSAL_CONTENTS: dict[str, type[Wire]] = {
    ActType.DECISION_PROPOSED: DecisionProposed,
    ActType.DECISION_RETURNED: DecisionReturned,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""

ProposalState = Literal["proposed", "returned", "refused", "numbered", "signed"]
"""`numbered`: printed to be signed by hand, and not yet in force."""


class ProposalView(Wire):
    """A proposal as its officer's phone shows it. Times are UTC."""

    document_id: UUID
    record_id: UUID
    """Of the inspection, which exists once the decision is in force."""
    state: ProposalState
    proposed: DecisionProposed
    proposed_by: UUID
    proposed_by_name: str
    proposed_at: datetime
    remarks: str | None
    """The comments of a return, or the reason of a refusal."""
    answered_by_name: str | None
    answered_at: datetime | None
    number: str | None
    """The decision's, once it is signed."""


class ProposalChoices(Wire):
    """What a phone needs to propose an inspection without a signal."""

    team: list[TeamCandidate]
    legal_bases: list[str]
    """The bases that every decision has, for reading."""


class DecisionToSign(Wire):
    """A draft that waits for a head's signature, as lists show it. Times are UTC."""

    id: UUID
    form: str
    title: Text
    subject_name: str
    place: str
    drafted_by_name: str
    drafted_at: datetime
    proposed: bool
    """Whether it began as a proposal from a phone."""


class DecisionsToSign(Wire):
    """What waits for this head's signature, the longest waiting first; at most 50."""

    rows: list[DecisionToSign]


Certificate = Literal["ready", "none", "elsewhere", "ended"]
"""Whether the server can sign for the officer. `elsewhere`: the key is in the officer's own
computer. `ended`: revoked, held or no longer valid."""


class DecisionOnPhone(Wire):
    """A paper about a decision on a head's phone: all that the desk shows, and what signing needs."""

    paper: DecisionPaperView
    proposal: ProposalView | None
    certificate: Certificate
    code_needed: bool
    """Whether signing asks for a one-time code: the last one was given more than 15 minutes ago."""


class SignDecision(Wire):
    """Sign the content with this hash. The same request again gets the same number."""

    fields_hash: Sha256
    """What the signer saw, as the preview and the view said it."""
    passphrase: Annotated[str, Meta(min_length=1, max_length=200)]
    code: Annotated[str, Meta(max_length=20)] | None = None
    unheard: Reason | None = None
    """Why the signer does not wait for the steps that `paper.unheard` names."""
    emergency: Emergency | None = None
    """Why no plan precedes an ad-hoc decision; needed if `paper.plan_needed`."""

    def __repr__(self) -> str:
        """Show no secret, wherever this is printed."""
        return f"SignDecision(fields_hash={self.fields_hash!r})"


class ReturnProposal(Wire):
    """Send a proposal back to its officer."""

    comments: Reason


class RefuseDecision(Wire):
    """Refuse a proposal or a draft for good."""

    reason: Reason


class SignedDecision(Wire):
    """The decision that was signed."""

    document_id: UUID
    inspection_id: UUID
    number: str
    code: str
    signed_at: datetime
    repeated: bool
    """Whether it had been signed by an earlier request with the same hash."""


def order_of(proposed: DecisionProposed, legal_bases: list[str], rests_on: str) -> IssueDecision:
    """Return what a decision would order that follows the proposal. Pure."""
    return msgspec.convert(
        {
            "subject": proposed.subject,
            "place": proposed.place,
            "latitude_e7": proposed.latitude_e7,
            "longitude_e7": proposed.longitude_e7,
            "legal_bases": legal_bases,
            "contents": proposed.contents,
            "duration_days": proposed.duration_days,
            "complex": proposed.complex,
            "start_on": proposed.start_on,
            "leader_id": proposed.leader_id,
            "member_ids": proposed.member_ids,
            "no_conflict_declared": proposed.no_conflict_declared,
            "ground": proposed.ground,
            "proposal": rests_on,
            "emergency": proposed.emergency,
            "information_ids": proposed.information_ids,
        },
        IssueDecision,
    )
