"""All acts of a case as the desk describes them, and the tables that pages look them up in."""

from admin_ui.casework.acts import (
    beside,
    changes,
    closing,
    complaints,
    decision,
    dispatching,
    documents,
    evading,
    execution,
    exhibits,
    fine,
    handed,
    handed_on,
    inspection,
    intake,
    issuing,
    notices,
    outside,
    relief,
    seizure,
    signed_by_hand,
    suspension,
    violation,
)
from admin_ui.casework.acts.describing import ActForm
from admin_ui.casework.acts.fields import Field
from backend.ledger.declared import index
from schemas.casework.words import CaseAct

DESCRIBED = index(
    CaseAct,
    intake.ALL,
    handed.ALL,
    inspection.ALL,
    violation.ALL,
    outside.ALL,
    decision.ALL,
    handed_on.ALL,
    evading.ALL,
    execution.ALL,
    suspension.ALL,
    fine.ALL,
    relief.ALL,
    closing.ALL,
    seizure.ALL,
    exhibits.ALL,
    notices.ALL,
    complaints.ALL,
    documents.ALL,
    issuing.ALL,
    signed_by_hand.ALL,
    dispatching.ALL,
    changes.ALL,
    beside.ALL,
)

FORMS: dict[CaseAct, ActForm] = {kind: one.form for kind, one in DESCRIBED.items() if one.form}
"""Acts with a form. One page serves all of them (casework/recording/page.py)."""

ELSEWHERE: dict[CaseAct, str] = {
    kind: one.elsewhere for kind, one in DESCRIBED.items() if one.elsewhere
}
"""Acts with a page of their own."""

OPENINGS: dict[str, tuple[CaseAct, tuple[Field, ...]]] = {
    one.opening.way: (one.wire, one.opening.fields)
    for one in (*intake.ALL, *handed.ALL)
    if one.opening
}
"""Acts by which a case is opened, by their name in the URL, in the order of the page."""
