"""How far plans are: by unit and month, as a list of items, and as the numbers of the end report.

    table = await progress.months(actor, 2027)
    page = await progress.work(actor, ItemFilters(year=2027, late=True))
    numbers = await progress.report(plan_id, actor)

The table is read from plan_month_counts, which holds how many items a unit has by month and state, and that of one plan
from plan_counts: they cost the same however many items there are.
"""

from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.planning.plans import item_rows, reading
from backend.planning.plans.reading import ItemFilters
from backend.planning.plans.worklist import work as work
from backend.planning.queries import item_lists
from backend.planning.queries import plans as plan_queries
from backend.planning.queries import progress as queries
from schemas.core.problems import Text
from schemas.planning.views import ItemRow, Progress, ReportNumbers, UnitMonth
from schemas.planning.words import ItemState

__all__ = ["months", "report", "work"]

_SHOWN = 500
"""Items that the end report lists of each kind on its page; the paper lists all."""


async def months(actor: Actor, year: int, plan_id: UUID | None = None) -> Progress:
    """Return the progress of issued plans of a year, of one of them or of all, by unit and month."""
    found = await queries.months(actor, year, plan_id)
    rows = [
        UnitMonth(
            unit_id=one.unit_id,
            unit_name=Text(vi=one.unit_name_vi, en=one.unit_name_en),
            month=one.month,
            planned=one.planned,
            decided=one.decided,
            running=one.running,
            done=one.done,
            not_done=one.not_done,
            late=one.late,
        )
        for one in found
    ]
    return Progress(rows=rows, day=clock.today())


async def report(plan_id: UUID, actor: Actor) -> ReportNumbers:
    """Return the numbers of a plan's end report, and which items still lack a reason (Circular 27/2020 Art 7).

    Raises NotFound for a reader who does not see the whole plan.
    """
    await reading.shown(plan_id, actor)
    if not await plan_queries.sees_whole(plan_id, actor):
        raise NotFound(what="plan")
    results = await queries.results(plan_id)
    planned = sum(one.planned for one in results)
    done = sum(one.done for one in results)
    not_done = sum(one.not_done for one in results)
    return ReportNumbers(
        planned=planned,
        done=done,
        not_done=not_done,
        open=planned - done - not_done,
        results=results,
        reasons=await _of_states(plan_id, ItemState.NOT_DONE),
        still_open=await _of_states(
            plan_id, ItemState.PLANNED, ItemState.DECIDED, ItemState.RUNNING
        ),
    )


async def _of_states(plan_id: UUID, *states: ItemState) -> list[ItemRow]:
    found = [
        one
        for state in states
        for one in await item_lists.page(
            None, ItemFilters(plan_id=plan_id, state=state), None, _SHOWN
        )
    ]
    return [item_rows.item_row(one) for one in found[:_SHOWN]]
