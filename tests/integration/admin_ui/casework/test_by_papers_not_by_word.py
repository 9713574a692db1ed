"""Delivery that is deemed, custody that passes on, enforcement and suspension: by a paper, not by one officer's word.

Played at the desk, by forms as a browser sends them.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.law.deadlines import service as deadlines
from backend.law.rules import counting as deadline_rules
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.integration.admin_ui.casework.test_goods_go_by_papers import holding
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People
from tests.support.played import Played

pytestmark = pytest.mark.usefixtures("pool")


async def sheet(desk: Desk, case: Case, title: str) -> int:
    """A paper made elsewhere is filed; returns its sheet number."""
    assert (await act(desk, case, "sheets.filed", title=title, sheets=1))[0] == 303
    return (await case.facts()).last_sheet


async def listed() -> list[str]:
    rows = await database.fetch("SELECT reason FROM exceptions WHERE kind = 'same_hand'")
    return [row["reason"] for row in rows]


def in_working_days(days: int) -> Any:
    return deadline_rules.add_working_days(today(), days, deadlines.calendar())


async def test_a_decision_is_posted_for_seven_working_days_and_by_minutes(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)

    async def posted(**more: Any) -> tuple[int, str]:
        wanted = delivery(decision) | {"mode": "posting", "deemed": "yes", "proof": "x"} | more
        return await act(an, case, "decision.delivered", **wanted)

    # An inspector's word, on the day of the decision.
    status, said = await posted()
    assert (status, str((await case.facts()).state)) == (409, "sanctioned")
    ended = in_working_days(7)
    assert f"sớm nhất là ngày {ended:%d/%m/%Y}" in said
    with later(days=20):
        an = await Desk.of(app, people.an, people)
        chi = await Desk.of(app, people.chi, people)
        status, said = await posted(delivered_on=ended)
        assert status == 409
        assert "chọn bút lục" in said
        own = await sheet(an, case, "Biên bản niêm yết")
        assert (await posted(delivered_on=ended, sheet=own))[0] == 409
        theirs = await sheet(chi, case, "Biên bản niêm yết của xã")
        early = ended - timedelta(days=1)
        assert (await posted(delivered_on=early, sheet=theirs))[0] == 409
        assert (await posted(delivered_on=ended, sheet=theirs))[0] == 303
    assert await listed() == []


async def test_what_the_post_returned_three_times_is_proved_by_its_slip(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    an = await Desk.of(app, people.an, people)
    by_post = {"mode": "post", "deemed": "yes", "proof": "x", "since": today()}

    async def returned(**more: Any) -> int:
        wanted = delivery(decision) | by_post | {"attempts": 3} | more
        return (await act(an, case, "decision.delivered", **wanted))[0]

    assert await returned() == 409
    with later(days=20):
        an = await Desk.of(app, people.an, people)
        assert await returned(delivered_on=today()) == 409
        own = await sheet(an, case, "Phiếu báo hoàn trả bưu phẩm")
        assert await returned(delivered_on=today(), sheet=own) == 409
        assert await returned(delivered_on=today(), sheet=own, attempts=2) == 409
        alone = "Đội chỉ có một người trực"
        proved = {"delivered_on": today(), "sheet": own, "alone": alone}
        assert await returned(**proved, since=today()) == 409, "three working days are not over"
        assert await returned(**proved) == 303
    assert await listed() == [alone]


async def test_minutes_of_refusal_name_this_decision_and_this_party(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    an = await Desk.of(app, people.an, people)

    async def refused(minutes: UUID) -> tuple[int, str]:
        wanted = delivery(decision) | {"mode": "refused", "proof_document_id": minutes}
        return await act(an, case, "decision.delivered", **wanted)

    status, said = await refused(await case.paper("MBB06", people.an))
    assert status == 409
    assert "văn bản ghi" in said
    assert (await refused(await case.following("MBB06")))[0] == 409
    assert (await refused(await case.following("MBB06", decision)))[0] == 303


async def test_minutes_of_refusal_signed_today_deliver_today_however_early_they_say_to_have_begun(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    decision, decided_on = case.papers["MQĐ02"], today()
    with later(days=12):
        an = await Desk.of(app, people.an, people)
        began = f"{decided_on}T14:00:00+07:00"
        ended = f"{decided_on}T14:30:00+07:00"
        minutes = await case.following("MBB06", decision, started_at=began, ended_at=ended)

        async def refused(day: Any) -> tuple[int, str]:
            given = {"mode": "refused", "proof_document_id": minutes, "delivered_on": day}
            return await act(an, case, "decision.delivered", **(delivery(decision) | given))

        status, said = await refused(decided_on)
        assert status == 409
        assert f"{today():%d/%m/%Y}" in said
        assert (await refused(today()))[0] == 303


async def test_a_posted_decision_hangs_from_the_day_of_its_minutes(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    with later(days=20):
        minutes = await case.following("MBB02")
        an = await Desk.of(app, people.an, people)
        given = {"mode": "posting", "deemed": "yes", "proof": "x", "proof_document_id": minutes}
        status, said = await act(an, case, "decision.delivered", **(delivery(decision) | given))
        assert status == 409
        first = in_working_days(7)
        assert f"sớm nhất là ngày {first:%d/%m/%Y}" in said


async def test_an_inspector_s_word_does_not_pass_goods_to_his_cousin(
    app: Litestar, people: People
) -> None:
    case, ids = await holding(people, "Mỹ phẩm", "Nước hoa", "Sữa bột")
    an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)

    async def moved(desk: Desk, exhibit: UUID, **more: Any) -> tuple[int, str]:
        wanted = {"exhibits": exhibit, "keeper": "Anh họ tôi", "place": "Nhà riêng"} | more
        local = f"{clock.now() + timedelta(hours=7):%Y-%m-%dT%H:%M}"
        wanted |= {"moved_at": local, "reason": "cho tiện"}
        return await act(desk, case, "exhibits.moved", **wanted)

    with later(minutes=5):
        an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)
        status, said = await moved(an, ids[0])
        assert status == 409
        assert "cần MBB26, MBB27 hoặc bút lục" in said
        assert (await case.facts()).exhibits[ids[0]].place == "Kho của Đội"
        # Sealing minutes pass on what they name, to whom they name.
        rows = cases_made.rows(await case.facts(), ids[:1])
        named = {"keeper": {"name": "Lê Thủ Kho", "title": "Thủ kho"}, "custody_place": "Kho số 2"}
        sealing = await case.paper("MBB26", people.an, items=rows, **named)
        assert (await moved(an, ids[1], document_id=sealing))[0] == 409
        assert (await moved(an, ids[0], document_id=sealing))[0] == 409
        right = {"document_id": sealing, "keeper": "Lê Thủ Kho", "place": "Kho số 2"}
        assert (await moved(an, ids[0], **right))[0] == 303
        # On one officer's word, a team head's too, they pass with a reason, which is checked afterwards.
        status, said = await moved(chi, ids[1])
        assert (status, (await case.facts()).exhibits[ids[1]].place) == (409, "Kho của Đội")
        assert "ghi lý do tự làm" in said
        assert (await moved(chi, ids[1], alone="Kho ngập"))[0] == 303
        assert (await moved(an, ids[2], alone="Kho ngập, không có ai khác"))[0] == 303
    assert sorted(await listed()) == ["Kho ngập", "Kho ngập, không có ai khác"]


async def test_a_fine_is_enforced_and_its_execution_suspended_by_a_filed_decision(
    played: Played, app: Litestar, people: People
) -> None:
    case, decision, giang, an = played
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303
    by_court = {"ground": "court", "suspended_on": today()}
    status, said = await act(giang, case, "execution.suspended", reason="Khởi kiện", **by_court)
    assert (status, str((await case.facts()).state)) == (409, "delivered")
    assert "Cần quyết định đã ký (MQĐ31)" in said
    with later(days=30):
        giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
        wanted = {"measure": "Khấu trừ tiền trong tài khoản", "decided_on": today()}
        assert (await act(giang, case, "enforcement.ordered", **wanted))[0] == 409
        own = await sheet(giang, case, "Quyết định cưỡng chế")
        assert (await act(giang, case, "enforcement.ordered", **wanted, sheet=own))[0] == 409
        theirs = await sheet(an, case, "Quyết định cưỡng chế số 5")
        assert (await act(giang, case, "enforcement.ordered", **wanted, sheet=theirs))[0] == 303
        stopped = {"reason": "Tòa án đình chỉ", "sheet": theirs} | by_court
        stopped["suspended_on"] = today()
        assert (await act(giang, case, "execution.suspended", **stopped))[0] == 303


async def test_one_receipt_is_entered_once_for_one_kind_of_money(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)
    assert (await act(an, case, "decision.delivered", **delivery(case.papers["MQĐ02"])))[0] == 303
    assert (await act(an, case, "payment.received", **payment(amount="4.999.999")))[0] == 303
    again = payment(amount="1", receipt_number="kb-1 ", place="Kho bạc khác")
    status, said = await act(chi, case, "payment.received", **again)
    assert (status, (await case.facts()).paid) == (409, 4_999_999)
    assert "đã được ghi cho khoản này" in said
    other = payment(amount="1", receipt_number="KB-2")
    assert (await act(chi, case, "payment.received", **other))[0] == 303


async def test_a_receipt_that_another_case_names_is_entered_with_a_reason_that_is_listed(
    app: Litestar, people: People
) -> None:
    first = await cases_made.sanctioned(people)
    second = await cases_made.sanctioned(people, twice="Cửa hàng khác")
    an = await Desk.of(app, people.an, people)
    for case in (first, second):
        given = delivery(case.papers["MQĐ02"])
        assert (await act(an, case, "decision.delivered", **given))[0] == 303
    assert (await act(an, first, "payment.received", **payment()))[0] == 303
    copied = (await first.facts()).payments[0].payment_id
    same = payment(receipt_number="kb-1 ", place="Kho bạc khác", payment_id=copied)
    status, said = await act(an, second, "payment.received", **same)
    assert (status, (await second.facts()).paid) == (409, 0)
    assert "Chứng từ số kb-1 cùng ngày đã ghi ở vụ việc" in said
    assert (await first.facts()).opening.number in said
    another_day = payment(receipt_number="KB-2")
    assert (await act(an, second, "payment.received", **another_day | {"amount": "1"}))[0] == 303
    why = {"again": "Một giấy nộp tiền cho hai quyết định", "amount": "4.999.999"}
    status, said = await act(an, second, "payment.received", **same | why)
    assert status == 303, said
    rows = await database.fetch("SELECT reason FROM exceptions WHERE kind = 'receipt_again'")
    assert [row["reason"] for row in rows] == [why["again"]]


async def test_remedies_alone_are_not_done_and_closed_by_one_inspector(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    ordered = case_acts.RemedyOrdered(
        document_id=new_id(),
        decided_on=today(),
        why="other",
        reason="Không xác định được chủ",
        confiscated=[],
        remedies=["Buộc tiêu hủy hàng hóa"],
        comply_days=10,
    )
    paper = await cases_made.remedied(case, ordered)
    proof = await case.paper("MBB05", people.an)
    named = {"document_id": paper, "ground_proof": proof}
    await case.take(
        CaseAct.REMEDY_ORDERED, case_acts.RemedyOrdered(**{**_fields(ordered), **named})
    )
    an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)
    assert (await act(an, case, "decision.delivered", **delivery(paper)))[0] == 303
    done = {"remedy": 0, "done_on": today(), "note": "xong"}
    assert (await act(an, case, "remedy.carried_out", **done))[0] == 303
    assert (await act(an, case, "execution.completed", completed_on=today()))[0] == 409
    assert (await act(chi, case, "execution.completed", completed_on=today()))[0] == 303


def _fields(content: case_acts.RemedyOrdered) -> dict[str, Any]:
    return {name: getattr(content, name) for name in content.__struct_fields__}


async def test_a_postponement_that_was_signed_is_entered_after_its_last_day_too(
    played: Played, app: Litestar, people: People
) -> None:
    """A sheet that is signed by hand waits for its comparison: by then what it granted may be over."""
    case, decision, giang, _ = played
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303
    until = cases_made.in_days(2)
    paper = await case.following("MQĐ03", decision, until_on=until.isoformat())
    wanted = {"document_id": paper, "until": until, "reason": "Hoãn"}
    with later(days=3):
        giang = await Desk.of(app, people.giang, people)
        before = {"until": cases_made.in_days(-30)}
        assert (await act(giang, case, "execution.postponed", **wanted | before))[0] == 409
        status, said = await act(
            giang, case, "execution.postponed", **wanted, despite="Đơn có xác nhận nộp trên giấy"
        )
        assert status == 303, said
    assert str((await case.facts()).state) == "postponed"
