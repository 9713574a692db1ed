"""Follows inspections: how far an item is comes from the acts of the inspection that carries it out.

Nothing of it is typed, and no inspection waits for a plan: a decision whose item is gone, or is carried out by another
inspection already, is issued all the same.
"""

from uuid import UUID

from backend.core.actors import Actor
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from backend.planning.queries import carrying
from backend.planning.queries import items as queries
from backend.planning.queries import plans as plan_queries
from backend.planning.queries.carrying import Carrying
from backend.planning.rules import carried_out
from backend.planning.rules.facts import OPEN, Item
from schemas.fieldwork.acts import DecisionIssued
from schemas.fieldwork.words import ActType
from schemas.planning.words import ItemState, PlanState

_MOVES = frozenset(
    {
        *(ActType.INSPECTION_OPENED, ActType.INSPECTION_ANNOUNCED, ActType.INSPECTION_SUBMITTED),
        *(ActType.INSPECTION_DISCARDED, ActType.DECISION_WITHDRAWN, ActType.DECISION_LAPSED),
    }
)
"""Acts after which an item may be further, or planned again. Rulings on a submitted file move none."""


async def follow(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Write how far the item of an inspection is after one of its acts."""
    del actor
    inspection_id, content = parsed.act.record.id, parsed.content
    if isinstance(content, DecisionIssued):
        if content.plan_item_id is not None:
            await _begin(content.plan_item_id, inspection_id, content.number, entry)
    elif parsed.act.type in _MOVES:
        item = await queries.of_inspection(inspection_id)
        found = await carrying.of_inspection(inspection_id) if item else None
        if item is not None and found is not None:
            await _move(item, inspection_id, found, entry)


async def _begin(item_id: UUID, inspection_id: UUID, number: str, entry: Entry) -> None:
    item = await queries.find(item_id)
    plan = await plan_queries.lock(item.plan_id) if item else None
    item = await queries.find(item_id)
    if item is None or plan is None or plan.state is not PlanState.ISSUED:
        return
    free = item.state in (ItemState.PLANNED, ItemState.NOT_DONE) and (
        item.inspection_id is None or item.inspection_id == inspection_id
    )
    if free:
        await queries.carry(item_id, ItemState.DECIDED, inspection_id, number, entry.received_at)


async def _move(item: Item, inspection_id: UUID, found: Carrying, entry: Entry) -> None:
    await plan_queries.lock(item.plan_id)
    now = await queries.find(item.id)
    if now is None or now.inspection_id != inspection_id:
        return
    withdrawn = found.withdrawn_at is not None
    state = carried_out.state_of(found.state, withdrawn=withdrawn)
    stays = now.state not in OPEN and state is not ItemState.DONE
    if stays or (now.state is state and not withdrawn):
        return
    kept = None if withdrawn else inspection_id
    number = None if withdrawn else found.decision_number
    await queries.carry(item.id, state, kept, number, entry.received_at)
