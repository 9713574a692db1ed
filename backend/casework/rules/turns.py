"""Which states wait for an officer with the authority, which for the case's officers. Pure."""

from backend.casework.rules.states import BEFORE_INSPECTION, HOLDING
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
OF_THE_OFFICERS = (HOLDING | BEFORE_INSPECTION) - OF_THE_HEAD
"""The next step is work: verifying, recording, delivering, collecting."""
