"""Which acts of a case decide, and which papers state such a decision: pure, derived from the declared acts.

The others of who has the authority arrange the work, or enter a paper that was judged when it was signed.
"""

from typing import Any

from backend.casework.acts.declaring import Decision
from backend.casework.acts.index import ACTS
from backend.casework.rules.facts import Facts
from schemas.casework.words import CaseAct

DECISIONS = {kind: one.decides for kind, one in ACTS.items() if isinstance(one.decides, Decision)}
"""No sanction (Law Art 65), handing on, closing, extending, what stops an execution or lets it lapse, enforcement, the
answer to a complaint, and no inspection where one was proposed."""


def binds(kind: CaseAct) -> bool:
    """Whether an act approves or decides, so that a one-time code is asked for before it (practice B4)."""
    return ACTS[kind].binding


def decision_of(kind: CaseAct, content: Any, facts: Facts) -> Decision | None:
    """What an act decides; None where it only arranges or enters."""
    decides = ACTS[kind].decides
    return decides(content, facts) if callable(decides) else decides


def made_elsewhere(content: Any) -> bool:
    """Whether an act enters a decision that was signed elsewhere and filed by another hand
    (backend/casework/rules/filed.py), not on the officer's own word."""
    return getattr(content, "sheet", None) is not None and getattr(content, "alone", None) is None
