"""Enumerations of casework: states, acts and kinds. Vietnamese terms are in docs/glossary.md.

Acts of cases have an enumeration separate from ActType, as those about people do. ActType has only
the acts of an inspection.
"""

from enum import StrEnum


class CaseState(StrEnum):
    """The state of a case (vụ việc), folded from its acts."""

    INFO_RECEIVED = "info_received"
    """Information was taken in. The head of the unit has not decided what to do with it."""
    INFO_VERIFYING = "info_verifying"
    """Named officers check and verify it (thẩm tra, xác minh)."""
    FORWARDED = "forwarded"
    """Another body is competent and has received it."""
    PLANNED = "planned"
    """An item of a plan in force."""
    PROPOSED = "proposed"
    """An officer proposed an inspection (đề xuất kiểm tra)."""
    REJECTED = "rejected"
    """The proposal was turned down."""
    PLAN_READY = "plan_ready"
    """The ad-hoc plan (phương án kiểm tra đột xuất) is issued."""
    DECIDED = "decided"
    """The inspection decision (QĐ-KT) is issued."""
    EXPIRED = "expired"
    """The decision was not executed in time."""
    NOT_EXECUTED = "not_executed"
    """The place was closed: minutes of non-execution."""
    INSPECTING = "inspecting"
    """The decision was announced on site."""
    INSPECTED = "inspected"
    """The inspection minutes (BB-KT) are approved."""
    VERIFYING = "verifying"
    """Verification after the inspection."""
    VIOLATION_RECORDED = "violation_recorded"
    """The violation minutes (BB-VPHC) are recorded. The clock of the sanction decision runs."""
    AWAIT_EXPLANATION = "await_explanation"
    """The violator has the right to explain, and may still use it."""
    DECISION_DUE = "decision_due"
    """Nothing is missing for the decision."""
    WITH_CHAIR = "with_chair"
    """The file was submitted to the chair of a People's Committee, who decides (Circular 27/2020
    Art 25). Exhibits and the execution of his decision stay here."""
    ONSPOT_SANCTIONED = "onspot_sanctioned"
    """Sanctioned without minutes (MQĐ01)."""
    SANCTIONED = "sanctioned"
    """The sanction decision (MQĐ02) is signed, but not delivered yet."""
    REMEDY_ONLY = "remedy_only"
    """No fine is possible any more, only confiscation or remedies (MQĐ14, MQĐ15)."""
    NO_SANCTION = "no_sanction"
    """Decided not to sanction."""
    DELIVERED = "delivered"
    """The violator has received the decision, or is deemed to have."""
    POSTPONED = "postponed"
    """Execution of the fine is postponed (hoãn)."""
    INSTALMENT = "instalment"
    """The fine is paid in parts (nộp nhiều lần)."""
    EXECUTING = "executing"
    """The decision is being carried out."""
    ENFORCING = "enforcing"
    """Enforcement was ordered (cưỡng chế)."""
    SUSPENDED = "suspended"
    """Execution is suspended (tạm đình chỉ)."""
    EXECUTED = "executed"
    """Everything that was decided is done."""
    LAPSED = "lapsed"
    """The time to execute is over, and what could still be executed is done."""
    ANNULLED = "annulled"
    """The whole decision was cancelled (MQĐ40). The fine and its clocks end. A new decision needs
    verification minutes."""
    TRANSFERRED = "transferred"
    """Another authority sanctions."""
    CRIMINAL_TRANSFER = "criminal_transfer"
    """Referred to the prosecution bodies."""
    CLOSED_NO_ACTION = "closed_no_action"
    CLOSED_NO_VIOLATION = "closed_no_violation"
    CLOSED_COMPLIANT = "closed_compliant"
    ARCHIVED = "archived"
    """The file is closed and read-only. Reopening it is an act (Circular 27/2020 Art 26)."""


class CaseAct(StrEnum):
    """Everything that can happen in a case, in the past tense. Each act is about one thing."""

    # How a case begins, up to the inspection
    INFORMATION_RECEIVED = "information.received"
    VERIFICATION_ASSIGNED = "verification.assigned"
    INFORMATION_FORWARDED = "information.forwarded"
    PLAN_ITEM_ENTERED = "plan_item.entered"
    INSPECTION_PROPOSED = "inspection.proposed"
    PROPOSAL_REJECTED = "proposal.rejected"
    ADHOC_PLAN_ISSUED = "adhoc_plan.issued"
    CASE_OPENED = "case.opened"
    FILE_RECEIVED = "file.received"
    DECISION_LINKED = "decision.linked"
    # What its inspection did: written by the system when the inspection's act is recorded
    INSPECTION_BEGAN = "inspection.began"
    INSPECTION_NOT_EXECUTED = "inspection.not_executed"
    INSPECTION_ENDED = "inspection.ended"
    INSPECTION_PAPER_FILED = "inspection_paper.filed"
    DECISION_EXPIRED = "decision.expired"
    # From the inspection to the decision
    VERIFICATION_ORDERED = "verification.ordered"
    VIOLATION_RECORDED = "violation.recorded"
    EXPLANATION_REQUESTED = "explanation.requested"
    HEARING_NOTIFIED = "hearing.notified"
    EXPLANATION_RECEIVED = "explanation.received"
    EXPLANATION_WAIVED = "explanation.waived"
    OUTSIDE_STATED = "outside.stated"
    OUTSIDE_CONFIRMED = "outside.confirmed"
    SANCTION_IMPOSED = "sanction.imposed"
    SANCTION_IMPOSED_ON_SPOT = "sanction.imposed_on_spot"
    REMEDY_ORDERED = "remedy.ordered"
    SANCTION_DECLINED = "sanction.declined"
    CASE_SENT_UP = "case.sent_up"
    CHAIR_DECIDED = "chair.decided"
    CHAIR_CHANGED = "chair.changed"
    COMPETENCE_NOTED = "competence.noted"
    CASE_TRANSFERRED = "case.transferred"
    CRIME_REFERRED = "crime.referred"
    CRIME_DECLINED = "crime.declined"
    # Evasion, before the decision or after it
    EVASION_FOUND = "evasion.found"
    EVASION_ENDED = "evasion.ended"
    # Execution
    DECISION_DELIVERED = "decision.delivered"
    PAYMENT_RECEIVED = "payment.received"
    RELIEF_ASKED = "relief.asked"
    RELIEF_REFUSED = "relief.refused"
    EXECUTION_POSTPONED = "execution.postponed"
    EXECUTION_RESUMED = "execution.resumed"
    INSTALMENTS_GRANTED = "instalments.granted"
    FINE_REDUCED = "fine.reduced"
    FINE_REFUNDED = "fine.refunded"
    REMEDY_CARRIED_OUT = "remedy.carried_out"
    ENFORCEMENT_ORDERED = "enforcement.ordered"
    EXECUTION_SUSPENDED = "execution.suspended"
    CRIME_SUSPECTED = "crime.suspected"
    SUSPENSION_ENDED = "suspension.ended"
    EXECUTION_PARTIAL = "execution.partial"
    EXECUTION_COMPLETED = "execution.completed"
    EXECUTION_LAPSED = "execution.lapsed"
    DECISION_ANNULLED = "decision.annulled"
    DECISION_DUE_AGAIN = "decision.due_again"
    CASE_CLOSED = "case.closed"
    CASE_ARCHIVED = "case.archived"
    CASE_REOPENING_ASKED = "case.reopening_asked"
    CASE_REOPENED = "case.reopened"
    # Beside the main line
    EXHIBITS_SEIZED = "exhibits.seized"
    SEIZURE_DECIDED = "seizure.decided"
    SEIZURE_EXTENDED = "seizure.extended"
    EXHIBITS_SEALED = "exhibits.sealed"
    EXHIBITS_UNSEALED = "exhibits.unsealed"
    EXHIBITS_MOVED = "exhibits.moved"
    EXHIBITS_DIVIDED = "exhibits.divided"
    EXHIBITS_UNCLAIMED = "exhibits.unclaimed"
    OWNER_NOTIFIED = "owner.notified"
    OWNER_NOT_AWAITED = "owner.not_awaited"
    EXHIBITS_DISPOSED = "exhibits.disposed"
    EXHIBITS_DESTROYED = "exhibits.destroyed"
    COMPLAINT_FILED = "complaint.filed"
    COMPLAINT_ACCEPTED = "complaint.accepted"
    COMPLAINT_REFUSED = "complaint.refused"
    COMPLAINT_RESOLVED = "complaint.resolved"
    COMPLAINT_RESULT_SENT = "complaint.result_sent"
    COMPLAINT_APPEALED = "complaint.appealed"
    COPY_SENT = "copy.sent"
    SANCTION_PUBLISHED = "sanction.published"
    DEADLINE_EXTENDED = "deadline.extended"
    RULES_MOVED = "rules.moved"
    OFFICERS_ASSIGNED = "officers.assigned"
    SHEETS_FILED = "sheets.filed"
    NOTE_ADDED = "note.added"
    CASE_SUCCEEDED = "case.succeeded"
    ORDER_CORRECTED = "case.order_corrected"
    # Papers
    DOCUMENT_DRAFTED = "document.drafted"
    DOCUMENT_FINALISED = "document.finalised"
    DOCUMENT_REOPENED = "document.reopened"
    DOCUMENT_ISSUED = "document.issued"
    DOCUMENT_PRINTED = "document.printed"
    DOCUMENT_SCANNED = "document.scanned"
    DOCUMENT_COMPARED = "document.compared"
    DOCUMENT_ENTERED = "document.entered"
    DOCUMENT_DISPATCHED = "document.dispatched"
    DOCUMENT_SEALED = "document.sealed"
    DOCUMENT_ADOPTED = "document.adopted"
    DOCUMENT_DELIVERED = "document.delivered"
    DOCUMENT_DISCARDED = "document.discarded"
    DOCUMENT_CANCELLED = "document.cancelled"
    DOCUMENT_REPLACED = "document.replaced"
    DOCUMENT_NUMBER_VOIDED = "document.number_voided"
    DOCUMENT_AMENDED = "document.amended"


class InformationSource(StrEnum):
    """Where information comes from (Circular 27/2020 Art 8.1, letters a to e)."""

    ORDER = "order"
    """a: written order of a superior authority. It may be the direct ground of an ad-hoc decision
    (Art 8.2)."""
    OFFICER = "officer"
    """b: an officer's report from professional measures or duty. It may be such a ground too."""
    TRANSFER = "transfer"
    """c: from another unit of the force."""
    REQUEST = "request"
    """d: from another state agency."""
    MEDIA = "media"
    """đ: mass media."""
    TIP = "tip"
    """e: tip, petition, complaint, denunciation."""


class DocumentState(StrEnum):
    """The state of a paper."""

    DRAFT = "draft"
    CONTENT_READY = "content_ready"
    """Its fields satisfy the form and are frozen; it waits for its signer."""
    PRINTED = "printed"
    """Numbered and printed to be signed by hand. Without effect until its scan is there."""
    SIGNED = "signed"
    """Numbered, made into a PDF, signed, stored."""
    DELIVERED = "delivered"
    REPLACED = "replaced"
    """Another paper has taken its place."""
    CANCELLED = "cancelled"
    """Taken back by a decision (MQĐ40)."""
    DISCARDED = "discarded"
    """Given up before it was numbered."""


class ByHand(StrEnum):
    """How far a paper that is signed by hand has come."""

    PRINTED = "printed"
    """It has its number. It is being signed, or its scan was sent back."""
    WAITS = "waits"
    """Its scan is there. It is in force by law from its signing, and waits for comparison."""
    OLDER = "older"
    """Issued under the older rules, which required no scan. It stays in force."""
    COMPARED = "compared"
    """A second person compared the scan with what was printed."""


class ExplanationMode(StrEnum):
    """How a violator explains the violation (Law on Handling Administrative Violations Art 61)."""

    WRITTEN = "written"
    DIRECT = "direct"


class DeliveryMode(StrEnum):
    """How a decision reaches the violator (the same Law Art 70; Decree 118/2021 Art 17a)."""

    DIRECT = "direct"
    POST = "post"
    ELECTRONIC = "electronic"
    POSTING = "posting"
    """Posted at the place for seven working days, with minutes."""
    REFUSED = "refused"
    """Delivery was refused, with minutes (MBB06). Deemed delivered."""


class ExhibitState(StrEnum):
    """What happened to an exhibit (tang vật, phương tiện)."""

    SEIZED = "seized"
    RETURNED = "returned"
    CONFISCATED = "confiscated"
    DESTROYED = "destroyed"
    SOLD = "sold"
    SOLD_EARLY = "sold_early"
    """Perishable, sold before its disposal was decided. The money in the deposit account replaces
    it (Art 126.3)."""
    TRANSFERRED = "transferred"


class SeizurePurpose(StrEnum):
    """The purpose of a seizure (Law on Handling Administrative Violations Art 125.1).

    It sets how long the seizure may last.
    """

    VERIFY = "verify"
    """To verify facts on which the decision rests: Art 125.8."""
    VALUATION = "valuation"
    """To value the goods: 5 working days from the decision (Art 60.3)."""
    PREVENT = "prevent"
    """To stop the violation immediately: Art 125.8."""
    SECURE = "secure"
    """To secure the execution of the sanction decision: until it is executed (Art 125.6)."""


class PaymentKind(StrEnum):
    """What a payment was for."""

    FINE = "fine"
    LATE_INTEREST = "late_interest"
    ILLICIT_GAIN = "illicit_gain"
    SALE_PROCEEDS = "sale_proceeds"


class CloseOutcome(StrEnum):
    """Why a case ends without a decision."""

    NO_ACTION = "no_action"
    NO_VIOLATION = "no_violation"
    COMPLIANT = "compliant"


class CaseOfficerRole(StrEnum):
    """An officer's part in a case. An officer assigned to a case may see it."""

    LEAD = "lead"
    """Answers for the case and gets its reminders."""
    MEMBER = "member"
    VERIFIER = "verifier"
    RECEIVER = "receiver"
