"""Goods whose owner is unknown or does not come: two notices, the waiting time, then MQĐ14 (Law Art 126.4, 126.5)."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend.casework.clocks import service as case_clocks
from backend.core import clock, database
from backend.law.deadlines import service as deadlines
from backend.law.rules import counting
from backend.law.rules.clocks import last_day_of
from backend.law.rules.spans import months_after
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.integration.admin_ui.casework.test_ends_of_goods_and_papers import cancel
from tests.integration.admin_ui.casework.test_goods_go_by_papers import holding, states
from tests.support import cases_made, exhibits_made
from tests.support.cases_made import Case, today, written_by_party
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool", "newest_edition")

NOBODY = {"kind": "unknown", "name": "Chưa xác định"}


async def ownerless(people: People) -> tuple[Case, UUID]:
    """A case against nobody known that waits for its decision and holds goods."""
    case = await cases_made.inspected(people)
    nobody = cases_made.party(name="Chưa xác định", identity_number=None, birth_date=None)
    content = await cases_made.minuted(case, party=nobody, minutes={"violator": NOBODY})
    await case.take(CaseAct.VIOLATION_RECORDED, content, people.an)
    await cases_made.approve(case)
    await cases_made.waive(case)
    goods = cases_made.exhibit(name="Thuốc lá điếu")
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, goods), people.an)
    return case, goods.exhibit_id


async def notice(desk: Desk, case: Case, goods: UUID, number: int, **more: Any) -> tuple[int, str]:
    wanted = {
        "exhibits": goods,
        "notice": number,
        "owner": "unknown",
        "notified_on": clock.today(),
        "media": "Báo Hà Nội mới",
        "posted_at": "Trụ sở Đội QLTT số 1",
        "sheet": await written_by_party(case, case.people.an),
    }
    return await act(desk, case, "owner.notified", **(wanted | more))


async def ordered(case: Case, goods: UUID) -> case_acts.RemedyOrdered:
    """Issue an MQĐ14 that confiscates the goods; return its act's content."""
    facts = await case.facts()
    named: dict[str, Any] = {
        "ground": "unknown",
        "reason": "Không xác định được người vi phạm",
        "violator": NOBODY,
        "exhibits": cases_made.rows(facts, [goods]),
    }
    document = await case.paper("MQĐ14", **cases_made.signed_by("MQĐ14", named, case.head))
    return case_acts.RemedyOrdered(
        document_id=document,
        decided_on=clock.today(),
        why="violator_unknown",
        reason="Không xác định được người vi phạm",
        confiscated=[goods],
        remedies=[],
        comply_days=10,
    )


async def test_ownerless_goods_are_confiscated_after_two_notices_and_a_year(
    app: Litestar, people: People
) -> None:
    case, goods = await ownerless(people)
    giang = await Desk.of(app, people.giang, people)
    assert await case.refused(CaseAct.REMEDY_ORDERED, await ordered(case, goods)) == (
        "case_notice_missing"
    )
    assert (await notice(giang, case, goods, 2))[0] == 409
    assert (await notice(giang, case, goods, 1))[0] == 303
    assert (await notice(giang, case, goods, 1))[0] == 409
    page = (await giang.http.get(f"/desk/cases/{case.id}")).text
    assert "Đã thông báo lần 1 tìm chủ sở hữu" in page
    assert "Thông báo lần 1 ngày" in page
    (first,) = (await case.facts()).exhibits[goods].notices
    again, said = await notice(giang, case, goods, 2, sheet=first.sheet)
    assert (again, "Mỗi lần thông báo có văn bản riêng" in said) == (409, True)
    assert (await notice(giang, case, goods, 2))[0] == 303
    assert "Đã thông báo lần 2" in (await giang.http.get(f"/desk/cases/{case.id}")).text
    assert await case.refused(CaseAct.REMEDY_ORDERED, await ordered(case, goods)) == (
        "case_notice_waits"
    )
    with later(days=_days_to(months_after(today(), 1)) + 1):
        early = await ordered(case, goods)
        assert await case.refused(CaseAct.REMEDY_ORDERED, early) == "case_notice_year"
    with later(days=_days_to(months_after(today(), 12)) + 1):
        await case.take(CaseAct.REMEDY_ORDERED, await ordered(case, goods))
        assert str((await case.facts()).state) == "remedy_only"


async def test_that_nobody_came_is_recorded_and_starts_the_time_of_the_first_notice(
    app: Litestar, people: People
) -> None:
    case, goods = await ownerless(people)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    nobody = {
        "exhibits": goods,
        "unclaimed": "licence",
        "held_until": today(),
        "reason": "Không xác định được chủ hàng",
    }
    status, said = await act(an, case, "exhibits.unclaimed", **nobody)
    assert (status, "Giấy phép, chứng chỉ" in said) == (409, True)
    nobody["unclaimed"] = "goods"
    status, said = await act(an, case, "exhibits.unclaimed", **nobody)
    assert status == 303, said
    page = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "Không có người đến nhận" in page
    assert "rule=D27" in page
    (running,) = [one for one in await case_clocks.clocks_of(case.id) if one.rule == "D27"]
    assert running.met_at is None
    assert (await notice(giang, case, goods, 1))[0] == 303
    (done,) = [one for one in await case_clocks.clocks_of(case.id) if one.rule == "D27"]
    assert done.met_at is not None


async def test_a_licence_that_nobody_collects_is_passed_on_in_ten_working_days(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    licence = cases_made.exhibit(name="Giấy phép kinh doanh", kind="document")
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, licence), people.an)
    an = await Desk.of(app, people.an, people)
    nobody = {
        "exhibits": licence.exhibit_id,
        "unclaimed": "licence",
        "held_until": today(),
        "reason": "Hết thời hạn tạm giữ, không đến nhận",
    }
    status, said = await act(an, case, "exhibits.unclaimed", **nobody)
    assert status == 303, said
    page = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "rule=P17" in page
    assert "rule=D27" not in page
    assert await last_day(case, "P17") == working(today(), 10)


async def test_a_licence_goes_to_its_issuer_by_filed_papers_once_nobody_came_for_it(
    app: Litestar, people: People
) -> None:
    """By MQĐ42 and MBB30 that were made elsewhere (Law Art 126.4b)."""
    case = await cases_made.due(people)
    licence = cases_made.exhibit(name="Giấy phép kinh doanh", kind="document")
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, licence), people.an)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    papers = {"title": "Quyết định chuyển giấy phép MQĐ42, biên bản giao nhận MBB30", "sheets": 1}
    assert (await act(an, case, "sheets.filed", **papers))[0] == 303
    passed: dict[str, Any] = {
        "exhibits": licence.exhibit_id,
        "disposition": "transferred",
        "on": today(),
        "reason": "Chuyển cơ quan đã cấp",
        "receiver": "Sở Công Thương Hà Nội",
        "sheet": (await case.facts()).last_sheet,
    }
    status, said = await act(giang, case, "exhibits.disposed", **passed)
    assert (status, "MQĐ33" in said) == (409, True), "its owner may still come"
    nobody = {
        "exhibits": licence.exhibit_id,
        "unclaimed": "licence",
        "held_until": today(),
        "reason": "Hết thời hạn tạm giữ, không đến nhận",
    }
    assert (await act(an, case, "exhibits.unclaimed", **nobody))[0] == 303
    nowhere = {name: value for name, value in passed.items() if name != "receiver"}
    assert (await act(giang, case, "exhibits.disposed", **nowhere))[0] == 409
    status, said = await act(giang, case, "exhibits.disposed", **passed)
    assert (status, await states(case)) == (303, ["transferred"]), said
    (clock_of,) = [one for one in await case_clocks.clocks_of(case.id) if one.rule == "P17"]
    assert clock_of.met_at is not None
    assert await seizure_ended(case)


async def test_a_licence_goes_to_its_issuer_by_the_decision_that_names_it(
    app: Litestar, people: People
) -> None:
    """MQĐ42, once nobody came for the licence (Law Art 126.4b)."""
    case = await cases_made.due(people)
    licence = cases_made.exhibit(name="Giấy phép kinh doanh", kind="document", quantity="1")
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, licence), people.an)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    row = {"name": "Giấy phép kinh doanh", "quantity": "1"}
    other = await case.paper("MQĐ42", licences=[row | {"quantity": "2"}])
    order = await case.paper("MQĐ42", licences=[row])
    passed: dict[str, Any] = {
        "exhibits": licence.exhibit_id,
        "disposition": "transferred",
        "on": today(),
        "reason": "Chuyển cơ quan đã cấp",
        "document_id": order,
    }
    status, said = await act(giang, case, "exhibits.disposed", **passed)
    assert (status, "không có người đến nhận giấy phép" in said) == (409, True), said
    nobody = {
        "exhibits": licence.exhibit_id,
        "unclaimed": "licence",
        "held_until": today(),
        "reason": "Hết thời hạn tạm giữ, không đến nhận",
    }
    assert (await act(an, case, "exhibits.unclaimed", **nobody))[0] == 303
    named_two = passed | {"document_id": other}
    assert (await act(giang, case, "exhibits.disposed", **named_two))[0] == 409
    status, said = await act(giang, case, "exhibits.disposed", **passed)
    assert (status, await states(case)) == (303, ["transferred"]), said


async def test_from_nobody_came_to_the_end_of_the_goods_each_step_has_its_day(
    app: Litestar, people: People
) -> None:
    """3 working days, 7 working days, a year, 5 working days; then taken and destroyed (Law Arts 81.1, 126.4)."""
    case, goods = await ownerless(people)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    nobody = {
        "exhibits": goods,
        "unclaimed": "goods",
        "held_until": today(),
        "reason": "Không xác định được chủ hàng",
    }
    assert (await act(an, case, "exhibits.unclaimed", **nobody))[0] == 303
    assert await last_day(case, "D27") == working(today(), 3)
    assert (await notice(giang, case, goods, 1))[0] == 303
    assert await last_day(case, "P15") == working(today(), 7)
    assert (await notice(giang, case, goods, 2))[0] == 303
    year = deadlines.calendar().next_working(months_after(today(), 12))
    assert await last_day(case, "P16") == year
    assert await last_day(case, "P16.decide") == working(year, 5)
    with later(days=_days_to(year) + 1):
        await case.take(CaseAct.REMEDY_ORDERED, order := await ordered(case, goods))
        for rule in ("D27", "P15", "P16.decide"):
            (done,) = [one for one in await case_clocks.clocks_of(case.id) if one.rule == rule]
            assert done.met_at is not None, rule
        an = await Desk.of(app, people.an, people)
        both = [{"name": "Ngô Thị Lành"}, {"name": "Phạm Văn Đức"}]
        absent: dict[str, Any] = {"attendance": "absent", "witnesses": both}
        minutes = await exhibits_made.taken(case, [goods], order.document_id, **absent)
        taken = {
            "exhibits": goods,
            "disposition": "confiscated",
            "on": clock.today(),
            "document_id": order.document_id,
            "minutes_id": minutes,
            "reason": "Theo MQĐ14",
        }
        status, said = await act(an, case, "exhibits.disposed", **taken)
        assert (status, await states(case)) == (303, ["confiscated"]), said
        await case.take(CaseAct.EXHIBITS_DESTROYED, await exhibits_made.destroyed(case, [goods]))
        assert await states(case) == ["destroyed"]
        assert await seizure_ended(case)


def _days_to(day: date) -> int:
    return (day - today()).days


async def test_a_month_is_enough_by_the_other_reading_with_a_reason_that_is_listed(
    app: Litestar, people: People
) -> None:
    case, goods = await ownerless(people)
    giang = await Desk.of(app, people.giang, people)
    for number in (1, 2):
        assert (await notice(giang, case, goods, number))[0] == 303
    said = {"exhibits": goods, "why": "month_is_enough", "reason": "Pháp chế Sở hướng dẫn 01 tháng"}
    assert (await act(giang, case, "owner.not_awaited", **said))[0] == 303
    listed = await database.fetch("SELECT reason FROM exceptions WHERE kind = 'legal_warning'")
    assert [row["reason"] for row in listed] == ["Pháp chế Sở hướng dẫn 01 tháng"]
    with later(days=_days_to(months_after(today(), 1)) + 1):
        await case.take(CaseAct.REMEDY_ORDERED, await ordered(case, goods))


async def test_banned_goods_need_no_notice(app: Litestar, people: People) -> None:
    case, goods = await ownerless(people)
    giang = await Desk.of(app, people.giang, people)
    said = {"exhibits": goods, "why": "banned", "reason": "Thuốc lá điện tử là hàng cấm"}
    assert (await act(giang, case, "owner.not_awaited", **said))[0] == 303
    await case.take(CaseAct.REMEDY_ORDERED, await ordered(case, goods))


async def test_goods_that_their_known_owner_leaves_are_confiscated_after_a_month(
    app: Litestar, people: People
) -> None:
    case, ids = await holding(people, "Mỹ phẩm")
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    decision = case.papers["MQĐ02"]
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303
    assert (await act(an, case, "payment.received", **payment()))[0] == 303
    for number in (1, 2):
        assert (await notice(giang, case, ids[0], number, owner="known"))[0] == 303
    gone = {"exhibits": ids[0], "disposition": "confiscated", "reason": "Không đến nhận"}
    named: dict[str, Any] = {
        "ground": "other",
        "reason": "Chủ sở hữu không đến nhận",
        "exhibits": cases_made.rows(await case.facts(), ids),
    }
    early = await case.following("MQĐ14", **named)
    status, said = await act(
        giang, case, "exhibits.disposed", **gone, on=today(), document_id=early
    )
    assert status == 409
    assert "Chưa hết thời hạn chờ" in said
    with later(days=_days_to(months_after(today(), 1)) + 1):
        giang = await Desk.of(app, people.giang, people)
        order = await case.following("MQĐ14", **named)
        absent = {"attendance": "absent"}
        one = await exhibits_made.taken(case, ids, order, **absent)
        gone |= {"on": clock.today(), "document_id": order}
        status, said = await act(giang, case, "exhibits.disposed", **gone, minutes_id=one)
        assert status == 409
        assert "hai người chứng kiến" in said
        both = [{"name": "Ngô Thị Lành"}, {"name": "Phạm Văn Đức"}]
        two = await exhibits_made.taken(case, ids, order, **absent, witnesses=both)
        status, said = await act(giang, case, "exhibits.disposed", **gone, minutes_id=two)
        assert status == 303, said
        assert await states(case) == ["confiscated"]
        facts = await case.facts()
        assert facts.sanction is not None
        assert [one.taken_by for one in facts.exhibits.values()] == [order]
        assert (await seizure_ended(case), (await cancel(giang, case, order))[0]) == (True, 303)
        assert await states(case) == ["seized"]
        assert await seizure_ended(case) is False
        again = await case.following("MQĐ14", **named)
        two = await exhibits_made.taken(case, ids, again, **absent, witnesses=both)
        gone["document_id"] = again
        status, said = await act(giang, case, "exhibits.disposed", **gone, minutes_id=two)
        assert (status, await states(case)) == (303, ["confiscated"]), said


def working(since: date, days: int) -> date:
    """The last of so many working days after a day."""
    return counting.add_working_days(since, days, deadlines.calendar())


async def last_day(case: Case, rule: str) -> date:
    """The last day of the case's only clock of this rule."""
    (found,) = [one for one in await case_clocks.clocks_of(case.id) if one.rule == rule]
    return last_day_of(found.due_at)


async def seizure_ended(case: Case) -> bool:
    """Whether the time limit of the seizure is met: the goods have their end."""
    found = [one for one in await case_clocks.clocks_of(case.id) if one.rule == "D21"]
    return all(one.met_at is not None for one in found)
