"""Subjects that are planned twice in a year: found over all units and agencies, and judged by the dated setting."""

from collections.abc import Sequence
from uuid import UUID

import msgspec

from backend.law.plan_limits import service as law
from backend.planning.queries import overlaps as queries
from backend.planning.queries.items import Written
from backend.planning.queries.overlaps import Found
from backend.planning.rules import matching
from backend.planning.rules.facts import Plan
from schemas.planning.acts import PlanAmended
from schemas.planning.words import Match, OverlapWay


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two planned inspections of a subject in a year, one of them too many."""

    found: Found
    match: Match

    @property
    def resolved(self) -> bool:
        """Tell whether the second one stays with a reason."""
        return self.found.way is OverlapWay.KEPT


async def of_plan(plan: Plan) -> list[Pair]:
    """Return the pairs of a plan, resolved or not. A foreign plan is only compared with: it has none of its own."""
    spans = law.once_per_year()
    return [
        Pair(found=one, match=matching.strongest(one.matches))
        for one in await queries.found(plan.id)
        if matching.collides(one.item, one.other_contents, one.other_first_day, spans)
    ]


def unresolved(pairs: Sequence[Pair]) -> int:
    """Count the pairs that nobody resolved."""
    return sum(1 for one in pairs if not one.resolved)


async def new_ones(plan: Plan, written: Sequence[Written], said: PlanAmended) -> int:
    """Count the pairs that an amendment would make without a reason."""
    keys = [(one.item.item_id, key) for one in written for key in one.keys]
    spans = law.once_per_year()
    items = {one.item.item_id: one.item for one in written}
    kept = {(one.item_id, one.other_item_id) for one in said.kept}
    gone = set(said.removed)
    return sum(
        1
        for one in await queries.others(plan.id, plan.year, keys)
        if not one.kept
        and (one.item_id, one.other_item_id) not in kept
        and one.other_item_id not in gone
        and matching.collides(items[one.item_id], one.other_contents, one.other_first_day, spans)
    ) + _within(written, kept)


def _within(written: Sequence[Written], kept: set[tuple[UUID, UUID]]) -> int:
    """Count the pairs among the items of one amendment."""
    spans = law.once_per_year()
    found = 0
    for at, one in enumerate(written):
        for other in written[:at]:
            pair = (one.item.item_id, other.item.item_id)
            if one.keys.keys().isdisjoint(other.keys) or not kept.isdisjoint((pair, pair[::-1])):
                continue
            item = other.item
            found += matching.collides(one.item, item.contents, item.first_day, spans)
    return found
