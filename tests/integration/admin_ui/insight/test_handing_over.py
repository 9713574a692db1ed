"""Who leaves or moves hands over all open work in one step: nothing is left, each colleague is told once."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.force.accounts import service as accounts
from backend.insight.handing_over import service as handing_over
from backend.insight.handing_over.service import Done, Order, Stopped, Then, Work
from backend.insight.queries import handing_over as queries
from backend.operations.verification.findings import Verdict
from schemas.approvals.submissions import RouteStep, Term, Who
from schemas.approvals.words import By, StepKind, SubmittedKind
from schemas.force.acts import OfficerReinstated
from schemas.intake.acts import Assigned, Verifier
from schemas.planning.acts import ItemsRemoved, PlanSubmitted
from tests.support import cases_made, factories, informations, plans_made, routes_made, verifying
from tests.support.people import People, Person
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("app")
WHY = "Nghỉ hưu theo quyết định."
ORDER = Order(reason=WHY, number="12/QĐ-CCQLTT", asked_by="head")


async def assigned(people: People, who: Person) -> UUID:
    """An information that this officer verifies."""
    one = await informations.registered(people.nga)
    content = Assigned(
        officers=[Verifier(officer_id=who.id, full_name=who.full_name)],
        due_on=clock.today() + timedelta(days=7),
        instructions="Xác minh.",
        document_id=None,
        without_paper="Chưa có quyết định.",
    )
    await informations.did(people.giang, one.id, content)
    return one.id


async def busy(people: People) -> None:
    """Give chi 37 open things: cases, inspections, informations, items of a plan, and a step that waits for chi."""
    for _ in range(3):
        await cases_made.inspected(people)
    for _ in range(4):
        await factories.decided(people, minutes_flow=2)
    for _ in range(9):
        await assigned(people, people.chi)
    team = people.chi.unit.unit_id
    items = [
        plans_made.item(team, f"Cửa hàng {one}", leader_id=people.chi.id, member_ids=[people.an.id])
        for one in range(16)
    ]
    items.append(
        plans_made.item(team, "Cửa hàng Z", leader_id=people.an.id, member_ids=[people.chi.id])
    )
    await submitted_to_chi(people, await plans_made.drafted(people.giang, items))


async def submitted_to_chi(people: People, plan_id: UUID) -> None:
    """Submit a plan on a route that asks chi first."""
    step = RouteStep(
        kind=StepKind.OPINION,
        who=Who(by=By.OFFICER, officer_id=people.chi.id),
        term=Term(working_days=2),
    )
    decides = RouteStep(kind=StepKind.APPROVE, who=Who(by=By.HEAD), term=Term(working_days=2))
    await routes_made.published(people, SubmittedKind.PLAN, (step, decides))
    await plans_made.do(plan_id, PlanSubmitted(note=""), people.giang)


async def with_a_step(people: People) -> None:
    """Give chi a step of a plan, and nothing else."""
    item = plans_made.item(people.units["0101"].unit_id, "Cửa hàng A", leader_id=people.an.id)
    await submitted_to_chi(people, await plans_made.drafted(people.giang, [item]))


async def work_of(who: Person, by: Person) -> Work:
    async with transaction():
        return await handing_over.open_work(who.id, by.actor())


def to_each(work: Work, people: People) -> dict[str, UUID]:
    """Cases and inspections to em, what is verified to binh, the plan's to an, the step to hai."""
    by_kind = {
        "case": people.em,
        "inspection": people.em,
        "team": people.em,
        "information": people.binh,
        "plan_item": people.an,
        "step": people.hai,
    }
    return {one.key: by_kind[one.kind].id for one in work.lines}


async def hand(who: Person, by: Person, choices: dict[str, UUID], then: Then | None = None) -> Done:
    async with transaction():
        work = await handing_over.open_work(who.id, by.actor())
        return await handing_over.carry_out(work, choices, ORDER, then or Then(), by.actor())


async def test_an_officer_who_leaves_with_37_open_things_leaves_none(people: People) -> None:
    await busy(people)
    work = await work_of(people.chi, people.my)
    counted = {kind: sum(one.kind == kind for one in work.lines) for kind in handing_over.KINDS}
    assert counted == {
        "case": 3,
        "inspection": 3,
        "team": 4,
        "information": 9,
        "plan_item": 17,
        "step": 1,
    }
    assert len(work.lines) == 37
    before = await database.fetchval("SELECT count(*) FROM notices")
    teams = [one for one in work.lines if one.kind == "team"]
    done = await hand(people.chi, people.my, to_each(work, people), Then(how="leave"))
    assert sum(one.count for one in done.given) == 37 - len(teams)
    assert (await work_of(people.chi, people.my)).lines == teams
    assert (
        await database.fetchval("SELECT state FROM officers WHERE id = $1", people.chi.id)
        == "disabled"
    )
    got = await database.fetch(
        "SELECT officer_id, text_key FROM notices ORDER BY at, id OFFSET $1", before
    )
    told = [row["officer_id"] for row in got if row["text_key"] == "person.handed_over"]
    assert sorted(told) == sorted([people.em.id, people.binh.id, people.an.id, people.hai.id])
    asked = [row["officer_id"] for row in got if row["text_key"] == "person.team_proposed"]
    assert asked == [people.giang.id]
    assert {row["text_key"] for row in got} <= {
        "person.handed_over",
        "person.handed_over_goes",
        "person.team_proposed",
        "person.done",
    }
    for heir, kinds in ((people.em, {"case", "inspection"}), (people.binh, {"information"})):
        assert kinds <= {one.kind for one in (await work_of(heir, people.my)).lines}


async def test_each_record_says_who_handed_it_over_and_why(people: People) -> None:
    await assigned(people, people.chi)
    work = await work_of(people.chi, people.giang)
    await hand(people.chi, people.giang, {one.key: people.binh.id for one in work.lines})
    kept = await database.fetch(
        "SELECT act_type, officer_id, act FROM ledger_entries WHERE act_type LIKE '%handed_over' ORDER BY received_at"
    )
    assert [row["act_type"] for row in kept] == ["officer.handed_over", "intake.handed_over"]
    assert {row["officer_id"] for row in kept} == {people.giang.id}
    assert all(WHY in row["act"] for row in kept)
    assert "12/QĐ-CCQLTT" in kept[1]["act"]


async def test_one_record_that_refuses_keeps_everything_where_it_was(people: People) -> None:
    """cuc's card has expired, so cuc cannot lead; the informations before it stay with chi too."""
    await assigned(people, people.chi)
    await factories.decided(people, minutes_flow=2)
    work = await work_of(people.chi, people.my)
    choices = {
        one.key: (people.cuc if one.kind == "team" else people.binh).id for one in work.lines
    }
    with pytest.raises(Stopped) as stopped:
        await hand(people.chi, people.my, choices)
    assert "Thẻ kiểm tra" in stopped.value.text.vi
    assert (await work_of(people.chi, people.my)).seen == work.seen
    assert not await database.fetchval(
        "SELECT count(*) FROM ledger_entries WHERE act_type LIKE '%handed_over'"
    )


async def test_what_came_in_meanwhile_stops_the_step(people: People) -> None:
    await assigned(people, people.chi)
    work = await work_of(people.chi, people.my)
    await assigned(people, people.chi)
    with pytest.raises(Stopped, match="More came in"):
        await hand(people.chi, people.my, {one.key: people.binh.id for one in work.lines})
    assert len((await work_of(people.chi, people.my)).lines) == 2


async def test_nobody_hands_over_what_is_out_of_reach_or_the_own(people: People) -> None:
    for by in (people.ho, people.an, people.nga, people.phuc):
        with pytest.raises(NotFound if by is people.ho else NotAllowed):
            await work_of(people.chi, by)
    await assigned(people, people.giang)
    work = await work_of(people.giang, people.giang)
    with pytest.raises(Stopped):
        await hand(people.giang, people.giang, {one.key: people.hai.id for one in work.lines})


async def test_an_information_goes_to_nobody_outside_the_unit_that_handles_it(
    people: People,
) -> None:
    await assigned(people, people.chi)
    work = await work_of(people.chi, people.my)
    with pytest.raises(Stopped):
        await hand(people.chi, people.my, {one.key: people.dung.id for one in work.lines})
    assert len((await work_of(people.chi, people.my)).lines) == 1


async def test_plans_change_in_nothing_but_the_team(people: People) -> None:
    team = people.chi.unit.unit_id
    item = plans_made.item(team, "Cửa hàng A", leader_id=people.chi.id, member_ids=[people.an.id])
    plan_id = await plans_made.drafted(people.giang, [item])
    work = await work_of(people.chi, people.my)
    await hand(people.chi, people.my, {one.key: people.an.id for one in work.lines})
    sql = "SELECT leader_id, content ->> 'address' AS address, content -> 'member_ids' AS members FROM plan_items"
    row = await database.fetchrow(f"{sql} WHERE plan_id = $1", plan_id)
    assert row is not None
    assert (row["leader_id"], row["address"], row["members"]) == (people.an.id, "12 phố Huế", "[]")


async def test_the_plan_s_page_tells_of_the_hand_over(people: People, readers: Readers) -> None:
    """The drafter and the unit above open the plan after somebody left, in either language."""
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng A", leader_id=people.chi.id)
    plan_id = await plans_made.drafted(people.giang, [item])
    work = await work_of(people.chi, people.my)
    await hand(people.chi, people.my, {one.key: people.an.id for one in work.lines})
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/plans/{plan_id}")
    assert "Bàn giao cho người khác" in desk.html
    assert "1 mục: " in desk.html
    assert WHY in desk.html
    desk.cookies["ht_language"] = "en"
    await desk.open(f"/desk/plans/{plan_id}")
    assert "Hand over to somebody else" in desk.html


async def test_at_the_desk_a_head_chooses_reviews_and_confirms_once(
    people: People, readers: Readers
) -> None:
    first, second = [await assigned(people, people.chi) for _ in range(2)]
    desk = await readers.of(people.giang)
    await desk.look("/desk/handover")
    assert await desk.look("/desk/handover?officer=chi") == 200
    assert "Thông tin cần xác minh" in desk.html
    form = desk.form(f"/desk/handover/{people.chi.id}")
    form.fill("to_information", "binh")
    form.fill(f"line_information-{second}", people.em.full_name)
    form.fill("reason", WHY)
    assert await desk.press(f"/desk/handover/{people.chi.id}", "review") == 200
    assert f"{people.binh.full_name} nhận 1 thông tin cần xác minh" in desk.html
    assert f"{people.em.full_name} thuộc" in desk.html
    await desk.press(f"/desk/handover/{people.chi.id}", "confirm")
    assert "Đã bàn giao" in desk.html
    for information, who in ((first, people.binh), (second, people.em)):
        held = await database.fetchval(
            "SELECT verifiers FROM informations WHERE id = $1", information
        )
        assert held == [who.id]
    assert await (await readers.of(people.em)).look("/desk/notices") == 200


async def test_the_page_asks_for_what_is_missing_and_keeps_what_was_typed(
    people: People, readers: Readers
) -> None:
    await assigned(people, people.chi)
    desk = await readers.of(people.my)
    await desk.look(f"/desk/handover/{people.chi.id}")
    assert (
        await desk.press(f"/desk/handover/{people.chi.id}", "review", reason=WHY, then="move")
        == 422
    )
    assert "Hãy chọn đơn vị mới" in desk.html
    assert "Hãy ghi người nhận «Thông tin cần xác minh»" in desk.html
    assert WHY in desk.html
    assert (
        await desk.press(f"/desk/handover/{people.chi.id}", "review", to_information="khong.ai")
        == 422
    )
    assert "khong.ai" in desk.html


async def test_what_went_to_a_colleague_does_not_come_back_with_a_reinstatement(
    people: People,
) -> None:
    await assigned(people, people.chi)
    work = await work_of(people.chi, people.my)
    choices = {one.key: people.binh.id for one in work.lines}
    await hand(people.chi, people.my, choices, Then(how="leave"))
    async with transaction():
        back = OfficerReinstated(reason="Trở lại làm việc.")
        await accounts.change(people.my.actor("cli"), people.chi.id, back)
    assert (await work_of(people.chi, people.my)).lines == []


async def test_a_step_goes_to_nobody_who_cannot_answer_it(people: People) -> None:
    """A step of a plan of Hà Nội: an officer of Đà Nẵng would not even read it."""
    await with_a_step(people)
    work = await work_of(people.chi, people.my)
    with pytest.raises(Stopped) as stopped:
        await hand(people.chi, people.my, {one.key: people.dung.id for one in work.lines})
    assert "Không tìm thấy người nhận đang làm việc" in stopped.value.text.vi
    assert (await work_of(people.chi, people.my)).seen == work.seen


async def test_who_carried_a_hand_over_out_may_get_the_step_later(people: People) -> None:
    await with_a_step(people)
    rounds = ((people.chi, people.hai, people.nga), (people.nga, people.giang, people.hai))
    for officer, by, to in rounds:
        work = await work_of(officer, by)
        await hand(officer, by, {one.key: to.id for one in work.lines})
    assert [one.kind for one in (await work_of(people.hai, people.giang)).lines] == ["step"]


async def test_no_account_closes_while_more_is_open_than_one_step_takes(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        await assigned(people, people.chi)
    for module in (queries, handing_over):
        monkeypatch.setattr(module, "MOST", 2)
    place = f"/desk/handover/{people.chi.id}"
    desk = await readers.of(people.my)
    await desk.look(place)
    assert 'value="stay"' in desk.html
    assert 'value="leave"' not in desk.html
    assert 'value="move"' not in desk.html
    work = await work_of(people.chi, people.my)
    choices = {one.key: people.binh.id for one in work.lines}
    for then in (Then(how="leave"), Then(how="move", unit_id=people.em.unit.unit_id)):
        with pytest.raises(Stopped) as stopped:
            await hand(people.chi, people.my, choices, then)
        assert "bàn giao hết" in stopped.value.text.vi
    assert (await work_of(people.chi, people.my)).seen == work.seen
    await hand(people.chi, people.my, choices)
    rest = {one.key: people.binh.id for one in (await work_of(people.chi, people.my)).lines}
    assert len(rest) == 1
    await hand(people.chi, people.my, rest, Then(how="leave"))
    assert (await work_of(people.chi, people.my)).lines == []


async def test_an_item_that_was_removed_meanwhile_stops_the_step_in_words(people: People) -> None:
    team = people.chi.unit.unit_id
    item = plans_made.item(team, "Cửa hàng A", leader_id=people.chi.id)
    plan_id = await plans_made.drafted(people.giang, [item])
    work = await work_of(people.chi, people.my)
    removed = ItemsRemoved(item_ids=[item.item_id], reason="Đã kiểm tra năm nay.")
    await plans_made.do(plan_id, removed, people.giang)
    choices = {one.key: people.an.id for one in work.lines}

    async def late() -> None:
        async with transaction():
            await handing_over.carry_out(work, choices, ORDER, Then(), people.my.actor())

    with pytest.raises(Stopped) as stopped:
        await late()
    assert "vừa bị bỏ khỏi kế hoạch" in stopped.value.text.vi
    assert stopped.value.line == work.lines[0]


async def test_nothing_is_amiss_in_the_ledger_after_it(people: People) -> None:
    await busy(people)
    work = await work_of(people.chi, people.my)
    await hand(people.chi, people.my, to_each(work, people), Then(how="leave"))
    report = await verifying.verify()
    assert [one for one in report.findings if one.verdict is Verdict.TAMPERED] == []
