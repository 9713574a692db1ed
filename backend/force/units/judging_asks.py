"""Judges and folds asks about the force's tree, and that a change at the desk was confirmed by a second person.

They stand in the record of the unit that would change. What was judged when it was asked for is judged again when it is
confirmed, and once more when the unit's own act follows.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor, UnitPath
from backend.force.queries import people
from backend.force.queries import unit_asks as queries
from backend.force.queries import units as unit_queries
from backend.force.queries.people import Account
from backend.force.queries.unit_asks import AskRow
from backend.force.queries.units import UnitRow
from backend.force.rules import unit_asks as rules
from backend.force.rules import units as unit_rules
from backend.force.rules.asks import ASK_LIFE
from backend.force.rules.unit_asks import Change
from backend.force.texts.units import refusal
from backend.force.units import restructuring
from backend.force.units.taking_over import ends_with_unit
from backend.ledger.handlers import Accept, Judgement, Refuse
from schemas.core.vocabulary import Role
from schemas.force.restructuring_acts import (
    RestructuringAsked,
    RestructuringConfirmed,
    RestructuringDeclined,
)

CONTENTS = (RestructuringAsked, RestructuringConfirmed, RestructuringDeclined)


async def judge(state: UnitRow, content: Any, actor: Actor) -> Judgement:
    """Decide about an ask or its answer; the unit's handler has locked the unit and checked who does it."""
    if isinstance(content, RestructuringAsked):
        return await _judge_asked(state, content, actor)
    row = await queries.lock(content.ask_id)
    if row is None or row.unit_id != state.id:
        return refusal("unit_ask_unknown")
    if row.state != "waiting":
        return refusal("unit_ask_answered")
    if isinstance(content, RestructuringDeclined):
        return await declining(state, row, actor) or Accept()
    return await objection(state, row, actor) or Accept()


async def _judge_asked(state: UnitRow, content: RestructuringAsked, actor: Actor) -> Judgement:
    change = rules.change_of(content)
    if change is None or change.ask_id is not None:
        return refusal("unit_ask_unknown")
    if await queries.waits(state.id, clock.now() - rules.LIFE):
        return refusal("unit_ask_waits")
    return await fault(state, change, actor)


async def fault(state: UnitRow, change: Change, actor: Actor) -> Judgement:
    """Judge a change as if this actor made it now; locks every unit that it names."""
    ended = restructuring.ended(state)
    judged = ended or await restructuring.CHECKS[type(change)](state, change, actor)
    if isinstance(judged, Refuse):
        return judged
    received = rules.receiving(state.path, await paths(rules.targets(change)))
    if received and await queries.emergency_in(sorted(received)):
        return refusal("unit_emergency")
    return judged


async def declining(state: UnitRow, row: AskRow, actor: Actor) -> Refuse | None:
    """Return why this actor may not decline this ask, or None.

    The asker may, and an administrator who could be the second person.
    An administrator within the unit, or who gains by it, has no part in an order of the level above.
    """
    if row.asked_at + rules.LIFE < clock.now():
        return refusal("unit_ask_over")
    if row.asked_by == actor.officer_id:
        return None
    if actor.face != "cli" and unit_rules.lies_within(actor.unit, state.id):
        return refusal("unit_own")
    change = rules.change_of(row.asked())
    gained = change is not None and await gains(actor.officer_id, state.path, change)
    return refusal("unit_ask_gains") if gained else None


async def objection(state: UnitRow, row: AskRow, actor: Actor) -> Refuse | None:
    """Return why this actor may not confirm this ask, or None."""
    if row.asked_at + rules.LIFE < clock.now():
        return refusal("unit_ask_over")
    if row.asked_by == actor.officer_id:
        return refusal("unit_ask_own")
    asker = await people.find(row.asked_by)
    if asker is None or not may_ask(asker, state):
        return refusal("unit_ask_asker_gone")
    change = rules.change_of(row.asked())
    if change is None:
        return refusal("unit_ask_unknown")
    if await gains(actor.officer_id, state.path, change):
        return refusal("unit_ask_gains")
    judged = await fault(state, change, actor)
    return judged if isinstance(judged, Refuse) else None


def may_ask(asker: Account, state: UnitRow) -> bool:
    """Tell whether an officer still administers the unit: who lost that has asked for nothing any more."""
    reach = asker.path.as_tuple()
    level = asker.path.level
    within = state.path.as_tuple()[level - 1] == reach[level - 1]
    return asker.state == "active" and Role.ADMINISTRATOR in asker.roles and within


async def gains(officer_id: UUID, path: UnitPath, change: Change) -> bool:
    """Tell whether an officer, who acts for the officer, or for whom they act, heads more once it is done.

    A head, a deputy or a supervisor of a unit that receives anything does; so does a supervisor whom a merger or a
    split takes along, also up into the unit above; and who is asked for as one, as their role or by a move there.
    """
    found = rules.receiving(path, await paths(rules.targets(change)))
    along = rules.taken_along(path, change)
    if not found | along:
        return False
    since = clock.now() - ASK_LIFE
    posts = await queries.posts(officer_id, sorted(found | along), clock.today(), since)
    return any(
        one.rules or (one.unit_id in found and ends_with_unit(one.title_vi)) for one in posts
    )


async def paths(unit_ids: list[UUID]) -> list[UnitPath]:
    """Return where these units lie; without those that there are not."""
    found = [await unit_queries.find(one) for one in unit_ids]
    return [one.path for one in found if one is not None]


async def second_person_fault(state: UnitRow, content: Change, actor: Actor) -> Refuse | None:
    """Return why a change may not be made at the desk: the same that was asked for, confirmed by this actor."""
    if actor.face != "desk":
        return None
    row = await queries.lock(content.ask_id) if content.ask_id else None
    if row is None or row.unit_id != state.id:
        return refusal("unit_second_person")
    asked = rules.change_of(row.asked())
    same = msgspec.structs.replace(content, ask_id=None) == asked
    confirmed = row.state == "confirmed" and row.answered_by == actor.officer_id
    return None if same and confirmed else refusal("unit_second_person")


async def apply(state: UnitRow, content: Any, actor: Actor, now: datetime) -> None:
    """Write the ask's row. An ask changes nothing else; the unit's own act follows its confirmation."""
    match content:
        case RestructuringAsked():
            change = rules.change_of(content)
            if change is None:
                raise TypeError("an ask about nothing")
            above = rules.above(state.path, await paths(rules.targets(change)))
            kind, by = rules.kind_of(change), actor.officer_id
            await queries.insert(content, state.id, state.path, kind, above, by, now)
        case RestructuringConfirmed():
            await queries.answer(content.ask_id, "confirmed", actor.officer_id, now, content.note)
        case RestructuringDeclined():
            await queries.answer(content.ask_id, "declined", actor.officer_id, now, content.reason)
        case _:
            raise TypeError(f"no fold for {type(content).__name__}")
