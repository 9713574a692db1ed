"""Acts of a case from the violation to the decision. See schemas/casework/words.py."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.casework.acts.outside import OutsideCatalogue
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
from schemas.law.provisions import RemedyKind
from schemas.law.sanctions import SanctionOrder

Place = Annotated[int, Meta(ge=0, le=49)]


class RecordedViolation(Wire):
    """One behaviour in the violation minutes, in the decree's wording, with its version of the catalogue."""

    code: Annotated[str, Meta(max_length=60)]
    catalogue_version: Annotated[int, Meta(ge=0, le=10_000)]
    """0 for a draft that was never published."""
    name: Annotated[str, Meta(min_length=1, max_length=2000)]
    legal_basis: Annotated[str, Meta(min_length=1, max_length=1000)]
    description: Long
    ended_on: date
    """When the violation ended, or was discovered if it still went on. The statute of limitation
    runs from it."""
    goods_value: Money | None
    illicit_gain: Money | None
    aggravating: Annotated[list[Short], Meta(max_length=12)]
    mitigating: Annotated[list[Short], Meta(max_length=12)]
    outside: OutsideCatalogue | None = None
    """Set if the catalogue does not have it: `code` is then its place in the minutes (`NGOAI-1`), `name`
    and `legal_basis` are the text and article as the minutes have them."""


class ViolationRecorded(Wire):
    """Violation minutes (MBB01) were recorded (Law on Handling Administrative Violations Art 58)."""

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
    """Why the case is especially serious. This is the first of the three grounds for two months to
    decide (Art 66.1.c)."""
    complex_facts: Reason | None = None
    complex_time: Reason | None = None
    """Why more time is needed to verify and gather proof."""
    another_party: Reason | None = None
    """Why the minutes are against another party than the case was opened against. Listed as an
    exception, and checked afterwards."""


class ExplanationRequested(Wire):
    """The violator asks to explain: within 2 working days in person, 5 in writing (Art 61)."""

    mode: ExplanationMode
    requested_at: datetime
    document_id: UUID | None
    despite: Reason | None = None
    """Why a late request is taken up. Listed as an exception; the time to decide stays as it was."""
    alone: Reason | None = None
    """Why one officer enters a request of this day that no paper of another's hand shows. Checked afterwards. Null in
    acts from before this was asked."""


class ExplanationReceived(Wire):
    """What the violator explained, on paper or at the hearing (MBB03)."""

    mode: ExplanationMode
    received_at: datetime
    content: Annotated[str, Meta(min_length=3, max_length=10_000)]
    accepted: bool
    document_id: UUID | None
    sheet: SheetNumber | None = None
    """First sheet number of the party's own letter, if that was filed. Otherwise `document_id` is
    the hearing's MBB03."""
    despite: Reason | None = None
    """Why an explanation that came late is taken up. Listed as an exception; the time to decide stays as it was."""
    alone: Reason | None = None
    """Why it rests on minutes of a hearing that the same officer signed, though nobody had asked to explain. Checked
    afterwards. Null in acts from before this was asked."""


class ExplanationWaived(Wire):
    """No explanation will come: none is due, the party said so, or the time for it is over."""

    how: Literal["no_right", "declared", "time_over"]
    at: datetime
    reason: Short
    sheet: SheetNumber | None = None
    """First sheet number of the filed paper in which the party says so, if the minutes do not."""


class SanctionImposed(Wire):
    """The sanction decision (MQĐ02), or one on the spot (MQĐ01), with the reckoned order and its result."""

    document_id: UUID
    decided_on: date
    order: SanctionOrder
    total: Money
    computation: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    """SHA-256 of the reckoning that the issuer saw. `ledger.record` (the one door) reckons again."""
    by_device: bool
    """The violation was found by a technical device. Such a decision always needs minutes (Art
    56.2)."""
    delegation: Number | None
    """Number of the delegation (giao quyền) if a deputy signs."""
    confiscated: Annotated[list[UUID], Meta(max_length=1000)]
    """Exhibits, by id."""
    comply_days: Annotated[int, Meta(ge=1, le=365)]
    publish: bool
    """Public notice is due (Art 72)."""
    late: Reason | None = None
    """Why a decision that was signed in time is entered after the time to decide. Listed as an
    exception."""
    twice: Reason | None = None
    """Why there are two decisions on one act of one party, this and another case's. Listed as an
    exception."""
    gain_kept: Reason | None = None
    """Why the violator keeps the illicit gain that the minutes record (Art 28.1 i). Listed as an
    exception."""
    no_opinion: Reason | None = None
    """Why the decision does not wait for the opinion on the inspection's file, within 24 hours of
    the time to decide (practice B6). Listed as an exception."""


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
    """Proof that the violator is dead or dissolved, or of another ground. Either minutes of
    verification (MBB05) of the case, or the act that filed a paper made elsewhere. It must be by
    another officer than the signer."""
    twice: Reason | None = None
    """As in SanctionImposed."""
    gain_kept: Reason | None = None
    """As in SanctionImposed."""
    kinds: Annotated[list[RemedyKind], Meta(max_length=20)] | None = None
    """The kind of each measure, in their order, as the paper has it. Null for papers on the form's first version, which
    has words alone, and in acts from before this was kept."""
    despite: Reason | None = None
    """Why a measure is ordered although a row that is not certain does not provide it. Listed."""


class SanctionDeclined(Wire):
    """Decided not to sanction (Art 65)."""

    reason: Reason
    document_id: UUID | None
    alone: Reason | None = None
    """Why the officer who declines relies on a report that they signed themselves. Checked
    afterwards."""
    why: (
        Literal["art_11", "time_over", "statute_over", "violator_unknown", "violator_dead", "other"]
        | None
    ) = None
    """Which ground of Art 65.1, as the list of exceptions shows it. Null in acts from before this
    was asked."""


class CaseTransferred(Wire):
    """Another authority is competent.

    File and exhibits go there with handover minutes (Circular 27/2020 Art 22).
    """

    to: Name
    why: Literal["above_competence", "other_field", "several_fields", "other"]
    reason: Reason
    document_id: UUID | None
    alone: Reason | None = None
    """Why the officer who hands it on relies on a report that they signed themselves. Checked
    afterwards."""


class CrimeReferred(Wire):
    """Signs of a crime: the case is referred to the prosecution bodies (MQĐ33)."""

    to: Name
    document_id: UUID
    reason: Reason
    handover_id: UUID | None = None
    """The minutes by which the file was handed over (MBB28). Null in acts from before this was kept."""
    handed_on: date | None = None
    """The day of that handover."""
    part: Annotated[list[Place], Meta(max_length=50)] | None = None
    """Places, from 0, of the recorded violations that go if others stay here (Art 62.1). Null: the whole case."""


class CrimeDeclined(Wire):
    """The prosecution bodies declined and returned the file.

    The statute of limitation gets a year more.
    """

    returned_on: date
    number: Number
    reason: Reason


class CaseClosed(Wire):
    """The case ends without a decision.

    Informants of kinds c, d and e are told unless they asked not to be.
    """

    outcome: CloseOutcome
    reason: Reason
    informant_told_on: date | None
    document_id: UUID | None
    alone: Reason | None = None
    """Why it ends as compliant although the inspection's minutes name violations. Checked
    afterwards."""


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
