"""Who heads the unit that handles an information: by post, by role where no post is on record, or standing in."""

from collections.abc import Iterable
from uuid import UUID

from backend.approvals import claims
from backend.approvals.rules import keys
from backend.core import scope
from backend.core.actors import Actor, UnitPath
from backend.force.notices import telling
from backend.intake.queries import informations as queries
from backend.intake.rules.routing import Handled
from schemas.core.vocabulary import Role


def audits_nation(actor: Actor) -> bool:
    """Tell whether the actor is an auditor of the nation, who handles what is about its own office."""
    return actor.has(Role.AUDITOR) and actor.unit.level == 1


async def heads(path: UnitPath, but: Iterable[UUID] = ()) -> list[UUID]:
    """Return the heads of the nearest of these units that has one, except `but`; else its nearest supervisors."""
    barred = set(but)
    _, found = await claims.first_held(_levels(path), barred)
    if found:
        return [one.officer_id for one in found if one.officer_id not in barred]
    above = await telling.heads_above(path, path.unit_id)  # a unit's id is no officer's
    others = [one for one in above if one.officer_id not in barred]
    return [one.officer_id for one in others if one.unit.level == others[0].unit.level]


async def line(handled: Handled, named: Iterable[UUID]) -> list[UUID]:
    """Return who heads an information: the heads of its unit, or the auditors of the nation if it is theirs alone."""
    if handled.auditors_only:
        return sorted(set(await queries.auditors_of(handled.path.unit_1)) - set(named))
    return await heads(handled.path, named)


async def is_head(handled: Handled, named: Iterable[UUID], actor: Actor) -> bool:
    """Tell whether the actor heads it, also for a head who is away."""
    if handled.auditors_only:
        return audits_nation(actor)
    nearest = await heads(handled.path, named)
    if actor.officer_id in nearest:
        return True
    duty = await claims.duty([], actor.officer_id)
    standing_in = set(duty.claims(actor.officer_id).standing_in.values())
    return not standing_in.isdisjoint(nearest)


async def heads_any(actor: Actor) -> bool:
    """Tell whether there can be an information that the actor heads. Nothing of any information is read."""
    if actor.has(Role.SUPERVISOR) or audits_nation(actor):
        return True
    own = await claims.of(actor)
    return bool(own.standing_in) or any(keys.is_head(key) for key in own.own)


async def decides(handled: Handled, actor: Actor) -> bool:
    """Tell whether the actor decides on it: a supervisor of the unit or above, or who heads one of these units."""
    if handled.auditors_only:
        return audits_nation(actor)
    if actor.has(Role.SUPERVISOR) and scope.covers(actor, handled.path):
        return True
    own = await claims.of(actor)
    held = {key for level in _levels(handled.path) for key in level}
    return not held.isdisjoint(own.own | own.standing_in.keys())


def _levels(path: UnitPath) -> list[list[str]]:
    units = [part for part in path.as_tuple() if part is not None]
    return [[keys.head(one)] for one in reversed(units)]
