"""Who may do what to whom, for acts about officers and devices. Pure.

An administrator acts on people of his unit and below, never on himself: nobody raises, resets or
disables himself. What an officer does to himself is little: choose his language, and use an address
that a second person gave him. The command line (the operator of the machine) and jobs act for the
installation itself.
"""

from typing import Any
from uuid import UUID

from backend.core import scope
from backend.core.actors import Actor
from backend.force.rules import delegations
from backend.force.rules.units import path_of_row
from schemas.core.vocabulary import Role
from schemas.force.acts import PeopleAct

ANSWERS = frozenset({PeopleAct.ASK_CONFIRMED, PeopleAct.ASK_DECLINED})
"""Who may answer an ask depends on the ask: backend/force/accounts/judging_asks.py says."""
OWN_ACTS = frozenset(
    {PeopleAct.LANGUAGE_CHOSEN, PeopleAct.CREDENTIALS_SET, PeopleAct.CREDENTIALS_OPENED}
)
ALSO_OWN_ACTS = frozenset({PeopleAct.CERTIFICATE_REGISTERED, PeopleAct.CERTIFICATE_REVOKED})
"""He may do them to himself; to others only who may act on them."""


def objection(state: Any, act_type: str, officer_id: UUID, actor: Actor) -> str | None:
    """Say why this actor may not do this to this officer; None where he may."""
    if act_type in delegations.ACTS:
        return delegations.objection(state, act_type, officer_id, actor)
    if actor.face == "phone":
        return "not_from_phone"
    if act_type in OWN_ACTS:
        return None if actor.officer_id == officer_id else "not_allowed"
    if act_type in ALSO_OWN_ACTS and actor.officer_id == officer_id:
        return None
    if actor.face == "cli":
        return None
    if act_type == PeopleAct.CERTIFICATE_REGISTERED:  # whoever registers it types its passphrase
        return "not_allowed"
    if act_type in ANSWERS:
        return None
    if act_type == PeopleAct.OFFICER_OBJECTED and actor.has(Role.SUPERVISOR):
        covered = state is not None and scope.covers(actor, path_of_row(state))
        return None if covered else "officer_unknown"
    if act_type == PeopleAct.OFFICER_OBJECTED or not actor.has(Role.ADMINISTRATOR):
        return "not_allowed"
    if actor.officer_id == officer_id:
        return "own_account"
    if state is not None and not scope.covers(actor, path_of_row(state)):
        return "officer_unknown"
    return None
