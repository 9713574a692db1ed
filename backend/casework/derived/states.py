"""The life of a case as a table of state x act -> effect. Pure, complete, derived.

It is derived from the declared acts. A guard (guards.py) may still refuse what a cell allows: for
an earlier decision, a missing paper or a time that is over.
"""

from typing import Any

from backend.casework.acts.index import ACTS
from backend.casework.rules.states import Effect, Step
from schemas.casework.words import CaseAct, CaseState

FOLLOWED = frozenset(kind for kind, one in ACTS.items() if one.otherwise is Effect.NOTED)
"""Acts that the system writes after an act of the case's inspection. No state of the case refuses
them."""
EXECUTION = frozenset(kind for kind, one in ACTS.items() if one.carries_out)
"""Acts that carry a decision out: each asks whether its decision is in force."""


def _table() -> dict[CaseState | None, dict[CaseAct, Step]]:
    made: dict[CaseState | None, dict[CaseAct, Step]] = {}
    for state in (None, *CaseState):
        made[state] = {
            kind: Step(one.otherwise if state else Effect.REFUSED) for kind, one in ACTS.items()
        }
    for kind, one in ACTS.items():
        for move in one.moves:
            for state in move.begins:
                if made[state][kind].effect is Effect.TAKES:
                    raise ValueError(f"{kind} leads from {state} to two states")
                made[state][kind] = Step(Effect.TAKES, move.to)
    return made


TABLE = _table()
"""Every state, and None for a case that does not exist, against every act of a case."""


def step(state: CaseState | None, act_type: str) -> Step:
    """Look up one cell. Raises KeyError for an act that is not a case's."""
    return TABLE[state][CaseAct(act_type)]


def possible(state: CaseState | None) -> list[CaseAct]:
    """List what may happen next, in the order of the enumeration; guards may still refuse it."""
    return [kind for kind, cell in TABLE[state].items() if cell.effect is Effect.TAKES]


def carries_out(kind: CaseAct, content: Any) -> bool:
    """Tell whether this very act carries the decision out; giving goods back does not need one."""
    asked = ACTS[kind].carries_out
    return asked if isinstance(asked, bool) else asked(content)
