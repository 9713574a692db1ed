"""Signs of a crime found after the decision: suspended, referred, and both ends; and only some violations that go.

Played at the desk, by forms as a browser sends them (Law on Handling Administrative Violations Art 62).
"""

from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend.casework.clocks import service as case_clocks
from backend.casework.issued_documents import service as issued_documents
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.support import cases_made, referrals
from tests.support.by_hand import code_of
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool", "newest_edition")


async def state(case: Case) -> str:
    return str((await case.facts()).state)


async def suspending(case: Case, form: str = "MQĐ31", **fields: Any) -> UUID:
    """A signed decision of today that stops the execution of the case's decision, or ends that."""
    return await case.following(form, about=case.papers["MQĐ02"], **fields)


async def referring(case: Case) -> dict[str, Any]:
    referral = await case.paper("MQĐ33")
    return {
        "to": "Cơ quan Cảnh sát điều tra",
        "document_id": referral,
        "reason": "Có dấu hiệu tội phạm",
        "handover_id": await referrals.handed_over(case, referral),
        "handed_on": today(),
    }


async def delivered(app: Litestar, people: People) -> tuple[Case, Desk, Desk]:
    case = await cases_made.sanctioned(people)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    assert (await act(an, case, "decision.delivered", **delivery(case.papers["MQĐ02"])))[0] == 303
    return case, an, giang


async def suspended(app: Litestar, people: People) -> tuple[Case, Desk, Desk]:
    case, an, giang = await delivered(app, people)
    wanted = {"suspended_on": today(), "reason": "Số lượng hàng giả lớn"}
    status, said = await act(giang, case, "crime.suspected", **wanted)
    assert status in (409, 422), "without MQĐ31"
    wanted |= {"document_id": await suspending(case)}
    status, said = await act(giang, case, "crime.suspected", **wanted)
    assert (status, await state(case)) == (303, "suspended"), said
    return case, an, giang


async def due(case: Case, rule: str) -> list[str]:
    found = await case_clocks.clocks_of(case.id)
    return [str(one.state) for one in found if one.rule == rule]


async def test_not_prosecuted_the_execution_goes_on_from_where_it_stood(
    app: Litestar, people: People
) -> None:
    case, an, giang = await suspended(app, people)
    code = await code_of(case.papers["MQĐ02"])
    told = await issued_documents.find_public(code, "192.0.2.1")
    facts = await case.facts()
    assert facts.suspension is not None
    by = facts.papers[facts.suspension.document_id].number  # type: ignore[index] # one of ours
    assert (told.state, told.suspended_by) == ("suspended", by)
    assert "tạm đình chỉ thi hành" in told.state_text.vi
    assert await due(case, "P14") == ["running"]
    assert await due(case, "D15") == ["not_applicable"]
    # Nothing but the referral, or the end by MQĐ32.
    status, said = await act(giang, case, "execution.resumed", reason="Không phải tội phạm")
    assert (status, await state(case)) == (409, "suspended")
    assert "Chấm dứt tạm đình chỉ" in said
    wanted = await referring(case)
    without = {key: value for key, value in wanted.items() if key != "handover_id"}
    assert (await act(giang, case, "crime.referred", **without))[0] in (409, 422)
    status, said = await act(giang, case, "crime.referred", **wanted)
    assert (status, await state(case)) == (303, "criminal_transfer"), said
    assert await due(case, "P14") == ["met"]

    letter = {"title": "Quyết định không khởi tố", "sheets": 1}
    assert (await act(an, case, "sheets.filed", **letter))[0] == 303
    back = {"returned_on": today(), "number": "12/QĐ", "reason": "Không khởi tố"}
    status, said = await act(giang, case, "crime.declined", **back)
    assert (status, await state(case)) == (303, "suspended"), said
    assert await due(case, "P04") == [], "nothing is left to decide"
    ended = {"why": "not_prosecuted", "ended_on": today(), "reason": "Không khởi tố"}
    assert (await act(giang, case, "suspension.ended", **ended))[0] == 409, "without MQĐ32"
    ended["document_id"] = await suspending(case, "MQĐ32")
    status, said = await act(giang, case, "suspension.ended", **ended)
    assert (status, await state(case)) == (303, "delivered"), said
    assert sorted(await due(case, "D15")) == ["not_applicable", "running"]
    assert (await act(an, case, "payment.received", **payment()))[0] == 303


async def test_prosecuted_the_decision_is_annulled_whole_and_no_other_follows(
    app: Litestar, people: People
) -> None:
    case, _an, giang = await suspended(app, people)
    assert (await act(giang, case, "crime.referred", **await referring(case)))[0] == 303
    decision = case.papers["MQĐ02"]
    by = await case.cancelled(decision, ground="law_62_3")
    annulled = {"document_id": decision, "by": by, "ground": "law_62_3", "reason": "Đã khởi tố"}
    status, said = await act(giang, case, "decision.annulled", **annulled)
    assert (status, await state(case)) == (303, "annulled"), said
    facts = await case.facts()
    assert (facts.sanction, facts.suspension) == (None, None)
    again = {"document_id": await case.paper("MBB05", people.an), "recorded_at": f"{today()}T08:00"}
    status, said = await act(giang, case, "decision.due_again", **again)
    assert (status, await state(case)) == (409, "annulled")
    status, said = await act(giang, case, "case.archived", archived_on=today())
    assert (status, await state(case)) == (303, "archived"), said


async def test_an_executed_decision_is_suspended_too_and_comes_back(
    app: Litestar, people: People
) -> None:
    case, an, giang = await delivered(app, people)
    assert (await act(an, case, "payment.received", **payment()))[0] == 303
    chi = await Desk.of(app, people.chi, people)
    assert (await act(chi, case, "execution.completed", completed_on=today()))[0] == 303
    wanted = {"suspended_on": today(), "reason": "Nghi tội phạm"}
    wanted |= {"document_id": await suspending(case)}
    status, said = await act(giang, case, "crime.suspected", **wanted)
    assert (status, await state(case)) == (303, "suspended"), said
    ended = {"why": "other", "ended_on": today(), "reason": "Không phải tội phạm"}
    ended["document_id"] = await suspending(case, "MQĐ32")
    assert (await act(giang, case, "suspension.ended", **ended))[0] == 303
    assert await state(case) == "executed"
    assert "running" not in await due(case, "D15"), "it was paid"


async def test_some_violations_go_and_the_others_are_decided_here(
    app: Litestar, people: People
) -> None:
    first, second = (
        cases_made.violation(),
        cases_made.violation("ND98-15-1-h", goods_value=80_000_000),
    )
    case = await cases_made.recorded(people, first, second)
    await cases_made.approve(case)
    await cases_made.waive(case)
    giang = await Desk.of(app, people.giang, people)
    wanted = await referring(case)
    page = await giang.http.get(f"/desk/cases/{case.id}/acts/crime.referred")
    assert second.name[:40] in page.text
    answer = await giang.post(
        f"/desk/cases/{case.id}/acts/crime.referred",
        step="sure",
        **{key: str(value) for key, value in wanted.items()},
        part="1",
    )
    assert (answer.status_code, await state(case)) == (303, "decision_due"), answer.text
    assert await due(case, "D12") != ["not_applicable"]
    recorded = (await case.facts()).recorded
    assert recorded is not None
    assert [one.code for one in recorded.violations] == [first.code]
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    assert await state(case) == "sanctioned"
