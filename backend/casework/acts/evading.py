"""Acts about a violator who evades, obstructs or delays (Law Arts 6, 74; Decree 118/2021 Art 16.3.d)."""

from datetime import date
from typing import Any

from backend.casework.acts.clock_facts import SoFar
from backend.casework.acts.declaring import SAME_HAND, Declared, Move, Who
from backend.casework.rules import evading
from backend.casework.rules.facts import Facts
from backend.casework.rules.filed import filed
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.states import AT_INSPECTION, DECIDED_ON, UNDECIDED
from backend.ledger.bounds.edges import Today
from backend.ledger.bounds.table import HAPPENED, LAW, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct

_OPEN = AT_INSPECTION | UNDECIDED | DECIDED_ON
_BOTH = (CaseAct.EVASION_FOUND, CaseAct.EVASION_ENDED)


def _evades(view: CaseView, _today: date) -> bool:
    last = next((one.type for one in reversed(view.story) if one.type in _BOTH), None)
    return last == CaseAct.EVASION_FOUND


def _evades_not(view: CaseView, today: date) -> bool:
    return not _evades(view, today)


def _guard_found(
    content: case_execution_acts.EvasionFound, facts: Facts, context: GuardContext
) -> Refuse | None:
    return evading.found_fault(facts) or filed(
        content.sheet, content.alone, facts, context.officer_id
    )


EVASION_FOUND = Declared(
    wire=CaseAct.EVASION_FOUND,
    who=Who.WORKER,
    moves=(Move(_OPEN),),
    offered=_evades_not,
    guard=_guard_found,
    unusual=SAME_HAND,
    bounds=(bound("/evaded_since", LAW, Today(), HAPPENED),),
)


def _guard_ended(
    content: case_execution_acts.EvasionEnded, facts: Facts, context: GuardContext
) -> Refuse | None:
    if (why := evading.ended_fault(content, facts)) or content.sheet is None:
        return why
    return filed(content.sheet, content.alone, facts, context.officer_id)


def _end_tells(content: case_execution_acts.EvasionEnded, so_far: SoFar) -> dict[str, Any]:
    so_far.evaded_until = content.evaded_until
    return {}


EVASION_ENDED = Declared(
    wire=CaseAct.EVASION_ENDED,
    who=Who.HEAD,
    moves=(Move(_OPEN),),
    offered=_evades,
    guard=_guard_ended,
    details=_end_tells,
    unusual=SAME_HAND,
    bounds=(bound("/evaded_until", LAW, Today(), HAPPENED),),
)

ALL = (EVASION_FOUND, EVASION_ENDED)
