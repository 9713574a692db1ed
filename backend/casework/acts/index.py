"""Every act of a case by its name on the wire. All tables of acts are derived from it. Pure."""

from backend.casework.acts import (
    beside,
    changes,
    closing,
    decision,
    documents,
    execution,
    exhibits,
    fine,
    handed,
    handed_on,
    inspection,
    intake,
    issuing,
    notices,
    relief,
    seizure,
    signed_by_hand,
    violation,
)
from backend.ledger.declared import index
from schemas.casework.words import CaseAct

ACTS = index(
    CaseAct,
    intake.ALL,
    handed.ALL,
    inspection.ALL,
    violation.ALL,
    decision.ALL,
    handed_on.ALL,
    execution.ALL,
    fine.ALL,
    relief.ALL,
    closing.ALL,
    seizure.ALL,
    exhibits.ALL,
    notices.ALL,
    documents.ALL,
    issuing.ALL,
    signed_by_hand.ALL,
    changes.ALL,
    beside.ALL,
)
