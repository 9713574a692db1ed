"""Acts of a case up to the decision: what stands in each, as it stands on the wire. See schemas/casework/words.py.

Money in whole đồng, days Vietnamese calendar days, instants RFC 3339 in UTC.
"""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.casework.words import (
    CaseAct,
    CaseOfficerRole,
    CloseOutcome,
    ExplanationMode,
    InformationSource,
)
from schemas.core.base import Wire
from schemas.core.entered_again import EnteredAgain
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import SanctionOrder

Reason = Annotated[str, Meta(min_length=3, max_length=2000)]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
Short = Annotated[str, Meta(max_length=500)]
Measure = Annotated[str, Meta(max_length=2000)]
"""As long as a measure on a decision."""
Long = Annotated[str, Meta(max_length=10_000)]
Number = Annotated[str, Meta(min_length=1, max_length=80)]
Money = Annotated[int, Meta(ge=0, le=999_999_999_999)]
"""Whole đồng; as many digits as the words of an amount are tested for."""


class Party(Wire):
    """The party of a case as it is named there: a copy, so that papers stay true when the register changes."""

    subject_id: UUID | None
    kind: SubjectKind
    name: Name
    trade_name: Short | None
    identity_number: Annotated[str, Meta(max_length=20)] | None
    """Citizen number (12 digits), old identity card (9) or passport."""
    birth_date: date | None
    sex: Literal["male", "female"] | None
    nationality: Annotated[str, Meta(max_length=100)] | None
    occupation: Annotated[str, Meta(max_length=200)] | None
    tax_code: Annotated[str, Meta(max_length=20)] | None
    registration_number: Annotated[str, Meta(max_length=60)] | None
    address: Annotated[str, Meta(min_length=1, max_length=500)]
    representative: Short | None
    representative_title: Short | None
    phone: Annotated[str, Meta(max_length=40)] | None
    email: Annotated[str, Meta(max_length=200)] | None


class CaseOfficer(Wire):
    """An officer who works on the case, as he was named."""

    officer_id: UUID
    full_name: Name
    title: Short
    role: CaseOfficerRole


class Opening(Wire):
    """What every first act of a case says: its number, whose it is, and the rules that it is handled under."""

    number: Number
    unit_id: UUID
    rule_set: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    """Id of the set of dated rules in force that day: deadlines, competence, ceilings."""
    officers: Annotated[list[CaseOfficer], Meta(min_length=1, max_length=30)]
    again: EnteredAgain | None = None
    """Where a restore lost the case and it is opened again under the number that it had."""


class InformationReceived(Wire):
    """Information came in (Circular 27/2020 Arts 8, 9). Who gave it in secret stands apart, sealed."""

    opening: Opening
    source: InformationSource
    channel: Short
    received_at: datetime
    content: Annotated[str, Meta(min_length=3, max_length=10_000)]
    informant_secret: bool
    wants_answer: bool
    """Informants of kinds c, d and e are told the result unless they asked otherwise (Art 10)."""
    party: Party | None
    place: Short | None


class VerificationAssigned(Wire):
    """Named officers check and verify the information, by a day (Art 9.2)."""

    officers: Annotated[list[CaseOfficer], Meta(min_length=1, max_length=30)]
    due_on: date
    document_id: UUID | None
    instructions: Long


class InformationForwarded(Wire):
    """The unit is not competent: it forwards, with a copy to both superiors inside the force (Art 9.3)."""

    to: Name
    inside_force: bool
    document_id: UUID | None
    reason: Reason


class PlanItemEntered(Wire):
    """An item of an approved plan (Art 5.2): whom, what, when."""

    opening: Opening
    plan_number: Number
    plan_kind: Literal["periodic", "thematic"]
    plan_approved_on: date
    year: Annotated[int, Meta(ge=2000, le=2100)]
    contents: Annotated[list[Reason], Meta(min_length=1, max_length=30)]
    expected_from: date
    expected_to: date
    party: Party


class InspectionProposed(Wire):
    """An officer proposes an inspection (Art 11). With `opening` it is the first act, from what the officer saw."""

    opening: Opening | None
    document_id: UUID | None
    basis: Reason
    contents: Annotated[list[Reason], Meta(min_length=1, max_length=30)]
    expected_violation: Long
    expected_law: Long
    proposed_start: date
    duration_days: Annotated[int, Meta(ge=1, le=5)]
    party: Party


class ProposalRejected(Wire):
    """The head turned the proposal down."""

    reason: Reason


class AdhocPlanIssued(Wire):
    """The ad-hoc plan (phương án) precedes an ad-hoc decision (Art 12)."""

    document_id: UUID
    start_on: date
    end_on: date


class CaseOpened(Wire):
    """A case grows out of an inspection that was approved or is being submitted without one."""

    opening: Opening
    inspection_id: UUID
    decision_number: Number
    party: Party
    another_party: Reason | None = None
    """Why the case is against another than who was inspected: the list of exceptions tells it."""


class DecisionLinked(Wire):
    """The inspection decision (QĐ-KT) of this case. `emergency`: why no ad-hoc plan came before (Art 12)."""

    inspection_id: UUID
    decision_number: Number
    planned: bool
    emergency: Reason | None


class InspectionFollowed(Wire):
    """What an inspection of this case did; written by the system beside the inspection's own act."""

    inspection_id: UUID
    act: UUID
    at: datetime


class DecisionExpired(Wire):
    """The decision was not begun within its time (Ordinance 11/2016 Art 19.3)."""

    inspection_id: UUID
    reason: Reason


SheetNumber = Annotated[int, Meta(ge=1, le=1_000_000)]
"""Number of a sheet in the file (bút lục)."""


class VerificationOrdered(Wire):
    """Verification after the inspection (Ordinance 11/2016 Art 27.4): 10, 25 or 40 days; once the violation is
    recorded, of what the decision needs (Law on Handling Administrative Violations Art 59)."""

    officers: Annotated[list[CaseOfficer], Meta(min_length=1, max_length=30)]
    due_on: date
    testing: bool
    document_id: UUID | None
    reason: Reason
    sheet: SheetNumber | None = None
    """First sheet number of the written order, filed: once the violation is recorded it is needed."""


class RecordedViolation(Wire):
    """One behaviour in the violation minutes, in the decree's wording, with its version of the catalogue."""

    code: Annotated[str, Meta(max_length=60)]
    catalogue_version: Annotated[int, Meta(ge=0, le=10_000)]
    """0 for a draft that nobody published."""
    name: Annotated[str, Meta(min_length=1, max_length=2000)]
    legal_basis: Annotated[str, Meta(min_length=1, max_length=1000)]
    description: Long
    ended_on: date
    """When the act ended, or was discovered where it still went on: the statute of limitation runs from it."""
    goods_value: Money | None
    illicit_gain: Money | None
    aggravating: Annotated[list[Short], Meta(max_length=12)]
    mitigating: Annotated[list[Short], Meta(max_length=12)]


class ViolationRecorded(Wire):
    """Violation minutes (MBB01) stand (Law on Handling Administrative Violations Art 58)."""

    document_id: UUID
    recorded_at: datetime
    detected_on: date
    violations: Annotated[list[RecordedViolation], Meta(min_length=1, max_length=50)]
    party: Party
    victims: Annotated[list[Short], Meta(max_length=100)]
    explanation_right: bool
    complex: bool
    electronic_consent: bool
    complex_serious: Reason | None = None
    """Why the case is especially serious: the first of the three grounds for two months to decide (Art 66.1.c)."""
    complex_facts: Reason | None = None
    complex_time: Reason | None = None
    """For what more time is needed to verify and gather proof."""
    another_party: Reason | None = None
    """Why the minutes are against another than whom the case was opened against: listed, and checked afterwards."""


class ExplanationRequested(Wire):
    """The violator asks to explain: within 2 working days directly, 5 in writing (Art 61)."""

    mode: ExplanationMode
    requested_at: datetime
    document_id: UUID | None


class ExplanationReceived(Wire):
    """What he said, on paper or at the hearing (MBB03)."""

    mode: ExplanationMode
    received_at: datetime
    content: Annotated[str, Meta(min_length=3, max_length=10_000)]
    accepted: bool
    document_id: UUID | None
    sheet: SheetNumber | None = None
    """First sheet number of the party's own writing where it was filed; else `document_id` is the hearing's MBB03."""


class ExplanationWaived(Wire):
    """No explanation will come: none is due, he said so, or the time for it is over."""

    how: Literal["no_right", "declared", "time_over"]
    at: datetime
    reason: Short
    sheet: SheetNumber | None = None
    """First sheet number of the filed paper in which the party says so, where the minutes do not."""


class SanctionImposed(Wire):
    """The sanction decision (MQĐ02), or on the spot (MQĐ01): the order that was reckoned, and what came out."""

    document_id: UUID
    decided_on: date
    order: SanctionOrder
    total: Money
    computation: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    """SHA-256 of the reckoning that the issuer saw; the door reckons anew."""
    by_device: bool
    """Found by a technical device: never without minutes (Art 56.2)."""
    delegation: Number | None
    """Number of the delegation (giao quyền) where a deputy signs."""
    confiscated: Annotated[list[UUID], Meta(max_length=1000)]
    """Exhibits, by id."""
    comply_days: Annotated[int, Meta(ge=1, le=365)]
    publish: bool
    """Public notice is due (Art 72)."""
    late: Reason | None = None
    """Why a decision that was signed in time is entered after it: the list of exceptions tells it."""
    twice: Reason | None = None
    """Why it stands beside another case's decision on the same act of the same party: the list tells that too."""
    gain_kept: Reason | None = None
    """Why the violator keeps the illicit gain that the minutes record (Art 28.1 i): the list tells that too."""
    no_opinion: Reason | None = None
    """Why it does not wait for the opinion on the inspection's file, within 24 hours of the time to decide (practice
    B6): the list names it."""


class RemedyOrdered(Wire):
    """Confiscation or remedies without a sanction (MQĐ14, MQĐ15), and why no fine (Art 65)."""

    document_id: UUID
    decided_on: date
    why: Literal["time_over", "statute_over", "violator_unknown", "violator_dead", "other"]
    reason: Annotated[str, Meta(min_length=1, max_length=2000)]
    confiscated: Annotated[list[UUID], Meta(max_length=1000)]
    remedies: Annotated[list[Measure], Meta(max_length=20)]
    comply_days: Annotated[int, Meta(ge=1, le=365)]
    ground_proof: UUID | None = None
    """What proves that he is dead or dissolved, or another ground: minutes of verification (MBB05) of the case, or the
    act that filed a paper made elsewhere; by another officer than who signs."""
    twice: Reason | None = None
    """As of a sanction."""
    gain_kept: Reason | None = None
    """As of a sanction."""


class SanctionDeclined(Wire):
    """Decided not to sanction (Art 65)."""

    reason: Reason
    document_id: UUID | None
    alone: Reason | None = None
    """Why who declines does so on a report that he signed himself: he is checked afterwards."""
    why: (
        Literal["art_11", "time_over", "statute_over", "violator_unknown", "violator_dead", "other"]
        | None
    ) = None
    """Which ground of Art 65.1: the list of exceptions tells it; null in acts of before this was asked."""


class CaseTransferred(Wire):
    """Another authority is competent; the file and the exhibits go with handover minutes (Circular 27/2020 Art 22)."""

    to: Name
    why: Literal["above_competence", "other_field", "several_fields", "other"]
    reason: Reason
    document_id: UUID | None
    alone: Reason | None = None
    """Why who hands it on does so on a report that he signed himself: he is checked afterwards."""


class CrimeReferred(Wire):
    """Signs of a crime: to the prosecution bodies (MQĐ33)."""

    to: Name
    document_id: UUID
    reason: Reason


class CrimeDeclined(Wire):
    """They declined and returned the file: a year more for the statute."""

    returned_on: date
    number: Number
    reason: Reason


class CaseClosed(Wire):
    """The case ends without a decision; informants of kinds c, d and e are told unless they asked otherwise."""

    outcome: CloseOutcome
    reason: Reason
    informant_told_on: date | None
    document_id: UUID | None
    alone: Reason | None = None
    """Why it ends as compliant although the inspection's minutes name violations: that is checked afterwards."""


CONTENTS: dict[str, type[Wire]] = {
    CaseAct.INFORMATION_RECEIVED: InformationReceived,
    CaseAct.VERIFICATION_ASSIGNED: VerificationAssigned,
    CaseAct.INFORMATION_FORWARDED: InformationForwarded,
    CaseAct.PLAN_ITEM_ENTERED: PlanItemEntered,
    CaseAct.INSPECTION_PROPOSED: InspectionProposed,
    CaseAct.PROPOSAL_REJECTED: ProposalRejected,
    CaseAct.ADHOC_PLAN_ISSUED: AdhocPlanIssued,
    CaseAct.CASE_OPENED: CaseOpened,
    CaseAct.DECISION_LINKED: DecisionLinked,
    CaseAct.INSPECTION_BEGAN: InspectionFollowed,
    CaseAct.INSPECTION_NOT_EXECUTED: InspectionFollowed,
    CaseAct.INSPECTION_ENDED: InspectionFollowed,
    CaseAct.DECISION_EXPIRED: DecisionExpired,
    CaseAct.VERIFICATION_ORDERED: VerificationOrdered,
    CaseAct.VIOLATION_RECORDED: ViolationRecorded,
    CaseAct.EXPLANATION_REQUESTED: ExplanationRequested,
    CaseAct.EXPLANATION_RECEIVED: ExplanationReceived,
    CaseAct.EXPLANATION_WAIVED: ExplanationWaived,
    CaseAct.SANCTION_IMPOSED: SanctionImposed,
    CaseAct.SANCTION_IMPOSED_ON_SPOT: SanctionImposed,
    CaseAct.REMEDY_ORDERED: RemedyOrdered,
    CaseAct.SANCTION_DECLINED: SanctionDeclined,
    CaseAct.CASE_TRANSFERRED: CaseTransferred,
    CaseAct.CRIME_REFERRED: CrimeReferred,
    CaseAct.CRIME_DECLINED: CrimeDeclined,
    CaseAct.CASE_CLOSED: CaseClosed,
}
