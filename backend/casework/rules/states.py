"""Groups of states that acts of a case begin in, and what an act does to a state. Pure.

The states are those of the force's own procedure (Ordinance 11/2016/UBTVQH13, Circular 27/2020/TT-BCT, Law on Handling
Administrative Violations). Which act leads from one to the next is declared with the act, in backend/casework/acts.
"""

from enum import StrEnum

import msgspec

from schemas.casework.words import CaseState, CloseOutcome

S = CaseState


class Effect(StrEnum):
    """What becomes of an act in a state."""

    TAKES = "takes"
    """It takes effect; the state becomes `next`, or stays where that is None."""
    NOTED = "noted"
    """It is accepted and moves nothing: it came late, or says what is so already."""
    REFUSED = "refused"
    """Not in this state."""


class Step(msgspec.Struct, frozen=True):
    """One cell of the table of states and acts."""

    effect: Effect
    next: CaseState | None = None


AT_INSPECTION = frozenset({S.INSPECTING, S.INSPECTED, S.VERIFYING})
UNDECIDED = frozenset({S.VIOLATION_RECORDED, S.AWAIT_EXPLANATION, S.DECISION_DUE})
EXECUTING = frozenset(
    {S.DELIVERED, S.EXECUTING, S.POSTPONED, S.INSTALMENT, S.ENFORCING, S.SUSPENDED}
)
DECIDED_ON = frozenset({S.ONSPOT_SANCTIONED, S.SANCTIONED, S.REMEDY_ONLY}) | EXECUTING
CLOSED = frozenset(
    {
        *(S.FORWARDED, S.REJECTED, S.EXPIRED, S.NO_SANCTION, S.EXECUTED, S.LAPSED, S.TRANSFERRED),
        *(S.ANNULLED, S.CRIMINAL_TRANSFER),
        *(S.CLOSED_NO_ACTION, S.CLOSED_NO_VIOLATION, S.CLOSED_COMPLIANT),
    }
)
"""Nothing more is to be decided; the file may be archived."""
NOT_ARCHIVED = frozenset(S) - {S.ARCHIVED}
WITH_EXHIBITS = (
    AT_INSPECTION | UNDECIDED | DECIDED_ON | CLOSED - {S.FORWARDED, S.REJECTED, S.EXPIRED}
)
SEIZABLE = AT_INSPECTION | UNDECIDED | DECIDED_ON | {S.EXECUTED, S.LAPSED}
"""Goods can be entered: after the decision those that secure its execution (Law Art 125.1 c), once that is done too."""
AFTER_DECISION = DECIDED_ON | {S.EXECUTED, S.LAPSED}

CLOSINGS: dict[CaseState, dict[CloseOutcome, CaseState]] = {
    S.INFO_RECEIVED: {CloseOutcome.NO_ACTION: S.CLOSED_NO_ACTION},
    S.INFO_VERIFYING: {
        CloseOutcome.NO_VIOLATION: S.CLOSED_NO_VIOLATION,
        CloseOutcome.NO_ACTION: S.CLOSED_NO_ACTION,
    },
    S.PLANNED: {CloseOutcome.NO_ACTION: S.CLOSED_NO_ACTION},
    S.NOT_EXECUTED: {CloseOutcome.NO_ACTION: S.CLOSED_NO_ACTION},
    S.INSPECTED: {CloseOutcome.COMPLIANT: S.CLOSED_COMPLIANT},
    S.VERIFYING: {CloseOutcome.NO_VIOLATION: S.CLOSED_NO_VIOLATION},
}
"""How a case may end without a decision, by where it stands (Circular 27/2020 Arts 10, 16, 18)."""
