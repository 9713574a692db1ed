"""What happened to a plan: what was changed in its items, and its acts.

found = await stories.changes_of(plan_id, actor)            # by whom, when, field by field
found = await stories.changes_of(plan_id, actor, item_id)   # of one item
rows = await stories.history(plan_id, actor)
"""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import keyset
from backend.core.actors import Actor
from backend.core.errors import Invalid, NotFound
from backend.core.keyset import Listed
from backend.force.units import service as units
from backend.planning.plans import reading
from backend.planning.plans.reading import shown
from backend.planning.queries import history as history_queries
from backend.planning.queries import item_versions as queries
from backend.planning.queries import plans as plan_queries
from backend.planning.queries.item_versions import Version
from backend.planning.rules import changes, writing
from backend.planning.texts.story import detail
from schemas.core.problems import Text
from schemas.planning.acts import PLAN_CONTENTS, PlanItem
from schemas.planning.views import HistoryRow, ItemChange
from schemas.planning.words import PlanAct, PlanKind

PAGE = 100
_MOST = 1000
"""Acts of a plan in its history: an import of 20,000 items is a hundred."""
_ORIENTATIONS = 20
"""Orientations that are looked through, the latest first: the nation has one a year."""


async def changes_of(
    plan_id: UUID,
    actor: Actor,
    item_id: UUID | None = None,
    cursor: str | None = None,
    limit: int = PAGE,
) -> Listed[ItemChange]:
    """List what was done to the items of a plan, the oldest first: what, by whom, when, and why.

    An item that was taken over from a unit below is compared with that unit's item; later changes with what it was
    before. `count` is the number on this page. Raises NotFound, Invalid.
    """
    await _whole(plan_id, actor)
    found = await queries.versions(plan_id, item_id, _after(cursor), limit + 1)
    page = found[:limit]
    before = {
        (one.item_id, one.number): one.content
        for one in await queries.before([(one.item_id, one.number) for one in page])
    }
    origins = await _origins(page)
    rows = []
    for one in page:
        was = before.get((one.item_id, one.number))
        fresh = was is None and one.content is not None and one.content.origin is not None
        unit_name: Text | None = None
        if fresh and one.content is not None and one.content.origin is not None:
            was, unit_name = origins.get(one.content.origin.item_id, (None, None))
        rows.append(_change(one, was, unit_name, fresh=fresh))
    more = len(found) > limit
    after = keyset.write(str(page[-1].number), page[-1].item_id) if more else None
    return Listed(rows=rows, count=len(rows), next=after)


def _change(
    one: Version, was: PlanItem | None, unit_name: Text | None, *, fresh: bool
) -> ItemChange:
    said = one.content or was
    return ItemChange(
        item_id=one.item_id,
        subject=writing.name_of(said) if said else "",
        kind=changes.kind_of(None if fresh else was, one.content),
        fields=changes.between(was, one.content) if was and one.content else [],
        reason=one.reason,
        by_name=one.by_name,
        at=one.at,
        from_unit_name=unit_name,
        amended=one.amended,
    )


async def _origins(page: list[Version]) -> dict[UUID, tuple[PlanItem | None, Text | None]]:
    """Return the items of units below from which items were taken over, with the names of the units."""
    wanted = [one.content.origin for one in page if one.content and one.content.origin]
    names: dict[UUID, Text] = {}
    for plan_id in {one.plan_id for one in wanted}:
        plan = await plan_queries.find(plan_id)
        if plan is not None:
            names[plan_id] = await units.name_of(plan.unit_id)
    items = await queries.latest([one.item_id for one in wanted])
    return {one.item_id: (items.get(one.item_id), names.get(one.plan_id)) for one in wanted}


async def history(plan_id: UUID, actor: Actor) -> list[HistoryRow]:
    """Return the acts of a plan, the newest first; at most 1,000. Raises NotFound."""
    await _whole(plan_id, actor)
    rows = []
    for one in await history_queries.of_plan(plan_id, _MOST):
        if one.act_type not in PLAN_CONTENTS:
            continue
        content = msgspec.convert(
            msgspec.json.decode(one.act)["content"], PLAN_CONTENTS[one.act_type]
        )
        rows.append(
            HistoryRow(
                number=one.number,
                act=PlanAct(one.act_type),
                by_name=one.by_name,
                at=one.received_at,
                detail=detail(content),
            )
        )
    return rows


async def _whole(plan_id: UUID, actor: Actor) -> None:
    await shown(plan_id, actor)
    if not await plan_queries.sees_whole(plan_id, actor):
        raise NotFound(what="plan")


def _after(cursor: str | None) -> tuple[int, UUID] | None:
    if not cursor:
        return None
    number, item_id = keyset.read(cursor, str, UUID)
    if not number.isdecimal() or len(number) > 15:
        raise Invalid(code="cursor_invalid")
    return int(number), item_id


class AgreedAlone(msgspec.Struct, frozen=True, kw_only=True):
    """An orientation to which its only drafter agreed."""

    plan_id: UUID
    title: str
    by_name: str
    at: datetime
    reason: str


async def agreed_alone(actor: Actor) -> list[AgreedAlone]:
    """Return those that this officer sees whole, the latest first. The Minister who issues one is the second person."""
    plans, _ = await reading.page(
        actor, reading.PlanFilters(kinds=(PlanKind.ORIENTATION,)), None, _ORIENTATIONS
    )
    found: list[AgreedAlone] = []
    for plan in plans:
        try:
            told = await history(plan.id, actor)
        except NotFound:
            continue  # only items of it are in sight
        found += [
            AgreedAlone(
                plan_id=plan.id,
                title=plan.title,
                by_name=one.by_name,
                at=one.at,
                reason=one.detail.vi,
            )
            for one in told
            if one.act is PlanAct.AGREED_ALONE
        ]
    return sorted(found, key=lambda one: one.at, reverse=True)
