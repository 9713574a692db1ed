"""Stories of a demonstration's history that are played outside of a visit, through the one door."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from litestar import Litestar

from backend.core import clock, database, local_time
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.planning.plans import reading
from deploy.demo.living.team_plans import Carried
from deploy.demo.stories.team_plans import Item, TeamPlan
from schemas.core.ids import new_id
from schemas.planning.words import ItemState, PlanState
from tests.support.people import People


def _carried(plan: TeamPlan, leader: Actor, head: Actor) -> Carried:
    return Carried(plan, leader, head, [], clock.unmoved())


async def _ended(plan: TeamPlan, leader: Actor, head: Actor) -> None:
    """Play a plan of which nothing could be done, to its report."""
    made, over = _carried(plan, leader, head), _carried(replace(plan, ends=True), leader, head)
    try:
        await made.approved()
        async with transaction():
            await made.issue()
        async with transaction():
            await over.end()
    finally:
        clock.show(None)


async def test_a_team_s_plan_is_approved_issued_and_ended_on_its_own_days(
    app: Litestar, people: People
) -> None:
    del app
    item = Item(new_id(), date(2026, 8, 3), date(2026, 8, 20))
    drafted = datetime(2026, 7, 1, 8, tzinfo=local_time.VIETNAM)
    plan = TeamPlan(
        "0101",
        date(2026, 7, 3),
        date(2026, 9, 30),
        False,
        drafted,
        items=(item,),
        never=(replace(item, id=new_id()),),
        ceased=replace(item, id=new_id()),
        dropped=replace(item, id=new_id()),
    )
    leader, head = people.chi.actor("desk"), people.giang.actor("desk")
    carried = _carried(plan, leader, head)
    try:
        await carried.approved()
        await carried.approved()  # a start after an interruption: nothing is there twice
        async with transaction():
            await carried.issue()
    finally:
        clock.show(None)
    view = await reading.view(plan.id, leader)
    assert view.row.state is PlanState.ISSUED
    rows = await database.fetch(
        "SELECT act_type, received_at FROM ledger_entries WHERE record_id = $1 ORDER BY number",
        plan.id,
    )
    assert [row["act_type"] for row in rows[-3:]] == [
        "plan.issued",
        "plan.amended",
        "plan.item_not_done",
    ]
    assert {local_time.day_of(row["received_at"]) for row in rows[:-2]} == {date(2026, 7, 1)}
    found = await database.fetch("SELECT state FROM plan_items WHERE plan_id = $1", plan.id)
    states = sorted(row["state"] for row in found)
    assert states == [ItemState.NOT_DONE, *[ItemState.PLANNED] * 2, ItemState.REMOVED]
    over = TeamPlan(
        "0101",
        date(2026, 8, 3),
        date(2026, 9, 30),
        False,
        drafted + timedelta(hours=1),
        never=(replace(item, id=new_id()),),
    )
    await _ended(over, leader, head)
    assert (await reading.view(over.id, leader)).row.state is PlanState.ENDED
    assert clock.now() - clock.unmoved() < timedelta(seconds=1), "nobody else's clock is moved"
