"""Which subjects of items are planned in the year already (practice B15), before the items are written.

A preview of an import names them, and an amendment gives the reason of each.
"""

from collections.abc import Sequence

from backend.core.actors import Actor
from backend.law.plan_limits import service as law
from backend.planning.queries import plans as plan_queries
from backend.planning.queries import sheets
from backend.planning.rules import matching
from schemas.core.problems import Text
from schemas.planning.acts import PlanItem
from schemas.planning.views import OverlapRow, PlanView


async def overlaps_of(plan: PlanView, items: Sequence[PlanItem], actor: Actor) -> list[OverlapRow]:
    """Return where subjects of these items are planned already. Of a plan out of sight it tells no more than its
    number, its unit and the month, as everywhere."""
    by_id = {one.item_id: one for one in items}
    keys = [
        (one.item_id, key, str(match))
        for one in items
        for key, match in matching.keys_of(one).items()
    ]
    found: list[OverlapRow] = []
    for other in await sheets.planned(plan.row.id, plan.row.year, keys):
        item = by_id[other.item_id]
        spans = law.once_per_year()
        if item.subject is None or not matching.collides(
            item, other.other_contents, other.other_first_day, spans
        ):
            continue
        inside = await plan_queries.sees(other.other_plan_id, actor)
        found.append(
            OverlapRow(
                item_id=other.item_id,
                other_item_id=other.other_item_id,
                subject_name=item.subject.name,
                match=matching.strongest(other.matches),
                first_day=item.first_day,
                other_plan_id=other.other_plan_id if inside else None,
                other_plan=other.other_number or "",
                other_kind=other.other_kind,
                other_unit_name=Text(vi=other.other_unit_vi, en=other.other_unit_en),
                other_agency=other.other_agency,
                other_month=other.other_first_day.replace(day=1),
                same_contents=None,
                resolved=None,
                reason=None,
                resolved_by_name=None,
            )
        )
    return found
