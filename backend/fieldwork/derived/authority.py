"""Who may do what to an inspection, before its state and the guards are asked. Pure; derived from the acts."""

from typing import Any

from backend.core import scope
from backend.core.actors import Actor
from backend.fieldwork.acts.declaring import Face, Who
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.derived.states import NEWER_TYPES
from backend.fieldwork.texts.inspections import refusal
from backend.force.rules.units import path_of_row
from backend.ledger.handlers import Refuse
from schemas.core.vocabulary import Role
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import ActType

OF_DESK = frozenset(kind for kind, one in ACTS.items() if one.face is Face.DESK)
"""Acts of the desk alone."""


def wrong_face(kind: ActType, actor: Actor) -> Refuse | None:
    """What phones say no desk says, and the other way round; a few acts come from either."""
    face = ACTS[kind].face
    if face is Face.EITHER or (face is Face.DESK) == (actor.face != "phone"):
        return None
    return refusal("not_a_desk_act" if face is Face.DESK else "not_a_phone_act")


def rules_here(state: Any, actor: Actor) -> bool:
    """Whether he is a supervisor of the inspection's unit or of one above it."""
    return actor.has(Role.SUPERVISOR) and (state is None or scope.covers(actor, path_of_row(state)))


def objection(state: Any, kind: ActType, actor: Actor) -> Refuse | None:
    """Why this officer may not do this, whatever the record's state; None where he may.

    Evidence is not asked here: who is not on the team has his held.
    """
    who = ACTS[kind].who
    on_team = state is not None and actor.officer_id in state["team"]
    if who is Who.HEAD:
        return None if rules_here(state, actor) else refusal("not_allowed")
    if kind in NEWER_TYPES and state is not None and state["minutes_flow"] != FLOW:
        return None  # the table refuses it, whoever it is
    if who in (Who.OTHER_HEAD, Who.ISSUER):
        if not rules_here(state, actor):
            return refusal("not_allowed")
        # The power to withdraw is the post's: who issued it has it while he heads the unit, also as the team's leader.
        own_decision = who is Who.ISSUER and on_team and actor.officer_id == state["issued_by"]
        return refusal("own_work") if on_team and not own_decision else None
    if who is Who.TEAM_OR_HEAD and not on_team:
        at_the_desk = actor.face != "phone" and rules_here(state, actor)
        return None if at_the_desk else refusal("not_on_team")
    return None if state is None or on_team else refusal("not_on_team")
