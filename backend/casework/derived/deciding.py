"""Which acts of a case decide, and which papers state such a decision: pure, from the declarations.

The other acts of officers with the authority arrange the work, or enter a paper that was judged
when it was signed.
"""

from typing import Any

from backend.casework.acts.declaring import Decision
from backend.casework.acts.index import ACTS
from backend.casework.rules.facts import Facts
from schemas.casework.words import CaseAct

DECISIONS = {kind: one.decides for kind, one in ACTS.items() if isinstance(one.decides, Decision)}
"""Acts that decide: no sanction (Law Art 65), handing on, closing, extending, stopping an execution
or letting it lapse, enforcement, the answer to a complaint, and no inspection although one was
proposed."""


def binds(kind: CaseAct) -> bool:
    """Tell whether an act approves or decides: then it asks for a one-time code (practice B4)."""
    return ACTS[kind].binding


def decision_of(kind: CaseAct, content: Any, facts: Facts) -> Decision | None:
    """Return what an act decides; None if it only arranges or enters."""
    decides = ACTS[kind].decides
    return decides(content, facts) if callable(decides) else decides


def made_elsewhere(content: Any) -> bool:
    """Tell whether an act enters a decision that was signed elsewhere and filed by another officer.

    See backend/casework/rules/filed.py. The acting officer's own word is not enough.
    """
    return getattr(content, "sheet", None) is not None and getattr(content, "alone", None) is None
