"""The state machine of an inspection as two tables: state x act -> effect.

Pure; complete; derived from the declared acts. Evidence is never refused: if the state has no place
for it, it is held in quarantine. Only steps are refused. The act's own guard may still refuse what
a cell allows. The older table stays for records that began with it. The newer one is for decisions
with `minutes_flow: 2`, and never reaches `returned`, `revising` and `refused`. It adds no state
either: phones with the previous version of the app know these nine states and no tenth.
"""

from backend.fieldwork.acts.declaring import Declared, Life
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.rules.steps import Effect, Step
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import ActType, InspectionState, QuarantineCode

TYPES = frozenset(ACTS)
OLDER_TYPES = frozenset(kind for kind, one in ACTS.items() if one.older is not None)
NEWER_TYPES = TYPES - OLDER_TYPES
"""Acts of the newer flow only. On a record of the older flow they are refused as `flow_older`."""
EVIDENCE = frozenset(kind for kind, one in ACTS.items() if one.evidence)
"""Acts that record what a person captured on site. They are never refused."""
JOINS_THE_FILE = tuple(sorted(str(kind) for kind, one in ACTS.items() if one.joins_the_file))
"""Acts that become part of the file if they come after the submission."""
FILE_RULINGS = frozenset(one.ruling for one in ACTS.values() if one.ruled and one.ruled.status)
"""A supervisor's rulings on the file, by their `kind` in the table of rulings."""
LATE = frozenset({InspectionState.SUBMITTED, InspectionState.APPROVED})
"""States in which new evidence joins as an addendum. It is shown beside the frozen revision, but is
not part of it."""


def cells_of(kind: ActType, life: Life) -> dict[InspectionState, Step]:
    """Return the table cells of an act, by state. Raises ValueError if two lines name one state."""
    told = [
        (state, Step(Effect.TAKES, move.to or state))
        for move in life.moves
        for state in move.begins
    ]
    told += [(state, line.step) for line in life.without for state in line.states]
    cells = {state: step for state, step in told if state is not None}
    if len(cells) + sum(state is None for state, _ in told) != len(told):
        raise ValueError(f"{kind} is told twice of one state")
    if life.otherwise is not None:
        cells = dict.fromkeys(InspectionState, life.otherwise) | cells
    return cells


def _unknown(one: Declared) -> Step:
    """Return the cell of an act whose record does not exist.

    A decision begins the record; evidence is held until the record exists; steps are refused.
    """
    for move in one.older.moves if one.older else ():
        if None in move.begins:
            return Step(Effect.TAKES, move.to)
    if one.evidence:
        return Step(Effect.HELD, None, QuarantineCode.RECORD_UNKNOWN)
    return Step(Effect.REFUSED, None, "record_unknown")


_OLDER = {kind: cells_of(kind, one.older) for kind, one in ACTS.items() if one.older is not None}
_NEWER = {kind: cells_of(kind, one.newer) for kind, one in ACTS.items()}

OLDER: dict[InspectionState | None, dict[ActType, Step]] = {
    None: {kind: _unknown(one) for kind, one in ACTS.items()},
    **{state: {kind: cells[state] for kind, cells in _OLDER.items()} for state in InspectionState},
}
"""The older flow's table, by state and act. The row None is for a record that does not exist; as
that has no flow yet, the row serves both flows."""


def _reached() -> tuple[InspectionState, ...]:
    found = {InspectionState.DECIDED}
    while True:
        after = {_NEWER[kind][state].next for state in found for kind in ACTS}
        after |= {one.own_file for one in ACTS.values()}
        more = {state for state in after if state is not None} - found
        if not more:
            return tuple(state for state in InspectionState if state in found)
        found |= more


REACHED = _reached()
"""The states that the newer flow reaches."""
NEWER: dict[InspectionState, dict[ActType, Step]] = {
    state: {kind: cells[state] for kind, cells in _NEWER.items()} for state in REACHED
}
"""The newer flow's table, by state and act."""


def step(state: InspectionState | None, act_type: str, minutes_flow: int = 1) -> Step:
    """Look up one cell in the table of the decision's flow.

    Raises ValueError for a type that is not an act of inspections.
    """
    kind = ActType(act_type)
    if state is not None and minutes_flow == FLOW:
        return NEWER[state][kind]
    if state is not None and kind in NEWER_TYPES:
        return Step(Effect.REFUSED, None, "flow_older")
    return OLDER[state][kind]


def once_taken(
    state: InspectionState | None, act_type: str, minutes_flow: int = 1
) -> InspectionState | None:
    """Return the state after an act that is in effect, even if the table would hold it now.

    None if the act does not change the state.
    """
    cell = step(state, act_type, minutes_flow)
    if cell.effect is Effect.TAKES:
        return cell.next
    if state is None or minutes_flow == FLOW:
        return None
    return ACTS[ActType(act_type)].once_taken.get(state)


def of_own_file(act_type: str, minutes_flow: int) -> InspectionState | None:
    """Return the state after an act if the issuer of the decision leads the team.

    None if that makes no difference.
    """
    return ACTS[ActType(act_type)].own_file if minutes_flow == FLOW else None


def fold(
    act_types: list[tuple[str, bool]], minutes_flow: int = 1, *, own_file: bool = False
) -> InspectionState | None:
    """Derive the state from the accepted acts of a record in order: (type, took effect).

    This defines the meaning of the state column, which is only a cache of it. An admitted act
    counts at the position of its admission, so the caller gives its type there. `own_file` says
    that the issuer of the decision leads the team; in the newer flow that submission needs no
    opinion.
    """
    state: InspectionState | None = None
    for act_type, took_effect in act_types:
        if not took_effect:
            continue
        after = once_taken(state, act_type, minutes_flow)
        if after is not None and own_file:
            after = of_own_file(act_type, minutes_flow) or after
        state = after or state
    return state
