"""The life of a case as a table: state x act -> what becomes of it. Pure; complete; derived from the declared acts.

What a cell allows may still fail a guard (guards.py): what was decided before, which paper stands, which time is over.
"""

from typing import Any

from backend.casework.acts.index import ACTS
from backend.casework.rules.states import Effect, Step
from schemas.casework.words import CaseAct, CaseState

FOLLOWED = frozenset(kind for kind, one in ACTS.items() if one.otherwise is Effect.NOTED)
"""What the system writes when the case's inspection did it: never refused for where the case stands by then."""
EXECUTION = frozenset(kind for kind, one in ACTS.items() if one.carries_out)
"""What carries a decision out: each asks whether its decision is in force."""


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
"""Every state, and None for a case that is not there, against every act of a case."""


def step(state: CaseState | None, act_type: str) -> Step:
    """Look one cell up. Raises KeyError for an act that is no case's."""
    return TABLE[state][CaseAct(act_type)]


def possible(state: CaseState | None) -> list[CaseAct]:
    """What may happen next, in the order of the enumeration; guards may still stand against it."""
    return [kind for kind, cell in TABLE[state].items() if cell.effect is Effect.TAKES]


def carries_out(kind: CaseAct, content: Any) -> bool:
    """Whether this very act carries the decision out: what gives goods back needs none."""
    asked = ACTS[kind].carries_out
    return asked if isinstance(asked, bool) else asked(content)
