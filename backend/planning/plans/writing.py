"""Writes the tables from an accepted act of a plan."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.json_columns import written as json
from backend.law.deadlines import service as deadlines
from backend.law.plan_limits import service as law
from backend.planning.plans import overlapping
from backend.planning.queries import items as item_queries
from backend.planning.queries import overlaps, recipients
from backend.planning.queries import plans as queries
from backend.planning.rules import calendar, columns
from backend.planning.rules.facts import Plan
from schemas.planning import acts
from schemas.planning.words import ItemState, OverlapWay, PlanState

_FREED = {"sent_to": None, "sent_up_at": None}


async def apply(
    plan_id: UUID, state: Plan | None, content: Any, note: Any, by: UUID, number: int, at: datetime
) -> None:
    """Write what an act says, then the limit that ends next and how many overlaps are open."""
    if state is None:
        await queries.insert(plan_id, content, note, by, at)
    else:
        values = await _written(state, content, note, by, number, at)
        await queries.write(plan_id, {**values, "changed_at": at})
    plan = await queries.find(plan_id)
    if plan is not None:
        await _refresh(plan, content)


async def _refresh(plan: Plan, content: Any) -> None:
    values = due_columns(plan)
    if isinstance(content, _MOVES_OVERLAPS) and plan.state is not PlanState.FOREIGN:
        values["open_overlaps"] = overlapping.unresolved(await overlapping.of_plan(plan))
    await queries.write(plan.id, values)


_MOVES_OVERLAPS = (
    *(acts.PlanDrafted, acts.ItemsSet, acts.ItemsRemoved, acts.OverlapResolved),
    *(acts.PlanSubmitted, acts.PlanIssued),
)


def due_columns(plan: Plan) -> dict[str, Any]:
    """Return the columns of the limit that ends next, as of now."""
    limits = law.limits_on(clock.today())
    found = calendar.clocks(plan, limits, deadlines.calendar(), clock.now())
    first = calendar.next_of(found)
    if first is None:
        return {"due_rule": None, "due_at": None, "near_at": None}
    limit = next(one for one in limits if one.id == first.rule)
    return {
        "due_rule": first.rule,
        "due_at": first.due_at,
        "near_at": calendar.near_at(first.due_at, limit),
    }


async def _written(
    plan: Plan, content: Any, note: Any, by: UUID, number: int, at: datetime
) -> dict[str, Any]:
    """Write the items of an act, and return the columns of the plan that it changes."""
    match content:
        case acts.PlanDrafted():
            if content.year != plan.year:
                await item_queries.moved_year(plan.id, content.year)
            return columns.of_head(content)
        case acts.ItemsSet():
            foreign = plan.state is PlanState.FOREIGN
            state = ItemState.FOREIGN if foreign else ItemState.DRAFT
            await item_queries.write(
                plan, note, state, number, by, at, amended=False, reason=content.source
            )
        case acts.TeamChanged():
            await _handed_over(plan, content, note, by, number, at)
        case acts.ItemsRemoved():
            await item_queries.remove(
                plan, content.item_ids, number, by, at, amended=False, reason=content.reason
            )
        case acts.OverlapResolved():
            await _resolved(plan, content, by, number, at)
        case _:
            return _moved(content, note, at) or await _in_force(plan, content, note, by, number, at)
    return {}


def _moved(content: Any, note: Any, at: datetime) -> dict[str, Any]:
    """Return the columns of an act that moves a plan on its way to be issued; none for others."""
    match content:
        case acts.SentUp():
            return {"state": PlanState.SENT_UP, "sent_to": note, "sent_up_at": at}
        case acts.SentBack():
            return {"state": PlanState.DRAFT, "sent_back_reason": content.reason, **_FREED}
        case acts.Merged():
            return {"state": PlanState.MERGED, "merged_into": content.into_plan_id}
        case acts.Released():
            return {"state": PlanState.SENT_UP, "merged_into": None}
        case acts.PlanSubmitted():
            return {"state": PlanState.READY, "submitted_at": at}
        case acts.PlanReopened():
            return {"state": PlanState.DRAFT, "submitted_at": None, "approved_at": None}
        case acts.PlanAgreedAlone():
            return {"state": PlanState.APPROVED, "submitted_at": at, "approved_at": at}
        case acts.PlanApproved():
            return {"state": PlanState.APPROVED, "approved_at": at}
    return {}


async def _in_force(
    plan: Plan, content: Any, note: Any, by: UUID, number: int, at: datetime
) -> dict[str, Any]:
    match content:
        case acts.PlanIssued():
            return await _issued(plan, content, by, at)
        case acts.PlanAmended():
            return await _amended(plan, content, note, by, number, at)
        case acts.SentOut():
            await recipients.sent(
                plan.id, content.recipients, content.sent_on, content.way, by, content.note
            )
        case acts.PlanPublished():
            return {"published_where": content.where, "published_on": content.published_on}
        case acts.ItemNotDone():
            await item_queries.say(content.item_id, ItemState.NOT_DONE, content.reason, at)
        case acts.ItemResumed():
            await item_queries.say(content.item_id, ItemState.PLANNED, None, at)
        case acts.PlanEnded():
            results = json(content.results)
            return {
                "state": PlanState.ENDED,
                "ended_at": at,
                "report": content.text,
                "results": results,
            }
        case acts.PlanGivenUp():
            await item_queries.forget_keys_of(plan.id)
            return {"state": PlanState.GIVEN_UP, "given_up_reason": content.reason}
    return {}


async def _handed_over(
    plan: Plan, content: acts.TeamChanged, note: Any, by: UUID, number: int, at: datetime
) -> None:
    """Write the items anew, each in the state in which it is."""
    known = await item_queries.of_ids([one.item_id for one in content.items])
    states = {one.id: one.state for one in known}
    for state in sorted(set(states.values())):
        same = [one for one in note if states[one.item.item_id] is state]
        await item_queries.write(
            plan, same, state, number, by, at, amended=True, reason=content.reason
        )


async def _resolved(
    plan: Plan, content: acts.OverlapResolved, by: UUID, number: int, at: datetime
) -> None:
    await overlaps.rule(
        plan.id, content.item_id, content.other_item_id, content.way, content.reason, by, at
    )
    if content.way is not OverlapWay.KEPT:
        await item_queries.remove(
            plan, [content.item_id], number, by, at, amended=False, reason=content.reason
        )


async def _issued(plan: Plan, content: acts.PlanIssued, by: UUID, at: datetime) -> dict[str, Any]:
    await item_queries.set_all(plan.id, ItemState.DRAFT, ItemState.PLANNED)
    await recipients.write(plan)
    return {
        "state": PlanState.ISSUED,
        "number": content.number,
        "issued_on": content.issued_on,
        "issued_at": at,
        "issued_by": by,
        "signer_name": content.signer_name,
        "signer_title": content.signer_title,
        "document_id": content.document_id,
        "scan_id": content.scan_id,
    }


async def _amended(
    plan: Plan, content: acts.PlanAmended, note: Any, by: UUID, number: int, at: datetime
) -> dict[str, Any]:
    reason = content.reason
    if content.removed:
        await item_queries.remove(
            plan, content.removed, number, by, at, amended=True, reason=reason
        )
    if note:
        await item_queries.write(
            plan, note, ItemState.PLANNED, number, by, at, amended=True, reason=reason
        )
    for one in content.kept:
        await overlaps.rule(
            plan.id, one.item_id, one.other_item_id, OverlapWay.KEPT, one.reason, by, at
        )
    await recipients.write(plan)
    moved = (content.first_day, content.last_day) != (None, None)
    concerned = None if moved else [*content.removed, *(one.item_id for one in content.items)]
    await recipients.due_again(plan.id, concerned)
    first, last = content.first_day or plan.first_day, content.last_day or plan.last_day
    head = msgspec.structs.replace(plan.head, first_day=first, last_day=last)
    again = {"published_where": None, "published_on": None}
    return {"first_day": first, "last_day": last, "head": json(head), **again}
