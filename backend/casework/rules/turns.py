"""Whose turn it is: which states wait for who has the authority, and which for the officers of the case. Pure."""

from schemas.casework.words import CaseState

OF_THE_HEAD = frozenset(
    {
        *(
            CaseState.INFO_RECEIVED,
            CaseState.PLANNED,
            CaseState.PROPOSED,
            CaseState.PLAN_READY,
            CaseState.NOT_EXECUTED,
            CaseState.DECISION_DUE,
        ),
        *(CaseState.POSTPONED, CaseState.SUSPENDED, CaseState.CRIMINAL_TRANSFER),
    }
)
"""The next step is a decision."""
OF_THE_OFFICERS = frozenset(
    {
        *(
            CaseState.INFO_VERIFYING,
            CaseState.DECIDED,
            CaseState.INSPECTING,
            CaseState.INSPECTED,
            CaseState.VERIFYING,
        ),
        *(
            CaseState.VIOLATION_RECORDED,
            CaseState.AWAIT_EXPLANATION,
            CaseState.ONSPOT_SANCTIONED,
            CaseState.SANCTIONED,
        ),
        *(
            CaseState.REMEDY_ONLY,
            CaseState.DELIVERED,
            CaseState.INSTALMENT,
            CaseState.EXECUTING,
            CaseState.ENFORCING,
        ),
    }
)
"""The next step is work: verifying, recording, delivering, collecting."""
