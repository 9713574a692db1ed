"""Who may do what to whom, for acts about officers and devices.

Pure; derived from the declared acts.

An administrator acts on people of their own unit and below, never on themselves: nobody raises,
resets or disables their own account. Officers do little to themselves: they choose their language,
and use an address that a second person gave them. The command line (the operator of the machine)
and jobs act for the installation itself.
"""

from uuid import UUID

from backend.core import scope
from backend.core.actors import Actor, Owned
from backend.force.acts.declaring import Declared, Who
from backend.force.acts.index import ACTS
from schemas.core.vocabulary import Role
from schemas.force.acts import PeopleAct

SERVICE_OFFICER = UUID("01926000-0000-7000-8000-7068616e616e")
"""The officer by whom what citizens send is recorded (docs/decisions/0056). Nobody is this officer: after the
registration every act about it is refused, so it never gets a password, a role or a device."""
OWN_ACTS = frozenset(kind for kind, one in ACTS.items() if one.who is Who.HIMSELF)
OF_THE_REGISTER = frozenset(kind for kind, one in ACTS.items() if one.who is Who.REGISTRAR)
"""Acts about delegations."""


def objection(state: Owned | None, act_type: str, officer_id: UUID, actor: Actor) -> str | None:
    """Return why this actor may not do this to this officer; None if they may."""
    if officer_id == SERVICE_OFFICER and act_type != PeopleAct.OFFICER_REGISTERED:
        return "service_officer"
    declared = ACTS[PeopleAct(act_type)]
    himself = actor.officer_id == officer_id
    if actor.face == "phone":
        return "not_from_phone"
    if declared.who is Who.REGISTRAR:
        return _of_register(state, declared, actor, himself=himself)
    if declared.who is Who.HIMSELF:
        return None if himself else "not_allowed"
    if declared.who is Who.RESTRUCTURING:
        return None if actor.face == "job" else "not_allowed"
    own = declared.also_himself or declared.who is Who.HIMSELF_OR_OPERATOR
    if (own and himself) or actor.face == "cli":
        return None
    return _of_others(state, declared.who, actor, himself=himself)


def _of_others(state: Owned | None, who: Who, actor: Actor, *, himself: bool) -> str | None:
    """Decide about what one officer does to another."""
    if who is Who.HIMSELF_OR_OPERATOR:
        return "not_allowed"
    if who is Who.ASKED:
        return None
    if who is Who.ISSUER:
        return None if actor.has(Role.SUPERVISOR) else "not_allowed"
    if who is Who.SUPERVISOR:
        if not actor.has(Role.SUPERVISOR):
            return "not_allowed"
        return None if _covered(state, actor) else "officer_unknown"
    entitled = (Role.SUPERVISOR,) if who is Who.APPROVER else ()
    if not actor.has(Role.ADMINISTRATOR, *entitled):
        return "not_allowed"
    if himself:
        return "own_account"
    return None if state is None or _covered(state, actor) else "officer_unknown"


def _of_register(
    state: Owned | None, declared: Declared, actor: Actor, *, himself: bool
) -> str | None:
    """Decide about a delegation to this officer: never by its receiver, not even by command.

    The system alone ends one whose receiver hands over the giver's work.
    """
    if declared.by_the_system and actor.face == "job":
        return None
    if himself:
        return "delegation_own"
    if actor.face == "cli":
        return None
    if not actor.has(*declared.by):
        return "not_allowed"
    return None if _covered(state, actor) else "officer_unknown"


def _covered(state: Owned | None, actor: Actor) -> bool:
    return state is not None and scope.covers(actor, state.path)


def of_unit(state: Owned | None, act_type: str, actor: Actor) -> str | None:
    """Return why this actor may not do this to this unit; None if they may.

    Creating a unit is decided by the unit above it.
    """
    declared = ACTS[PeopleAct(act_type)]
    if actor.face not in ("desk", "cli"):
        return "not_from_phone"
    if actor.face == "cli":
        return None if state is not None else "unit_unknown"
    by = {
        Who.KEEPER: (Role.CLERK, Role.ADMINISTRATOR),
        Who.CLERK: (Role.CLERK,),
        Who.APPROVER: (Role.SUPERVISOR, Role.ADMINISTRATOR),
    }
    if not actor.has(*by.get(declared.who, (Role.ADMINISTRATOR,))):
        return "unit_unknown"
    return None if _covered(state, actor) else "unit_unknown"


def of_device(state: Owned | None, act_type: str, actor: Actor) -> str | None:
    """Return why this actor may not do this to this device; None if they may.

    Which officer an act is about, and in which unit, is checked afterwards from the act's content.
    """
    declared = ACTS[PeopleAct(act_type)]
    if declared.who is Who.SIGN_IN:
        return None if actor.face in ("job", "cli") else "not_allowed"
    if actor.face == "phone":
        return "not_from_phone"
    if state is None:
        return "device_unknown"
    if declared.who is Who.SUPERVISOR:
        return None if actor.has(Role.SUPERVISOR) else "not_allowed"
    if declared.who is Who.APPROVER:
        rules = declared.also_himself or actor.has(Role.SUPERVISOR, Role.ADMINISTRATOR)
        return None if rules else "not_allowed"
    if actor.face == "cli" or (declared.by_the_system and actor.face == "job"):
        return None
    if not actor.has(Role.ADMINISTRATOR):
        return "not_allowed"
    return None if _covered(state, actor) else "device_unknown"
