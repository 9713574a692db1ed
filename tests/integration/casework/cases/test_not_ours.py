"""A matter that is not ours goes on by working minutes, and an unknown violator's goods are confiscated; over HTTP."""

import re
from datetime import timedelta
from typing import Any

import pytest
from litestar import Litestar

from backend.core import clock
from backend.core.local_time import VIETNAM
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made, referrals
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.later import longest_ago
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")

NOBODY = {"kind": "unknown", "name": "Chưa xác định"}


def _on(paper: Any) -> dict[str, Any]:
    return {
        "to": "Chi cục Thuế khu vực",
        "why": "other_field",
        "reason": "Vi phạm về hóa đơn, không thuộc thẩm quyền lập biên bản",
        "document_id": paper,
    }


@pytest.mark.parametrize("verifying", [False, True])
async def test_a_matter_of_another_body_is_handed_on_by_working_minutes(
    app: Litestar, people: People, *, verifying: bool
) -> None:
    """Decree 118/2021 Art 12.1: no violation minutes of ours."""
    case = await cases_made.inspected(people)
    giang = await Desk.of(app, people.giang, people)
    if verifying:
        order = {"officers": people.an.id, "due_on": today(), "reason": "Xác minh hóa đơn"}
        assert (await act(giang, case, "verification.ordered", **order))[0] == 303
    report = await case.paper("BC", people.an)
    status, said = await act(giang, case, "case.transferred", **_on(report))
    assert status == 409
    assert "MBB02" in said
    minutes = await case.paper("MBB02", people.an)
    status, said = await act(giang, case, "case.transferred", **_on(minutes))
    assert (status, (await case.facts()).state) == (303, "transferred"), said


async def test_violation_minutes_that_exist_are_not_passed_over(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    await cases_made.minuted(case)
    minutes = await case.paper("MBB02", people.an)
    giang = await Desk.of(app, people.giang, people)
    status, said = await act(giang, case, "case.transferred", **_on(minutes))
    assert (status, (await case.facts()).state) == (409, "inspected"), said


async def test_signs_of_a_crime_are_referred_and_not_handed_on_for_good(
    app: Litestar, people: People
) -> None:
    """Law Arts 62.1, 63: a referral needs its handover minutes, and its file may come back to be sanctioned."""
    case = await cases_made.due(people)
    giang = await Desk.of(app, people.giang, people)
    referral = await case.paper("MQĐ33")
    crime = _on(referral) | {"to": "Cơ quan Cảnh sát điều tra", "reason": "Có dấu hiệu tội phạm"}
    status, said = await act(giang, case, "case.transferred", **crime)
    assert (status, (await case.facts()).state) == (422, "decision_due"), said
    await case.take(CaseAct.CRIME_REFERRED, await referrals.referred(case, referral))
    assert (await case.facts()).state == "criminal_transfer"


async def _against_nobody(people: People) -> Case:
    """A violation of so long ago that the time to explain is over, with one thing in custody."""
    case = await cases_made.inspected(people)
    nobody = cases_made.party(name="Chưa xác định", identity_number=None, birth_date=None)
    at = clock.now() - timedelta(days=longest_ago(5) + 1)
    fields = {"violator": NOBODY, "explanation_waived": False}
    content = await cases_made.minuted(case, party=nobody, recorded_at=at, minutes=fields)
    await case.take(CaseAct.VIOLATION_RECORDED, content, people.an)
    thing = cases_made.exhibit()
    goods = await cases_made.seized(case, thing)
    await case.take(CaseAct.EXHIBITS_SEIZED, goods, people.an)
    return case


async def test_an_unknown_violator_is_not_fined_but_what_he_left_is_dealt_with(
    app: Litestar, people: People
) -> None:
    """Law Art 65.1.d, 65.2."""
    case = await _against_nobody(people)
    await cases_made.approve(case)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    now = f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}"
    over = {"how": "time_over", "at": now, "reason": "Không có ai đến giải trình"}
    status, said = await act(an, case, "explanation.waived", **over)
    assert (status, (await case.facts()).state) == (303, "decision_due"), said
    shown = (await giang.http.get(f"/desk/cases/{case.id}/documents/new?form=MQĐ14")).text
    assert "Chưa xác định được" in shown
    facts = await case.facts()
    things = [one.content.exhibit_id for one in facts.held]
    named = {
        "violator": NOBODY,
        "ground": "unknown",
        "reason": "Không xác định được người vi phạm",
        "exhibits": cases_made.rows(facts, things),
    }
    fields = cases_made.example("MQĐ14") | cases_made.known_to("MQĐ14", named)
    paper = await case.paper("MQĐ14", **cases_made.signed_by("MQĐ14", fields, case.head))
    entering = f"/desk/cases/{case.id}/sanction/enter"
    answer = await giang.post(entering, document_id=str(paper))
    assert answer.status_code == 409
    assert "Chưa đủ hai lần thông báo" in answer.text
    banned = {"exhibits": things[0], "why": "banned", "reason": "Hàng cấm"}
    status, said = await act(giang, case, "owner.not_awaited", **banned)
    assert status == 303, said
    answer = await giang.post(entering, document_id=str(paper))
    said = re.findall("role=.alert.*", answer.text)
    assert (answer.status_code, (await case.facts()).state) == (303, "remedy_only"), said
    facts = await case.facts()
    assert facts.remedy
    assert (facts.remedy.why, facts.remedy.confiscated) == ("violator_unknown", things)
