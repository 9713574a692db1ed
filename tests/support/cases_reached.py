"""States that a case of today can come to, by the acts that the door still takes."""

from backend.casework.cases.handler import SUPERSEDED
from backend.casework.derived import states as case_states
from backend.casework.rules.states import CLOSINGS, Effect
from schemas.casework.words import CaseState


def states() -> set[CaseState]:
    """Return the states that a case of today can come to: information is no case any more."""
    found, left = set[CaseState | None](), list[CaseState | None]([None])
    while left:
        state = left.pop()
        if state in found:
            continue
        found.add(state)
        left += CLOSINGS[state].values() if state in CLOSINGS else []
        left += [
            step.next
            for kind, step in case_states.TABLE[state].items()
            if step.effect is Effect.TAKES and step.next is not None and kind not in SUPERSEDED
        ]
    return {state for state in found if state is not None}
