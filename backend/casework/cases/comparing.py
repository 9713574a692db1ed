"""Lists everything in which an act contradicts the signed paper that it names.

Each act's declaration says what is compared.
"""

from typing import Any

from backend.casework.acts.index import ACTS
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.signed import Beside, Difference, cites
from schemas.casework.words import CaseAct


def differences(
    kind: CaseAct, content: Any, paper: Paper, facts: Facts, beside: Beside
) -> list[Difference]:
    """Return the differences, in the order of the paper's parts."""
    declared = ACTS[kind]
    found = list(cites(paper, beside.minutes)) if declared.cites_minutes else []
    if declared.says_as_signed is not None:
        found += declared.says_as_signed(content, paper, beside)
    if declared.carries_as_signed is not None and paper.id != facts.decision_id:
        found += declared.carries_as_signed(content, paper, facts)
    return [one for one in found if one is not None]
