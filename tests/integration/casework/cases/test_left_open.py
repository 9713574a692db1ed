"""No file is decided or closed over goods, money or an annulment that were left open; and honest work goes on: HTTP."""

from uuid import UUID

import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.core.local_time import VIETNAM
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, ExhibitState
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.support import cases_made, exhibits_made, referrals
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def confiscated(people: People) -> tuple[Case, UUID]:
    """A decision that confiscates one exhibit; it is delivered and paid, and the exhibit confiscated."""
    case = await cases_made.due(people)
    exhibit = cases_made.exhibit()
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, exhibit), people.an)
    imposed = await cases_made.imposed(case, confiscated=[exhibit.exhibit_id])
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    taken = case_exhibit_acts.ExhibitsDisposed(
        exhibits=[exhibit.exhibit_id],
        disposition=ExhibitState.CONFISCATED,
        on=today(),
        document_id=case.papers["MQĐ02"],
        proceeds=None,
        reason="Theo quyết định",
        minutes_id=await exhibits_made.taken(case, [exhibit.exhibit_id], case.papers["MQĐ02"]),
    )
    await case.take(CaseAct.EXHIBITS_DISPOSED, taken, people.an)
    return case, exhibit.exhibit_id


async def test_goods_that_violation_minutes_seized_are_entered_before_the_decision(
    people: People,
) -> None:
    """Seized at the same time, no other minutes are needed (Law Art 125.4)."""
    row = {"name": "Mỹ phẩm không hóa đơn", "unit": "hộp", "quantity": "40"}
    case = await cases_made.recorded(people, minutes={"exhibits": [row]})
    await cases_made.approve(case)
    await cases_made.waive(case)
    imposed = await cases_made.imposed(case)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_minutes_goods_unentered"
    # Entered by seizure minutes over the same goods they are not entered twice.
    held = await cases_made.seized(case, cases_made.exhibit())
    await case.take(CaseAct.EXHIBITS_SEIZED, held, people.an)
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)


async def test_goods_are_sold_for_money_that_is_paid_in_before_the_file_is_archived(
    app: Litestar, people: People
) -> None:
    case, exhibit = await confiscated(people)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    decision = case.papers["MQĐ02"]
    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    assert (await act(an, case, "payment.received", **payment(amount="5.000.000")))[0] == 303
    assert (await act(giang, case, "execution.completed", completed_on=today()))[0] == 303
    contract = await cases_made.written_by_party(case, people.an)
    sold = {
        "exhibits": exhibit,
        "disposition": "sold",
        "on": today(),
        "receiver": "Công ty Đấu giá Mẫu",
        "sheet": contract,
        "reason": "Bán đấu giá",
    }
    status, said = await act(giang, case, "exhibits.disposed", **sold)
    assert status == 409
    assert "phải ghi số tiền bán" in said
    status, said = await act(giang, case, "exhibits.disposed", **sold, proceeds="3.000.000")
    assert status == 303, said
    archive = {"archived_on": today()}
    status, said = await act(giang, case, "case.archived", **archive)
    assert status == 409
    assert "chưa ghi nhận tiền bán" in said
    money = payment(amount="3.000.000", kind="sale_proceeds", receipt_number="KB-77")
    status, said = await act(an, case, "payment.received", **money)
    assert (status, (await case.facts()).state) == (303, "executed"), said
    assert (await act(giang, case, "case.archived", **archive))[0] == 303


async def test_sale_money_is_entered_also_once_the_decision_is_annulled(
    app: Litestar, people: People
) -> None:
    """Else the archive would wait for ever for money that no case takes."""
    case, exhibit = await confiscated(people)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    decision = case.papers["MQĐ02"]
    contract = await cases_made.written_by_party(case, people.an)
    sold = {"exhibits": exhibit, "disposition": "sold", "on": today(), "receiver": "Công ty Mẫu"}
    more = {"sheet": contract, "reason": "Bán đấu giá", "proceeds": "3.000.000"}
    assert (await act(giang, case, "exhibits.disposed", **sold, **more))[0] == 303
    by = await case.cancelled(decision, ground="law_65_1")
    ended = {"document_id": decision, "by": by, "ground": "law_65_1", "reason": "Điều 65"}
    assert (await act(giang, case, "decision.annulled", **ended))[0] == 303
    status, said = await act(giang, case, "case.archived", archived_on=today())
    assert (status, (await case.facts()).state) == (409, "annulled")
    assert "chưa ghi nhận tiền bán" in said
    fine = payment(amount="1")
    assert (await act(an, case, "payment.received", **fine))[0] == 409, "of no fine any more"
    money = payment(amount="3.000.000", kind="sale_proceeds", receipt_number="KB-77")
    status, said = await act(an, case, "payment.received", **money)
    assert (status, (await case.facts()).state) == (303, "annulled"), said
    assert (await act(giang, case, "case.archived", archived_on=today()))[0] == 303


async def test_a_fine_that_was_raised_after_its_end_is_paid_before_the_archive(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    decision = case.papers["MQĐ02"]
    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    assert (await act(an, case, "payment.received", **payment(amount="5.000.000")))[0] == 303
    assert (await act(giang, case, "execution.completed", completed_on=today()))[0] == 303
    by = await case.change("MQĐ38", decision, total_fine=6_000_000)
    raised = case_side_acts.DocumentAmended(
        document_id=decision, by=by, reason="Sửa", total=6_000_000
    )
    await case.take(CaseAct.DOCUMENT_AMENDED, raised)
    status, said = await act(giang, case, "case.archived", archived_on=today())
    assert status == 409
    assert "còn 1.000.000 đồng chưa nộp" in said
    rest = payment(amount="1.000.000", receipt_number="KB-78")
    assert (await act(an, case, "payment.received", **rest))[0] == 303
    assert (await act(giang, case, "case.archived", archived_on=today()))[0] == 303


async def test_a_decision_that_was_annulled_for_a_fault_is_made_anew(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    giang = await Desk.of(app, people.giang, people)
    decision = case.papers["MQĐ02"]
    by = await case.cancelled(decision, ground="competence")
    annulled = case_execution_acts.DecisionAnnulled(
        document_id=decision, by=by, ground="competence", reason="Sai thẩm quyền"
    )
    await case.take(CaseAct.DECISION_ANNULLED, annulled)
    status, said = await act(giang, case, "case.archived", archived_on=today())
    assert (status, (await case.facts()).state) == (409, "annulled")
    assert "phải ra quyết định mới" in said
    await case.paper("MBB05", people.giang)
    assert (await act(giang, case, "case.archived", archived_on=today()))[0] == 409, "her own"
    await case.paper("MBB05", people.an)
    assert (await act(giang, case, "case.archived", archived_on=today()))[0] == 303


async def test_what_an_annulled_decision_confiscated_the_new_one_may_confiscate(
    app: Litestar, people: People
) -> None:
    case, exhibit = await confiscated(people)
    giang = await Desk.of(app, people.giang, people)
    decision = case.papers.pop("MQĐ02")
    by = await case.cancelled(decision, ground="competence")
    ended = {"document_id": decision, "by": by, "ground": "competence", "reason": "Sai thẩm quyền"}
    assert (await act(giang, case, "decision.annulled", **ended))[0] == 303
    moment = f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}"
    again = {"document_id": await case.paper("MBB05", people.an), "recorded_at": moment}
    assert (await act(giang, case, "decision.due_again", **again))[0] == 303
    imposed = await cases_made.imposed(case, confiscated=[exhibit])
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    sold = {"exhibits": exhibit, "disposition": "sold", "on": today(), "receiver": "Công ty Mẫu"}
    sheet = await cases_made.written_by_party(case, people.an)
    more = {"sheet": sheet, "reason": "Bán đấu giá", "proceeds": "3.000.000"}
    status, said = await act(giang, case, "exhibits.disposed", **sold, **more)
    assert status == 303, said


async def test_goods_come_back_from_the_police_with_the_file_and_are_confiscated(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    exhibit = cases_made.exhibit()
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, exhibit), people.an)
    rows = cases_made.rows(await case.facts(), [exhibit.exhibit_id])
    referral = await case.following("MQĐ33", exhibits=rows)
    await case.take(CaseAct.CRIME_REFERRED, await referrals.referred(case, referral))
    gone = case_exhibit_acts.ExhibitsDisposed(
        exhibits=[exhibit.exhibit_id],
        disposition=ExhibitState.TRANSFERRED,
        on=today(),
        document_id=referral,
        proceeds=None,
        reason="Chuyển cùng hồ sơ",
        receiver="Công an",
    )
    await case.take(CaseAct.EXHIBITS_DISPOSED, gone)
    back = {
        "exhibits": exhibit.exhibit_id,
        "keeper": "Đội QLTT số 1",
        "place": "Kho của Đội",
        "moved_at": f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}",
        "reason": "Công an trả lại",
    }
    an = await Desk.of(app, people.an, people)
    minutes = await cases_made.written_by_party(case)
    assert (await act(an, case, "exhibits.moved", **back, sheet=minutes))[0] == 409
    returned = case_acts.CrimeDeclined(returned_on=today(), number="1/QĐ", reason="Không khởi tố")
    await case.take(CaseAct.CRIME_DECLINED, returned, people.hai)
    order = await cases_made.order(of=(await recorded_of(case)).violations[0])
    fields = cases_made.decision(order) | {"exhibits": rows}
    await case.paper("MQĐ02", **cases_made.signed_by("MQĐ02", fields, case.head))
    imposed = await cases_made.imposed(case, order=order)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_confiscated_away"
    status, said = await act(an, case, "exhibits.moved", **back)
    assert status == 409
    assert "phải có biên bản bàn giao" in said
    status, said = await act(an, case, "exhibits.moved", **back, sheet=minutes)
    assert status == 303, said
    imposed = await cases_made.imposed(case, order=order, confiscated=[exhibit.exhibit_id])
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    # What is handed on by the decision afterwards does not come back by the file that they returned before.
    taken = {"exhibits": exhibit.exhibit_id, "on": today(), "reason": "Theo quyết định"}
    decision = case.papers["MQĐ02"]
    by = {"disposition": "confiscated", "document_id": decision}
    by["minutes_id"] = await exhibits_made.taken(case, [exhibit.exhibit_id], decision)
    assert (await act(an, case, "exhibits.disposed", **taken, **by))[0] == 303
    giang = await Desk.of(app, people.giang, people)
    to = {"disposition": "transferred", "receiver": "Cơ quan quản lý tài sản", "sheet": minutes}
    assert (await act(giang, case, "exhibits.disposed", **taken, **to, alone="Một mình"))[0] == 303
    status, said = await act(an, case, "exhibits.moved", **back, sheet=minutes)
    state = (await case.facts()).exhibits[exhibit.exhibit_id].state
    assert (status, state) == (409, "transferred"), said


async def recorded_of(case: Case) -> case_acts.ViolationRecorded:
    recorded = (await case.facts()).recorded
    assert recorded is not None
    return recorded


async def test_that_nobody_is_sanctioned_names_its_ground_and_is_listed(
    app: Litestar, people: People
) -> None:
    """Law Art 65.1; the level above checks it."""
    case = await cases_made.due(people)
    giang = await Desk.of(app, people.giang, people)
    ended = {"reason": "Thôi bỏ qua", "document_id": await case.paper("BC", people.an)}
    silent = case_acts.SanctionDeclined(reason="Thôi bỏ qua", document_id=ended["document_id"])
    assert await case.refused(CaseAct.SANCTION_DECLINED, silent) == "case_declined_ground"
    status, said = await act(giang, case, "sanction.declined", why="violator_unknown", **ended)
    assert (status, (await case.facts()).state) == (409, "decision_due")
    assert "ghi rõ người vi phạm" in said
    status, said = await act(giang, case, "sanction.declined", why="art_11", **ended)
    assert status == 303, said
    listed = await database.fetch("SELECT kind, reason FROM exceptions")
    assert [tuple(one) for one in listed] == [("no_fine", "Thôi bỏ qua")]


async def test_a_cancelled_amendment_amends_nothing(app: Litestar, people: People) -> None:
    """From its cancelling a decision has no effect (Decree 118/2021 Arts 13, 16)."""
    case = await cases_made.due(people)
    exhibit = cases_made.exhibit()
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, exhibit), people.an)
    imposed = await cases_made.imposed(case, confiscated=[exhibit.exhibit_id])
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    decision, giang = case.papers["MQĐ02"], await Desk.of(app, people.giang, people)
    first = await case.change("MQĐ38", decision, total_fine=4_500_000)
    second = await case.change("MQĐ38", decision, total_fine=4_000_000, confiscation_changed=True)
    for by in (first, second):
        amended = {"document_id": decision, "by": by, "reason": "Sửa đổi"}
        assert (await act(giang, case, "document.amended", **amended))[0] == 303
    facts = await case.facts()
    assert facts.sanction
    assert (facts.fine, facts.sanction.confiscated) == (4_000_000, [])
    ending = await case.change("MQĐ40", second)
    silent = case_side_acts.DocumentCancelled(
        document_id=second, by=ending, reason="Sai", with_effects=True
    )
    assert await case.refused(CaseAct.DOCUMENT_CANCELLED, silent) == "case_effects_end"
    ended = {"document_id": second, "by": ending, "reason": "Sai thẩm quyền"}
    status, said = await act(giang, case, "document.cancelled", **ended)
    assert status == 303, said
    facts = await case.facts()
    assert facts.sanction
    assert (facts.fine, facts.sanction.confiscated) == (4_500_000, [exhibit.exhibit_id])
    money = await database.fetchval("SELECT fine_total_vnd FROM cases WHERE id = $1", case.id)
    assert money == 4_500_000
