"""Acts of a case from the violation to the decision: what each says on the wire. See schemas/casework/words.py."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.casework.acts.parts import (
    Long,
    Measure,
    Money,
    Name,
    Number,
    Party,
    Reason,
    SheetNumber,
    Short,
)
from schemas.casework.words import CaseAct, CloseOutcome, ExplanationMode
from schemas.core.base import Wire
from schemas.law.sanctions import SanctionOrder


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
