"""Groups of states that acts of a case begin in, and what an act does to a state. Pure.

The states are those of the force's own procedure (Ordinance 11/2016/UBTVQH13, Circular
27/2020/TT-BCT, Law on Handling Administrative Violations). Which act leads from one to the next is
declared with the act, in backend/casework/acts.
"""

from enum import StrEnum

import msgspec

from schemas.casework.words import CaseState, CloseOutcome


class Effect(StrEnum):
    """What an act does in a state."""

    TAKES = "takes"
    """It takes effect; the state becomes `next`, or stays if that is None."""
    NOTED = "noted"
    """It is accepted and changes no state: it came late, or says what is so already."""
    REFUSED = "refused"
    """It is refused in this state."""


class Step(msgspec.Struct, frozen=True):
    """One cell of the table of states and acts."""

    effect: Effect
    next: CaseState | None = None


AT_INSPECTION = frozenset({CaseState.INSPECTING, CaseState.INSPECTED, CaseState.VERIFYING})
DETECTING = frozenset({CaseState.INFO_RECEIVED, CaseState.INFO_VERIFYING})
"""A violation may be found before any inspection, or without one: minutes are made wherever it is
detected (Law Art 58.1; Decree 118/2021 Art 12.2)."""
BEFORE_INSPECTION = DETECTING | {CaseState.PROPOSED, CaseState.PLAN_READY, CaseState.DECIDED}
"""Goods that were seized where a violation was detected are held while an inspection is prepared."""
UNDECIDED = frozenset(
    {CaseState.VIOLATION_RECORDED, CaseState.AWAIT_EXPLANATION, CaseState.DECISION_DUE}
)
EXECUTING = frozenset(
    {
        CaseState.DELIVERED,
        CaseState.EXECUTING,
        CaseState.POSTPONED,
        CaseState.INSTALMENT,
        CaseState.ENFORCING,
        CaseState.SUSPENDED,
    }
)
DECIDED_ON = (
    frozenset({CaseState.ONSPOT_SANCTIONED, CaseState.SANCTIONED, CaseState.REMEDY_ONLY})
    | EXECUTING
)
HOLDING = BEFORE_INSPECTION | AT_INSPECTION | UNDECIDED | DECIDED_ON | {CaseState.WITH_CHAIR}
"""Goods can be held under a decision on their seizure. They stay here while a chair decides
(Circular 27/2020 Art 25)."""
CLOSED = frozenset(
    {
        *(
            CaseState.FORWARDED,
            CaseState.REJECTED,
            CaseState.EXPIRED,
            CaseState.NO_SANCTION,
            CaseState.EXECUTED,
            CaseState.LAPSED,
            CaseState.TRANSFERRED,
        ),
        *(CaseState.ANNULLED, CaseState.CRIMINAL_TRANSFER),
        *(CaseState.CLOSED_NO_ACTION, CaseState.CLOSED_NO_VIOLATION, CaseState.CLOSED_COMPLIANT),
    }
)
"""Nothing more is to be decided, so the file may be archived."""
CLOSED_BY_ACT = frozenset(
    {CaseState.CLOSED_NO_ACTION, CaseState.CLOSED_NO_VIOLATION, CaseState.CLOSED_COMPLIANT}
)
"""Closed by a head: nothing of it is left to be signed."""
NOT_ARCHIVED = frozenset(CaseState) - {CaseState.ARCHIVED}
WITH_EXHIBITS = HOLDING | CLOSED
SEIZABLE = HOLDING | {CaseState.EXECUTED, CaseState.LAPSED}
"""Goods can be entered. After the decision, and after its execution, they secure that execution
(Law Art 125.1 c)."""
COMPLAINED_IN = NOT_ARCHIVED - {
    CaseState.INFO_RECEIVED,
    CaseState.INFO_VERIFYING,
    CaseState.FORWARDED,
    CaseState.PLANNED,
    CaseState.PROPOSED,
    CaseState.REJECTED,
    CaseState.PLAN_READY,
}
"""Somebody may be concerned by a decision or an act, at the earliest by that to inspect (Law on Complaints Art 2)."""
AFTER_DECISION = DECIDED_ON | {CaseState.EXECUTED, CaseState.LAPSED}

CLOSINGS: dict[CaseState, dict[CloseOutcome, CaseState]] = {
    CaseState.INFO_RECEIVED: {CloseOutcome.NO_ACTION: CaseState.CLOSED_NO_ACTION},
    CaseState.INFO_VERIFYING: {
        CloseOutcome.NO_VIOLATION: CaseState.CLOSED_NO_VIOLATION,
        CloseOutcome.NO_ACTION: CaseState.CLOSED_NO_ACTION,
    },
    CaseState.PLANNED: {CloseOutcome.NO_ACTION: CaseState.CLOSED_NO_ACTION},
    CaseState.NOT_EXECUTED: {CloseOutcome.NO_ACTION: CaseState.CLOSED_NO_ACTION},
    CaseState.INSPECTED: {CloseOutcome.COMPLIANT: CaseState.CLOSED_COMPLIANT},
    CaseState.VERIFYING: {CloseOutcome.NO_VIOLATION: CaseState.CLOSED_NO_VIOLATION},
}
"""How a case may end without a decision, by its state (Circular 27/2020 Arts 10, 16, 18)."""
