"""What ends or holds up a case is decided by who holds the power on that day, not by who holds a role.

A deputy has his head's powers under a recorded delegation alone (Law on Handling Administrative Violations Art 54);
what his head signed already he may enter.
"""

from typing import Any

import pytest
from litestar import Litestar

from backend.core import database
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery
from tests.integration.casework.issued_documents.test_delegations import given
from tests.support import cases_made
from tests.support.cases_made import Case, in_days, today
from tests.support.doors import Desk
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")


async def may_end(app: Litestar, people: People, case: Case, who: Person) -> tuple[int, str]:
    """Send "no sanction" with a report that an inspector signed."""
    desk = await Desk.of(app, who, people)
    report = await case.paper("BC", people.an)
    wanted = {"why": "other", "reason": "Không đủ căn cứ", "document_id": report}
    return await act(desk, case, "sanction.declined", **wanted)


async def test_a_deputy_without_delegation_does_not_decline_a_sanction(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    status, said = await may_end(app, people, case, people.hai)
    assert (status, str((await case.facts()).state)) == (409, "decision_due")
    assert "quyết định giao quyền còn hiệu lực" in said
    assert "Có thẩm quyền: Đội trưởng; Chi cục trưởng" in said
    assert "ghi văn bản mà người đó đã ký" in said


async def test_under_a_delegation_in_force_he_does_and_after_its_end_no_more(
    app: Litestar, people: People
) -> None:
    case, other = await cases_made.due(people), await cases_made.due(people)
    place = await given(app, people)
    assert (await may_end(app, people, case, people.hai))[0] == 303
    giang = await Desk.of(app, people.giang, people)
    ended = await giang.post(
        f"{place}/end", ground="moved", on=today().isoformat(), reason="Thu hồi"
    )
    assert ended.status_code == 303
    assert (await may_end(app, people, other, people.hai))[0] == 409
    assert (await may_end(app, people, other, people.giang))[0] == 303


async def test_a_delegation_of_another_kind_or_another_case_ends_nothing(
    app: Litestar, people: People
) -> None:
    case, other = await cases_made.due(people), await cases_made.due(people)
    await given(app, people, kinds=["inspection"], number="01/QĐ-GQ")
    await given(app, people, case_number=(await other.facts()).opening.number, number="02/QĐ-GQ")
    assert (await may_end(app, people, case, people.hai))[0] == 409
    assert (await may_end(app, people, other, people.hai))[0] == 303


async def test_a_supervisor_whose_title_is_nobody_s_office_decides_nothing(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    await database.execute(
        "UPDATE officer_positions SET title_vi = 'Kiểm soát viên thị trường' WHERE officer_id = $1",
        people.hai.id,
    )
    status, said = await may_end(app, people, case, people.hai)
    assert status == 409
    assert "không có thẩm quyền" in said


async def test_he_enters_what_his_head_signed(app: Litestar, people: People) -> None:
    case = await cases_made.due(people)
    hai = await Desk.of(app, people.hai, people)
    signed = await case.paper("BC", people.giang)
    ended = {"why": "other", "reason": "Không đủ căn cứ", "document_id": signed}
    assert (await act(hai, case, "sanction.declined", **ended))[0] == 303


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("case.transferred", {"to": "Công an", "why": "other", "reason": "Chuyển hồ sơ"}),
        ("deadline.extended", {"rule": "D12", "until": in_days(20), "reason": "Vụ phức tạp"}),
        ("case.closed", {"outcome": "compliant", "reason": "Không có vi phạm"}),
    ],
)
async def test_nor_does_he_hand_on_extend_or_close(
    app: Litestar, people: People, kind: str, wanted: dict[str, Any]
) -> None:
    if kind == "case.closed":
        case = await cases_made.inspected(people)
        await cases_made.approve(case)
    else:
        case = await cases_made.due(people)
        wanted = wanted | {"document_id": await case.paper("BC", people.an)}
    hai = await Desk.of(app, people.hai, people)
    before = (await case.facts()).state
    status, said = await act(hai, case, kind, **wanted)
    assert (status, (await case.facts()).state) == (409, before)
    assert "quyết định giao quyền còn hiệu lực" in said


async def test_nor_does_he_stop_or_resume_an_execution(app: Litestar, people: People) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    an, hai = await Desk.of(app, people.an, people), await Desk.of(app, people.hai, people)
    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    foreign = {"reason": "Chờ khiếu nại", "document_id": decision}
    for fields in ({"reason": "Chờ khiếu nại"}, foreign):
        assert (await act(hai, case, "execution.suspended", **fields))[0] in (409, 422)
        assert str((await case.facts()).state) == "delivered"
    postponed = await case.following(
        "MQĐ03", about=decision, until_on=in_days(30).isoformat(), amount=5_000_000
    )
    entered = {"document_id": postponed, "until": in_days(30), "reason": "Thiên tai"}
    entered |= {"despite": "Đơn có xác nhận nộp trên giấy"}
    assert (await act(hai, case, CaseAct.EXECUTION_POSTPONED, **entered))[0] == 303, "giang signed"
    status, said = await act(hai, case, CaseAct.EXECUTION_RESUMED, reason="Hết thiên tai")
    assert (status, str((await case.facts()).state)) == (409, "postponed")
    assert "quyết định giao quyền còn hiệu lực" in said


@pytest.mark.usefixtures("first_edition")
@pytest.mark.parametrize("named", [False, True])
async def test_nobody_is_named_in_public_whom_the_head_did_not_name(
    app: Litestar, people: People, named: bool
) -> None:
    case = await cases_made.sanctioned(people, publish=named)
    published = {
        "where": "Cổng thông tin điện tử",
        "published_on": today(),
        "document_id": case.papers["MQĐ02"],
    }
    hai, giang = await Desk.of(app, people.hai, people), await Desk.of(app, people.giang, people)
    status, said = await act(hai, case, "sanction.published", **published)
    if named:
        assert status == 303
        return
    assert status == 409
    assert "quyết định giao quyền còn hiệu lực" in said
    assert (await act(giang, case, "sanction.published", **published))[0] == 303
