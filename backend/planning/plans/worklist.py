"""What the officer's unit and those below have to carry out of issued plans, by the last day.

Its counts are read from plan_counts, so that they cost the same however many items there are.
"""

import msgspec

from backend.core import scope
from backend.core.actors import Actor
from backend.core.keyset import Listed
from backend.planning.plans import item_rows
from backend.planning.queries import item_lists
from backend.planning.queries import plans as plan_queries
from backend.planning.queries import progress as queries
from backend.planning.queries.item_lists import Filters
from schemas.planning.views import ItemRow

PAGE = 50


async def work(
    actor: Actor, filters: Filters, cursor: str | None = None, limit: int = PAGE
) -> Listed[ItemRow]:
    """List the items of issued plans that the officer's unit and those below carry out, by their last day.

    An officer without a unit to read sees what he is to lead. `filters.plan_id` and `filters.unit` narrow it.
    """
    reach = scope.plan_items(actor)
    if reach.unit is not None:
        reach = msgspec.structs.replace(reach, officer_in=())  # one equality, which an index orders
    asked = msgspec.structs.replace(filters, drafts=False)
    found = await item_lists.page(reach, asked, item_rows.after(cursor), limit + 1)
    return Listed(
        rows=[item_rows.item_row(one) for one in found[:limit]],
        count=await _count(reach, asked),
        next=item_rows.next_of(found, limit),
    )


async def _count(reach: scope.Reach, asked: Filters) -> int:
    unit = asked.unit or reach.unit
    if unit is None or asked.year is None or reach.unit is None or unit[0] < reach.unit[0]:
        return await item_lists.count(reach, asked)
    if asked.unit is not None and not await plan_queries.is_below(*unit, *reach.unit):
        return 0
    if asked.late:
        if asked.month is not None:
            return await item_lists.count(reach, asked)
        return await queries.late(*unit, asked.year, asked.plan_id)
    state = str(asked.state) if asked.state else None
    return await queries.counted(*unit, asked.year, state, asked.month, asked.plan_id)
