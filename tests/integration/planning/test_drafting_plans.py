"""Units draft plans, send them up, and the unit above takes their items into its own."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from backend.core import clock, keyset
from backend.core.database import transaction
from backend.core.errors import Invalid, NotFound, RefusedAct
from backend.planning.plans import reading
from backend.planning.plans import service as plans
from backend.planning.queries import plans as queries
from backend.planning.tables.plans import PlanRecord
from schemas.planning.acts import ItemsRemoved, PlanGivenUp, SentBack, SentUp
from schemas.planning.views import ItemRow, PlanView
from schemas.planning.words import ItemState, PlanState
from tests.support import plans_made
from tests.support.people import People, Person


async def see(plan_id: UUID, person: Person) -> PlanView:
    async with transaction():
        return await reading.view(plan_id, person.actor("desk"))


async def rows_of(plan_id: UUID, person: Person) -> list[ItemRow]:
    async with transaction():
        return (await reading.items(plan_id, person.actor("desk"))).rows


async def test_a_team_drafts_a_plan_and_lists_its_items(pool: None, people: People) -> None:
    team = people.chi.unit.unit_id
    items = [plans_made.item(team, f"Cửa hàng {at}", month=at) for at in (5, 3, 4)]
    plan_id = await plans_made.drafted(people.chi, items)
    view = await see(plan_id, people.chi)
    assert (view.row.state, view.row.items, view.missing) == (PlanState.DRAFT, 3, [])
    listed = await rows_of(plan_id, people.chi)
    assert [one.subject_name for one in listed] == ["Cửa hàng 3", "Cửa hàng 4", "Cửa hàng 5"]
    assert {one.state for one in listed} == {ItemState.DRAFT}
    async with transaction():
        found, following = await reading.page(people.giang.actor("desk"), reading.PlanFilters())
    assert [(one.id, one.items) for one in found] == [(plan_id, 3)]
    assert following is None


async def test_a_list_of_plans_and_of_items_goes_on_where_a_page_ended(
    pool: None, people: People
) -> None:
    team = people.chi.unit.unit_id
    items = [plans_made.item(team, f"Cửa hàng {at}", month=1 + at) for at in range(5)]
    first = await plans_made.drafted(people.chi, items)
    second = await plans_made.drafted(people.chi)
    actor = people.chi.actor("desk")
    async with transaction():
        one, following = await reading.page(actor, reading.PlanFilters(), limit=1)
        other, last = await reading.page(actor, reading.PlanFilters(), following, limit=1)
        seen = await reading.items(first, actor, limit=3)
        rest = await reading.items(first, actor, cursor=seen.next, limit=3)
    assert [row.id for row in one + other] == [first, second], "of one limit the older first"
    assert [row.first_day.month for row in seen.rows + rest.rows] == [1, 2, 3, 4, 5]
    assert (last, rest.next, seen.count) == (None, None, 5)


async def test_the_list_has_open_plans_by_their_limits_then_the_others_then_what_is_over(
    pool: None, people: People
) -> None:
    """Each once, whatever the page's size; a cursor of another list is none."""
    made = [await plans_made.drafted(people.chi) for _ in range(5)]
    late, soon, without, over, older = made
    for plan, state, days, year in (
        (late, "issued", -3, 2024),
        (soon, "draft", 40, 2027),
        (without, "draft", None, 2026),
        (over, "ended", 1, 2028),
        (older, "given_up", None, 2023),
    ):
        due = None if days is None else clock.now() + timedelta(days=days)
        given = {"number": f"{year}/KH", "issued_on": date(year, 1, 2)}
        columns = {"state": state, "due_at": due, "near_at": None, "year": year} | given
        await PlanRecord.update(columns, force=True).where(PlanRecord.id == plan)
    wanted = [late, soon, without, over, older]
    actor = people.chi.actor("desk")
    for size in (1, 2, 5):
        seen, cursor, more = list[UUID](), None, True
        while more:
            async with transaction():
                rows, cursor = await reading.page(actor, reading.PlanFilters(), cursor, limit=size)
            seen += [row.id for row in rows]
            more = cursor is not None
        assert seen == wanted, size
    with pytest.raises(Invalid):
        await reading.page(actor, reading.PlanFilters(), keyset.write("2026", late))
    spelt = ", ".join(f"'{state}'" for state in PlanState if state in queries.OPEN)
    assert f"({spelt})" in queries.STILL_OPEN, "as the indexes are made"


async def test_another_units_officers_see_no_plan_and_change_none(
    pool: None, people: People
) -> None:
    plan_id = await plans_made.drafted(people.chi)
    for person in (people.duyen, people.em, people.an, people.ho):
        with pytest.raises(NotFound):
            await see(plan_id, person)
    with pytest.raises(RefusedAct) as refused:
        await plans_made.do(plan_id, PlanGivenUp(reason="Không cần nữa"), people.phuc)
    assert refused.value.problem_code == "plan_not_yours"


async def test_the_unit_above_sends_a_proposal_back_and_takes_the_mended_one(
    pool: None, people: People
) -> None:
    team = people.chi.unit.unit_id
    items = [plans_made.item(team, "Cửa hàng Lan"), plans_made.item(team, "Cửa hàng Mai")]
    below = await plans_made.drafted(people.chi, items)
    await plans_made.do(below, SentUp(note="Kính gửi"), people.chi)
    await plans_made.do(below, SentBack(reason="Thiếu cửa hàng ở chợ"), people.giang)
    view = await see(below, people.chi)
    assert (view.row.state, view.sent_back_reason) == (PlanState.DRAFT, "Thiếu cửa hàng ở chợ")
    await plans_made.do(below, SentUp(note=""), people.chi)
    above = await plans_made.drafted(people.giang)
    async with transaction():
        assert await plans.merge(above, below, people.giang.actor("desk")) == 2
    assert (await see(below, people.chi)).row.state == PlanState.MERGED
    taken = await rows_of(above, people.giang)
    assert {one.subject_name for one in taken} == {"Cửa hàng Lan", "Cửa hàng Mai"}
    with pytest.raises(RefusedAct) as refused:
        await plans_made.do(above, ItemsRemoved(item_ids=[taken[0].id], reason=""), people.giang)
    assert refused.value.problem_code == "plan_reason"
    out = ItemsRemoved(item_ids=[taken[0].id], reason="Đã kiểm tra năm nay")
    await plans_made.do(above, out, people.giang)
    assert len(await rows_of(above, people.giang)) == 1


async def test_a_plan_is_neither_sent_past_the_unit_above_nor_merged_into_another_years(
    pool: None, people: People
) -> None:
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")
    below = await plans_made.drafted(people.chi, [item])
    await plans_made.do(below, SentUp(note=""), people.chi)
    foreign = await plans_made.drafted(people.giang, year=plans_made.year() - 1)
    async with transaction():
        with pytest.raises(RefusedAct) as refused:
            await plans.merge(foreign, below, people.giang.actor("desk"))
    assert refused.value.problem_code == "plan_into"
    with pytest.raises(RefusedAct) as again:
        await plans_made.do(below, SentUp(note=""), people.chi)
    assert again.value.problem_code == "plan_state"
