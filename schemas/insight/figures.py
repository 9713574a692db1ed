"""Words of figures: what is counted of records, and along which it can be told apart.

A figure (`FigureDefinition`) is a sentence of data about counted events; which events a record has is derived from its acts
(backend/insight/rules/counting). Money is whole đồng. Days are Vietnamese calendar days.
"""

from enum import StrEnum


class CountedEvent(StrEnum):
    """What is counted, once each time it happens in a record. `detail` says which kind; docs/figures.md has all."""

    # Information (intake): what came in
    INFORMATION_RECEIVED = "information.received"
    """Detail: its source, a to e, or denunciation, complaint."""
    INFORMATION_VERIFIED = "information.verified"
    """Detail: what verification found."""
    INFORMATION_ENDED = "information.ended"
    """Detail: as what."""
    # Plans
    ITEM_PLANNED = "item.planned"
    ITEM_CARRIED_OUT = "item.carried_out"
    ITEM_DROPPED = "item.dropped"
    # Inspections
    INSPECTION_DECIDED = "inspection.decided"
    """Detail: planned or ad_hoc."""
    INSPECTION_CARRIED_OUT = "inspection.carried_out"
    """The decision was announced on site. Detail: planned or ad_hoc."""
    INSPECTION_ENDED = "inspection.ended"
    """Its minutes were submitted. Detail: violation or none."""
    INSPECTION_NOT_CARRIED_OUT = "inspection.not_carried_out"
    """Detail: withdrawn, lapsed, discarded."""
    # A case up to the decision
    CASE_OPENED = "case.opened"
    """Detail: the way in which it began."""
    CASE_DETECTED = "case.detected"
    """Violation minutes, another body's file, or a sanction without minutes: once a case. Detail: which of the three."""
    CASE_PENDING = "case.pending"
    """Count 1 when a detected case begins to wait for a decision, -1 when it does no more: their sum is how many wait."""
    BEHAVIOUR_RECORDED = "behaviour.recorded"
    """One behaviour of the violation minutes."""
    CASE_ENDED = "case.ended"
    """It ended without a decision. Detail: the outcome, or declined:<ground of Art 65>."""
    CASE_TRANSFERRED = "case.transferred"
    """Another authority is competent. Detail: why."""
    CRIME_REFERRED = "crime.referred"
    """MQĐ33. Detail: whole or part."""
    FILE_RECEIVED = "file.received"
    """Another body's file came. Detail: prosecution (P04) or force."""
    MEASURE_TAKEN = "measure.taken"
    """A preventive measure was ordered. Detail: the form of its decision."""
    # The decision
    CASE_SANCTIONED = "case.sanctioned"
    """The first sanction decision of a case. Detail: minutes, on_spot or chair."""
    DECISION_ISSUED = "decision.issued"
    """A sanction decision. Detail: minutes (MQĐ02), on_spot (MQĐ01), chair. Amount: the fine as decided."""
    DECISION_WITH = "decision.with"
    """What a sanction decision carries, each kind once. Detail: warning, fine, an additional penalty, or remedy:<kind>."""
    BEHAVIOUR_SANCTIONED = "behaviour.sanctioned"
    """One behaviour of a sanction decision. Amount: its part of the fine."""
    REMEDY_ORDERED = "remedy.ordered"
    """Confiscation or remedies without a sanction (MQĐ14, MQĐ15). Detail: why no fine."""
    DECISION_TIMED = "decision.timed"
    """Amount: whole days from the violation minutes to the decision."""
    DECISION_ANNULLED = "decision.annulled"
    """A whole decision was cancelled (MQĐ40). Detail: the ground."""
    DECISION_AMENDED = "decision.amended"
    """Amended, corrected or annulled in part. Detail: the form of the paper."""
    # What is owed
    FINE_CHANGED = "fine.changed"
    """By how much the fine that is owed changed after its decision. Detail: amended, reduced, stopped, annulled. May be negative."""
    # Execution
    MONEY_COLLECTED = "money.collected"
    """By the day of the receipt. Detail: what for (PaymentKind)."""
    MONEY_REFUNDED = "money.refunded"
    FINE_POSTPONED = "fine.postponed"
    FINE_REDUCED = "fine.reduced"
    """Detail: reduced or waived (nothing is left). Amount: by how much."""
    INSTALMENTS_GRANTED = "instalments.granted"
    ENFORCEMENT_ORDERED = "enforcement.ordered"
    EXECUTION_SUSPENDED = "execution.suspended"
    CASE_EXECUTED = "case.executed"
    """Everything that was decided is done."""
    EXECUTION_LAPSED = "execution.lapsed"
    CASE_ARCHIVED = "case.archived"
    COMPLAINT_FILED = "complaint.filed"
    """Detail: complaint or lawsuit."""
    COMPLAINT_RESOLVED = "complaint.resolved"
    """Detail: the result."""
    # Goods: the count is rows of the list, the amount their stated value
    GOODS_SEIZED = "goods.seized"
    GOODS_CONFISCATED = "goods.confiscated"
    GOODS_DESTROYED = "goods.destroyed"
    GOODS_SOLD = "goods.sold"
    """Amount: their stated value; what they brought is PROCEEDS."""
    PROCEEDS = "goods.proceeds"
    """Amount: what a sale brought, by the day of the sale."""
    GOODS_RETURNED = "goods.returned"
    GOODS_HANDED_ON = "goods.handed_on"
    PAPER_ISSUED = "paper.issued"
    """A paper got into force. Detail: its form."""


class CountedParty(StrEnum):
    """Whose act it is, as the yearly report of sanctions tells parties apart (Decree 118/2021 Art 35.2)."""

    NOBODY = ""
    """The violator is not known, or the event is about none."""
    INDIVIDUAL = "individual"
    MINOR = "minor"
    """A person under 18 on the day of the act."""
    HOUSEHOLD = "household"
    """Counted with individuals; kept apart so that it can be shown."""
    ORGANISATION = "organisation"
