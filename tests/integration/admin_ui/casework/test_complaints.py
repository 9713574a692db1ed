"""Complaints and lawsuits against any decision or act: filed, accepted, resolved, sent, complained again.

Played at the desk, by forms as a browser sends them (Law on Complaints 02/2011; Law on Handling
Administrative Violations Art 15).
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend.casework.clocks import service as case_clocks
from backend.core import clock
from backend.core.local_time import VIETNAM, day_of
from schemas.casework.words import CaseAct, ExhibitState
from schemas.core.ids import new_id
from schemas.law.deadlines import Clock
from tests.integration.admin_ui.casework.test_by_papers_not_by_word import sheet
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery
from tests.integration.admin_ui.casework.test_goods_go_by_papers import holding, returning
from tests.support import cases_made
from tests.support.cases_made import Case, in_days, today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool", "newest_edition")


def now() -> str:
    return f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}"


async def complaining(
    desk: Desk, case: Case, about: str, against: UUID | None = None, **more: Any
) -> tuple[UUID, int, str]:
    complaint = new_id()
    wanted: dict[str, Any] = {
        "complaint_id": complaint,
        "about": about,
        "filed_at": now(),
        "by": "Bà Nguyễn Thị Lựu",
        "content": "Hàng có hóa đơn, đề nghị xem lại.",
    }
    if against is not None:
        wanted["against"] = against
    status, said = await act(desk, case, "complaint.filed", **(wanted | more))
    return complaint, status, said


async def filed(desk: Desk, case: Case, title: str) -> int:
    return await sheet(desk, case, title)


async def clocks(case: Case, rule: str) -> list[Clock]:
    return [one for one in await case_clocks.clocks_of(case.id) if one.rule == rule]


def last_day(one: Clock) -> Any:
    return day_of(one.due_at - timedelta(microseconds=1))


async def seizure_of(app: Litestar, people: People) -> tuple[Case, list[UUID], UUID, Desk, Desk]:
    case, ids = await holding(people, "Mỹ phẩm", "Nước hoa")
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    until = in_days(7).isoformat()
    rows = cases_made.rows(await case.facts(), ids)
    held = await case.following("MQĐ20", exhibits=rows, until_on=until)
    named = {"document_id": held, "decided_on": today(), "until": until, "purpose": "prevent"}
    answer = await giang.post(
        f"/desk/cases/{case.id}/acts/seizure.decided",
        step="sure",
        **{key: str(value) for key, value in named.items()},
        exhibits=[str(one) for one in ids],
        reason="Ngăn chặn",
    )
    assert answer.status_code == 303, answer.text
    return case, ids, held, giang, an


async def test_a_complaint_against_a_seizure_is_upheld_and_the_goods_go_back(
    app: Litestar, people: People
) -> None:
    case, ids, held, giang, an = await seizure_of(app, people)
    complaint, status, said = await complaining(an, case, "seizure", held)
    assert (status, (await case.facts()).state) == (303, "decision_due"), said
    (accept,) = await clocks(case, "P21")
    assert last_day(accept) >= in_days(10)
    # Resolved only after it is accepted, and by who made the decision.
    result = {
        "complaint_id": complaint,
        "result": "annul",
        "resolved_on": today(),
        "reason": "Hàng có hóa đơn hợp lệ",
    }
    notice = await filed(an, case, "Thông báo thụ lý khiếu nại")
    assert (await act(giang, case, "complaint.resolved", **result, sheet=notice))[0] in (409, 422)
    accepted = {
        "complaint_id": complaint,
        "accepted_on": today(),
        "resolver": "superior",
        "name": "Chi cục trưởng",
    }
    status, said = await act(giang, case, "complaint.accepted", **accepted, sheet=notice)
    assert status == 409
    assert "lần đầu do người đã ra quyết định" in said
    accepted["resolver"] = "maker"
    assert (await act(giang, case, "complaint.accepted", **accepted))[0] == 409, "no notice filed"
    status, said = await act(giang, case, "complaint.accepted", **accepted, sheet=notice)
    assert status == 303, said
    (resolve,) = await clocks(case, "P22")
    assert last_day(resolve) >= in_days(30)

    decided = await filed(an, case, "Quyết định giải quyết khiếu nại")
    status, said = await act(giang, case, "complaint.resolved", **result, sheet=decided)
    assert status == 303, said
    facts = await case.facts()
    assert facts.to_return == set(ids)
    assert facts.complaints[complaint].now.resolved
    # The goods can only go back.
    longer = await case.paper("MQĐ21", exhibits=cases_made.rows(facts, ids))
    extended = {"document_id": longer, "exhibits": ids[0], "until": in_days(9), "reason": "Chờ"}
    status, said = await act(giang, case, "seizure.extended", **extended)
    assert status == 409
    back = await case.following("MQĐ24", about=held, exhibits=cases_made.rows(facts, ids))
    for one in ids:
        assert (await returning(giang, case, one, back))[0] == 303
    states = {one.state for one in (await case.facts()).exhibits.values()}
    assert states == {ExhibitState.RETURNED}
    assert (await clocks(case, "P23"))[0].met_at is None
    sent = {"complaint_id": complaint, "sent_on": today()}
    assert (await act(an, case, "complaint.result_sent", **sent))[0] == 303
    assert (await clocks(case, "P23"))[0].met_at is not None


async def test_a_second_complaint_goes_to_the_superior_and_stops_nothing_by_itself(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    decision = case.papers["MQĐ02"]
    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    complaint, status, said = await complaining(an, case, "sanction", decision, remote="yes")
    assert (status, (await case.facts()).state) == (303, "delivered"), said
    again = {"complaint_id": complaint, "filed_at": now(), "content": "Không đồng ý kết quả."}
    accepted = {"complaint_id": complaint, "accepted_on": today(), "name": "Chi cục trưởng"}
    notice = await filed(an, case, "Thông báo thụ lý")
    by_maker = {"resolver": "maker", "sheet": notice, "complex": "yes"}
    assert (await act(giang, case, "complaint.accepted", **accepted, **by_maker))[0] == 303
    (first,) = await clocks(case, "P22")
    assert first.limit is not None
    assert first.limit.count == 60, "remote and complex"
    status, said = await act(an, case, "complaint.appealed", **again)
    assert status == 409
    assert "đã có kết quả lần đầu hoặc đã hết thời hạn" in said

    decided = await filed(an, case, "Quyết định giải quyết khiếu nại lần đầu")
    kept = {
        "complaint_id": complaint,
        "result": "keep",
        "resolved_on": today(),
        "reason": "Đúng pháp luật",
        "sheet": decided,
    }
    assert (await act(giang, case, "complaint.resolved", **kept))[0] == 303
    sent = {"complaint_id": complaint, "sent_on": today(), "received_on": today()}
    assert (await act(an, case, "complaint.result_sent", **sent))[0] == 303
    (second,) = await clocks(case, "P24")
    assert second.limit is not None
    assert second.limit.count == 45, "a remote area"
    assert (await act(an, case, "complaint.appealed", **again))[0] == 303
    notice = await filed(an, case, "Thông báo thụ lý lần hai")
    status, said = await act(
        giang, case, "complaint.accepted", **accepted, resolver="maker", sheet=notice
    )
    assert status == 409
    assert "thủ trưởng cấp trên trực tiếp" in said
    by_superior = {"resolver": "superior", "sheet": notice}
    assert (await act(giang, case, "complaint.accepted", **accepted, **by_superior))[0] == 303
    (last,) = await clocks(case, "P25")
    assert last.limit is not None
    assert last.limit.count == 60, "remote"

    # The resolver suspends, no longer than the rest of the time to resolve it.
    stopping = await filed(an, case, "Quyết định tạm đình chỉ của Giám đốc Sở")
    stop = {
        "ground": "complaint",
        "complaint_id": complaint,
        "reason": "Khó khắc phục hậu quả",
        "sheet": stopping,
        "suspended_on": today(),
    }
    for until in ({}, {"until": last_day(last) + timedelta(days=1)}):
        status, said = await act(giang, case, "execution.suspended", **stop, **until)
        assert status == 409, said
    stop["until"] = last_day(last)
    status, said = await act(giang, case, "execution.suspended", **stop)
    assert (status, (await case.facts()).state) == (303, "suspended"), said
    changed = await filed(an, case, "Quyết định giải quyết khiếu nại lần hai")
    kept |= {"sheet": changed, "result": "keep"}
    assert (await act(giang, case, "complaint.resolved", **kept))[0] == 303
    over = {"why": "term_over", "ended_on": today(), "reason": "Hết hạn"}
    assert (await act(giang, case, "suspension.ended", **over))[0] == 409
    ended = await filed(an, case, "Quyết định chấm dứt tạm đình chỉ")
    over |= {"why": "resolved", "sheet": ended}
    status, said = await act(giang, case, "suspension.ended", **over)
    assert (status, (await case.facts()).state) == (303, "delivered"), said


async def test_a_suit_goes_to_court_and_to_nobody_else(app: Litestar, people: People) -> None:
    case = await cases_made.sanctioned(people)
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    suit, status, said = await complaining(
        an, case, "sanction", case.papers["MQĐ02"], lawsuit="yes"
    )
    assert status == 303, said
    accepted = {"complaint_id": suit, "accepted_on": today(), "name": "TAND khu vực 1"}
    notice = await filed(an, case, "Thông báo thụ lý vụ án")
    status, said = await act(
        giang, case, "complaint.accepted", **accepted, resolver="maker", sheet=notice
    )
    assert status == 409
    assert "Tòa án" in said
    by_court = {"resolver": "court", "sheet": notice}
    assert (await act(giang, case, "complaint.accepted", **accepted, **by_court))[0] == 303
    again = {"complaint_id": suit, "filed_at": now(), "content": "Kháng cáo"}
    assert (await act(an, case, "complaint.appealed", **again))[0] in (409, 422)


async def test_an_act_without_a_paper_is_complained_about_and_a_late_complaint_refused(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    _, status, said = await complaining(an, case, "inspection")
    assert status == 409
    assert "chọn văn bản bị khiếu nại" in said
    what = {"what": "Đoàn kiểm tra ngoài giờ"}
    complaint, status, said = await complaining(an, case, "inspection", **what)
    assert status == 303, said
    answer = await filed(an, case, "Thông báo không thụ lý")
    refused = {
        "complaint_id": complaint,
        "refused_on": today(),
        "why": "late",
        "reason": "Quá 90 ngày",
        "sheet": answer,
    }
    status, said = await act(giang, case, "complaint.refused", **refused)
    assert status == 303, said
    assert (await clocks(case, "P21"))[0].met_at is not None
    assert not (await case.facts()).complaints[complaint].open
    page = await an.http.get(f"/desk/cases/{case.id}")
    assert "Đoàn kiểm tra ngoài giờ" in page.text
    assert "quá thời hiệu khiếu nại" in page.text
    assert "acts/complaint.accepted" not in page.text


async def test_a_file_with_an_open_complaint_is_not_archived(app: Litestar, people: People) -> None:
    case = await cases_made.inspected(people)
    await cases_made.approve(case)
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    closed = {"outcome": "compliant", "reason": "Chấp hành tốt", "alone": "Trực một mình"}
    assert (await act(giang, case, "case.closed", **closed))[0] == 303
    complaint, status, _ = await complaining(an, case, "inspection", what="Kiểm tra ngoài giờ")
    assert status == 303
    status, said = await act(giang, case, "case.archived", archived_on=today())
    assert status == 409
    assert "Bà Nguyễn Thị Lựu" in said
    letter = await filed(an, case, "Đơn rút khiếu nại")
    back = {"complaint_id": complaint, "refused_on": today(), "why": "withdrawn", "sheet": letter}
    assert (await act(giang, case, "complaint.refused", **back, reason="Rút đơn"))[0] == 303
    assert (await act(giang, case, "case.archived", archived_on=today()))[0] == 303


async def test_a_suspension_ends_with_its_last_day(app: Litestar, people: People) -> None:
    case = await cases_made.sanctioned(people)
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    order = await filed(an, case, "Quyết định áp dụng biện pháp khẩn cấp tạm thời")
    stop = {
        "ground": "court",
        "reason": "Tòa án tạm đình chỉ",
        "sheet": order,
        "suspended_on": today(),
        "until": in_days(5),
    }
    status, said = await act(giang, case, "execution.suspended", **stop)
    assert (status, (await case.facts()).state) == (303, "suspended"), said
    with later(days=6):
        giang = await Desk.of(app, people.giang, people)
        over = {"why": "term_over", "ended_on": clock.today(), "reason": "Hết hạn"}
        status, said = await act(giang, case, "suspension.ended", **over)
        assert (status, (await case.facts()).state) == (303, "sanctioned"), said
        assert CaseAct.DECISION_DELIVERED in (await giang.http.get(f"/desk/cases/{case.id}")).text


async def test_a_complaint_after_its_time_is_not_accepted_but_for_a_hindrance(
    app: Litestar, people: People
) -> None:
    case, _, _, giang, an = await seizure_of(app, people)
    sheet_number = await filed(an, case, "Thông báo thụ lý")
    accepted = {"accepted_on": today(), "resolver": "maker", "name": "Cơ quan", "complex": ""}
    long_ago = {"known_on": in_days(-100), "what": "Giữ hàng, không giao biên bản"}
    late, status, said = await complaining(an, case, "seizure", **long_ago)
    assert status == 303, said
    wanted = accepted | {"sheet": sheet_number}
    status, said = await act(giang, case, "complaint.accepted", complaint_id=late, **wanted)
    assert (status, "Đã hết thời hiệu khiếu nại" in said) == (409, True), said
    hindered = long_ago | {"hindered": "Nằm viện đến hôm qua"}
    other, status, said = await complaining(an, case, "seizure", **hindered)
    assert status == 303, said
    status, said = await act(giang, case, "complaint.accepted", complaint_id=other, **wanted)
    assert status == 303, said
