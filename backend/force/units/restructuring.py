"""What merges, splits and moves units: judged and written. Followers take over what is open (taking_over.py)."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import msgspec

from backend.core import scope
from backend.core.actors import Actor
from backend.force.queries import restructuring as queries
from backend.force.queries import units as unit_queries
from backend.force.queries.units import UnitRow
from backend.force.rules import unit_asks as asks
from backend.force.rules import units as rules
from backend.force.texts.units import areas_unknown, refusal
from backend.force.units import open_cases
from backend.ledger.handlers import Accept, Judgement, Refuse
from schemas.core.vocabulary import Role
from schemas.force.restructuring_acts import (
    UnitClosed,
    UnitMerged,
    UnitMoved,
    UnitRenamed,
    UnitSplit,
)
from schemas.ledger.acts import Act

Check = Callable[[UnitRow, Any, Actor], Awaitable[Judgement]]


def may_change(actor: Actor, row: UnitRow) -> bool:
    """Tell whether this actor administers a unit: the operator each, an administrator the own one and those below."""
    if actor.face == "cli":
        return True
    return actor.has(Role.ADMINISTRATOR) and scope.covers(actor, row.path)


async def lock(unit_id: UUID, change: asks.Change) -> None:
    """Lock all units that a change touches, before any of them is locked alone."""
    await unit_queries.lock_touched(unit_id, asks.targets(change))


def change_in(act: Act) -> asks.Change | None:
    """Return the change of the tree that an act makes, before it is judged; None if it makes none."""
    made = {str(kind): content for content, kind in asks.ACTS.items()}.get(act.type)
    return msgspec.convert(act.content, made) if made else None


async def _judge_closed(state: UnitRow, content: UnitClosed, actor: Actor) -> Judgement:
    if state.id == actor.unit.unit_id:
        return refusal("unit_own")
    if content.valid_to <= state.valid_from:
        return refusal("unit_dates")
    if any(await unit_queries.inhabitants(state.id)):
        return refusal("unit_inhabited")
    if content.successor_id is not None:
        successor = await unit_queries.lock(content.successor_id)
        if successor is None or successor.id == state.id or not may_change(actor, successor):
            return refusal("unit_unknown")
        if successor.valid_to is not None:
            return refusal("unit_closed")
        if rules.lies_within(successor.path, state.id):
            return refusal("unit_below_itself")
    return Accept()


async def _judge_moved(state: UnitRow, content: UnitMoved, actor: Actor) -> Judgement:
    if why := _fixed(state, actor):
        return refusal(why)
    parent = await _target(state, content.parent_id, actor)
    if isinstance(parent, Refuse):
        return parent
    if parent.id == state.parent_id:
        return refusal("unit_there_already")
    if await _code_taken(state, content.code):
        return refusal("unit_code_taken")
    if content.valid_from < state.valid_from:
        return refusal("unit_dates")
    fitting = await _fitting(state, parent.level + 1)
    if isinstance(fitting, Accept) and not rules.may_lie_below(state.kind, parent.kind):
        return refusal("unit_kind_below")
    return fitting


async def _code_taken(state: UnitRow, code: str | None) -> bool:
    return code is not None and code != state.code and await unit_queries.code_in_force(code)


async def _judge_renamed(state: UnitRow, content: UnitRenamed, actor: Actor) -> Judgement:
    del actor
    return refusal("unit_code_taken") if await _code_taken(state, content.code) else Accept()


async def _judge_merged(state: UnitRow, content: UnitMerged, actor: Actor) -> Judgement:
    if why := _fixed(state, actor):
        return refusal(why)
    into = await _target(state, content.into_id, actor)
    if isinstance(into, Refuse):
        return into
    if content.valid_to <= state.valid_from:
        return refusal("unit_dates")
    return await _fitting(state, into.level)


async def _judge_split(state: UnitRow, content: UnitSplit, actor: Actor) -> Judgement:
    if why := _fixed(state, actor):
        return refusal(why)
    parts = set(asks.targets(content))
    rest: UnitRow | None = None
    for part_id in sorted(parts):
        part = await _target(state, part_id, actor)
        if isinstance(part, Refuse):
            return part
        rest = part if part_id == content.rest_id else rest
        if any(one.part_id == part_id for one in content.units):
            fitting = await _fitting(state, part.level)
            if isinstance(fitting, Refuse):
                return fitting
    if len(parts) < 2:
        return refusal("unit_one_part")
    if content.valid_to <= state.valid_from:
        return refusal("unit_dates")
    below = {one.id for one in await queries.below(state.id)}
    if not {one.id for one in content.units} <= below or parts & below:
        return refusal("unit_not_below")
    if not {one.id for one in content.officers} <= set(await queries.officers_of(state.id)):
        return refusal("unit_not_theirs")
    if why := asks.twice(content):
        return refusal(why)
    if unknown := open_cases.unknown_communes(one.code for one in content.areas):
        return areas_unknown(unknown)
    return await _fitting(state, rest.level) if rest else refusal("unit_unknown")


def _fixed(state: UnitRow, actor: Actor) -> str | None:
    """Return why a unit stays where it is whatever is said: the nation, and the unit to which the actor belongs."""
    if state.level == 1:
        return "unit_top"
    own = actor.face != "cli" and rules.lies_within(actor.unit, state.id)
    return "unit_own" if own else None


async def _target(state: UnitRow, unit_id: UUID, actor: Actor) -> UnitRow | Refuse:
    """Lock the unit to which another goes, or return why it cannot."""
    found = await unit_queries.lock(unit_id)
    if found is None or not may_change(actor, found):
        return refusal("unit_unknown")
    if found.valid_to is not None:
        return refusal("unit_closed")
    return refusal("unit_below_itself") if rules.lies_within(found.path, state.id) else found


async def _fitting(state: UnitRow, new_level: int) -> Judgement:
    deepest = await queries.deepest(state.level, state.id)
    fits = rules.fits(level=state.level, deepest=deepest, new_level=new_level)
    return Accept() if fits else refusal("unit_too_deep")


def ended(state: UnitRow) -> Refuse | None:
    """Return why nothing is done to a unit any more, or None while it is in force."""
    return None if state.valid_to is None else refusal("unit_closed")


CHECKS: dict[type[Any], Check] = {
    UnitRenamed: _judge_renamed,
    UnitClosed: _judge_closed,
    UnitMoved: _judge_moved,
    UnitMerged: _judge_merged,
    UnitSplit: _judge_split,
}


async def apply(unit_id: UUID, content: Any, act_id: UUID, officer_id: UUID) -> bool:
    """Write an act that changes where units lie; False if it is another one."""
    match content:
        case UnitMoved():
            if content.code is not None:
                await unit_queries.set_code(unit_id, content.code)
            await queries.restructure(
                act_id,
                officer_id,
                unit_id,
                content.parent_id,
                into=False,
                since=content.valid_from,
            )
        case UnitMerged():
            await unit_queries.close(unit_id, content.valid_to, content.into_id)
            await queries.restructure(
                act_id, officer_id, unit_id, content.into_id, into=True, since=content.valid_to
            )
        case UnitSplit():
            for one in content.units:
                await queries.restructure(
                    act_id, officer_id, one.id, one.part_id, into=False, since=content.valid_to
                )
            await unit_queries.close(unit_id, content.valid_to, content.rest_id)
            await queries.restructure(
                act_id, officer_id, unit_id, content.rest_id, into=True, since=content.valid_to
            )
        case UnitClosed():
            await unit_queries.close(unit_id, content.valid_to, content.successor_id)
            if content.successor_id is not None:
                await queries.restructure(
                    act_id,
                    officer_id,
                    unit_id,
                    content.successor_id,
                    into=True,
                    since=content.valid_to,
                )
        case _:
            return False
    return True
