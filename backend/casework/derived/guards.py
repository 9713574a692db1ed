"""What must be so before an act of a case may take effect: pure, each refusal with its article.

The table (states.py) has said already that the state allows it. Who may do it at all is in authority.py. What each act
needs, its papers and its own guard, is declared with it in backend/casework/acts.
"""

from typing import Any

from backend.casework.acts.index import ACTS
from backend.casework.rules.facts import Facts
from backend.casework.rules.guard_context import GuardContext
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseAct


def guard(kind: CaseAct, content: Any, facts: Facts | None, context: GuardContext) -> Refuse | None:
    """Why the act may not take effect; None where nothing stands against it."""
    declared = ACTS[kind]
    missing = (
        declared.paper.objection(content, facts, context) if declared.paper and facts else None
    )
    return missing or (declared.guard(content, facts, context) if declared.guard else None)


def waits(kind: CaseAct, content: Any, facts: Facts) -> Refuse | None:
    """Why an act must wait for a paper that is signed by hand; asked before its own guard."""
    found = (one.objection(content, facts) for one in ACTS[kind].compared_first)
    return next((why for why in found if why), None)
