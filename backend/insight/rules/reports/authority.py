"""Who may do what to a report: by the officer's unit and roles. Pure.

Who works in a unit, heads it, and works above it is the same as for its plans. A unit above makes a report of one that
works itself only once it has taken it over, with a reason.
"""

from uuid import UUID

from backend.core import scope
from backend.core.actors import Actor, UnitPath
from backend.insight.acts.declaring import By
from backend.insight.acts.index import REPORT_ACTS
from backend.insight.rules.reports.facts import ReportHead
from backend.planning.rules.authority import WORKS, heads, supervises_above, works_in
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
        case By.OVER:
            return supervises_above(actor, path)
        case By.ABOVE:
            return above(actor, path, sent_to)
        case By.SYSTEM:
            return False


def allows(kind: ReportAct, report: ReportHead, actor: Actor) -> bool:
    """Tell whether the act is this officer's, and not one of a unit above that has not taken the report over."""
    its = may(kind, report.path, report.sent_to, actor)
    return its and (report.behalf_by is not None or not on_behalf(kind, report.path, actor))


def on_behalf(kind: ReportAct, path: UnitPath, actor: Actor) -> bool:
    """Tell whether an officer of another unit would do what is the unit's own to do."""
    own = REPORT_ACTS[kind].by in (By.DRAFTER, By.HEAD)
    return own and actor.face != "job" and actor.unit.unit_id != path.unit_id


def above(actor: Actor, path: UnitPath, sent_to: UUID | None) -> bool:
    """Tell whether an officer works in the unit to which a report went, or supervises above it."""
    if sent_to is None or not scope.covers(actor, path) or actor.unit.level >= path.level:
        return False
    return actor.has(Role.SUPERVISOR) or (actor.has(*WORKS) and actor.unit.unit_id == sent_to)


def open_for(kind: ReportAct, state: ReportState) -> bool:
    """Tell whether the act may happen in this state."""
    return state in REPORT_ACTS[kind].states
