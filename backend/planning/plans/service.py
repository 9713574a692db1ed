"""Plans: drafted, sent up, merged, submitted, issued, amended, ended. What pages read is in reading.py.

    plan_id, outcome = await plans.draft(head, actor)
    outcomes = await plans.set_items(plan_id, items, actor)        # 200 items an act, all or none
    outcome = await plans.merge(into_plan_id, from_plan_id, actor)

Every function runs in the caller's transaction and returns outcomes: a refusal is kept with its reason, so call
`ledger.unwrap` after the transaction. Where several acts belong together a refusal of one is raised as RefusedAct,
and the caller's transaction undoes the others. All raise NotFound for a plan out of sight.
"""

from collections.abc import Sequence
from uuid import UUID

import msgspec

from backend.approvals.submissions.service import as_system
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.ledger import service as ledger
from backend.ledger.opened import Opened, mark_of
from backend.ledger.service import Outcome
from backend.planning.queries import items as item_queries
from backend.planning.queries import plans as queries
from backend.planning.queries import progress
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.planning import acts
from schemas.planning.acts import ItemOrigin, PlanItem
from schemas.planning.words import ItemState, PlanAct

TYPES: dict[type[Wire], PlanAct] = {
    kind: PlanAct(name) for name, kind in acts.PLAN_CONTENTS.items()
}


async def draft(
    head: acts.PlanDrafted,
    actor: Actor,
    plan_id: UUID | None = None,
    opened: Opened | None = None,
) -> tuple[UUID, Outcome]:
    """Begin a plan, or write the head of one."""
    if plan_id is not None:
        await _seen(plan_id, actor)
    ident = plan_id or new_id()
    return ident, await record(ident, head, actor, opened)


def head_opened(plan_id: UUID, head: acts.PlanDrafted, mark: str) -> Opened:
    """Return with what the form of a plan's head was opened."""

    async def now() -> str:
        plan = await queries.find(plan_id)
        return mark_of(plan.head) if plan else ""

    return Opened(mark=mark, made=mark_of(head), now=now)


def item_opened(item: PlanItem, mark: str) -> Opened:
    """Return with what the form of an item was opened."""

    async def now() -> str:
        there = await item_queries.find(item.item_id)
        return mark_of(there.content) if there else ""

    return Opened(mark=mark, made=mark_of(item), now=now)


async def act(plan_id: UUID, content: Wire, actor: Actor, opened: Opened | None = None) -> Outcome:
    """Record any other act of a plan in sight: sent up, sent back, issued, amended, sent out, published, given up."""
    await _seen(plan_id, actor)
    return await record(plan_id, content, actor, opened)


async def set_items(
    plan_id: UUID,
    items: Sequence[PlanItem],
    actor: Actor,
    source: str = "",
    opened: Opened | None = None,
) -> int:
    """Add or replace items of a draft, in as many acts as they need; returns how many acts. Raises RefusedAct.

    `opened`: of a single item that a form replaces.
    """
    await _seen(plan_id, actor)
    made = 0
    for at in range(0, len(items), acts.MOST_ITEMS):
        part = list(items[at : at + acts.MOST_ITEMS])
        content = acts.ItemsSet(items=part, source=source)
        ledger.unwrap(await record(plan_id, content, actor, opened))
        made += 1
    return made


async def remove_items(plan_id: UUID, item_ids: Sequence[UUID], reason: str, actor: Actor) -> None:
    """Take items out of a draft. Raises RefusedAct."""
    await _seen(plan_id, actor)
    for at in range(0, len(item_ids), acts.MOST_ITEMS):
        part = list(item_ids[at : at + acts.MOST_ITEMS])
        content = acts.ItemsRemoved(item_ids=part, reason=reason)
        ledger.unwrap(await record(plan_id, content, actor))


async def merge(into_plan_id: UUID, from_plan_id: UUID, actor: Actor) -> int:
    """Take the items of a plan that was sent up into a draft of the unit above; returns how many.

    Each keeps its origin, so that changes_of() tells what was changed afterwards, by whom and when. What is not to
    stay is then taken out with a reason. Raises RefusedAct, NotFound.
    """
    await _seen(into_plan_id, actor)
    await _seen(from_plan_id, actor)
    await queries.lock(into_plan_id)
    source = await queries.lock(from_plan_id)
    if source is None:
        raise NotFound(what="plan")
    taken = [
        _taken_over(one.content, from_plan_id)
        for one in await item_queries.of_plan(from_plan_id)
        if one.state is ItemState.DRAFT
    ]
    content = acts.Merged(into_plan_id=into_plan_id, taken=len(taken))
    ledger.unwrap(await record(from_plan_id, content, actor))
    await set_items(into_plan_id, taken, actor, source=source.title)
    return len(taken)


def _taken_over(item: PlanItem, plan_id: UUID) -> PlanItem:
    origin = ItemOrigin(plan_id=plan_id, item_id=item.item_id)
    return msgspec.structs.replace(item, item_id=new_id(), origin=origin)


async def end(plan_id: UUID, text: str, actor: Actor) -> Outcome:
    """End a plan with the report of its results, counted now (Circular 27/2020 Art 7)."""
    await _seen(plan_id, actor)
    content = acts.PlanEnded(text=text, results=await progress.results(plan_id))
    return await record(plan_id, content, actor)


async def record(
    plan_id: UUID, content: Wire, actor: Actor, opened: Opened | None = None
) -> Outcome:
    """Record an act of a plan. The caller has checked that it is in sight."""
    written = ledger.desk_act(RecordKind.PLAN, plan_id, TYPES[type(content)], content, actor)
    return await ledger.record(written, actor, opened)


async def record_as_system(plan_id: UUID, content: Wire, actor: Actor) -> None:
    """Record what another record brought about. Raises RefusedAct."""
    ledger.unwrap(await record(plan_id, content, as_system(actor)))


async def _seen(plan_id: UUID, actor: Actor) -> None:
    if not await queries.sees(plan_id, actor):
        raise NotFound(what="plan")
