"""Why an act is refused in a state: what the case waits for, where a person can do something about it. Pure."""

from backend.casework.rules.states import UNDECIDED
from backend.casework.texts.cases import not_now, refusal
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseState


def fault(state: CaseState, *, once_due: bool) -> Refuse:
    """Return the refusal of an act that the state table does not allow.

    `once_due`: it would be allowed where a decision is due. While the explanation is open nobody
    decides, nor sends the file to a chair (Law Art 61; Circular 27/2020 Art 25): then the refusal
    says so, and what ends the waiting.
    """
    if once_due and state in UNDECIDED - {CaseState.DECISION_DUE}:
        return refusal("case_explanation_open")
    return not_now(state)
