"""Who may do what to an inspection. Checked before its state and the guards.

Pure; derived from the declared acts.
"""

from backend.core import scope
from backend.core.actors import Actor
from backend.fieldwork.acts.declaring import Face, Who
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.derived.states import NEWER_TYPES
from backend.fieldwork.rules.locked import LockedInspection
from backend.fieldwork.texts.inspections import refusal
from backend.ledger.handlers import Refuse
from schemas.core.vocabulary import Role
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import ActType

OF_DESK = frozenset(kind for kind, one in ACTS.items() if one.face is Face.DESK)
"""Acts that only the desk may send."""


def wrong_face(kind: ActType, actor: Actor) -> Refuse | None:
    """Refuse an act of phones from the desk, and the reverse. A few acts may come from either."""
    face = ACTS[kind].face
    if face is Face.EITHER or (face is Face.DESK) == (actor.face != "phone"):
        return None
    return refusal("not_a_desk_act" if face is Face.DESK else "not_a_phone_act")


def rules_here(state: LockedInspection | None, actor: Actor) -> bool:
    """Tell whether the officer is a supervisor of the inspection's unit or of a unit above it."""
    return actor.has(Role.SUPERVISOR) and (state is None or scope.covers(actor, state.path))


def checks_here(state: LockedInspection | None, actor: Actor) -> bool:
    """Tell whether the officer is a legal officer of the inspection's unit or of a unit above it."""
    return actor.has(Role.LEGAL) and (state is None or scope.covers(actor, state.path))


def objection(state: LockedInspection | None, kind: ActType, actor: Actor) -> Refuse | None:
    """Say why this officer may not make this act, whatever the record's state, or return None.

    The handler does not ask this for evidence: evidence of officers outside the team is held.
    """
    who = ACTS[kind].who
    on_team = state is not None and actor.officer_id in state.team
    issued = state is not None and actor.officer_id == state.issued_by
    if who in (Who.OFFICE, Who.MAKER):
        return None  # judged with its paper, which says whose it is
    if who is Who.HEAD:
        return None if rules_here(state, actor) else refusal("not_allowed")
    if kind in NEWER_TYPES and state is not None and state.minutes_flow != FLOW:
        return None  # the table of states refuses it for everybody
    if who in (Who.OTHER_HEAD, Who.OTHER_HEAD_OR_LEGAL, Who.ISSUER):
        legal = who is Who.OTHER_HEAD_OR_LEGAL and checks_here(state, actor)
        if not (legal or rules_here(state, actor)):
            return refusal("not_allowed")
        # The power to withdraw belongs to the post. The issuer has it for as long as he or she is a
        # supervisor of the unit, even as a member or leader of the team.
        own_decision = who is Who.ISSUER and on_team and issued
        return refusal("own_work") if on_team and not own_decision else None
    if who is Who.TEAM_OR_HEAD and not on_team:
        at_the_desk = actor.face != "phone" and rules_here(state, actor)
        return None if at_the_desk else refusal("not_on_team")
    return None if state is None or on_team else refusal("not_on_team")
