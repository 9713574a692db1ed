"""Decides whether an officer's present state allows an act about that officer.

The caller has already checked that the actor is entitled to it.
"""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any
from uuid import UUID

from backend.core import clock, keys, scope
from backend.core.actors import Actor, UnitPath
from backend.force.accounts import ranks, teams
from backend.force.delegations import judging as delegations
from backend.force.queries import (
    asks,
    cards,
    certificates,
    credentials,
    passkeys,
    people,
    positions,
)
from backend.force.queries.people import Account
from backend.force.rules import accounts as rules
from backend.force.rules import names
from backend.force.rules import passkeys as passkey_rules
from backend.force.texts.accounts import refusal
from backend.force.units import service as units
from backend.law.sanctions import service as sanctions
from backend.ledger.handlers import Accept, Judgement
from schemas.core.vocabulary import Role
from schemas.force import acts
from schemas.force.acts import PeopleAct
from schemas.force.handing_over import TeamKept
from schemas.force.passkey_acts import PasskeyAdded, PasskeyRemoved
from schemas.force.restructuring_acts import OfficerTaken


async def target_unit(unit_id: UUID, actor: Actor | None) -> UnitPath | Judgement:
    """Return the path of a unit that is in force and in the actor's scope, or the refusal.

    Without an actor, any unit in force will do.
    """
    found = await units.standing_held(unit_id)
    everywhere = actor is None or actor.face == "cli"
    if found is None or (actor and not everywhere and not scope.covers(actor, found[0])):
        return refusal("unit_unknown")
    return found[0] if found[1] else refusal("unit_closed")


async def registered(
    state: Account | None, content: acts.OfficerRegistered, actor: Actor
) -> Judgement:
    """Decide whether a new officer can be registered with this content."""
    if state is not None:
        return refusal("officer_exists")
    if await people.username_taken(content.username):
        return refusal("username_taken")
    path = await target_unit(content.unit_id, actor)
    if not isinstance(path, UnitPath):
        return path
    return await _naming_fault(content, UUID(int=0), path) or Accept(note=path)


async def _judge_corrected(
    state: Account, content: acts.OfficerCorrected, actor: Actor
) -> Judgement:
    del actor
    path = state.path
    renamed = content.full_name != state.full_name
    return await _naming_fault(content, state.id, path, renamed=renamed) or Accept()


async def _naming_fault(
    content: acts.OfficerRegistered | acts.OfficerCorrected,
    officer_id: UUID,
    path: UnitPath,
    *,
    renamed: bool = True,
) -> Judgement | None:
    """Return why an officer of this unit cannot have this name and number; None if they can.

    Papers must tell the officer from everybody else.
    """
    await people.lock_names()
    number = content.officer_number
    if number and (why := names.number_fault(number)):
        return refusal(why)
    if number and await people.number_taken(number, officer_id):
        return refusal("officer_number_taken")
    if renamed and (why := names.name_fault(content.full_name)):
        return refusal(why)
    known = await people.namesakes(content.full_name, officer_id, path.as_tuple()[1])
    if renamed and known and not content.reason.strip():
        return refusal("name_known")
    near = any(each.near for each in known)
    return refusal("name_needs_number") if near and not number else None


async def _unnamed_there(state: Account, target: UnitPath) -> bool:
    """Tell whether a move brings an officer without a number to a department with a namesake."""
    department = target.as_tuple()[1]
    if state.officer_number or state.unit_2 == department:
        return False
    await people.lock_names()
    known = await people.namesakes(state.full_name, state.id, department)
    return any(each.near for each in known)


async def _judge_moved(state: Account, content: acts.OfficerMoved, actor: Actor) -> Judgement:
    path = await move_fault(state, content.unit_id, actor)
    return Accept(note=path) if isinstance(path, UnitPath) else path


async def _judge_taken(state: Account, content: OfficerTaken, actor: Actor) -> Judgement:
    """Accept what follows from the end of a unit: the system says it, and it must be so."""
    del actor
    ended = await units.standing(content.from_unit_id)
    path = await target_unit(content.unit_id, None)
    if ended is None or ended[1] or not isinstance(path, UnitPath):
        return refusal("unit_unknown")
    theirs = {one.id for one in await positions.list_of(state.id)}
    if not {one.position_id for one in content.positions} <= theirs:
        return refusal("position_unknown")
    moves = state.unit_id == content.from_unit_id
    if moves and await asks.emergency_live(state.id):
        return refusal("emergency_live")  # confirmed for the unit that ends, not for its successor
    return Accept(note=path if moves else None)


async def move_fault(state: Account, unit_id: UUID, actor: Actor | None) -> UnitPath | Judgement:
    """Return the path of the unit to which a move leads, or the refusal."""
    if unit_id == state.unit_id:
        return refusal("state_unchanged")
    if await _leaves_nobody(state):
        return refusal("last_administrator")
    path = await target_unit(unit_id, actor)
    if isinstance(path, UnitPath) and await _unnamed_there(state, path):
        return refusal("name_needs_number")
    return path


async def _leaves_nobody(state: Account) -> bool:
    """Tell whether nobody else could administer this officer's scope without them."""
    if Role.ADMINISTRATOR not in state.roles or state.state != "active":
        return False
    return not await people.another_administrator_covers(state.id)


async def _judge_disabled(state: Account, content: Any, actor: Actor) -> Judgement:
    del content, actor
    if state.state != "active":
        return refusal("state_unchanged")
    return refusal("last_administrator") if await _leaves_nobody(state) else Accept()


async def _judge_reinstated(state: Account, content: Any, actor: Actor) -> Judgement:
    del content, actor
    return await reinstate_fault(state) or Accept()


async def reinstate_fault(state: Account) -> Judgement | None:
    """Return the refusal of a reinstatement, or None. Nobody works in a unit that was closed meanwhile."""
    if state.state != "disabled":
        return refusal("state_unchanged")
    found = await units.standing(state.unit_id)
    return None if found and found[1] else refusal("unit_gone")


async def _judge_role_given(state: Account, content: acts.RoleGiven, actor: Actor) -> Judgement:
    del actor
    return role_fault(state, content.role) or Accept()


def role_fault(state: Account, role: Role) -> Judgement | None:
    """Return the refusal of a role, or None."""
    held = frozenset(state.roles)
    if role in held:
        return refusal("role_unchanged")
    return refusal("role_excluded") if rules.excluded_by(role, held) else None


async def _judge_role_taken(state: Account, content: acts.RoleTaken, actor: Actor) -> Judgement:
    del actor
    if content.role not in state.roles:
        return refusal("role_unchanged")
    if content.role is Role.ADMINISTRATOR and await _leaves_nobody(state):
        return refusal("last_administrator")
    return Accept()


async def _judge_position_given(
    state: Account, content: acts.PositionGiven, actor: Actor
) -> Judgement:
    path = await position_fault(state, content, actor)
    return Accept() if isinstance(path, UnitPath) else path


english = sanctions.title_in_english


async def position_fault(
    state: Account, content: acts.PositionGiven | acts.PositionAsked, actor: Actor | None
) -> UnitPath | Judgement:
    """Return the path of a position's unit, or the refusal.

    The same position is never given twice: after one row ended, the other would keep it in force.
    """
    if actor and actor.face != "cli" and content.title_en != english(content.title_vi):
        return refusal("title_en_other")
    held = await positions.holds(state.id, content.unit_id, content.title_vi, content.valid_from)
    return refusal("position_held") if held else await target_unit(content.unit_id, actor)


async def _judge_position_ended(
    state: Account, content: acts.PositionEnded, actor: Actor
) -> Judgement:
    del actor
    return await position_end_fault(state, content.position_id, content.valid_to) or Accept()


async def position_end_fault(state: Account, position_id: UUID, valid_to: date) -> Judgement | None:
    """Return the refusal of a position's end, or None.

    It cannot end before a paper signed under its title.

    A position whose end is entered already may still end earlier: an officer who is dismissed
    before that day leaves on the day of the dismissal.
    """
    row = await positions.find(position_id)
    if row is None or row.officer_id != state.id:
        return refusal("position_unknown")
    if row.valid_to is not None and valid_to >= row.valid_to:
        return refusal("position_ends")
    if valid_to <= row.valid_from:
        return refusal("dates_wrong")
    last = await positions.last_signed(row)
    return refusal("position_used") if last is not None and valid_to <= last else None


async def _judge_card_issued(state: Account, content: acts.CardIssued, actor: Actor) -> Judgement:
    del state, actor
    if content.expires_on <= content.issued_on:
        return refusal("dates_wrong")
    if rules.five_years_after(content.issued_on) < content.expires_on:
        return refusal("card_too_long")
    taken = await cards.number_taken(content.number)
    return refusal("card_number_taken") if taken else Accept()


async def _judge_card(state: Account, content: Any, actor: Actor) -> Judgement:
    del actor
    row = await cards.find(content.card_id)
    if row is None or row.officer_id != state.id:
        return refusal("card_unknown")
    if row.revoked_on is not None:
        return refusal("card_revoked")
    restores = isinstance(content, acts.CardRestored)
    if not isinstance(content, acts.CardRevoked) and restores == (row.suspended_on is None):
        return refusal("state_unchanged")
    return Accept(note=row.suspended_on)


async def _judge_issued(state: Account, content: Any, actor: Actor) -> Judgement:
    del content, actor
    return Accept() if state.state == "active" else refusal("officer_disabled")


async def _judge_certificate_revoked(
    state: Account, content: acts.CertificateRevoked, actor: Actor
) -> Judgement:
    del actor
    row = await certificates.find(content.certificate_id)
    if row is None or row.officer_id != state.id:
        return refusal("certificate_unknown")
    return refusal("state_unchanged") if row.revoked_at is not None else Accept()


async def _judge_passkey_added(state: Account, content: PasskeyAdded, actor: Actor) -> Judgement:
    del actor
    if await passkeys.count_live(state.id) >= passkey_rules.MOST:
        return refusal("passkeys_many")
    known = await passkeys.is_known(keys.unb64url(content.credential_id))
    return refusal("passkey_known") if known else Accept()


async def _judge_passkey_removed(
    state: Account, content: PasskeyRemoved, actor: Actor
) -> Judgement:
    del actor
    has = await passkeys.is_live(state.id, content.passkey_id)
    return Accept() if has else refusal("passkey_unknown")


async def objectionable(state: Account) -> bool:
    """Tell whether a head may object: one administrator enrolled the officer lately, alone."""
    now = clock.now()
    lately = await credentials.alone_since(state.id, now - rules.OBJECTION_LIFE, now)
    return state.state == "active" and lately


async def _judge_objected(state: Account, content: Any, actor: Actor) -> Judgement:
    del content, actor
    return Accept() if await objectionable(state) else refusal("objection_over")


async def _judge_team_kept(state: Account, content: TeamKept, actor: Actor) -> Judgement:
    """Accept it of whom the team waits for; of everybody else it is as if nothing waited, wherever they serve."""
    waits = await teams.waits_for(actor, content.inspection_id, state.id)
    return Accept() if waits else refusal("team_not_waiting")


CHECKS: dict[str, Callable[[Account, Any, Actor], Awaitable[Judgement]]] = {
    PeopleAct.OFFICER_CORRECTED: _judge_corrected,
    PeopleAct.OFFICER_MOVED: _judge_moved,
    PeopleAct.OFFICER_TAKEN: _judge_taken,
    PeopleAct.OFFICER_DISABLED: _judge_disabled,
    PeopleAct.OFFICER_REINSTATED: _judge_reinstated,
    PeopleAct.OFFICER_OBJECTED: _judge_objected,
    PeopleAct.TEAM_KEPT: _judge_team_kept,
    PeopleAct.ROLE_GIVEN: _judge_role_given,
    PeopleAct.ROLE_TAKEN: _judge_role_taken,
    PeopleAct.POSITION_GIVEN: _judge_position_given,
    PeopleAct.POSITION_ENDED: _judge_position_ended,
    PeopleAct.RANK_GIVEN: ranks.given,
    PeopleAct.RANK_WITHDRAWN: ranks.withdrawn,
    PeopleAct.CARD_ISSUED: _judge_card_issued,
    PeopleAct.CARD_SUSPENDED: _judge_card,
    PeopleAct.CARD_RESTORED: _judge_card,
    PeopleAct.CARD_REVOKED: _judge_card,
    PeopleAct.CERTIFICATE_REGISTERED: _judge_issued,
    PeopleAct.CERTIFICATE_REVOKED: _judge_certificate_revoked,
    PeopleAct.PASSKEY_ADDED: _judge_passkey_added,
    PeopleAct.PASSKEY_REMOVED: _judge_passkey_removed,
    PeopleAct.DELEGATION_GIVEN: delegations.given,
    PeopleAct.DELEGATION_CONFIRMED: delegations.confirmed,
    PeopleAct.DELEGATION_ENDED: delegations.ended,
}
"""Checks by act type, together with those of judging_asks.py. An act in neither needs only the
right to do it."""
