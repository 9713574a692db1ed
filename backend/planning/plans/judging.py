"""Judges the acts of a plan: who, in which state, and whether the content holds."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from backend.approvals.queries import people
from backend.core import clock, formats
from backend.core.actors import Actor, UnitPath
from backend.force.queries import scans
from backend.force.units import service as units
from backend.ledger.handlers import Accept, Judgement, Refuse
from backend.planning.plans import overlapping, paper_words, readiness, submitted
from backend.planning.queries import drafters, progress, recipients
from backend.planning.queries import items as item_queries
from backend.planning.queries import plans as queries
from backend.planning.queries.items import Written
from backend.planning.rules import authority, complete, writing
from backend.planning.rules.facts import OPEN, Item, Plan
from backend.planning.rules.handed_over import handed_over
from backend.planning.texts.refusals import refusal
from backend.planning.texts.words import STATES
from schemas.planning import acts
from schemas.planning.acts import PlanItem
from schemas.planning.words import ItemState, OverlapWay, PlanAct, PlanKind, PlanState

MOST = 2_000
"""Items of one plan: its paper lists as many in its annex (backend/documents/forms/KH.1.json)."""
MOST_FOREIGN = 20_000
"""Of another agency's plan, which is no paper here."""
_NAMED = 80


async def judge(state: Plan | None, kind: PlanAct, content: Any, actor: Actor) -> Judgement:
    """Judge an act of a plan. What apply() needs is the judgement's note."""
    if actor.face == "phone":
        return refusal("not_from_phone")
    if state is None:
        begins = isinstance(content, acts.PlanDrafted)
        return await _begun(content, actor) if begins else refusal("unknown")
    if not authority.open_for(kind, state.state):
        return refusal("state", what=STATES[state.state])
    item = await _item_of(content)
    if not authority.may(kind, state, actor, item.path if item else None):
        theirs = kind is PlanAct.AMENDED and authority.heads(actor, state.path)
        return refusal("amended_above" if theirs else "not_yours")
    judged: Judgement = await _content(state, content, actor, item)
    return judged


async def _item_of(content: Any) -> Item | None:
    named = isinstance(content, acts.ItemNotDone | acts.ItemResumed)
    return await item_queries.find(content.item_id) if named else None


async def _content(plan: Plan, content: Any, actor: Actor, item: Item | None) -> Judgement:
    match content:
        case acts.PlanDrafted():
            return _again(plan, content)
        case acts.ItemsSet():
            return await _items(plan, content.items, date.min, date.max)
        case acts.ItemsRemoved():
            return await _removed(plan, content)
        case acts.SentUp():
            return await _sent_up(plan)
        case acts.Merged():
            return await _merged(plan, content, actor)
        case acts.OverlapResolved():
            return await _resolved(plan, content)
        case acts.PlanSubmitted():
            return await _submitted(plan)
        case acts.PlanAgreedAlone():
            return await _agreed_alone(plan, actor)
        case acts.TeamChanged():
            return await _handed_over(content)
        case acts.PlanReopened():
            waits = plan.state is PlanState.READY and actor.face != "job"
            return refusal("withdraw_first") if waits else Accept()
        case _:
            return await _in_force(plan, content, item)


async def _in_force(plan: Plan, content: Any, item: Item | None) -> Judgement:
    match content:
        case acts.PlanIssued():
            return await _issued(plan, content)
        case acts.PlanAmended():
            return await _amended(plan, content)
        case acts.SentOut():
            named = list(dict.fromkeys(content.recipients))
            on_list = await recipients.known(plan.id, named)
            return Accept() if len(on_list) == len(named) else refusal("recipients")
        case acts.ItemNotDone() | acts.ItemResumed():
            return _said(plan, content, item)
        case acts.PlanEnded():
            return await _ended(plan, content)
        case _:
            return Accept()


async def _begun(head: acts.PlanDrafted, actor: Actor) -> Judgement:
    found = await units.standing(head.unit_id)
    if found is None or not found[1]:
        return refusal("unit")
    if not authority.works_in(actor, found[0]):
        return refusal("not_yours")
    if not authority.makes(head.kind, found[0]):
        return refusal("orientation_unit")
    return _agency(head) or Accept(note=found[0])


def _again(plan: Plan, head: acts.PlanDrafted) -> Judgement:
    if (head.kind, head.unit_id) != (plan.kind, plan.unit_id):
        return refusal("fixed")
    return _agency(head) or Accept(note=plan.path)


def _agency(head: acts.PlanDrafted) -> Refuse | None:
    foreign = head.kind is PlanKind.FOREIGN
    named = (head.agency, head.number, head.issued_on)
    wrong = None in named if foreign else named != (None, None, None)
    return refusal("agency") if wrong else None


async def _items(
    plan: Plan, items: Sequence[PlanItem], first_day: date, last_day: date, *, out: bool = False
) -> Judgement:
    """Judge items that are set. `out`: the plan is issued, and only planned ones are replaced."""
    ids = [one.item_id for one in items]
    known = {one.id: one for one in await item_queries.of_ids(ids)}
    paths = await _paths(plan, {one.unit_id for one in items})
    absent = await _absent(items)
    seen: set[UUID] = set()
    found: list[Written] = []
    for one in items:
        name = writing.name_of(one)[:_NAMED]
        there = known.get(one.item_id)
        why = complete.of_item(one, first_day, last_day)
        if one.item_id in seen:
            why = "item_twice"
        elif there is not None and there.plan_id != plan.id:
            why = "item_elsewhere"
        elif out and there is not None and there.state is not ItemState.PLANNED:
            why = "item_not_planned"
        elif one.unit_id not in paths:
            why = "item_unit"
        elif not absent.isdisjoint([one.leader_id, *one.member_ids]):
            why = "item_officer"
        if why is not None:
            return refusal(why) if why == "item_subject" else refusal(why, name=name)
        seen.add(one.item_id)
        found.append(written(one, paths[one.unit_id]))
    fresh = sum(1 for one in ids if one not in known)
    most = MOST_FOREIGN if plan.kind is PlanKind.FOREIGN else MOST
    if fresh and await item_queries.count_of(plan.id) + fresh > most:
        return refusal("items_many", count=formats.grouped(most))
    return Accept(note=found)


async def _handed_over(content: acts.TeamChanged) -> Judgement:
    """Judge items with another team: all else is as it was, and who takes over serves."""
    known = {
        one.id: one for one in await item_queries.of_ids([one.item_id for one in content.items])
    }
    if content.to_id in await _absent(content.items):
        return refusal("item_officer", name=writing.name_of(content.items[0])[:_NAMED])
    for one in content.items:
        there = known.get(one.item_id)
        if there is None or handed_over(there.content, content.from_id, content.to_id) != one:
            return refusal("item_elsewhere", name=writing.name_of(one)[:_NAMED])
    return Accept(note=[written(one, known[one.item_id].path) for one in content.items])


def written(item: PlanItem, path: UnitPath) -> Written:
    """Return an item with what is computed from its content."""
    whole, material = writing.hashes(item)
    return Written(
        item=item,
        path=path,
        content_hash=whole,
        material_hash=material,
        keys=writing.keys(item),
    )


async def _paths(plan: Plan, wanted: set[UUID]) -> dict[UUID, UnitPath]:
    """Return the paths of these units, as far as they are in force, and the plan's own or below it."""
    found: dict[UUID, UnitPath] = {}
    for unit_id in sorted(wanted):
        known = await units.standing(unit_id)
        own = known is not None and known[0].as_tuple()[plan.path.level - 1] == plan.path.unit_id
        if known is not None and own and (known[1] or plan.kind is PlanKind.FOREIGN):
            found[unit_id] = known[0]
    return found


async def _absent(items: Sequence[PlanItem]) -> set[UUID | None]:
    wanted = {one for item in items for one in (item.leader_id, *item.member_ids) if one}
    if not wanted:
        return set()
    serving = await people.on_duty(sorted(wanted), [], clock.today())
    return set(wanted - {one.officer_id for one in serving})


async def _removed(plan: Plan, content: acts.ItemsRemoved) -> Judgement:
    found = await item_queries.of_ids(content.item_ids)
    there = [one for one in found if one.plan_id == plan.id and one.state is not ItemState.REMOVED]
    if len(there) != len(set(content.item_ids)):
        return refusal("item_unknown")
    taken_over = any(one.content.origin is not None for one in there)
    return refusal("reason") if taken_over and len(content.reason.strip()) < 3 else Accept()


async def _sent_up(plan: Plan) -> Judgement:
    whole = [one for one in plan.path.as_tuple() if one is not None]
    if plan.kind not in (PlanKind.PERIODIC, PlanKind.THEMATIC) or len(whole) < 2:
        return refusal("no_above")
    if not await item_queries.count_of(plan.id):
        return refusal("no_items")
    return Accept(note=whole[-2])


async def _submitted(plan: Plan) -> Judgement:
    if not authority.submits_itself(plan.kind, plan.path):
        return refusal("periodic_above")
    lacks = await readiness.missing(plan)
    return refusal("incomplete", why=readiness.joined(lacks)) if lacks else Accept()


async def _agreed_alone(plan: Plan, actor: Actor) -> Judgement:
    """The head of the nation's unit, by the post, agrees to what nobody else drafted (practice B6)."""
    if not authority.may_be_agreed_alone(plan.kind, plan.path):
        return refusal("alone_kind")
    if not await submitted.heads_by_post(plan, actor):
        return refusal("not_yours")
    if await drafters.of_plan(plan.id) != [actor.officer_id]:
        return refusal("alone_others")
    return await _submitted(plan)


async def _merged(plan: Plan, content: acts.Merged, actor: Actor) -> Judgement:
    into = await queries.find(content.into_plan_id)
    above = (await units.path_of(plan.sent_to)).unit_id if plan.sent_to else None
    fits = (
        into is not None
        and into.state is PlanState.DRAFT
        and (into.path.unit_id, into.kind, into.year) == (above, plan.kind, plan.year)
        and authority.works_in(actor, into.path)
    )
    return Accept() if fits else refusal("into")


async def _resolved(plan: Plan, content: acts.OverlapResolved) -> Judgement:
    pair = {content.item_id, content.other_item_id}
    there = [
        one
        for one in await overlapping.of_plan(plan)
        if {one.found.item_id, one.found.other_item_id} == pair
    ]
    if not there:
        return refusal("overlap_none")
    if content.way is OverlapWay.KEPT:
        return Accept()
    item = await item_queries.find(content.item_id)
    if item is None or item.plan_id != plan.id:
        return refusal("overlap_none")
    return Accept() if plan.state is PlanState.DRAFT else refusal("overlap_closed")


async def _issued(plan: Plan, content: acts.PlanIssued) -> Judgement:
    if plan.state is PlanState.READY and not await submitted.only_signature_left(plan.id):
        return refusal("not_approved")
    if content.document_id is None and content.scan_id is None:
        return refusal("paper")
    if content.scan_id is not None and await scans.named(content.scan_id, plan.id) is None:
        return refusal("paper")
    if content.document_id is not None and await paper_words.stale(plan, content.document_id):
        return refusal("paper_old")  # a sheet was printed and signed, and the plan changed since
    year = content.issued_on.year
    if await queries.number_taken(
        plan.unit_id, content.number, date(year, 1, 1), date(year, 12, 31), plan.id
    ):
        return refusal("number_taken", number=content.number)
    await queries.one_year_at_a_time(plan.year)
    left = overlapping.unresolved(await overlapping.of_plan(plan))
    return refusal("overlap_unresolved", count=left) if left else Accept()


async def _amended(plan: Plan, content: acts.PlanAmended) -> Judgement:
    first, last = content.first_day or plan.first_day, content.last_day or plan.last_day
    if not content.items and not content.removed and (first, last) == plan.days:
        return refusal("nothing")
    if why := readiness.outside(plan, first, last):
        return refusal("incomplete", why=why)
    gone = {one.id: one for one in await item_queries.of_ids(content.removed)}
    for item_id in content.removed:
        item = gone.get(item_id)
        if item is None or item.plan_id != plan.id:
            return refusal("item_unknown")
        if item.state is not ItemState.PLANNED:
            return refusal("item_not_planned", name=writing.name_of(item.content)[:_NAMED])
    if not {one.item_id for one in content.items}.isdisjoint(content.removed):
        return refusal("item_unknown")
    judged = await _items(plan, content.items, first, last, out=True)
    if isinstance(judged, Accept):
        await queries.one_year_at_a_time(plan.year)
        if left := await overlapping.new_ones(plan, judged.note, content):
            return refusal("overlap_unresolved", count=left)
    return judged


def _said(plan: Plan, content: acts.ItemNotDone | acts.ItemResumed, item: Item | None) -> Judgement:
    if item is None or item.plan_id != plan.id:
        return refusal("item_unknown")
    ends = isinstance(content, acts.ItemNotDone)
    fits = item.state in OPEN if ends else item.state is ItemState.NOT_DONE
    return Accept() if fits else refusal("item_over")


async def _ended(plan: Plan, content: acts.PlanEnded) -> Judgement:
    counted = await progress.results(plan.id)
    left = sum(one.planned - one.done - one.not_done for one in counted)
    if left:
        return refusal("open_items", count=left)
    said = sorted(content.results, key=lambda one: str(one.unit_id))
    same = said == sorted(counted, key=lambda one: str(one.unit_id))
    return Accept() if same else refusal("results")
