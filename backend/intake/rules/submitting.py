"""Which papers of an information go to approval, and when they have no use any more. Pure."""

from typing import Final

from backend.intake.acts.declaring import OPEN
from schemas.approvals.words import SubmittedKind
from schemas.intake.words import InformationState as State

ASSIGNMENT: Final = "QĐ-NV"
KINDS: Final[dict[str, SubmittedKind]] = {
    ASSIGNMENT: SubmittedKind.VERIFICATION,
    "TB": SubmittedKind.INFORMATION_PAPER,
    "CV": SubmittedKind.INFORMATION_PAPER,
}
"""Forms that the head signs on an officer's draft (Circular 27/2020 Arts 9.3, 10.1, 35.6), and as what each goes.

A report (BC) is signed by who makes it, and nobody decides on it before (Art 9.1: who receives information reports)."""
_GOES_ON_ELSEWHERE = frozenset({State.MERGED, State.SPLIT})


def is_over(form: str, state: State) -> bool:
    """Tell whether a paper that is not signed yet has no use in this state.

    Nobody is assigned to verify what has ended. A notice to who informed, and the letter that forwards or redirects,
    are signed after the end too (Arts 9.3, 10.1), but in the information in which it went up.
    """
    if form not in KINDS:
        return False
    return state in _GOES_ON_ELSEWHERE or (form == ASSIGNMENT and state not in OPEN)
