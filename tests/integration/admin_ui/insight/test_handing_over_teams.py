"""Teams that wait for the issuer of their decision after a hand-over, what stays, and who must have asked for it."""

from uuid import UUID

import pytest

from admin_ui.force.notices import links
from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.acts.decision_changes import ON_VISIT
from backend.insight.handing_over import service as handing_over
from backend.insight.handing_over.service import Order, Stopped, Then
from backend.insight.queries import of_teams
from backend.ledger import service as ledger
from backend.operations.verification.findings import Verdict
from schemas.core.ids import new_id
from schemas.force.acts import PeopleAct
from schemas.force.handing_over import TeamKept
from tests.integration.admin_ui.insight.test_handing_over import (
    WHY,
    assigned,
    hand,
    to_each,
    with_a_step,
    work_of,
)
from tests.support import cases_made, factories, verifying
from tests.support.people import People, Person
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("app")


def test_a_team_waits_in_the_states_in_which_a_decision_alone_changes_it() -> None:
    assert {one.strip(" '") for one in of_teams._STATES.split(",")} == {
        str(one) for one in ON_VISIT
    }


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
    await database.execute("UPDATE team_proposals SET kept_at = now(), kept_by = to_id")
    report = await verifying.verify()
    assert [one.where[:15] for one in report.findings] == ["place in a team"]


async def test_what_was_proposed_after_the_page_was_shown_is_kept_by_nobody_unseen(
    people: People, readers: Readers
) -> None:
    one = await factories.decided(people, minutes_flow=2)
    work = await work_of(people.chi, people.my)
    await hand(people.chi, people.my, to_each(work, people))
    place = f"/desk/handover/teams/{one.id}"
    desk, other = await readers.of(people.giang), await readers.of(people.giang)
    await desk.open(place)
    await other.open(place)
    await hand(people.chi, people.my, to_each(work, people))
    assert await desk.press(place, reason="Chị Chi kết thúc cuộc này trước khi nghỉ.") == 409
    assert "đã thay đổi sau khi bạn mở trang này" in desk.page.text
    assert await in_work(readers, people.giang, one.id)
    await desk.open(place)
    assert await desk.press(place, reason="Chị Chi kết thúc cuộc này trước khi nghỉ.") == 200
    assert await other.press(place, reason="Chị Chi kết thúc cuộc này trước khi nghỉ.") == 409
    assert "đã thay đổi sau khi bạn mở trang này" in other.page.text
    kept = "SELECT count(*) FROM ledger_entries WHERE act_type = 'officer.team_kept'"
    assert await database.fetchval(kept) == 1


async def test_the_issuer_keeps_the_team_of_who_moved_to_another_department(
    people: People, readers: Readers
) -> None:
    one = await factories.decided(people, minutes_flow=2)
    work = await work_of(people.chi, people.my)
    await hand(people.chi, people.my, to_each(work, people))
    elsewhere = people.ho.unit
    await database.execute(
        "UPDATE officers SET unit_id = $2, unit_1 = $3, unit_2 = $4, unit_3 = $5, unit_4 = $6 WHERE id = $1",
        *(people.chi.id, elsewhere.unit_id, elsewhere.unit_1, elsewhere.unit_2),
        *(elsewhere.unit_3, elsewhere.unit_4),
    )
    assert await in_work(readers, people.giang, one.id)
    place = f"/desk/handover/teams/{one.id}"
    desk = await readers.of(people.giang)
    await desk.open(place)
    assert await desk.press(place, reason="Chị Chi kết thúc cuộc này ở đơn vị mới.") == 200
    assert not await in_work(readers, people.giang, one.id)


async def test_nobody_but_whom_it_waits_for_keeps_a_team_whatever_is_sent(
    people: People, readers: Readers
) -> None:
    """The answer is the same whether a team waits for somebody else or there is none: it tells nothing."""
    one = await factories.decided(people, minutes_flow=2)
    work = await work_of(people.chi, people.my)
    await hand(people.chi, people.my, to_each(work, people))

    async def kept(who: Person, inspection_id: UUID) -> str:
        content = TeamKept(inspection_id=inspection_id, reason="Giữ nguyên Đoàn cho xong cuộc này.")
        actor = who.actor()
        act = ledger.desk_act("officer", people.chi.id, PeopleAct.TEAM_KEPT, content, actor)
        async with transaction():
            outcome = await ledger.record(act, actor)
        return outcome.code if isinstance(outcome, ledger.Refused) else "kept"

    for who in (people.ho, people.hai):
        assert [await kept(who, each) for each in (one.id, new_id())] == ["team_not_waiting"] * 2
    assert await kept(people.dung, one.id) == "not_allowed"
    assert await in_work(readers, people.giang, one.id)
    assert await kept(people.giang, one.id) == "kept"
    assert not await in_work(readers, people.giang, one.id)


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
    [own] = await database.fetch(
        "SELECT numbers FROM notices WHERE text_key = 'person.hands_over_asked' AND officer_id = $1",
        people.chi.id,
    )
    assert "chính bạn" in str(own["numbers"])
    assert WHY in str(own["numbers"]), "so that the officer can contradict"
    giang = await readers.of(people.giang)
    await giang.open(place)
    assert 'name="asked_by"' not in giang.html
    work = await work_of(people.chi, people.my)
    with pytest.raises(Stopped):
        async with transaction():
            await handing_over.carry_out(work, {}, Order(reason=WHY), Then(), people.my.actor())


async def test_a_move_that_waits_for_a_second_person_lets_no_administrator_hand_over_unasked(
    people: People,
) -> None:
    """Such a move may never be confirmed: until then the officer stays."""
    await assigned(people, people.giang)
    work = await work_of(people.giang, people.my)
    above = Then(how="move", unit_id=people.em.unit.unit_id)
    to = {one.key: people.hai.id for one in work.lines}
    with pytest.raises(Stopped) as stopped:
        async with transaction():
            await handing_over.carry_out(work, to, Order(reason=WHY), above, people.my.actor())
    assert "người thứ hai" in stopped.value.text.vi


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
    assert "Người nhận hồ sơ sửa và trình lại từ hồ sơ" in desk.page.text
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
