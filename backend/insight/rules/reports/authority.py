"""Who may do what to a report: by the officer's unit and roles. Pure.

Who works in a unit, heads it, and works above it is the same as for its plans.
"""

from uuid import UUID

from backend.core import scope
from backend.core.actors import Actor, UnitPath
from backend.insight.acts.declaring import By
from backend.insight.acts.index import REPORT_ACTS
from backend.planning.rules.authority import WORKS, heads, works_in
from schemas.core.vocabulary import Role
from schemas.insight.words import ReportAct, ReportState


def may(kind: ReportAct, path: UnitPath, sent_to: UUID | None, actor: Actor) -> bool:
    """Tell whether the act is this officer's, whatever the report's state.

    `path`: of the report's unit. `sent_to`: the unit above that has it.
    """
    if actor.face == "job":
        return True
    match REPORT_ACTS[kind].by:
        case By.DRAFTER:
            return works_in(actor, path)
        case By.HEAD:
            return heads(actor, path)
        case By.ABOVE:
            return above(actor, path, sent_to)
        case By.SYSTEM:
            return False


def above(actor: Actor, path: UnitPath, sent_to: UUID | None) -> bool:
    """Tell whether an officer works in the unit to which a report went, or supervises above it."""
    if sent_to is None or not scope.covers(actor, path) or actor.unit.level >= path.level:
        return False
    return actor.has(Role.SUPERVISOR) or (actor.has(*WORKS) and actor.unit.unit_id == sent_to)


def open_for(kind: ReportAct, state: ReportState) -> bool:
    """Tell whether the act may happen in this state."""
    return state in REPORT_ACTS[kind].states
