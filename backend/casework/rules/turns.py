"""Whose turn it is: which states wait for who has the authority, and which for the officers of the case. Pure."""

from schemas.casework.words import CaseState as S

OF_THE_HEAD = frozenset(
    {
        *(S.INFO_RECEIVED, S.PLANNED, S.PROPOSED, S.PLAN_READY, S.NOT_EXECUTED, S.DECISION_DUE),
        *(S.POSTPONED, S.SUSPENDED, S.CRIMINAL_TRANSFER),
    }
)
"""The next step is a decision."""
OF_THE_OFFICERS = frozenset(
    {
        *(S.INFO_VERIFYING, S.DECIDED, S.INSPECTING, S.INSPECTED, S.VERIFYING),
        *(S.VIOLATION_RECORDED, S.AWAIT_EXPLANATION, S.ONSPOT_SANCTIONED, S.SANCTIONED),
        *(S.REMEDY_ONLY, S.DELIVERED, S.INSTALMENT, S.EXECUTING, S.ENFORCING),
    }
)
"""The next step is work: verifying, recording, delivering, collecting."""
