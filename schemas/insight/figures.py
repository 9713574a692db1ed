"""Words of figures: what is counted of records, and along which it can be told apart.

A figure (`FigureDefinition`) is a sentence of data about counted events; which events a record has is derived from
its acts
(backend/insight/rules/counting). Money is whole đồng. Days are Vietnamese calendar days.
"""

from enum import StrEnum


class CountedEvent(StrEnum):
    """What is counted, once each time it happens in a record. `detail` says which kind; docs/figures.md has all."""

    # Information (intake): what came in
    INFORMATIONS_RECEIVED = "informations_received"
    """Detail: its source, a to e, or denunciation, complaint."""
    INFORMATIONS_VERIFIED = "informations_verified"
    """Detail: what verification found."""
    INFORMATIONS_ENDED = "informations_ended"
    """Detail: as what."""
    # Inspections
    INSPECTIONS_DECIDED = "inspections_decided"
    """Detail: planned or ad_hoc."""
    INSPECTIONS_CARRIED_OUT = "inspections_carried_out"
    """The decision was announced on site. Detail: planned or ad_hoc."""
    INSPECTIONS_ENDED = "inspections_ended"
    """Its minutes were submitted. Detail: violation or none."""
    INSPECTIONS_NOT_CARRIED_OUT = "inspections_not_carried_out"
    """Detail: withdrawn, lapsed, discarded."""
    # A case up to the decision
    CASES_OPENED = "cases_opened"
    """Detail: the way in which it began."""
    CASES_DETECTED = "cases_detected"
    """Violation minutes, another body's file, or a sanction without minutes: once a case. Detail: which of them."""
    CASES_PENDING = "cases_pending"
    """Count 1 when a detected case begins to wait for a decision, -1 when it does no more: the sum is how many wait."""
    BEHAVIOURS_RECORDED = "behaviours_recorded"
    """One behaviour of the violation minutes."""
    CASES_ENDED = "cases_ended"
    """It ended without a decision. Detail: the outcome, or declined:<ground of Art 65>."""
    CASES_TRANSFERRED = "cases_transferred"
    """Another authority is competent. Detail: why."""
    CRIMES_REFERRED = "crimes_referred"
    """MQĐ33. Detail: whole or part."""
    FILES_RECEIVED = "files_received"
    """Another body's file came. Detail: prosecution (P04) or force."""
    MEASURES_TAKEN = "measures_taken"
    """A preventive measure was ordered. Detail: the form of its decision."""
    # The decision
    CASES_SANCTIONED = "cases_sanctioned"
    """The first sanction decision of a case. Detail: minutes, on_spot or chair."""
    DECISIONS_ISSUED = "decisions_issued"
    """A sanction decision. Detail: minutes (MQĐ02), on_spot (MQĐ01), chair. Amount: the fine as decided."""
    DECISIONS_WITH = "decisions_with"
    """What a sanction decision carries, each once. Detail: warning, fine, an additional penalty, or remedy:<kind>."""
    BEHAVIOURS_SANCTIONED = "behaviours_sanctioned"
    """One behaviour of a sanction decision. Amount: its part of the fine."""
    REMEDIES_ORDERED = "remedies_ordered"
    """Confiscation or remedies without a sanction (MQĐ14, MQĐ15). Detail: why no fine."""
    DECISIONS_TIMED = "decisions_timed"
    """Amount: whole days from the violation minutes to the decision."""
    DECISIONS_ANNULLED = "decisions_annulled"
    """A whole decision was cancelled (MQĐ40). Detail: the ground."""
    DECISIONS_AMENDED = "decisions_amended"
    """Amended, corrected or annulled in part. Detail: the form of the paper."""
    # What is owed
    FINES_CHANGED = "fines_changed"
    """What a fine changed by after its decision, may be negative. Detail: amended, reduced, stopped, annulled."""
    # Execution
    MONEY_COLLECTED = "money_collected"
    """By the day of the receipt. Detail: what for (PaymentKind)."""
    MONEY_REFUNDED = "money_refunded"
    FINES_POSTPONED = "fines_postponed"
    FINES_REDUCED = "fines_reduced"
    """Detail: reduced or waived (nothing is left). Amount: by how much."""
    INSTALMENTS_ALLOWED = "instalments_allowed"
    ENFORCEMENTS_ORDERED = "enforcements_ordered"
    EXECUTIONS_SUSPENDED = "executions_suspended"
    CASES_EXECUTED = "cases_executed"
    """Everything that was decided is done."""
    EXECUTIONS_LAPSED = "executions_lapsed"
    CASES_ARCHIVED = "cases_archived"
    COMPLAINTS_FILED = "complaints_filed"
    """Detail: complaint or lawsuit."""
    COMPLAINTS_RESOLVED = "complaints_resolved"
    """Detail: the result."""
    # Goods: the count is rows of the list, the amount their stated value
    GOODS_SEIZED = "goods_seized"
    GOODS_CONFISCATED = "goods_confiscated"
    GOODS_DESTROYED = "goods_destroyed"
    GOODS_SOLD = "goods_sold"
    """Amount: their stated value; what they brought is GOODS_PROCEEDS."""
    GOODS_PROCEEDS = "goods_proceeds"
    """Amount: what a sale brought, by the day of the sale."""
    GOODS_RETURNED = "goods_returned"
    GOODS_HANDED_ON = "goods_handed_on"
    PAPERS_ISSUED = "papers_issued"
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
