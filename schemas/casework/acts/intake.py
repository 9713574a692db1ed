"""Acts with which a case begins, up to its inspection. See schemas/casework/words.py."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from schemas.casework.acts.parts import (
    CaseOfficer,
    Long,
    Name,
    Number,
    Opening,
    Party,
    Reason,
    SheetNumber,
    Short,
)
from schemas.casework.words import CaseAct, InformationSource
from schemas.core.base import Wire
from schemas.core.vocabulary import InspectionPaper


class InformationReceived(Wire):
    """Information came in (Circular 27/2020 Arts 8, 9).

    The door takes no new one: informations are records of their own (schemas/intake). The name of a secret informant is
    kept apart, sealed.
    """

    opening: Opening
    source: InformationSource
    channel: Short
    received_at: datetime
    content: Annotated[str, Meta(min_length=3, max_length=10_000)]
    informant_secret: bool
    wants_answer: bool
    """Informants of kinds c, d and e are told the result unless they asked not to be (Art 10)."""
    party: Party | None
    place: Short | None


class VerificationAssigned(Wire):
    """Named officers check and verify the information, by a day (Art 9.2)."""

    officers: Annotated[list[CaseOfficer], Meta(min_length=1, max_length=30)]
    due_on: date
    document_id: UUID | None
    instructions: Long


class InformationForwarded(Wire):
    """The unit is not competent and forwards the information, with a copy to both superiors in the force (Art 9.3)."""

    to: Name
    inside_force: bool
    document_id: UUID | None
    reason: Reason


class PlanItemEntered(Wire):
    """An item of an approved plan (Art 5.2): which party, what, when."""

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
    """An officer proposes an inspection (Art 11).

    With `opening` it is the case's first act, based on what the officer saw.
    """

    opening: Opening | None
    document_id: UUID | None
    basis: Reason
    contents: Annotated[list[Reason], Meta(min_length=1, max_length=30)]
    expected_violation: Long
    expected_law: Long
    proposed_start: date
    duration_days: Annotated[int, Meta(ge=1, le=5)]
    party: Party
    information_ids: Annotated[list[UUID], Meta(max_length=20)] = msgspec.field(
        default_factory=list
    )
    """Informations on which it rests (backend/intake). Empty in entries from before these were records."""
    ordered: bool = False
    """By one of them a superior has one party inspected at several places (Art 13.4). Read off it, typed by nobody. In
    entries from before it was true of every written order (Art 8.1.a)."""


class ProposalRejected(Wire):
    """The head turned the proposal down."""

    reason: Reason


class AdhocPlanIssued(Wire):
    """The ad-hoc plan (phương án), which precedes an ad-hoc decision (Art 12)."""

    document_id: UUID
    start_on: date
    end_on: date


class InspectionEnd(Wire):
    """What an inspection had done before a case was opened from it, or was linked to it.

    `at` is when the server first received its minutes, from which the time for the violation minutes runs (Decree
    118/2021 Art 12.2). `violation`: whether they name any violation.
    """

    at: datetime
    violation: bool


class CaseOpened(Wire):
    """A case is opened from an inspection that was approved, or that is being submitted without a case."""

    opening: Opening
    inspection_id: UUID
    decision_number: Number
    party: Party
    another_party: Reason | None = None
    """Why the case is against another party than the inspected one. Listed as an exception."""
    ended: InspectionEnd | None = None
    """Read off the inspection, typed by nobody. None in entries from before it was told, and where minutes say that
    there was no inspection."""


class DecisionLinked(Wire):
    """The inspection decision (QĐ-KT) of this case.

    `emergency`: why no ad-hoc plan preceded it (Art 12).
    """

    inspection_id: UUID
    decision_number: Number
    planned: bool
    emergency: Reason | None
    ended: InspectionEnd | None = None
    """Read off an inspection that had ended before it was linked, typed by nobody. None if it goes on, where minutes
    say that there was no inspection, and in entries from before it was told."""


class InspectionFollowed(Wire):
    """What an inspection of this case did. Written by the system beside the inspection's act."""

    inspection_id: UUID
    act: UUID
    at: datetime
    until: date | None = None
    """The last day on site, where the decision allows more than three working days when the inspection
    begins: issued so, or extended by QĐ-KDGH before (Ordinance 11/2016 Art 22)."""


class InspectionPaperFiled(Wire):
    """A signed paper of this case's inspection gets its sheet numbers (bút lục). Written by the system, never typed."""

    inspection_id: UUID
    document_id: UUID
    """Of the decision paper, or of the act by which the minutes were written."""
    paper: InspectionPaper
    title: Annotated[str, Meta(min_length=3, max_length=300)]
    """Of its form, in Vietnamese, as the contents list prints it."""
    number: Number
    issued_on: date | None
    pages: Annotated[int, Meta(ge=1, le=2000)]
    """Of its file; a page is a sheet (docs/decisions/0035)."""


class DecisionExpired(Wire):
    """The decision was not begun within its time (Ordinance 11/2016 Art 19.3)."""

    inspection_id: UUID
    reason: Reason


class VerificationOrdered(Wire):
    """Verification after the inspection (Ordinance 11/2016 Art 27.4): 10, 25 or 40 days.

    Once the violation is recorded it is verification of what the decision needs (Law on Handling
    Administrative Violations Art 59).
    """

    officers: Annotated[list[CaseOfficer], Meta(min_length=1, max_length=30)]
    due_on: date
    testing: bool
    document_id: UUID | None
    reason: Reason
    sheet: SheetNumber | None = None
    """First sheet number of the written order, which is filed. Needed once the violation is
    recorded."""


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
    CaseAct.INSPECTION_PAPER_FILED: InspectionPaperFiled,
    CaseAct.DECISION_EXPIRED: DecisionExpired,
    CaseAct.VERIFICATION_ORDERED: VerificationOrdered,
}
