"""Why an act is refused in a state: what the case waits for, where a person can do something about it. Pure."""

from backend.casework.rules.states import UNDECIDED
from backend.casework.texts.cases import not_now, refusal
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseAct, CaseState

_HEARD_FIRST = frozenset(
    {CaseAct.SANCTION_IMPOSED, CaseAct.SANCTION_IMPOSED_ON_SPOT, CaseAct.CASE_SENT_UP}
)
_EXPLAINING = UNDECIDED - {CaseState.DECISION_DUE}


def fault(state: CaseState, kind: CaseAct) -> Refuse:
    """Return the refusal of an act that the state table does not allow.

    While the explanation is open nobody decides, nor sends the file to a chair (Law Art 61; Circular
    27/2020 Art 25): then it says so, and what ends the waiting.
    """
    if kind in _HEARD_FIRST and state in _EXPLAINING:
        return refusal("case_explanation_open")
    return not_now(state)
