"""Who leaves or moves hands over all open work in one step: nothing is left, each colleague is told once."""

from datetime import timedelta
from uuid import UUID

import pytest

from admin_ui.force.notices import links
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
        "person.team_proposed",
        "person.done",
    }
    for heir, kinds in ((people.em, {"case", "inspection"}), (people.binh, {"information"})):
        assert kinds <= {one.kind for one in (await work_of(heir, people.my)).lines}


async def on_file(inspection_id: UUID) -> tuple[set[UUID], set[str]]:
    """Who works on the file of an inspection, and whom its decision names."""
    works = await database.fetch(
        "SELECT officer_id FROM inspection_team WHERE inspection_id = $1", inspection_id
    )
    named = await database.fetch(
        "SELECT jsonb_array_elements(decision -> 'team') ->> 'officer_id' AS one FROM inspections WHERE id = $1",
        inspection_id,
    )
    return {row["officer_id"] for row in works}, {row["one"] for row in named}


async def test_a_team_on_a_visit_waits_for_its_issuer(people: People) -> None:
    """Neither the team nor the decision changes; the issuer hears whom the head proposes, and where to decide."""
    one = await factories.decided(people, minutes_flow=2)
    before = await on_file(one.id)
    work = await work_of(people.chi, people.my)
    assert [line.kind for line in work.lines] == ["team"]
    done = await hand(people.chi, people.my, to_each(work, people))
    assert done.given == []
    assert await on_file(one.id) == before
    assert (await work_of(people.chi, people.my)).lines == work.lines
    kept = await database.fetchval(
        "SELECT act FROM ledger_entries WHERE act_type = 'officer.handed_over'"
    )
    assert '"proposed":[{' in kept
    assert str(people.em.id) in kept
    [notice] = await database.fetch(
        "SELECT officer_id, kind, record_id, text_key, numbers::text AS words FROM notices"
        " WHERE text_key = 'person.team_proposed'"
    )
    assert (notice["officer_id"], notice["record_id"]) == (people.giang.id, one.id)
    assert people.em.full_name in notice["words"]
    page = links.page_of(notice["kind"], notice["record_id"], notice["text_key"])
    assert page == f"/desk/inspections/{one.id}/change"


async def in_work(readers: Readers, who: Person, inspection_id: UUID) -> bool:
    """Whether the team waits in this officer's work."""
    desk = await readers.of(who)
    await desk.open("/desk/?kind=team_change")
    return f"/desk/handover/teams/{inspection_id}" in desk.html


async def test_a_team_stays_in_its_issuer_s_work_until_it_is_amended(
    people: People, readers: Readers
) -> None:
    one = await factories.decided(people, minutes_flow=2)
    assert not await in_work(readers, people.giang, one.id)
    work = await work_of(people.chi, people.my)
    await hand(people.chi, people.my, to_each(work, people))
    assert await in_work(readers, people.giang, one.id)
    assert not await in_work(readers, people.hai, one.id), "giang issued it, and is at work"
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/handover/teams/{one.id}")
    assert f"{people.chi.full_name} → {people.em.full_name}" in desk.page.text
    assert f"/desk/inspections/{one.id}/change" in desk.html
    assert await (await readers.of(people.hai)).look(f"/desk/handover/teams/{one.id}") == 404
    assert await (await readers.of(people.my)).look(f"/desk/handover/teams/{one.id}") == 404
    await database.execute(
        "DELETE FROM inspection_team WHERE inspection_id = $1 AND officer_id = $2",
        one.id,
        people.chi.id,
    )
    assert not await in_work(readers, people.giang, one.id)


async def test_the_issuer_keeps_the_team_with_a_reason(people: People, readers: Readers) -> None:
    one = await factories.decided(people, minutes_flow=2)
    before = await on_file(one.id)
    work = await work_of(people.chi, people.my)
    await hand(people.chi, people.my, to_each(work, people))
    place = f"/desk/handover/teams/{one.id}"
    desk = await readers.of(people.giang)
    await desk.open(place)
    assert await desk.press(place, reason="") == 422
    assert await desk.press(place, reason="Chị Chi kết thúc cuộc này trước khi nghỉ.") == 200
    assert await on_file(one.id) == before
    assert not await in_work(readers, people.giang, one.id)
    assert await desk.look(place) == 404
    await hand(people.chi, people.my, to_each(work, people))
    assert await in_work(readers, people.giang, one.id), "proposed again, it waits again"
    report = await verifying.verify()
    assert [one for one in report.findings if one.verdict is Verdict.TAMPERED] == []


async def test_where_the_issuer_is_gone_the_team_waits_for_who_acts_for_the_head(
    people: People, readers: Readers
) -> None:
    one = await factories.decided(people, minutes_flow=2)
    await hand(people.giang, people.lan, {}, Then(how="leave"))
    work = await work_of(people.chi, people.my)
    await hand(people.chi, people.my, to_each(work, people))
    told = await database.fetch(
        "SELECT officer_id FROM notices WHERE text_key = 'person.team_proposed'"
    )
    assert [row["officer_id"] for row in told] == [people.hai.id]
    assert await in_work(readers, people.hai, one.id)
    assert not await in_work(readers, people.ho, one.id)


async def test_of_who_stays_an_administrator_says_who_asked_and_the_head_is_told(
    people: People, readers: Readers
) -> None:
    await assigned(people, people.chi)
    place = f"/desk/handover/{people.chi.id}"
    desk = await readers.of(people.my)
    await desk.open(place)
    assert "chính người đó hoặc thủ trưởng đơn vị yêu cầu" in desk.page.text
    filled = {"to_information": "binh", "reason": WHY}
    assert await desk.press(place, "review", **filled) == 422
    assert "Hãy chọn ai yêu cầu" in desk.page.text
    assert await desk.press(place, "review", **filled, asked_by="officer") == 200
    await desk.press(place, "confirm")
    assert "Đã bàn giao" in desk.html
    kept = await database.fetchval(
        "SELECT act FROM ledger_entries WHERE act_type = 'officer.handed_over'"
    )
    assert '"asked_by":"officer"' in kept
    told = await database.fetch(
        "SELECT officer_id FROM notices WHERE text_key = 'person.handed_over_of'"
    )
    assert people.chi.id not in {row["officer_id"] for row in told}
    assert told, "the nearest heads"
    giang = await readers.of(people.giang)
    await giang.open(place)
    assert 'name="asked_by"' not in giang.html
    work = await work_of(people.chi, people.my)
    with pytest.raises(Stopped):
        async with transaction():
            await handing_over.carry_out(work, {}, Order(reason=WHY), Then(), people.my.actor())


async def test_what_stays_with_the_officer_or_the_unit_is_told(
    people: People, readers: Readers
) -> None:
    await with_a_step(people)
    await database.execute(
        "UPDATE approval_submissions SET state = 'with_submitter', returned_at = now(), submitted_by = $1",
        people.chi.id,
    )
    await database.execute("UPDATE plans SET drafted_by = $1, state = 'draft'", people.chi.id)
    desk = await readers.of(people.my)
    await desk.open(f"/desk/handover/{people.chi.id}")
    assert "Phiếu trình đã trả lại cho người này: 1" in desk.page.text
    assert "Dự thảo kế hoạch, báo cáo do người này lập: 1" in desk.page.text


async def test_a_submitted_file_goes_over_and_the_decision_keeps_its_team(people: People) -> None:
    await cases_made.inspected(people)
    work = await work_of(people.chi, people.my)
    [inspection_id] = [line.record_id for line in work.lines if line.kind == "inspection"]
    works, named = await on_file(inspection_id)
    await hand(people.chi, people.my, to_each(work, people))
    now_works, now_named = await on_file(inspection_id)
    assert now_works == {people.em.id, *works} - {people.chi.id}
    assert now_named == named
    report = await verifying.verify()
    assert [one for one in report.findings if one.verdict is Verdict.TAMPERED] == []


async def test_nobody_of_another_unit_is_proposed_for_a_team(people: People) -> None:
    await factories.decided(people, minutes_flow=2)
    work = await work_of(people.chi, people.my)
    with pytest.raises(Stopped) as stopped:
        await hand(people.chi, people.my, {one.key: people.dung.id for one in work.lines})
    assert "đơn vị của người ban hành" in stopped.value.text.vi


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
