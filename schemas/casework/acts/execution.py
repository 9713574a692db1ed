"""Acts of a case from the decision to the archive. See schemas/casework/words.py."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.casework.acts.parts import Money, Name, Number, Party, Reason, SheetNumber, Short
from schemas.casework.words import CaseAct, CaseState, DeliveryMode, PaymentKind
from schemas.core.base import Wire


class EvasionFound(Wire):
    """The violator evades, obstructs or delays: filed minutes prove it.

    Before the decision the statute of limitation waits (Law Art 6), after it the limitation period
    for execution (Art 74; Decree 118/2021 Art 16.3.d; minutes by Decree 296/2025 Art 5).
    """

    evading: Literal["evades", "obstructs", "delays"]
    evaded_since: date
    what: Reason
    sheet: SheetNumber
    """First sheet number of the filed minutes."""
    alone: Reason | None = None
    """Why the officer who filed that sheet also records it. Checked afterwards. So below."""


class EvasionEnded(Wire):
    """The evasion, obstruction or delay ended: the time runs anew from that day."""

    evaded_until: date
    reason: Reason
    sheet: SheetNumber | None = None
    """First sheet number of a filed paper that shows it."""
    alone: Reason | None = None


class DecisionDelivered(Wire):
    """The violator has received the decision, or is deemed to have (Art 70; Decree 118/2021 Art 17a)."""

    document_id: UUID
    mode: DeliveryMode
    delivered_on: date
    deemed: bool
    attempts: Annotated[int, Meta(ge=1, le=10)]
    proof: Short
    receiver: Short | None
    proof_document_id: UUID | None
    since: date | None = None
    """If it is deemed delivered: the day of the third return by the post, of the entry in the named
    information system, or on which it was posted up. Null in acts from before this was asked."""
    sheet: SheetNumber | None = None
    """First sheet number of the filed post slip, or of minutes of the posting that were made
    elsewhere."""
    alone: Reason | None = None
    """Why the officer who filed that sheet also records the delivery. Checked afterwards. So with
    `alone` below."""


class PaymentReceived(Wire):
    """Money was paid: a receipt of the treasury or a bank."""

    payment_id: UUID
    kind: PaymentKind
    amount: Annotated[int, Meta(ge=1, le=999_999_999_999)]
    paid_on: date
    receipt_number: Number
    place: Name
    taken: Literal["on_the_spot", "remote", "at_sea", "outside_hours"] | None = None
    """Why an officer took the money (Law Arts 69, 78.2). Null if it went to the treasury or a bank."""
    again: Reason | None = None
    """Why a receipt that another case names is entered here too. Listed as an exception, and
    checked afterwards."""


class ExecutionPostponed(Wire):
    """The fine is postponed (MQĐ03, Art 76)."""

    document_id: UUID
    until: date
    reason: Reason
    despite: Reason | None = None
    """Why it is granted although a condition seems not to be met. Listed as an exception."""


class ExecutionResumed(Wire):
    """The postponement or suspension is over."""

    reason: Reason
    despite: Reason | None = None
    """Why a postponement ends before the day that its decision grants. Listed as an exception."""


class Instalment(Wire):
    """One part of a fine and its day."""

    due_on: date
    amount: Money


class InstalmentsGranted(Wire):
    """The fine is paid in at most three parts, within six months, the first at least 40 % (MQĐ05, Art 79)."""

    document_id: UUID
    schedule: Annotated[list[Instalment], Meta(min_length=2, max_length=3)]
    reason: Reason
    despite: Reason | None = None
    """Why it is granted although a condition seems not to be met. Listed as an exception."""


class FineReduced(Wire):
    """The rest of the fine is reduced or waived (MQĐ04, Art 77)."""

    document_id: UUID
    by: Annotated[int, Meta(ge=1, le=999_999_999_999)]
    reason: Reason
    despite: Reason | None = None
    """Why it is granted although a condition seems not to be met. Listed as an exception."""


class FineRefunded(Wire):
    """What was paid beyond the fine that is owed now went back to the party.

    The decision was amended, corrected or annulled after the payment. A new decision sets off what
    was paid (Decree 118/2021 Art 20.6); the rest goes back.
    """

    amount: Annotated[int, Meta(ge=1, le=999_999_999_999)]
    refunded_on: date
    receipt_number: Number
    """Number of the Treasury's or the bank's paper."""
    sheet: SheetNumber
    """First sheet number of that paper, filed."""
    reason: Reason
    alone: Reason | None = None
    """Why the officer who filed that sheet also records the refund. Checked afterwards."""


class RemedyCarriedOut(Wire):
    """A remedy or an additional penalty was carried out.

    It is named by its place in the decision, from 0.
    """

    what: Short
    remedy: Annotated[int, Meta(ge=0, le=39)]
    done_on: date
    document_id: UUID | None
    note: Short


class EnforcementOrdered(Wire):
    """Enforcement is ordered after the time to comply is over (cưỡng chế, Arts 86 to 88)."""

    measure: Reason
    decided_on: date
    document_id: UUID | None
    sheet: SheetNumber | None = None
    """First sheet number of the filed decision, made elsewhere. Null in acts from before this was
    kept."""
    alone: Reason | None = None


class ExecutionSuspended(Wire):
    """Execution is suspended (MQĐ31) by the authority that resolves a complaint, or by a court.

    See the Law Art 15.3 and the Law on Complaints Art 35.
    """

    document_id: UUID | None
    reason: Reason
    sheet: SheetNumber | None = None
    alone: Reason | None = None
    ground: Literal["complaint", "court", "other"] | None = None
    """Who suspends, and why. Null in acts from before this was kept."""
    complaint_id: UUID | None = None
    until: date | None = None
    """The last day of the suspension, if its decision names one."""
    suspended_on: date | None = None
    """The day of the decision to suspend. Null in acts from before this was kept."""


class CrimeSuspected(Wire):
    """Signs of a crime were found after the decision: its execution is suspended (MQĐ31).

    The file then goes to the prosecution bodies (Art 62.2).
    """

    document_id: UUID
    suspended_on: date
    reason: Reason


class SuspensionEnded(Wire):
    """A suspension ended (MQĐ32, or its own term): execution goes on from where it stood."""

    document_id: UUID | None
    ended_on: date
    why: Literal["not_prosecuted", "resolved", "term_over", "other"]
    reason: Reason
    sheet: SheetNumber | None = None
    alone: Reason | None = None


class ExecutionPartial(Wire):
    """The violator died, is missing, was dissolved or is bankrupt: the fine is no longer collected (MQĐ17).

    Confiscation and remedies go on within the estate (Art 75; Decree 118/2021 Art 19).
    """

    document_id: UUID | None
    """The decision MQĐ17. Null if the decision has nothing but a fine, of which nothing goes on."""
    why: Literal["dead", "missing", "dissolved", "bankrupt"]
    on: date
    """The day on the death paper, the court's decision or the registrar's notice."""
    sheet: SheetNumber | None
    """First sheet number of that paper in the file."""
    successor: Name | None
    """The heir or receiver who carries the rest out."""
    late: Reason | None = None
    """Why MQĐ17 was signed more than sixty days after that day."""
    alone: Reason | None = None


AnnulGround = Literal[
    "subject",
    "competence",
    "procedure",
    "law_12_1",
    "law_12_6",
    "law_12_10",
    "law_62_3",
    "law_65_1",
]
"""Why a whole decision is cancelled: Decree 118/2021 Art 13.1, letters a to h. The others name an
article of the Law."""


class DecisionAnnulled(Wire):
    """The whole decision on the violation was cancelled.

    The fine and its clocks end (Decree 118/2021 Art 13). Money that was paid is set off against a
    new decision, or given back (Art 20.6).
    """

    document_id: UUID
    by: UUID
    """The decision that cancels it (MQĐ40)."""
    ground: AnnulGround
    reason: Reason
    alone: Reason | None = None
    """Why this ground, if the paper does not say it (MQĐ40 of an older version). Checked
    afterwards."""


class DecisionDueAgain(Wire):
    """Verification minutes (MBB05) for a new decision after an annulment (Decree 118/2021 Arts 13.3, 15.3)."""

    document_id: UUID
    recorded_at: datetime
    """When the minutes were made. The time for the new decision runs from then."""
    alone: Reason | None = None
    """Why the officer who brings the case back also made the minutes. Checked afterwards."""
    party: Party | None = None
    """The violator as these minutes name them, if the decision was annulled for its wrong party
    (Art 13.1 a)."""


class ExecutionCompleted(Wire):
    """Everything that was decided is done."""

    completed_on: date
    alone: Reason | None = None
    """Why the officer who reduced the fine, or recorded a payment or measure, also closes. Checked
    afterwards."""
    unpaid: Reason | None = None
    """Why it ends with interest or illicit gain unpaid. Listed as an exception."""
    undone: Reason | None = None
    """Why measures end undone after the violator died or was dissolved: the estate does not suffice
    (Art 75). Listed as an exception."""


class ExecutionLapsed(Wire):
    """A year is over (Art 74): the fine can no longer be collected."""

    lapsed_on: date
    reason: Reason


class CaseArchived(Wire):
    """The file is closed (Circular 27/2020 Art 26)."""

    archived_on: date
    shelf: Short | None
    undone: Reason | None = None
    """Why measures stay undone or a gain unpaid after the fine has lapsed (Art 74). Listed as an
    exception."""


class CaseReopeningAsked(Wire):
    """Somebody asks that an archived file be opened again.

    A different person, who has the authority, does it.
    """

    reason: Reason


class CaseReopened(Wire):
    """The file is opened again, in the state that it had before it was archived."""

    back_to: CaseState
    reason: Reason


class SanctionPublished(Wire):
    """The sanction was made public (Art 72): within three working days of the decision."""

    where: Name
    published_on: date
    document_id: UUID
    why: Reason | None = None
    """Which great damage or bad effect on the public it had (Art 72.1). Null in acts from before this was asked."""
    despite: Reason | None = None
    """Why it is published although its field seems not to be one of Art 72.1. Listed as an exception."""


class DeadlineExtended(Wire):
    """A time limit is extended by a document, within what its rule allows.

    The clock itself is never edited.
    """

    rule: Annotated[str, Meta(pattern=r"^[DP]\d{2}[a-z]?$")]
    until: date
    document_id: UUID | None
    reason: Reason
    sheet: SheetNumber | None = None
    """First sheet number of the party's filed request, if the time to explain is extended (Art 61.2)."""
    despite: Reason | None = None
    """Why the time to explain is extended without a request. Listed as an exception."""


CONTENTS: dict[str, type[Wire]] = {
    CaseAct.EVASION_FOUND: EvasionFound,
    CaseAct.EVASION_ENDED: EvasionEnded,
    CaseAct.DECISION_DELIVERED: DecisionDelivered,
    CaseAct.PAYMENT_RECEIVED: PaymentReceived,
    CaseAct.EXECUTION_POSTPONED: ExecutionPostponed,
    CaseAct.EXECUTION_RESUMED: ExecutionResumed,
    CaseAct.INSTALMENTS_GRANTED: InstalmentsGranted,
    CaseAct.FINE_REDUCED: FineReduced,
    CaseAct.FINE_REFUNDED: FineRefunded,
    CaseAct.REMEDY_CARRIED_OUT: RemedyCarriedOut,
    CaseAct.ENFORCEMENT_ORDERED: EnforcementOrdered,
    CaseAct.EXECUTION_SUSPENDED: ExecutionSuspended,
    CaseAct.CRIME_SUSPECTED: CrimeSuspected,
    CaseAct.SUSPENSION_ENDED: SuspensionEnded,
    CaseAct.EXECUTION_PARTIAL: ExecutionPartial,
    CaseAct.EXECUTION_COMPLETED: ExecutionCompleted,
    CaseAct.EXECUTION_LAPSED: ExecutionLapsed,
    CaseAct.DECISION_ANNULLED: DecisionAnnulled,
    CaseAct.DECISION_DUE_AGAIN: DecisionDueAgain,
    CaseAct.CASE_ARCHIVED: CaseArchived,
    CaseAct.CASE_REOPENING_ASKED: CaseReopeningAsked,
    CaseAct.CASE_REOPENED: CaseReopened,
    CaseAct.SANCTION_PUBLISHED: SanctionPublished,
    CaseAct.DEADLINE_EXTENDED: DeadlineExtended,
}
"""The content of each act."""
