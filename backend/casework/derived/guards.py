"""What must hold before an act of a case may take effect: pure, each refusal with its article.

The state table (states.py) has allowed the act already, and authority.py says who may do it at all.
Each act's papers and its own guard are declared with it in backend/casework/acts.
"""

from typing import Any

from backend.casework.acts.index import ACTS
from backend.casework.rules.facts import Facts
from backend.casework.rules.guard_context import GuardContext
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseAct


def guard(kind: CaseAct, content: Any, facts: Facts | None, context: GuardContext) -> Refuse | None:
    """Return why the act may not take effect, or None."""
    declared = ACTS[kind]
    missing = (
        declared.paper.objection(content, facts, context) if declared.paper and facts else None
    )
    return missing or (declared.guard(content, facts, context) if declared.guard else None)


def waits(kind: CaseAct, content: Any, facts: Facts) -> Refuse | None:
    """Return why an act must wait for a paper that is signed by hand, or None.

    Asked before its own guard.
    """
    found = (one.objection(content, facts) for one in ACTS[kind].compared_first)
    return next((why for why in found if why), None)
