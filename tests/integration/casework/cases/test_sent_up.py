"""A file goes up to another decider and the case goes on, played over HTTP: inside the force, and to a chair.

See Circular 27/2020 Arts 24 to 26; Law Art 66.1.a.
"""

from typing import Any
from uuid import UUID, uuid4

import pytest
from litestar import Litestar

from backend.casework.clocks import service as case_clocks
from backend.casework.clocks import telling
from backend.core import database
from backend.documents import forms
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import proceedings
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made, exhibits_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")

CHAIR = "Chủ tịch Ủy ban nhân dân xã Đồng Mẫu"


def _up(to: str, **changed: Any) -> dict[str, Any]:
    why = {"why": "above_competence", "reason": "Mức phạt vượt thẩm quyền", "sent_on": today()}
    return {"to": to, **why} | changed


async def filed(desk: Desk, case: Case, title: str) -> int:
    status, said = await act(desk, case, "sheets.filed", title=title, sheets=2, issued_on=today())
    assert status == 303, said
    return (await case.facts()).last_sheet - 1


async def test_inside_the_force_the_head_above_decides_in_the_same_case(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    thing = cases_made.exhibit()
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, thing), people.an)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    team, above = people.an.unit.unit_id, people.giang.unit.unit_id
    status, said = await act(an, case, "case.sent_up", **_up("superior", unit_id=team))
    assert status in (409, 422), "its own unit is not above it"
    status, said = await act(an, case, "case.sent_up", **_up("superior", unit_id=above))
    assert (status, (await case.facts()).state) == (303, "decision_due"), said
    told = telling.facts_of((await case.facts()).events)[-1]
    assert (told.act, told.details) == ("case.sent_up", {"to": "superior"})
    [clock] = [one for one in await case_clocks.clocks_of(case.id) if one.rule == "D12"]
    assert clock.limit
    assert (clock.limit.count, clock.limit.unit) == (10, "wd")
    # The goods stay where they are, and the head above has the case before her, and decides it.
    assert len((await case.facts()).held) == 1
    assert str(case.id) in (await giang.http.get("/desk")).text
    notices = (await giang.http.get("/desk/notices")).text
    assert "Hồ sơ vụ việc trình lên" in notices
    assert f"/desk/cases/{case.id}" in notices
    imposed = await cases_made.imposed(case)
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    assert (await case.facts()).state == "sanctioned"


@pytest.mark.parametrize("why", ["above_competence", "several_fields"])
async def test_what_is_above_the_competence_goes_up_and_never_to_another_authority(
    app: Litestar, people: People, why: str
) -> None:
    """Law Art 52.4; Circular 27/2020 Art 25.1: the case goes on here, and would end with a transfer."""
    case = await cases_made.due(people)
    report = await case.paper("BC", people.an)
    handed = proceedings.CaseTransferred(
        to="Công an phường Mẫu Đơn",
        why=why,  # type: ignore[arg-type]
        reason="Mức phạt vượt thẩm quyền",
        document_id=report,
    )
    assert await case.refused(CaseAct.CASE_TRANSFERRED, handed) == "case_transfer_up"
    assert (await case.facts()).state == "decision_due"
    giang = await Desk.of(app, people.giang, people)
    form = (await giang.http.get(f"/desk/cases/{case.id}/acts/case.transferred")).text
    assert 'value="other_field"' in form
    assert f'value="{why}"' not in form


async def test_a_chair_gets_no_file_whose_explanation_is_open_and_the_page_says_so(
    app: Litestar, people: People
) -> None:
    """Law Art 61; Circular 27/2020 Art 25."""
    case = await cases_made.recorded(people)
    giang = await Desk.of(app, people.giang, people)
    sheet = await filed(giang, case, "Tờ trình và biên bản bàn giao hồ sơ")
    up = _up("chair", receiver=CHAIR, sheet=sheet)
    status, said = await act(giang, case, "case.sent_up", **up)
    assert (status, (await case.facts()).state) == (409, "violation_recorded")
    assert "Còn chờ giải trình" in said
    assert "Hãy tải lại trang" not in said


def decided(sheet: int, **changed: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "document_id": uuid4(),
        "outcome": "sanction",
        "number": "812/QĐ-XPHC",
        "decided_on": today(),
        "chair": "Ông Lê Văn Chủ, Chủ tịch",
        "place": "Ủy ban nhân dân xã Đồng Mẫu",
        "total": "40.000.000",
        "measures": "Buộc nộp lại số lợi bất hợp pháp\nBuộc tiêu hủy hàng hóa",
        "gain": "1.500.000",
        "comply_days": "10",
        "sheet": sheet,
    } | changed
    return {key: value for key, value in given.items() if value != ""}


async def with_chair(app: Litestar, people: People) -> tuple[Case, Desk, Desk, UUID]:
    """A case with one thing in custody, submitted to a chair."""
    case = await cases_made.due(people)
    content = await cases_made.seized(case, cases_made.exhibit())
    await case.take(CaseAct.EXHIBITS_SEIZED, content, people.an)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    sheet = await filed(an, case, "Tờ trình và biên bản bàn giao hồ sơ")
    up = _up("chair", receiver=CHAIR, sheet=sheet)
    status, said = await act(an, case, "case.sent_up", **up)
    assert (status, (await case.facts()).state) == (409, "decision_due")
    assert "do người có thẩm quyền làm" in said
    assert "Điều 12 Nghị định 189/2025/NĐ-CP" in said, "not the Ordinance on inspection"
    assert (await act(giang, case, "case.sent_up", **up | {"sheet": ""}))[0] == 409
    status, said = await act(giang, case, "case.sent_up", **up)
    assert (status, (await case.facts()).state) == (303, "with_chair"), said
    return case, an, giang, content.exhibits[0].exhibit_id


async def test_a_chair_decides_and_his_decision_is_delivered_paid_and_carried_out_here(
    app: Litestar, people: People
) -> None:
    case, an, giang, thing = await with_chair(app, people)
    shown = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "Chờ Chủ tịch Ủy ban nhân dân quyết định" in shown
    sheet = await filed(giang, case, "Quyết định xử phạt của Chủ tịch")
    own = await filed(an, case, "Quyết định do chính tôi đưa vào")
    status, said = await act(an, case, "chair.decided", **decided(own, confiscated=thing))
    assert (status, (await case.facts()).state) == (409, "with_chair")
    up = (await case.facts()).sent_up
    assert up
    status, said = await act(giang, case, "chair.decided", **decided(up.sheet or 0))
    assert status == 409
    assert "vào hồ sơ trước khi trình" in said
    wrong = decided(sheet, outcome="none", confiscated=thing)
    assert (await act(an, case, "chair.decided", **wrong))[0] == 409
    wanted = decided(sheet, confiscated=thing)
    status, said = await act(an, case, "chair.decided", **wanted)
    facts = await case.facts()
    assert (status, facts.state, facts.fine) == (303, "sanctioned", 40_000_000), said
    decision = facts.papers[facts.decision_id] if facts.decision_id else None
    assert decision
    assert (decision.number, decision.elsewhere) == ("812/QĐ-XPHC", True)
    told = {one.act: one.details for one in telling.facts_of(facts.events)}
    assert told["sanction.imposed"]["comply_days"] == 10, list(told)
    row = await database.fetchrow("SELECT decision_number FROM cases WHERE id = $1", case.id)
    assert row["decision_number"] == "812/QĐ-XPHC"
    shown = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "812/QĐ-XPHC" in shown
    assert "40.000.000" in shown
    page = (await an.http.get(f"/desk/documents/{decision.id}")).text
    assert "MQĐ40" not in page, "it is the chair's to annul"

    handed = {
        "document_id": decision.id,
        "mode": "direct",
        "delivered_on": today(),
        "attempts": "1",
        "receiver": "Ông Mẫu",
    }
    status, said = await act(an, case, "decision.delivered", **handed, proof="Ký nhận")
    assert (status, (await case.facts()).state) == (303, "delivered"), said
    paid = {"kind": "fine", "amount": "40.000.000", "paid_on": today(), "place": "Kho bạc"}
    status, said = await act(
        an, case, "payment.received", **paid, payment_id=uuid4(), receipt_number="KB-1"
    )
    assert status == 303, said
    gain = paid | {"kind": "illicit_gain", "amount": "1.500.000"}
    status, said = await act(
        an, case, "payment.received", **gain, payment_id=uuid4(), receipt_number="KB-2"
    )
    assert status == 303, said
    for place in ("0", "1"):
        done = {"remedy": place, "done_on": today(), "note": "Có biên bản"}
        status, said = await act(an, case, "remedy.carried_out", **done)
        assert status == 303, said
    end = {"exhibits": thing, "disposition": "confiscated", "on": today(), "reason": "Tịch thu"}
    minutes = await exhibits_made.taken(case, [thing], decision.id)
    end |= {"document_id": decision.id, "minutes_id": minutes}
    status, said = await act(an, case, "exhibits.disposed", **end)
    assert status == 303, said
    status, said = await act(giang, case, "execution.completed", completed_on=today())
    assert (status, (await case.facts()).state) == (303, "executed"), said


async def test_a_chair_gives_a_file_back_or_does_not_sanction(
    app: Litestar, people: People
) -> None:
    case, an, giang, _ = await with_chair(app, people)
    sheet = await filed(giang, case, "Văn bản trả hồ sơ")
    back = decided(sheet, outcome="returned", total="0", measures="", gain="")
    status, said = await act(an, case, "chair.decided", **back)
    assert (status, (await case.facts()).state) == (303, "decision_due"), said
    assert telling.facts_of((await case.facts()).events)[-1].act != "sanction.imposed"
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))


async def test_nobody_here_changes_what_a_chair_decided(app: Litestar, people: People) -> None:
    """Decree 118/2021 Art 13.2."""
    case, an, giang, _ = await with_chair(app, people)
    sheet = await filed(giang, case, "Quyết định xử phạt của Chủ tịch")
    assert (await act(an, case, "chair.decided", **decided(sheet)))[0] == 303
    facts = await case.facts()
    assert facts.decision_id
    annul = case_side_acts.DocumentDrafted(
        document_id=uuid4(),
        form="MQĐ40",
        form_version=forms.newest("MQĐ40"),
        fields=cases_made.example("MQĐ40"),
        replaces=facts.decision_id,
    )
    assert await case.refused(CaseAct.DOCUMENT_DRAFTED, annul) == "case_decision_of_chair"


async def test_nobody_here_reduces_a_fine_that_a_chair_imposed(
    app: Litestar, people: People
) -> None:
    """Law Arts 76, 77, 79."""
    case, an, giang, _ = await with_chair(app, people)
    sheet = await filed(giang, case, "Quyết định xử phạt của Chủ tịch")
    assert (await act(an, case, "chair.decided", **decided(sheet)))[0] == 303
    decision = (await case.facts()).decision_id
    assert decision
    less: dict[str, Any] = {"amount": 39_000_000, "remaining": 1_000_000}
    parts = [(16_000_000, 20), (24_000_000, 40)]
    divided: dict[str, Any] = {
        "instalments": [
            {"amount": amount, "until_on": cases_made.in_days(days).isoformat()}
            for amount, days in parts
        ]
    }
    for form, said in (("MQĐ03", {}), ("MQĐ04", less), ("MQĐ05", divided)):
        with pytest.raises(AssertionError, match="case_fine_of_chair"):
            await case.following(form, decision, **said)
    assert (await case.facts()).fine == 40_000_000


async def test_a_chair_who_finds_signs_of_a_crime_refers_the_file_and_it_is_recorded_here(
    app: Litestar, people: People
) -> None:
    """Law Arts 62.1, 63.3; Circular 27/2020 Art 25."""
    case, an, giang, _ = await with_chair(app, people)
    sheet = await filed(giang, case, "Quyết định chuyển hồ sơ của Chủ tịch")
    referred = decided(
        sheet, outcome="referred", number="9/QĐ-CHS", total="0", measures="", gain=""
    )
    status, said = await act(an, case, "chair.decided", **referred)
    assert (status, (await case.facts()).state) == (422, "with_chair")
    assert "Hãy điền «Cơ quan nhận hồ sơ" in said
    body = {"referred_to": "Công an thành phố Hà Nội"}
    assert (await act(an, case, "chair.decided", **decided(sheet), **body))[0] == 409
    status, said = await act(an, case, "chair.decided", **referred, **body)
    assert (status, (await case.facts()).state) == (303, "criminal_transfer"), said
    assert telling.facts_of((await case.facts()).events)[-1].act == "crime.referred"
    [clock] = [one for one in await case_clocks.clocks_of(case.id) if one.rule == "D12"]
    assert clock.state != "running"
    shown = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "Công an thành phố Hà Nội" in shown
    # The prosecution bodies decline: the file comes back, and waits for a decision here.
    await filed(an, case, "Quyết định không khởi tố và hồ sơ")
    back = {"returned_on": today(), "number": "5/QĐ-KKT", "reason": "Không có dấu hiệu tội phạm"}
    status, said = await act(giang, case, "crime.declined", **back)
    assert (status, (await case.facts()).state) == (303, "decision_due"), said
    assert {one.rule for one in await case_clocks.clocks_of(case.id)} >= {"P04"}
