"""What a complaint's result rests on, and when a complaint counts as late, played at the desk.

See the Law on Complaints 02/2011 Arts 7, 9, 11, 31, 40.
"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from schemas.casework.acts import complaints as case_complaint_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery
from tests.integration.admin_ui.casework.test_complaints import complaining, filed, now, seizure_of
from tests.support import cases_made
from tests.support.cases_made import Case, in_days, today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool", "newest_edition")


async def accepted(giang: Desk, an: Desk, case: Case, about: str, against: UUID) -> UUID:
    """A first complaint that its maker accepted."""
    complaint, status, said = await complaining(an, case, about, against)
    assert status == 303, said
    notice = await filed(an, case, "Thông báo thụ lý khiếu nại")
    said_of_it = {"complaint_id": complaint, "accepted_on": today(), "name": "Đội trưởng"}
    wanted = said_of_it | {"resolver": "maker", "sheet": notice}
    status, said = await act(giang, case, "complaint.accepted", **wanted)
    assert status == 303, said
    return complaint


def result(complaint: UUID, said: str, **more: Any) -> dict[str, Any]:
    given = {"complaint_id": complaint, "result": said, "resolved_on": today()}
    return given | {"reason": "Có hóa đơn hợp lệ"} | more


async def test_no_paper_but_the_one_that_annuls_it_gives_seized_goods_back(
    app: Litestar, people: People
) -> None:
    case, ids, held, giang, an = await seizure_of(app, people)
    complaint = await accepted(giang, an, case, "seizure", held)
    minutes = (await case.facts()).recorded
    assert minutes
    for paper in (held, minutes.document_id):
        wanted = result(complaint, "annul", document_id=paper)
        status, said = await act(giang, case, "complaint.resolved", **wanted)
        assert status == 409, said
    # Nor a paper and a sheet that nobody has.
    forged = case_complaint_acts.ComplaintResolved(
        complaint_id=complaint,
        upheld=True,
        resolved_on=today(),
        reason="Có hóa đơn hợp lệ",
        document_id=new_id(),
        result="annul",
        sheet=999,
    )
    assert await case.refused(CaseAct.COMPLAINT_RESOLVED, forged) == "case_paper_missing"
    assert not (await case.facts()).to_return
    annulled = await case.cancelled(held)
    by_paper = result(complaint, "annul", document_id=annulled, sheet=999)
    assert (await act(giang, case, "complaint.resolved", **by_paper))[0] in (409, 422)
    status, said = await act(
        giang, case, "complaint.resolved", **result(complaint, "annul", document_id=annulled)
    )
    assert status == 303, said
    assert (await case.facts()).to_return == set(ids)


async def test_a_paper_about_another_decision_is_no_result(app: Litestar, people: People) -> None:
    case, _, held, giang, an = await seizure_of(app, people)
    complaint = await accepted(giang, an, case, "other", (await case.facts()).decision_id or held)
    other = await case.paper("MBB02", people.an)
    status, said = await act(
        giang, case, "complaint.resolved", **result(complaint, "keep", document_id=other)
    )
    assert status == 409, said


async def test_the_superior_s_decision_is_filed_even_if_a_paper_of_the_case_carries_it_out(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    decision = case.papers["MQĐ02"]
    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    complaint = await accepted(giang, an, case, "sanction", decision)
    kept = await filed(an, case, "Quyết định giải quyết khiếu nại lần đầu")
    status, said = await act(
        giang, case, "complaint.resolved", **result(complaint, "keep", sheet=kept)
    )
    assert status == 303, said
    again = {"complaint_id": complaint, "content": "Không đồng ý kết quả.", "filed_at": now()}
    sent = {"complaint_id": complaint, "sent_on": today(), "received_on": today()}
    assert (await act(an, case, "complaint.result_sent", **sent))[0] == 303
    status, said = await act(an, case, "complaint.appealed", **again)
    assert status == 303, said
    notice = await filed(an, case, "Thông báo thụ lý lần hai")
    named = {"complaint_id": complaint, "accepted_on": today(), "name": "Giám đốc Sở"}
    wanted = named | {"resolver": "superior", "sheet": notice}
    assert (await act(giang, case, "complaint.accepted", **wanted))[0] == 303
    own = await case.cancelled(decision)
    by_paper = result(complaint, "annul", document_id=own)
    status, said = await act(giang, case, "complaint.resolved", **by_paper)
    assert status == 409
    assert "Cần văn bản đã đưa vào hồ sơ" in said
    above = await filed(an, case, "Quyết định giải quyết khiếu nại lần hai")
    status, said = await act(giang, case, "complaint.resolved", **by_paper, sheet=above)
    assert status == 303, said


async def _refused_as_late(giang: Desk, an: Desk, case: Case, known_on: date) -> tuple[int, str]:
    decision = case.papers["MQĐ02"]
    complaint, status, said = await complaining(an, case, "sanction", decision, known_on=known_on)
    if status != 303:
        return status, said
    answer = await filed(an, case, "Văn bản không thụ lý khiếu nại")
    named = {"complaint_id": complaint, "refused_on": today(), "why": "late"}
    wanted = named | {"reason": "Quá thời hiệu", "sheet": answer}
    return await act(giang, case, "complaint.refused", **wanted)


async def test_a_complaint_in_time_is_not_refused_as_late(app: Litestar, people: People) -> None:
    case = await cases_made.sanctioned(people)
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    status, said = await _refused_as_late(giang, an, case, today())
    assert status == 409
    assert "trong thời hiệu" in said
    # Nor is it made late by a day before the decision existed.
    status, said = await _refused_as_late(giang, an, case, in_days(-200))
    assert status == 409
    assert "không thể biết văn bản trước ngày" in said


async def test_no_step_of_a_complaint_is_before_the_step_that_it_follows(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    early, late = today() + timedelta(days=1), today() + timedelta(days=3)
    with later(days=3):
        giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
        complaint, status, said = await complaining(an, case, "sanction", case.papers["MQĐ02"])
        assert status == 303, said
        sheet = await filed(an, case, "Thông báo thụ lý, rồi quyết định giải quyết")
        named = {"complaint_id": complaint, "sheet": sheet}
        taken = named | {"name": "Đội trưởng", "resolver": "maker"}
        kept = named | {"result": "keep", "reason": "Đúng pháp luật"}
        sent = {"complaint_id": complaint, "sent_on": late}
        steps: list[tuple[Desk, str, dict[str, Any], str]] = [
            (giang, "complaint.accepted", taken, "accepted_on"),
            (giang, "complaint.resolved", kept, "resolved_on"),
            (an, "complaint.result_sent", sent, "received_on"),
        ]
        for desk, name, wanted, day in steps:
            status, said = await act(desk, case, name, **wanted, **{day: early})
            assert status == 409, name
            assert "của việc trước đó trong giải quyết khiếu nại" in said
            assert (await act(desk, case, name, **wanted, **{day: late}))[0] == 303


async def test_a_complaint_that_nobody_accepted_suspends_nothing(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    complaint, status, said = await complaining(an, case, "sanction", case.papers["MQĐ02"])
    assert status == 303, said
    order = await filed(an, case, "Quyết định tạm đình chỉ")
    stop = {"ground": "complaint", "complaint_id": complaint, "reason": "Khó khắc phục hậu quả"}
    stop |= {"sheet": order, "suspended_on": today(), "until": in_days(300)}
    assert (await act(giang, case, "execution.suspended", **stop))[0] in (409, 422)
    assert (await case.facts()).state == "sanctioned"


async def test_a_complaint_that_nobody_accepts_goes_to_the_superior_after_ten_days(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    an = await Desk.of(app, people.an, people)
    complaint, status, said = await complaining(an, case, "sanction", case.papers["MQĐ02"])
    assert status == 303, said
    again = {"complaint_id": complaint, "content": "Không ai trả lời.", "filed_at": now()}
    status, said = await act(an, case, "complaint.appealed", **again)
    assert status == 409, said
    with later(days=11):
        an = await Desk.of(app, people.an, people)
        status, said = await act(an, case, "complaint.appealed", **again | {"filed_at": now()})
        assert status == 303, said
