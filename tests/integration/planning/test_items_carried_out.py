"""Items become inspections, inspections move items, and a plan ends with its numbers and reasons."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.fieldwork.decision_papers import service as decisions
from backend.fieldwork.queries import decision_papers as paper_queries
from backend.ledger.service import Accepted
from backend.planning.plans import reading
from backend.planning.plans import service as plans
from backend.planning.progress import service as progress
from backend.planning.teams import suggesting
from schemas.planning.acts import ItemNotDone, ItemResumed, PlanAmended, PlanItem
from schemas.planning.views import ItemView
from schemas.planning.words import ItemState, PlanKind, PlanState
from tests.support import factories, plans_made
from tests.support.people import People, Person


def soon(people: People, name: str = "Cửa hàng Lan", **other: Any) -> PlanItem:
    """An item of team 1 that ends today: not late yet, whatever day it is."""
    today = clock.today()
    given = {"first_day": today - timedelta(days=today.timetuple().tm_yday - 1), "last_day": today}
    return plans_made.item(people.chi.unit.unit_id, name, **(given | other))


async def this_years(people: People, *items: PlanItem) -> UUID:
    """An issued thematic plan of this year."""
    year = clock.today().year
    return await plans_made.in_force(
        people,
        items,
        kind=PlanKind.THEMATIC,
        year=year,
        first_day=date(year, 1, 1),
        last_day=date(year, 12, 31),
    )


async def see(item_id: UUID, person: Person) -> ItemView:
    async with transaction():
        return await reading.item(item_id, person.actor("desk"))


async def test_one_step_drafts_the_decision_of_an_item_that_rests_on_the_plan(
    pool: None, people: People
) -> None:
    item = soon(people)
    await this_years(people, item)
    actor = people.chi.actor("desk")
    async with transaction():
        document_id, _ = await suggesting.draft_decision(
            item.item_id, people.chi.id, [people.an.id, people.binh.id], actor
        )
    async with transaction():
        paper = await paper_queries.named(document_id)
    assert paper is not None
    assert paper.order is not None
    assert (paper.order.ground, paper.order.plan_item_id) == ("planned", item.item_id)
    assert "01/KH-QLTT" in (paper.order.proposal or "")
    assert paper.order.subject.name == "Cửa hàng Lan"
    assert (await see(item.item_id, people.an)).row.state is ItemState.PLANNED
    with pytest.raises(NotFound):
        async with transaction():
            await suggesting.draft_decision(
                item.item_id, people.duyen.id, [people.dung.id], people.duyen.actor("desk")
            )


async def test_an_item_follows_its_inspection_to_its_end(pool: None, people: People) -> None:
    item = soon(people)
    await this_years(people, item)
    work = await factories.decided(people, ground="planned", plan_item_id=item.item_id)
    view = await see(item.item_id, people.chi)
    assert (view.row.state, view.row.inspection_id) == (ItemState.DECIDED, work.id)
    assert (view.row.decision_number, view.may_decide) == (work.number, False)
    row = await database.fetchval("SELECT decision_id FROM inspections WHERE id = $1", work.id)
    await work.act("inspection.opened", {"decision_id": str(row)})
    await work.act(
        "inspection.announced", {"place": factories.contents.place(210285110, 1058542300)}
    )
    assert (await see(item.item_id, people.chi)).row.state is ItemState.RUNNING
    await factories.write_minutes(work)
    await factories.submit(work)
    assert (await see(item.item_id, people.chi)).row.state is ItemState.DONE


async def test_an_item_whose_visit_is_given_up_is_planned_again_until_it_is_taken_up(
    pool: None, people: People
) -> None:
    item = soon(people)
    await this_years(people, item)
    work = await factories.opened(people, ground="planned", plan_item_id=item.item_id)
    await work.act("inspection.discarded", {"reason": "Cửa hàng đã đóng cửa"})
    assert (await see(item.item_id, people.chi)).row.state is ItemState.PLANNED
    await factories.decided(people, ground="planned", plan_item_id=item.item_id)
    assert (await see(item.item_id, people.chi)).row.inspection_id == work.id
    row = await database.fetchval("SELECT decision_id FROM inspections WHERE id = $1", work.id)
    await work.act("inspection.opened", {"decision_id": str(row)})
    assert (await see(item.item_id, people.chi)).row.state is ItemState.DECIDED


async def test_an_item_whose_decision_lapsed_is_planned_again_for_another(
    pool: None, people: People
) -> None:
    item = soon(people)
    await this_years(people, item)
    work = await factories.decided(
        people, ground="planned", plan_item_id=item.item_id, minutes_flow=2
    )
    await database.execute(
        "UPDATE inspections SET decision = jsonb_set(decision, '{issued_on}', '\"2026-01-05\"') WHERE id = $1",
        work.id,
    )
    async with transaction():
        outcome = await decisions.lapse(work.id, "Không bắt đầu kịp", people.giang.actor("desk"))
    assert isinstance(outcome, Accepted), outcome
    view = await see(item.item_id, people.chi)
    assert (view.row.state, view.row.inspection_id) == (ItemState.PLANNED, None)
    assert view.may_decide


async def test_only_a_head_of_the_unit_says_that_an_item_is_not_done_and_takes_it_back(
    pool: None, people: People
) -> None:
    item = soon(people)
    plan_id = await this_years(people, item)
    said = ItemNotDone(item_id=item.item_id, reason="Cơ sở đã ngừng kinh doanh")
    for person in (people.an, people.em):
        with pytest.raises((RefusedAct, NotFound)):
            await plans_made.do(plan_id, said, person)
    await plans_made.do(plan_id, said, people.chi)
    assert (await see(item.item_id, people.an)).row.reason == "Cơ sở đã ngừng kinh doanh"
    back = ItemResumed(item_id=item.item_id, reason="Đã mở cửa lại")
    await plans_made.do(plan_id, back, people.giang)
    assert (await see(item.item_id, people.an)).row.state is ItemState.PLANNED


async def test_a_criterion_is_named_by_an_amendment_before_its_decision_is_drafted(
    pool: None, people: People
) -> None:
    item = soon(people, subject=None, criterion="Cửa hàng xăng dầu", address="")
    plan_id = await this_years(people, item)
    actor = people.chi.actor("desk")
    with pytest.raises(RefusedAct) as refused:
        async with transaction():
            await suggesting.draft_decision(item.item_id, people.chi.id, [people.an.id], actor)
    assert refused.value.problem_code == "plan_criterion"
    named = plans_made.changed(
        item, subject=plans_made.subject("Cửa hàng xăng dầu số 5"), criterion=None, address="5 Láng"
    )
    said = PlanAmended(reason="Chọn đối tượng theo tiêu chí", items=[named])
    await plans_made.do(plan_id, said, people.giang)
    async with transaction():
        await suggesting.draft_decision(item.item_id, people.chi.id, [people.an.id], actor)


async def test_a_team_is_suggested_by_unit_load_leave_and_card(pool: None, people: People) -> None:
    item = soon(people)
    await this_years(people, item)
    await factories.decided(people, leader=people.chi, members=[people.binh])
    await database.execute(
        """INSERT INTO absences (id, officer_id, stand_in_id, first_day, last_day, reason, entered_by, entered_at,
            unit_1)
        VALUES (gen_random_uuid(), $1, $2, current_date - 3, current_date + 3, 'nghỉ phép', $1, now(), $3)""",
        people.an.id,
        people.binh.id,
        people.an.unit.unit_1,
    )
    async with transaction():
        found = await suggesting.suggested_team(item.item_id, people.chi.actor("desk"))
    names = [one.officer.officer_id for one in found]
    assert names.index(people.cuc.id) < names.index(people.binh.id) < names.index(people.an.id)
    told = {one.officer.officer_id: one for one in found}
    assert (told[people.an.id].away, told[people.binh.id].load) == (True, 1)
    assert told[people.chi.id].may_lead
    assert not told[people.cuc.id].may_lead
    assert people.em.id not in told
    assert all(one.reasons for one in found)


async def test_a_plan_ends_once_each_item_is_done_or_has_a_reason(
    pool: None, people: People
) -> None:
    one, other = soon(people), soon(people, "Cửa hàng Mai")
    plan_id = await this_years(people, one, other)
    actor = people.giang.actor("desk")
    await plans_made.do(plan_id, ItemNotDone(item_id=one.item_id, reason="Ngừng bán"), people.chi)
    async with transaction():
        numbers = await progress.report(plan_id, actor)
        outcome = await plans.end(plan_id, "Kết quả", actor)
    assert (numbers.planned, numbers.done, numbers.not_done, numbers.open) == (2, 0, 1, 1)
    assert [row.id for row in numbers.still_open] == [other.item_id]
    assert outcome.code == "plan_open_items"  # type: ignore[union-attr]
    await plans_made.do(plan_id, ItemNotDone(item_id=other.item_id, reason="Ngừng bán"), people.chi)
    async with transaction():
        await plans.end(plan_id, "Kết quả thực hiện", actor)
    async with transaction():
        view = await reading.view(plan_id, actor)
    assert (view.row.state, view.report) == (PlanState.ENDED, "Kết quả thực hiện")
    assert [(row.planned, row.not_done) for row in view.results] == [(2, 2)]


async def test_progress_counts_by_unit_and_month_and_tells_what_is_late(
    pool: None, people: People
) -> None:
    year = clock.today().year
    past = soon(people, "A", last_day=clock.today() - timedelta(days=1))
    if past.last_day.year != year:
        past = plans_made.changed(past, last_day=clock.today())
    item, done = soon(people, "B"), soon(people, "C")
    await this_years(people, past, item, done)
    await factories.decided(people, ground="planned", plan_item_id=done.item_id)
    late = int(past.last_day < clock.today())
    actor = people.giang.actor("desk")
    filters = reading.ItemFilters(year=year)
    async with transaction():
        table = await progress.months(actor, year)
        whole = await progress.work(actor, filters, limit=2)
        rest = await progress.work(actor, filters, whole.next, limit=2)
        lates = await progress.work(actor, reading.ItemFilters(year=year, late=True))
        others = await progress.work(people.ho.actor("desk"), filters)
    assert sum(row.planned for row in table.rows) == 2
    assert sum(row.decided for row in table.rows) == 1
    assert sum(row.late for row in table.rows) == late == lates.count == len(lates.rows)
    assert (whole.count, len(whole.rows + rest.rows), rest.next) == (3, 3, None)
    assert (others.count, others.rows) == (0, [])
