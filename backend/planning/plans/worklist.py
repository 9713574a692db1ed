"""What the officer's unit and those below have to carry out of issued plans, by the last day."""

import msgspec

from backend.core import scope
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.keyset import Listed
from backend.planning.plans import item_rows
from backend.planning.queries import item_lists
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
    async with at_once() as ask:
        listing = ask(item_lists.page(reach, asked, item_rows.after(cursor), limit + 1))
        counting = ask(item_lists.count(reach, asked))
    found = listing.result()
    return Listed(
        rows=[item_rows.item_row(one) for one in found[:limit]],
        count=counting.result(),
        next=item_rows.next_of(found, limit),
    )
