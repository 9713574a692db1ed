"""A subject is planned once a year, over all units and other agencies' plans; a second time needs a reason."""

from datetime import date
from uuid import UUID

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import RefusedAct
from backend.planning.plans import reading
from schemas.planning.acts import (
    OverlapKept,
    OverlapResolved,
    PlanAmended,
    PlanGivenUp,
    PlanSubmitted,
)
from schemas.planning.views import OverlapRow
from schemas.planning.words import Match, OverlapWay, PlanKind, PlanState
from tests.support import plans_made
from tests.support.people import People, Person


async def overlaps(plan_id: UUID, person: Person) -> list[OverlapRow]:
    async with transaction():
        return await reading.overlaps(plan_id, person.actor("desk"))


async def test_another_provinces_plan_is_told_by_number_unit_and_month_alone(
    pool: None, people: People
) -> None:
    subject = plans_made.subject("Chuỗi siêu thị Lan", tax_code="0101234567")
    first = plans_made.item(people.chi.unit.unit_id, "–", subject=subject, note="Nội bộ")
    await plans_made.in_force(people, [first])
    second = plans_made.item(people.duyen.unit.unit_id, "–", 5, subject=subject)
    theirs = await plans_made.drafted(people.ho, [second])
    (found,) = await overlaps(theirs, people.ho)
    assert (found.match, found.other_plan, found.other_plan_id) == (
        Match.TAX_CODE,
        "01/KH-QLTT",
        None,
    )
    assert found.other_month == date(plans_made.year(), 3, 1)
    assert "Nội bộ" not in repr(found)
    with pytest.raises(RefusedAct) as refused:
        await plans_made.do(theirs, PlanSubmitted(note=""), people.ho)
    assert "trùng đối tượng" in refused.value.text.vi
    kept = OverlapResolved(
        item_id=second.item_id,
        other_item_id=first.item_id,
        way=OverlapWay.KEPT,
        reason="Có đơn phản ánh bán hàng giả",
    )
    await plans_made.do(theirs, kept, people.ho)
    await plans_made.do(theirs, PlanSubmitted(note=""), people.ho)


async def test_another_agencys_plan_counts_until_it_is_taken_out(
    pool: None, people: People
) -> None:
    foreign = await plans_made.drafted(
        people.giang,
        [plans_made.item(people.giang.unit.unit_id, "Cửa hàng Lan")],
        kind=PlanKind.FOREIGN,
        agency="Sở Y tế",
        number="12/KH-SYT",
        issued_on=clock.today(),
    )
    item = plans_made.item(people.chi.unit.unit_id, "CUA HANG LAN", address="12 Phố Huế")
    plan_id = await plans_made.drafted(people.giang, [item])
    (found,) = await overlaps(plan_id, people.giang)
    assert (found.match, found.other_agency) == (Match.NAME, "Sở Y tế")
    await plans_made.do(foreign, PlanGivenUp(reason="Đã thay kế hoạch khác"), people.giang)
    assert await overlaps(plan_id, people.giang) == []


async def test_an_item_that_is_moved_or_dropped_leaves_the_plan_with_its_reason(
    pool: None, people: People
) -> None:
    team = people.chi.unit.unit_id
    one, other = (plans_made.item(team, "Cửa hàng Lan", month=at) for at in (3, 6))
    plan_id = await plans_made.drafted(people.giang, [one, other])
    (found,) = await overlaps(plan_id, people.giang)
    drop = OverlapResolved(
        item_id=found.item_id,
        other_item_id=found.other_item_id,
        way=OverlapWay.DROPPED,
        reason="Ghi hai lần",
    )
    await plans_made.do(plan_id, drop, people.giang)
    assert await overlaps(plan_id, people.giang) == []
    async with transaction():
        listed = await reading.items(plan_id, people.giang.actor("desk"))
    assert [row.id for row in listed.rows] == [found.other_item_id]
    again = plans_made.changed(one, first_day=one.first_day)
    assert again == one
    with pytest.raises(RefusedAct) as refused:
        await plans_made.do(plan_id, drop, people.giang)
    assert refused.value.problem_code == "plan_overlap_none"


async def test_two_plans_approved_at_once_are_not_both_issued_with_the_same_subject(
    pool: None, people: People
) -> None:
    team = people.chi.unit.unit_id
    head = await plans_made.national_head(people)
    plan_ids = [await plans_made.drafted(people.giang) for _ in range(2)]
    for plan_id in plan_ids:
        await plans_made.set_items(plan_id, [plans_made.item(team, "Cửa hàng Lan")], people.giang)
    await plans_made.approved(plan_ids[0], people.giang, head)
    # The second was submitted before the first: its submission saw no other plan.
    await database.execute("UPDATE plans SET state = 'draft' WHERE id = $1", plan_ids[0])
    await plans_made.approved(plan_ids[1], people.giang, head)
    await database.execute("UPDATE plans SET state = 'approved' WHERE id = $1", plan_ids[0])
    with pytest.raises(RefusedAct) as refused:
        await plans_made.issued(plan_ids[0], people.giang)
    assert refused.value.problem_code == "plan_overlap_unresolved"


async def test_an_amendment_may_not_bring_in_a_subject_that_is_planned_elsewhere_without_a_reason(
    pool: None, people: People
) -> None:
    team = people.chi.unit.unit_id
    mine = plans_made.item(team, "Cửa hàng Lan")
    plan_id = await plans_made.in_force(people, [mine])
    twin = plans_made.item(team, "Cửa hàng Lan", month=9)
    with pytest.raises(RefusedAct) as refused:
        await plans_made.do(plan_id, PlanAmended(reason="Bổ sung", items=[twin]), people.giang)
    assert refused.value.problem_code == "plan_overlap_unresolved"
    why = OverlapKept(
        item_id=twin.item_id, other_item_id=mine.item_id, reason="Phát hiện hàng nhập lậu"
    )
    said = PlanAmended(reason="Bổ sung", items=[twin], kept=[why])
    await plans_made.do(plan_id, said, people.giang)
    (found,) = await overlaps(plan_id, people.giang)
    assert found.resolved is OverlapWay.KEPT
    async with transaction():
        view = await reading.view(plan_id, people.giang.actor("desk"))
    assert (view.row.state, view.row.overlaps) == (PlanState.ISSUED, 0)
