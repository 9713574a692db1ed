"""A plan is approved by the level above, issued, sent out, amended; what comes back is a draft again."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.planning.plans import reading, stories
from schemas.approvals.submissions import Comment, SubmissionReturned, SubmissionWithdrawn
from schemas.approvals.words import StepKind, SubmissionState
from schemas.planning.acts import (
    PlanAgreedAlone,
    PlanAmended,
    PlanIssued,
    PlanReopened,
    PlanSubmitted,
    SentOut,
)
from schemas.planning.views import PlanView
from schemas.planning.words import ItemState, PlanKind, PlanState
from tests.support import plans_made
from tests.support.people import People, Person
from tests.support.submitted import answer, of_record, waits_for


async def see(plan_id: UUID, person: Person) -> PlanView:
    async with transaction():
        return await reading.view(plan_id, person.actor("desk"))


async def test_a_provinces_plan_is_approved_by_the_level_above_before_it_is_issued(
    pool: None, people: People
) -> None:
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")
    plan_id = await plans_made.drafted(people.giang, [item])
    head = await plans_made.national_head(people)
    with pytest.raises(RefusedAct) as early:
        await plans_made.issued(plan_id, people.giang)
    assert early.value.problem_code == "plan_state"
    await plans_made.approved(plan_id, people.giang, head)
    assert (await see(plan_id, people.giang)).row.state == PlanState.APPROVED
    await plans_made.issued(plan_id, people.giang)
    view = await see(plan_id, people.giang)
    assert (view.row.state, view.row.number) == (PlanState.ISSUED, "01/KH-QLTT")
    async with transaction():
        listed = await reading.items(plan_id, people.chi.actor("desk"))
    assert [one.state for one in listed.rows] == [ItemState.PLANNED]
    told = await database.fetchval(
        "SELECT count(*) FROM notices WHERE officer_id = $1 AND text_key = 'plan.issued'",
        people.chi.id,
    )
    assert told == 1


async def test_a_teams_thematic_plan_is_approved_by_its_direct_superior_in_five_working_days(
    pool: None, people: People
) -> None:
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")
    plan_id = await plans_made.drafted(people.chi, [item], kind=PlanKind.THEMATIC)
    one = await plans_made.submitted(plan_id, people.chi)
    assert one.due_rule == "KH5"
    assert one.steps[0].made.term.working_days == 5
    assert one.steps[0].keys == [f"head:{people.giang.unit.unit_id}"]
    view = await see(plan_id, people.chi)
    assert view.row.clock is not None
    assert view.row.clock.rule == "KH5"


async def test_a_head_who_drafted_the_departments_thematic_plan_issues_it_and_asks_nobody_above(
    pool: None, people: People
) -> None:
    """Circular 27/2020 Art 6.2.b: the department's head makes it and decides to issue it."""
    head = await plans_made.national_head(people)
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")
    plan_id = await plans_made.drafted(people.giang, [item], kind=PlanKind.THEMATIC)
    one = await plans_made.submitted(plan_id, people.giang)
    asked = [(step.kind, step.keys) for step in one.steps]
    assert asked == [(StepKind.SIGN, [f"head:{people.giang.unit.unit_id}"])]
    assert plan_id in await waits_for(people.giang)
    assert plan_id not in await waits_for(head)
    view = await see(plan_id, people.giang)
    assert (view.own_head, view.may.issue) == (True, True)
    await plans_made.issued(plan_id, people.giang)
    async with transaction():
        told = await stories.history(plan_id, people.giang.actor("desk"))
    assert [(each.act, each.by_name) for each in told if each.act == "plan.issued"] == [
        ("plan.issued", people.giang.full_name)
    ]
    ended = (await of_record(plan_id))[-1]
    assert (ended.state, ended.number) == (SubmissionState.DONE, "01/KH-QLTT")


async def test_the_nations_head_who_alone_drafted_an_orientation_agrees_to_it_with_a_reason(
    pool: None, people: People
) -> None:
    """Circular 27/2020 Art 4.2: the Minister issues it. Practice B6: drafter and signer may be the same with a reason.
    Nobody above the head could agree to it here."""
    head = await plans_made.national_head(people)
    alone = PlanAgreedAlone(reason="Cục chưa có cấp phó, tự soạn, tự ký")
    plan_id = await plans_made.drafted(head, kind=PlanKind.ORIENTATION)
    assert (await see(plan_id, head)).may.agree_alone
    await plans_made.do(plan_id, alone, head)
    view = await see(plan_id, head)
    assert (view.row.state, view.may.agree_alone) == (PlanState.APPROVED, False)
    assert await of_record(plan_id) == [], "nobody is asked"
    async with transaction():
        [listed] = await stories.agreed_alone(people.khanh.actor("desk"))
        assert await stories.agreed_alone(people.an.actor("desk")) == []
    assert (listed.plan_id, listed.by_name, listed.reason) == (
        plan_id,
        head.full_name,
        alone.reason,
    )
    await plans_made.issued(plan_id, head, "01/ĐHKT")
    assert (await see(plan_id, head)).row.state == PlanState.ISSUED


@pytest.mark.parametrize("who", ["another kind", "another drafter"])
async def test_nobody_else_agrees_to_a_plan_alone(pool: None, people: People, who: str) -> None:
    head, alone = await plans_made.national_head(people), PlanAgreedAlone(reason="Tự soạn, tự ký")
    if who == "another kind":
        plan_id, by = await plans_made.drafted(people.giang, kind=PlanKind.THEMATIC), people.giang
    else:
        plan_id, by = await plans_made.drafted(head, kind=PlanKind.ORIENTATION), head
        await database.execute(
            "UPDATE plans SET drafted_by = $2 WHERE id = $1", plan_id, people.khanh.id
        )
    assert not (await see(plan_id, by)).may.agree_alone
    with pytest.raises(RefusedAct) as refused:
        await plans_made.do(plan_id, alone, by)
    code = "plan_alone_kind" if who == "another kind" else "plan_alone_others"
    assert refused.value.problem_code == code


async def test_a_team_neither_submits_a_periodic_plan_nor_amends_what_its_superior_approved(
    pool: None, people: People
) -> None:
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")
    yearly = await plans_made.drafted(people.chi, [item])
    view = await see(yearly, people.chi)
    assert (view.may.submit, view.may.send_up) == (False, True)
    with pytest.raises(RefusedAct) as refused:
        await plans_made.do(yearly, PlanSubmitted(note=""), people.chi)
    assert refused.value.problem_code == "plan_periodic_above"
    plan_id = await plans_made.drafted(
        people.chi, [plans_made.item(people.chi.unit.unit_id, "B")], kind=PlanKind.THEMATIC
    )
    await plans_made.put_in_force(plan_id, "1/KH")
    later = PlanAmended(
        reason="Lùi thời gian",
        last_day=(await see(plan_id, people.chi)).row.last_day - timedelta(1),
    )
    with pytest.raises(RefusedAct) as own:
        await plans_made.do(plan_id, later, people.chi)
    assert own.value.problem_code == "plan_amended_above"
    await plans_made.do(plan_id, later, people.giang)


async def test_what_is_returned_or_withdrawn_is_a_draft_again_and_goes_the_same_way_once_more(
    pool: None, people: People
) -> None:
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")
    plan_id = await plans_made.drafted(people.giang, [item])
    head = await plans_made.national_head(people)
    one = await plans_made.submitted(plan_id, people.giang)
    with pytest.raises(RefusedAct) as shut:
        await plans_made.do(plan_id, PlanReopened(reason="Sửa lại"), people.giang)
    assert shut.value.problem_code == "plan_withdraw_first"
    comments = [Comment(at="", text="Bổ sung địa bàn")]
    await answer(one, SubmissionReturned(shown=one.shown, comments=comments), head)
    assert (await see(plan_id, people.giang)).row.state == PlanState.DRAFT
    await plans_made.do(plan_id, PlanSubmitted(note="Đã bổ sung"), people.giang)
    again = (await of_record(plan_id))[-1]
    assert (again.id, again.state) == (one.id, SubmissionState.WAITING)
    await answer(again, SubmissionWithdrawn(reason="Chưa xong"), people.giang)
    assert (await see(plan_id, people.giang)).row.state == PlanState.DRAFT


async def test_a_plan_is_not_submitted_without_what_the_law_asks_it_to_contain(
    pool: None, people: People
) -> None:
    plan_id = await plans_made.drafted(people.giang, aim="", budget_note="")
    view = await see(plan_id, people.giang)
    assert len(view.missing) == 3
    with pytest.raises(RefusedAct) as refused:
        await plans_made.do(plan_id, PlanSubmitted(note=""), people.giang)
    assert refused.value.problem_code == "plan_incomplete"
    assert "Mục đích" in refused.value.text.vi
    assert "aim" in refused.value.text.en


async def test_an_issued_plan_is_amended_with_a_reason_and_shows_what_was_changed(
    pool: None, people: People
) -> None:
    team = people.chi.unit.unit_id
    first, second = (plans_made.item(team, name) for name in ("Cửa hàng Lan", "Cửa hàng Mai"))
    plan_id = await plans_made.in_force(people, [first, second])
    later = plans_made.changed(first, last_day=first.last_day + timedelta(days=7))
    said = PlanAmended(reason="Cửa hàng sửa chữa", items=[later], removed=[second.item_id])
    await plans_made.do(plan_id, said, people.giang)
    async with transaction():
        listed = await reading.items(plan_id, people.giang.actor("desk"))
        changes = await stories.changes_of(plan_id, people.giang.actor("desk"))
    assert [one.last_day for one in listed.rows] == [later.last_day]
    told = [(one.kind, one.amended, one.reason) for one in changes.rows if one.amended]
    assert told == [
        ("removed", True, "Cửa hàng sửa chữa"),
        ("changed", True, "Cửa hàng sửa chữa"),
    ] or told == [
        ("changed", True, "Cửa hàng sửa chữa"),
        ("removed", True, "Cửa hàng sửa chữa"),
    ]
    (moved,) = [one for one in changes.rows if one.kind == "changed"]
    assert [one.field for one in moved.fields] == ["last_day"]
    with pytest.raises(RefusedAct) as nothing:
        await plans_made.do(plan_id, PlanAmended(reason="Không đổi gì"), people.giang)
    assert nothing.value.problem_code == "plan_nothing"


async def test_who_must_receive_a_plan_is_listed_and_each_batch_is_noted(
    pool: None, people: People
) -> None:
    team = people.chi.unit.unit_id
    names = ("Cửa hàng Lan", "Cửa hàng Mai")
    items = [plans_made.item(team, name) for name in names]
    plan_id = await plans_made.in_force(people, items)
    actor = people.giang.actor("desk")
    async with transaction():
        listed = await reading.recipients_of(plan_id, actor)
    assert sorted(one.kind for one in listed.rows) == [
        *("committee", "sub_unit", "subject", "subject", "superior"),
    ]
    subjects = [one.key for one in listed.rows if one.kind == "subject"]
    sent = SentOut(recipients=subjects, way="post", sent_on=clock.today())
    await plans_made.do(plan_id, sent, people.nga)
    async with transaction():
        after = await reading.recipients_of(plan_id, actor)
    assert {one.name for one in after.rows if one.sent_on} == set(names)
    committee = SentOut(recipients=["committee"], way="direct", sent_on=clock.today())
    await plans_made.do(plan_id, committee, people.nga)
    out = PlanAmended(reason="Cửa hàng đóng cửa", removed=[items[0].item_id])
    await plans_made.do(plan_id, out, people.giang)
    async with transaction():
        again = await reading.recipients_of(plan_id, actor)
    # Art 6.5: the amended plan goes to bodies and to whom it concerns; the other shop has what it needs.
    assert {one.name for one in again.rows if one.sent_on} == {"Cửa hàng Mai"}
    unknown = SentOut(recipients=["subject:nobody"], way="post", sent_on=clock.today())
    with pytest.raises(RefusedAct) as refused:
        await plans_made.do(plan_id, unknown, people.nga)
    assert refused.value.problem_code == "plan_recipients"


async def test_a_number_is_one_plans_in_its_year_and_an_issue_needs_a_paper(
    pool: None, people: People
) -> None:
    team = people.chi.unit.unit_id
    await plans_made.in_force(people, [plans_made.item(team, "Cửa hàng Lan")])
    plan_id = await plans_made.drafted(people.giang, [plans_made.item(team, "Cửa hàng Mai")])
    await plans_made.approved(plan_id, people.giang, await plans_made.national_head(people))
    with pytest.raises(RefusedAct) as taken:
        await plans_made.issued(plan_id, people.giang)
    assert taken.value.problem_code == "plan_number_taken"
    bare = PlanIssued(
        number="02/KH", issued_on=clock.today(), signer_name="Giang", signer_title="Chi cục trưởng"
    )
    with pytest.raises(RefusedAct) as paper:
        await plans_made.do(plan_id, bare, people.giang)
    assert paper.value.problem_code == "plan_paper"


async def test_a_unit_sees_of_a_superiors_plan_its_own_items_and_only_once_it_is_issued(
    pool: None, people: People
) -> None:
    team, other = people.chi.unit.unit_id, people.em.unit.unit_id
    items = [plans_made.item(team, "Cửa hàng Lan"), plans_made.item(other, "Cửa hàng Mai")]
    plan_id = await plans_made.drafted(people.giang, items)
    with pytest.raises(NotFound):
        await see(plan_id, people.an)
    await plans_made.approved(plan_id, people.giang, await plans_made.national_head(people))
    await plans_made.issued(plan_id, people.giang)
    view = await see(plan_id, people.an)
    assert (view.whole, view.row.items) == (False, 2)
    async with transaction():
        listed = await reading.items(plan_id, people.an.actor("desk"))
    assert [one.subject_name for one in listed.rows] == ["Cửa hàng Lan"]
    with pytest.raises(NotFound):
        await see(plan_id, people.dung)
