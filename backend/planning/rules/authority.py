"""Who may do what to a plan: by the officer's unit and roles (Circular 27/2020 Arts 4 to 6). Pure.

A team's leader heads the team as its supervisor would: many teams have no other head in the system.
"""

from backend.core import scope
from backend.core.actors import Actor, UnitPath
from backend.planning.acts.declaring import By
from backend.planning.acts.index import PLAN_ACTS
from backend.planning.rules.facts import Plan
from schemas.core.vocabulary import Role
from schemas.planning.words import PlanAct, PlanKind, PlanState

TEAM = 3
"""The level of a team; a department is above it."""
WORKS = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR, Role.LEGAL)


def works_in(actor: Actor, path: UnitPath) -> bool:
    """Tell whether an officer drafts plans of this unit: who works in it, and supervisors above."""
    if actor.has(Role.SUPERVISOR) and scope.covers(actor, path):
        return True
    return actor.has(*WORKS) and actor.unit.unit_id == path.unit_id


def heads(actor: Actor, path: UnitPath) -> bool:
    """Tell whether an officer heads this unit, or one above it."""
    if actor.has(Role.SUPERVISOR) and scope.covers(actor, path):
        return True
    return actor.has(Role.TEAM_LEADER) and actor.unit.unit_id == path.unit_id


def in_office(actor: Actor, path: UnitPath) -> bool:
    """Tell whether an officer issues and sends papers of this unit."""
    return heads(actor, path) or (actor.has(Role.CLERK) and scope.covers(actor, path))


def above(actor: Actor, plan: Plan) -> bool:
    """Tell whether an officer works in the unit to which a plan was sent up, or supervises above it."""
    if plan.sent_to is None or not scope.covers(actor, plan.path):
        return False
    if actor.unit.level >= plan.path.level:
        return False
    return actor.has(Role.SUPERVISOR) or (actor.has(*WORKS) and actor.unit.unit_id == plan.sent_to)


def may(kind: PlanAct, plan: Plan, actor: Actor, item_path: UnitPath | None = None) -> bool:
    """Tell whether the act is this officer's, whatever the plan's state."""
    match PLAN_ACTS[kind].by:
        case By.DRAFTER:
            return works_in(actor, plan.path)
        case By.HEAD if kind is PlanAct.AMENDED and plan.path.level >= TEAM:
            return actor.face == "job" or supervises_above(actor, plan.path)
        case By.HEAD:
            return actor.face == "job" or heads(actor, plan.path) or _submits(kind, plan, actor)
        case By.OFFICE:
            return actor.face == "job" or in_office(actor, plan.path)
        case By.ABOVE:
            return above(actor, plan)
        case By.ITEMS_HEAD:
            return item_path is not None and heads(actor, item_path)
        case By.SYSTEM:
            return actor.face == "job"


def supervises_above(actor: Actor, path: UnitPath) -> bool:
    """Tell whether an officer supervises a unit above this one, whose head approves a team's plan (Art 6.3).

    Who approved a plan decides on its amendments (Art 6.5).
    """
    covers = scope.covers(actor, path) and actor.unit.level < path.level
    return actor.has(Role.SUPERVISOR) and covers


def approved_by_own_head(kind: PlanKind, path: UnitPath) -> bool:
    """Tell whether the unit's own head approves a plan.

    A department's thematic plan is its head's (Art 6.2.b), and above the nation's unit there is none here.
    """
    return path.level == 1 or (kind is PlanKind.THEMATIC and path.level < TEAM)


def issued_by_own_head(kind: PlanKind, path: UnitPath) -> bool:
    """Tell whether the unit's own head issues a plan without anybody's approval: the signature is the decision.

    A department's head makes its thematic plan and decides to issue it (Art 6.2.b), also one that the head drafted. An
    orientation is the Minister's (Art 4): the nation's head agrees to it and does not issue it.
    """
    return approved_by_own_head(kind, path) and kind is not PlanKind.ORIENTATION


def may_be_agreed_alone(kind: PlanKind, path: UnitPath) -> bool:
    """Tell whether a head who drafted such a plan alone may agree to it, with a reason (practice B6).

    An orientation has nobody above its head in this system, and is issued by another: the Minister (Art 4.2). What the
    own head issues waits for the signature, which a drafter gives too; any other plan has a level above.
    """
    return kind is PlanKind.ORIENTATION and path.level == 1


def submits_itself(kind: PlanKind, path: UnitPath) -> bool:
    """Tell whether a unit submits such a plan of its own; a team's periodic one is a proposal (Arts 5.1, 6.1.a)."""
    return kind is not PlanKind.PERIODIC or path.level < TEAM


def makes(kind: PlanKind, path: UnitPath) -> bool:
    """Tell whether a unit makes such plans: the orientation is the nation's (Art 4.2)."""
    return kind is not PlanKind.ORIENTATION or path.level == 1


def _submits(kind: PlanAct, plan: Plan, actor: Actor) -> bool:
    """Tell whether an officer submits a plan that the unit's own head approves."""
    own = approved_by_own_head(plan.kind, plan.path)
    return kind is PlanAct.SUBMITTED and own and works_in(actor, plan.path)


def open_for(kind: PlanAct, state: PlanState) -> bool:
    """Tell whether the act may happen in this state."""
    return state in PLAN_ACTS[kind].states
