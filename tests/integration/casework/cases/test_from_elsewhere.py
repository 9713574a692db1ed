"""Files that other bodies send, played over HTTP: a force's with its own minutes, a prosecution body's without any."""

import asyncio
import re
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from litestar import Litestar

from backend import registry
from backend.casework.clocks import service as case_clocks
from backend.casework.clocks import telling
from backend.core import clock, database
from backend.core.local_time import VIETNAM, day_of
from backend.force.units import service as units
from schemas.casework.words import CaseAct, InformationSource
from schemas.intake.acts import Order
from schemas.intake.secrets import Informant
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery
from tests.support import cases_made, informations, statements
from tests.support.cases_made import Case, in_days, today
from tests.support.doors import Desk
from tests.support.later import longest_ago
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")

_ALONE = "Trưởng phòng đi công tác, hồ sơ bàn giao trong ngày"
PARTY = {
    "party.kind": "individual",
    "party.name": "Trần Văn Mẫu",
    "party.identity_number": "001099900017",
    "party.address": "Số 3 đường Cây Đa, xã Đồng Mẫu, thành phố Hà Nội",
}


def _file(source: str, **changed: Any) -> dict[str, str]:
    """The form that takes a file in, of minutes of yesterday that grant the right to explain."""
    given: dict[str, Any] = {
        "source": source,
        "body": "Công an xã Đồng Mẫu",
        "transfer_number": "15/CV-CA",
        "transfer_on": today(),
        "received_on": today(),
        "handover": "Biên bản bàn giao số 01, Đại úy Lê Văn Giao",
        "sheets": 12,
        "document_id": uuid4(),
        "minutes_number": "07/BB-VPHC",
        "minutes_on": in_days(-1),
        "minutes_by": "Lê Văn Giao, Công an xã",
        "detected_on": in_days(-1),
        "violations": "1",
        "violations.0.code": cases_made.BEHAVIOUR,
        "violations.0.description": "Bày bán tại quầy.",
        "violations.0.ended_on": in_days(-1),
        "violations.0.goods_value": "15.000.000",
        **PARTY,
    } | changed
    return {key: str(value) for key, value in given.items() if value not in (None, "")}


def _of_prosecution(**changed: Any) -> dict[str, str]:
    none = {"minutes_number": "", "minutes_on": "", "minutes_by": ""}
    body = {
        "body": "Viện kiểm sát nhân dân khu vực 3",
        "transfer_number": "22/QĐ-VKS",
        "request": "23/CV-VKS",
    }
    return _file("prosecution", **(none | body | changed))


async def _taken_in(desk: Desk, people: People, form: dict[str, str]) -> Case:
    answer = await desk.post("/desk/cases/new/file", **form)
    assert answer.status_code == 303, re.findall("role=.alert.*", answer.text)
    case_id = UUID(answer.headers["location"].split("/")[-1].split("?")[0])
    return Case(case_id, people, people.an, people.giang)


async def _refused(desk: Desk, form: dict[str, str]) -> str:
    answer = await desk.post("/desk/cases/new/file", **form)
    assert answer.status_code == 409, answer.status_code
    return answer.text


async def _clock(case: Case, rule: str) -> tuple[str, date]:
    """Length and first day of a clock."""
    [found] = [one for one in await case_clocks.clocks_of(case.id) if one.rule == rule]
    assert found.limit
    return f"{found.limit.count} {found.limit.unit}", day_of(found.trigger_at)


async def test_the_police_send_a_file_and_it_is_sanctioned_on_their_minutes(
    app: Litestar, people: People
) -> None:
    registry.open_all()
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    form = _file("force", explanation_right="yes", explanation_waived="yes", officers=people.an.id)
    case = await _taken_in(giang, people, form)
    facts = await case.facts()
    assert (facts.state, facts.last_sheet) == ("violation_recorded", 12)
    assert facts.recorded
    paper = facts.papers[facts.recorded.document_id]
    assert (paper.number, paper.issued_on, paper.elsewhere) == ("07/BB-VPHC", in_days(-1), True)
    # Their day counts, not the day on which the file came.
    [told] = telling.facts_of(facts.events)
    assert (told.act, told.details["source"]) == ("file.received", "force")
    assert told.details["minutes_on"] == in_days(-1).isoformat()
    assert await _clock(case, "D12") == ("10 wd", in_days(-1))
    assert (await _clock(case, "D09"))[0] == "5 wd"
    shown = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "07/BB-VPHC" in shown
    assert "do nơi khác lập" in shown
    assert (await an.http.get(f"/desk/documents/{paper.id}")).status_code == 200
    # No second minutes of ours on what theirs record (Law Art 58; Decree 118/2021 Art 12.3).
    assert CaseAct.VIOLATION_RECORDED not in facts.state

    waived = {"how": "declared", "at": f"{clock.now():%Y-%m-%dT%H:%M}", "reason": "Theo biên bản"}
    status, said = await act(an, case, "explanation.waived", **waived)
    assert (status, (await case.facts()).state) == (303, "decision_due"), said
    imposed = await cases_made.imposed(case)
    cited = (await case.facts()).papers[imposed.document_id].fields["violation_minutes_number"]
    assert cited == "07/BB-VPHC"
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    assert (await case.facts()).state == "sanctioned"
    assert (await an.http.get(f"/desk/cases/{case.id}")).status_code == 200


async def test_a_file_about_an_act_that_the_catalogue_lacks_is_taken_in_by_its_text_and_article(
    app: Litestar, people: People
) -> None:
    """Practice B8: text and article as their minutes have them; the band is stated here by two people."""
    giang = await Desk.of(app, people.giang, people)
    of_theirs = {
        "explanation_right": "yes",
        "officers": people.an.id,
        "violations.0.code": "",
        "violations.0.outside.decree": "37/2026/NĐ-CP",
        "violations.0.outside.field": "quality",
    }
    answer = await giang.post("/desk/cases/new/file", **_file("force", **of_theirs))
    assert answer.status_code == 422
    assert "Hãy chọn hành vi trong danh mục" in answer.text, "without the act's own words"
    named = {
        "violations.0.name": "Nhãn hàng hóa không ghi ngày sản xuất.",
        "violations.0.legal_basis": "điểm a khoản 1 Điều 31 Nghị định 37/2026/NĐ-CP",
    }
    case = await _taken_in(giang, people, _file("force", **of_theirs, **named))
    facts = await case.facts()
    assert facts.recorded
    [row] = facts.recorded.violations
    assert (row.code, row.name) == ("NGOAI-1", named["violations.0.name"])
    shown = (await giang.http.get(f"/desk/cases/{case.id}")).text
    assert named["violations.0.legal_basis"] in shown
    assert "Chưa biết khung phạt" in shown
    denied = _file(
        "force", **(of_theirs | named | {"explanation_right": "", "minutes_number": "8"})
    )
    assert "quyền" in await _refused(giang, denied), "the right counts as existing until then"


async def test_the_file_that_was_handed_over_is_nobody_s_own_writing(
    app: Litestar, people: People
) -> None:
    """Law Arts 61, 66.1.b: no officer alone waives the right to explain, or takes a month to decide."""
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    ago = longest_ago(7)
    made, sent = in_days(-ago), in_days(1 - ago)
    days = {"minutes_on": made, "detected_on": made, "transfer_on": sent}
    form = _file("force", explanation_right="yes", officers=people.an.id, **days)
    case = await _taken_in(giang, people, form | {"violations.0.ended_on": str(made)})
    then, now = f"{sent}T23:59", f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}"
    asked = {"mode": "written", "requested_at": then}
    status, said = await act(an, case, "explanation.requested", **asked)
    assert (status, (await case.facts()).state) == (409, "violation_recorded")
    assert "chưa ghi nhận yêu cầu giải trình nào" in said
    waived = {"how": "declared", "at": now, "reason": "Theo hồ sơ"}
    told = {"mode": "written", "received_at": then, "content": "abc"}
    for kind, fields in (("explanation.waived", waived), ("explanation.received", told)):
        status, said = await act(an, case, kind, **fields, sheet=1)
        assert (status, (await case.facts()).state) == (409, "violation_recorded"), kind
        assert "là cả hồ sơ do nơi khác chuyển đến" in said, kind
    assert await _clock(case, "D12") == ("10 wd", made)
    # His letter, which lies in it, is filed by itself with its day.
    letter = {"title": "Văn bản yêu cầu giải trình", "sheets": 1, "issued_on": sent}
    assert (await act(giang, case, "sheets.filed", **letter))[0] == 303
    status, said = await act(an, case, "explanation.requested", **asked)
    assert status == 303, said
    assert await _clock(case, "D12") == ("1 m", made)


async def test_minutes_that_deny_a_right_to_explain_go_back_to_their_makers(
    app: Litestar, people: People
) -> None:
    registry.open_all()
    giang = await Desk.of(app, people.giang, people)
    dear = {"violations.0.code": "ND98-15-1-h", "violations.0.goods_value": "80.000.000"}
    denied = _file("force", **dear)
    assert "Pháp luật cho người vi phạm quyền giải trình" in await _refused(giang, denied)
    granted = denied | {"explanation_right": "yes"}
    assert (await _taken_in(giang, people, granted)).id


async def test_a_file_is_taken_in_once_and_only_whole_and_by_who_leads(
    app: Litestar, people: People
) -> None:
    registry.open_all()
    chi, an = await Desk.of(app, people.chi, people), await Desk.of(app, people.an, people)
    assert (await an.http.get("/desk/cases/new/file")).status_code == 403
    page = (await chi.http.get("/desk/cases/new/file")).text
    assert len(page.encode()) <= statements.MOST_BYTES_OF_A_PAGE, "it holds no whole catalogue"
    [source] = re.findall(r'data-combo="(/desk/choose/behaviours[^"]*)"', page)
    assert 'data-value="ND' in (await chi.http.get(source)).text, "behaviours of today"
    bare = _file("force", minutes_number="", minutes_on="", minutes_by="")
    assert "phải có biên bản vi phạm hành chính của họ" in await _refused(chi, bare)
    minuted = _file("prosecution")
    assert "xử phạt không lập biên bản" in await _refused(chi, minuted)
    case = await _taken_in(chi, people, _file("force", explanation_right="yes", alone=_ALONE))
    again = await _refused(chi, _file("force", document_id=uuid4(), alone=_ALONE))
    assert (await case.facts()).opening.number in again


async def test_a_team_head_who_takes_a_file_in_alone_says_why_and_is_listed(
    app: Litestar, people: People
) -> None:
    """The competent officer accepts the file (Circular 27/2020 Art 23): the head of the unit needs no reason."""
    registry.open_all()
    chi, giang = await Desk.of(app, people.chi, people), await Desk.of(app, people.giang, people)
    form = _file("force", explanation_right="yes")
    assert "ghi lý do tự làm" in await _refused(chi, form)
    case = await _taken_in(chi, people, form | {"alone": _ALONE})
    listed = "SELECT kind, reason FROM exceptions"
    assert [tuple(row) for row in await database.fetch(listed)] == [("same_hand", _ALONE)]
    story = (await chi.http.get(f"/desk/cases/{case.id}")).text
    assert f"Một người làm: {_ALONE}" in story
    other = {"document_id": uuid4(), "minutes_number": "08/BB-VPHC", "transfer_number": "16/CV-CA"}
    await _taken_in(giang, people, _file("force", explanation_right="yes", **other))
    assert len(await database.fetch(listed)) == 1


async def test_a_team_head_takes_in_no_file_of_his_own_team_as_another_body_s(
    app: Litestar, people: People
) -> None:
    """Minutes of ours are signed and compared here: nobody else would see these."""
    registry.open_all()
    chi = await Desk.of(app, people.chi, people)
    unit = people.chi.actor("desk").unit
    ids = [one for one in unit.as_tuple() if one is not None]
    for one in (ids[-1], ids[0]):
        name = (await units.name_of(one)).vi
        own = _file("force", explanation_right="yes", body=f" {name.upper()}.", alone=_ALONE)
        assert "không phải nơi khác" in await _refused(chi, own)
    theirs = _file("force", explanation_right="yes", alone=_ALONE)
    assert (await _taken_in(chi, people, theirs)).id


async def test_information_of_the_police_becomes_their_file(app: Litestar, people: People) -> None:
    """Circular 27/2020 Art 23: a file opens its case by itself; the information that announced it follows."""
    registry.open_all()
    order = Order(issued_by="Công an xã", number="15/CV", issued_on=today())
    done = await informations.registered(
        people.chi, source=InformationSource.REQUEST, order=order, informant=Informant()
    )
    chi = await Desk.of(app, people.chi, people)
    own = _file("force", explanation_right="yes", alone=_ALONE, information=str(done.id))
    case = await _taken_in(chi, people, own)
    assert (await case.facts()).state == "violation_recorded"
    view = await informations.seen(people.chi, done.id)
    assert [one.record_id for one in view.links] == [case.id]
    assert view.state == "proposed"


async def test_a_file_of_the_prosecution_is_sanctioned_without_minutes_at_any_amount(
    app: Litestar, people: People
) -> None:
    """Law Arts 56.1.b, 63."""
    registry.open_all()
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    case = await _taken_in(giang, people, _of_prosecution(officers=people.an.id))
    facts = await case.facts()
    assert (facts.state, facts.papers) == ("decision_due", {})
    [told] = telling.facts_of(facts.events)
    assert (told.act, told.details["source"]) == ("file.received", "prosecution")
    assert told.details["received_on"] == today().isoformat()
    assert await _clock(case, "P04") == ("30 d", today())
    page = await an.http.get(f"/desk/cases/{case.id}")
    assert page.status_code == 200
    assert "soạn quyết định xử phạt không lập biên bản (MQĐ01)" in page.text
    reckoned = (await giang.http.get(f"/desk/cases/{case.id}/sanction")).text
    assert "không có biên bản vi phạm (điểm b khoản 1 Điều 56" in reckoned
    assert "Biên bản vi phạm ghi" not in reckoned
    assert facts.recorded
    order = await cases_made.order(of=facts.recorded.violations[0])
    wanted = cases_made.decision(order, "MQĐ01", facts.party)
    case.papers["MQĐ02"] = await case.paper(
        "MQĐ01", **cases_made.signed_by("MQĐ01", wanted, case.head)
    )
    imposed = await cases_made.imposed(case, order=order)
    assert imposed.total > 1_000_000, "far above what is sanctioned without minutes otherwise"
    await case.take(CaseAct.SANCTION_IMPOSED_ON_SPOT, imposed)
    assert (await case.facts()).state == "onspot_sanctioned"
    # It was made in the office: it has to be sent, and binds from its receipt (Law Arts 70.1, 73.1).
    running = {one.rule for one in await case_clocks.clocks_of(case.id)}
    assert ("D14" in running, running & {"D15", "P20"}) == (True, set())
    handed = delivery(case.papers["MQĐ02"])
    status, said = await act(giang, case, "decision.delivered", **handed)
    assert status == 303, said
    assert await _clock(case, "D15") == ("10 d", today())
    assert (await _clock(case, "P20"))[1] == today()


async def test_a_file_of_the_prosecution_that_is_verified_has_forty_five_days(
    app: Litestar, people: People
) -> None:
    """Law Arts 59, 63.3."""
    registry.open_all()
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    case = await _taken_in(giang, people, _of_prosecution(officers=people.an.id))
    letter = {"title": "Văn bản giao xác minh", "sheets": 1, "issued_on": today()}
    assert (await act(an, case, "sheets.filed", **letter))[0] == 303
    order = {"officers": people.an.id, "due_on": in_days(5), "reason": "Xác minh trị giá"}
    sheet = (await case.facts()).last_sheet
    status, said = await act(giang, case, "verification.ordered", **order, sheet=sheet)
    assert (status, (await case.facts()).state) == (303, "decision_due"), said
    assert await _clock(case, "P04") == ("45 d", today())
    assert "Xác minh đang mở" in (await an.http.get(f"/desk/cases/{case.id}")).text
    await case.paper("MBB05", people.an, violation_minutes_number="")
    assert "Xác minh đang mở" not in (await an.http.get(f"/desk/cases/{case.id}")).text


async def test_one_file_is_taken_in_once_however_its_number_is_typed(
    app: Litestar, people: People
) -> None:
    giang, chi = await Desk.of(app, people.giang, people), await Desk.of(app, people.chi, people)
    first, second = (
        _file("force", explanation_right="yes", document_id=uuid4(), alone=why)
        for why in ("", _ALONE)
    )
    answers = await asyncio.gather(
        giang.post("/desk/cases/new/file", **first), chi.post("/desk/cases/new/file", **second)
    )
    assert sorted(one.status_code for one in answers) == [303, 409]
    again = _file("force", explanation_right="yes", minutes_number="07/bb - VPHC")
    assert "đã được tiếp nhận" in await _refused(giang, again)
