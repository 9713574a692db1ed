"""What pages read of plans: lists, a plan, its items, overlaps, recipients and history.

    rows, following = await plans.page(actor, PlanFilters(year=2027))
    view = await plans.view(plan_id, actor)
    listed = await plans.items(plan_id, actor, cursor=None)

Every function runs in the caller's transaction and raises NotFound for what is out of sight.
"""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from backend.approvals.submissions import service as submissions
from backend.core import clock, keyset, scope
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import Invalid, NotFound
from backend.core.keyset import Listed
from backend.force.units import service as units
from backend.law.deadlines import service as deadlines
from backend.law.plan_limits import service as law
from backend.planning.plans import item_rows, overlapping, readiness
from backend.planning.plans.allowed import allowed
from backend.planning.plans.submitted import heads_by_post, only_signature_left, subject_of
from backend.planning.plans.worklist import work as work
from backend.planning.queries import drafters, item_lists, recipients
from backend.planning.queries import items as item_queries
from backend.planning.queries import plans as queries
from backend.planning.queries.item_lists import Filters as ItemFilters
from backend.planning.queries.plans import Filters as PlanFilters
from backend.planning.queries.plans import Listed as ListedPlan
from backend.planning.queries.plans import Shown
from backend.planning.rules import authority, calendar, changes
from backend.planning.rules.facts import OPEN, Item, Plan, PlanLine
from schemas.core.problems import Text
from schemas.planning.views import (
    ItemRow,
    ItemView,
    OverlapRow,
    PlanClock,
    PlanRow,
    PlanView,
    RecipientRow,
)
from schemas.planning.words import ItemState, PlanState

__all__ = [
    "ItemFilters",
    "PlanFilters",
    "item",
    "items",
    "overlaps",
    "page",
    "recipients_of",
    "sees",
    "view",
    "work",
]

PAGE = 50
_NOT_COMPARED = frozenset({PlanState.FOREIGN, PlanState.GIVEN_UP, PlanState.MERGED})


async def total(actor: Actor, filters: PlanFilters) -> int:
    """Count the plans in sight under these conditions, up to one more than MOST_TOTALLED."""
    return await queries.count(actor, filters, keyset.MOST_TOTALLED + 1)


async def page(
    actor: Actor, filters: PlanFilters, cursor: str | None = None, limit: int = PAGE
) -> tuple[list[PlanRow], str | None]:
    """Return a page of the plans in sight, the most urgent first (queries.page), and the next page's cursor.

    Raises Invalid for a cursor of another list.
    """
    after = None
    if cursor:
        after = _after(cursor)
    found = await queries.page(actor, filters, after, limit + 1)
    rest = found[limit - 1] if len(found) > limit else None
    following = None
    if rest is not None:
        part = queries.part_of(rest)
        limited = rest.due_at if part == "due" else None
        following = keyset.write(part, limited or str(rest.year), rest.id)
    clocks = _clocks()
    return [_row(one, clocks(one)) for one in found[:limit]], following


def _after(cursor: str) -> queries.After:
    """Read a cursor. Raises Invalid for one of another list."""
    part, key, plan_id = keyset.read(cursor, str, str, UUID)
    if part == "due":
        return queries.After("due", *keyset.read(cursor, str, datetime, UUID)[1:])
    if part not in ("open", "over") or not key.isdecimal() or len(key) > 4:
        raise Invalid(code="cursor_invalid")
    return queries.After("open" if part == "open" else "over", int(key), plan_id)


async def view(plan_id: UUID, actor: Actor) -> PlanView:
    """Return a plan with its head."""
    async with at_once() as ask:
        found, sight = ask(shown(plan_id, actor)), ask(queries.sees_whole(plan_id, actor))
        submitted = ask(submissions.of_subject(subject_of(plan_id)))
    plan, whole = found.result(), sight.result()
    draft, ready = plan.state is PlanState.DRAFT, plan.state is PlanState.READY
    async with at_once() as ask:
        compared = plan.state not in _NOT_COMPARED
        comparing = ask(overlapping.of_plan(plan)) if compared else None
        signature = ask(only_signature_left(plan_id)) if ready else None
        lacking = ask(readiness.missing(plan)) if draft and whole else None
        alone = ask(_drafted_alone(plan, actor)) if draft else None
    pairs = comparing.result() if comparing else []
    clocks = _clocks()(plan)
    row = _row(plan, clocks, overlapping.unresolved(pairs))
    signer = ", ".join(one for one in (plan.signer_name, plan.signer_title) if one)
    return PlanView(
        row=row,
        head=plan.head,
        whole=whole,
        drafted_by_name=plan.drafted_by_name,
        own_head=authority.issued_by_own_head(plan.kind, plan.path),
        sent_to=plan.sent_to,
        sent_back_reason=plan.sent_back_reason if draft else None,
        merged_into=plan.merged_into,
        submission_id=submitted.result(),
        signer=signer or None,
        document_id=plan.document_id,
        scan_id=plan.scan_id,
        published=plan.published_where,
        published_on=plan.published_on,
        clocks=clocks,
        missing=lacking.result() if lacking else [],
        report=plan.report,
        results=plan.results or [],
        may=allowed(
            plan,
            actor,
            only_signature_left=signature is not None and signature.result(),
            only_drafter=alone is not None and alone.result(),
        ),
    )


async def _drafted_alone(plan: Plan, actor: Actor) -> bool:
    """Tell whether the reader may agree to what nobody else drafted."""
    if not authority.may_be_agreed_alone(plan.kind, plan.path):
        return False
    alone = await drafters.of_plan(plan.id) == [actor.officer_id]
    return alone and await heads_by_post(plan, actor)


async def sees(plan_id: UUID, actor: Actor) -> bool:
    """Tell whether an officer sees a plan, if only because the own unit carries out some of it."""
    return await queries.sees(plan_id, actor)


async def shown(plan_id: UUID, actor: Actor) -> Shown:
    """Return a plan in sight. Raises NotFound."""
    found = await queries.shown(plan_id) if await queries.sees(plan_id, actor) else None
    if found is None:
        raise NotFound(what="plan")
    return found


async def items(
    plan_id: UUID,
    actor: Actor,
    filters: ItemFilters | None = None,
    cursor: str | None = None,
    limit: int = PAGE,
) -> Listed[ItemRow]:
    """List the items of a plan by their last day: all, or those of the own unit for readers of a unit below."""
    async with at_once() as ask:
        finding, sight = ask(shown(plan_id, actor)), ask(queries.sees_whole(plan_id, actor))
    plan, whole = finding.result(), sight.result()
    given = filters or ItemFilters()
    asked = ItemFilters(
        plan_id=plan_id,
        month=given.month,
        unit=given.unit,
        state=given.state,
        late=given.late,
        newest=given.newest,
        drafts=whole,
    )
    reach = None if whole else scope.plan_items(actor)
    async with at_once() as ask:
        listing = ask(item_lists.page(reach, asked, item_rows.after(cursor), limit + 1))
        counting = ask(item_lists.count(reach, asked))
        compared = whole and plan.state not in _NOT_COMPARED
        pairs = ask(overlapping.of_plan(plan)) if compared else None
    found = listing.result()
    open_pairs: dict[UUID, int] = {}
    for pair in pairs.result() if pairs else []:
        for one in {pair.found.item_id, pair.found.other_item_id}:
            open_pairs[one] = open_pairs.get(one, 0) + (not pair.resolved)
    return Listed(
        rows=[item_rows.item_row(one, open_pairs.get(one.id, 0)) for one in found[:limit]],
        count=counting.result(),
        next=item_rows.next_of(found, limit),
    )


async def item(item_id: UUID, actor: Actor) -> ItemView:
    """Return an item with its content."""
    plan, found = await seen_item(item_id, actor)
    origin = found.content.origin
    async with at_once() as ask:
        listing = ask(item_lists.listed(item_id))
        coming = ask(queries.find(origin.plan_id)) if origin else None
        comparing = ask(item_queries.find(origin.item_id)) if origin else None
    listed = listing.result()
    if listed is None:
        raise NotFound(what="plan_item")
    from_plan = coming.result() if coming else None
    source = comparing.result() if comparing else None
    heads = authority.heads(actor, found.path)
    out = plan.state is PlanState.ISSUED
    return ItemView(
        row=item_rows.item_row(listed),
        item=found.content,
        origin_unit_name=await units.name_of(from_plan.unit_id) if from_plan else None,
        against_origin=changes.between(source.content, found.content) if source else [],
        may_decide=out
        and found.state is ItemState.PLANNED
        and found.inspection_id is None
        and found.content.subject is not None
        and authority.works_in(actor, found.path),
        may_say_not_done=out and heads and found.state in OPEN,
        may_resume=out and heads and found.state is ItemState.NOT_DONE,
    )


async def seen_item(item_id: UUID, actor: Actor) -> tuple[Plan, Item]:
    """Return an item in sight with its plan. Raises NotFound."""
    found = await item_queries.find(item_id)
    plan = await queries.find(found.plan_id) if found else None
    if found is None or plan is None:
        raise NotFound(what="plan_item")
    if not await queries.sees_whole(plan.id, actor):
        issued = plan.state in (PlanState.ISSUED, PlanState.ENDED)
        if not issued or await item_queries.in_reach(item_id, actor) is None:
            raise NotFound(what="plan_item")
    return plan, found


async def overlaps(plan_id: UUID, actor: Actor) -> list[OverlapRow]:
    """List the subjects of a plan that are planned twice in the year, those not resolved first.

    Of a plan out of sight it tells its number, its unit and the month, and nothing else.
    """
    plan = await shown(plan_id, actor)
    if not await queries.sees_whole(plan_id, actor):
        raise NotFound(what="plan")
    found = []
    for pair in await overlapping.of_plan(plan):
        one = pair.found
        inside = await queries.sees(one.other_plan_id, actor)
        setting = law.once_per_year_on(max(one.item.first_day, one.other_first_day))
        found.append(
            OverlapRow(
                item_id=one.item_id,
                other_item_id=one.other_item_id,
                subject_name=one.item.subject.name if one.item.subject else "",
                match=pair.match,
                first_day=one.item.first_day,
                other_plan_id=one.other_plan_id if inside else None,
                other_plan=one.other_number or "",
                other_kind=one.other_kind,
                other_unit_name=Text(vi=one.other_unit_vi, en=one.other_unit_en),
                other_agency=one.other_agency,
                other_month=one.other_first_day.replace(day=1),
                same_contents=True if setting and setting.scope == "content" else None,
                resolved=one.way,
                reason=one.reason,
                resolved_by_name=one.by_name,
            )
        )
    return sorted(found, key=lambda row: row.resolved is not None)


async def recipients_of(
    plan_id: UUID, actor: Actor, cursor: str | None = None, limit: int = PAGE
) -> Listed[RecipientRow]:
    """List who must receive an issued plan, with what was sent to whom."""
    await shown(plan_id, actor)
    if not await queries.sees_whole(plan_id, actor):
        raise NotFound(what="plan")
    after = keyset.read(cursor, str)[0] if cursor else None
    found = await recipients.page(plan_id, after, limit + 1)
    whole, _ = await recipients.count(plan_id)
    rows = [
        RecipientRow(
            key=one.key,
            kind=one.kind,
            name=one.name,
            address=one.address,
            unit_id=one.unit_id,
            sent_on=one.sent_on,
            way=one.way,
            sent_by_name=one.sent_by_name,
            note=one.note,
        )
        for one in found[:limit]
    ]
    more = len(found) > limit
    return Listed(rows=rows, count=whole, next=keyset.write(rows[-1].key) if more else None)


def _row(
    plan: ListedPlan | Shown, clocks: list[PlanClock], open_overlaps: int | None = None
) -> PlanRow:
    return PlanRow(
        id=plan.id,
        kind=plan.kind,
        state=plan.state,
        year=plan.year,
        title=plan.title,
        unit_id=plan.unit_id,
        unit_name=Text(vi=plan.unit_name_vi, en=plan.unit_name_en),
        agency=plan.agency,
        number=plan.number,
        issued_on=plan.issued_on,
        first_day=plan.first_day,
        last_day=plan.last_day,
        items=plan.items,
        done=plan.done,
        not_done=plan.not_done,
        overlaps=plan.open_overlaps if open_overlaps is None else open_overlaps,
        clock=calendar.next_of(clocks),
        changed_at=plan.changed_at,
    )


def _clocks() -> Callable[[PlanLine], list[PlanClock]]:
    """Return how the limits of plans are counted at this moment: the law is looked up once for a page."""
    limits, days, now = law.limits_on(clock.today()), deadlines.calendar(), clock.now()
    return lambda plan: calendar.clocks(plan, limits, days, now)
