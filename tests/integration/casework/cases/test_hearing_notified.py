"""A hearing is notified to who asked for one, in writing and before the time to decide is over; at the desk."""

from datetime import timedelta
from typing import Any

import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.core.local_time import VIETNAM
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made
from tests.support.cases_made import Case, today, written_by_party
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool", "newest_edition")


def notice(**more: Any) -> dict[str, Any]:
    """The notice of a hearing on the day after tomorrow."""
    at = clock.now().astimezone(VIETNAM) + timedelta(days=2)
    said = {"notified_on": today(), "hearing_at": f"{at:%Y-%m-%dT%H:%M}", "place": "Trụ sở Đội"}
    return said | more


async def asked(desk: Desk, case: Case, mode: str) -> None:
    wanted = {"mode": mode, "requested_at": f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}"}
    wanted["alone"] = "Đến trụ sở yêu cầu, đơn gửi sau"
    status, said = await act(desk, case, "explanation.requested", **wanted)
    assert status == 303, said


async def test_a_hearing_is_notified_to_who_asked_for_it(app: Litestar, people: People) -> None:
    case = await cases_made.recorded(people)
    an = await Desk.of(app, people.an, people)
    assert (await act(an, case, "hearing.notified", **notice()))[0] == 409
    await asked(an, case, "direct")
    sheet = await written_by_party(case)
    assert (await act(an, case, "hearing.notified", **notice(sheet=sheet + 50)))[0] in (409, 422)
    status, said = await act(an, case, "hearing.notified", **notice(sheet=sheet))
    assert status == 303, said
    facts = await case.facts()
    assert (str(facts.state), facts.events[-1].type) == (
        "await_explanation",
        CaseAct.HEARING_NOTIFIED,
    )
    page = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "phiên giải trình lúc" in page


async def test_who_explains_in_writing_gets_no_hearing(app: Litestar, people: People) -> None:
    case = await cases_made.recorded(people)
    an = await Desk.of(app, people.an, people)
    await asked(an, case, "written")
    status, said = await act(an, case, "hearing.notified", **notice())
    assert status == 409
    assert "chưa yêu cầu giải trình trực tiếp" in said


async def test_a_hearing_after_the_time_to_decide_needs_a_reason_that_is_listed(
    app: Litestar, people: People
) -> None:
    case = await cases_made.recorded(people)
    an = await Desk.of(app, people.an, people)
    await asked(an, case, "direct")
    at = clock.now().astimezone(VIETNAM) + timedelta(days=70)
    late = notice(hearing_at=f"{at:%Y-%m-%dT%H:%M}")
    status, said = await act(an, case, "hearing.notified", **late)
    assert status == 409
    assert "Cảnh báo pháp lý" in said
    why = "Người vi phạm đang điều trị"
    assert (await act(an, case, "hearing.notified", **late, despite=why))[0] == 303
    listed = await database.fetchval("SELECT reason FROM exceptions WHERE kind = 'legal_warning'")
    assert listed == why


async def test_the_time_to_explain_is_extended_at_the_party_s_written_request(
    app: Litestar, people: People
) -> None:
    case = await cases_made.recorded(people)
    giang = await Desk.of(app, people.giang, people)
    longer = {"rule": "D09", "until": today() + timedelta(days=10), "reason": "Vụ việc phức tạp"}
    status, said = await act(giang, case, "deadline.extended", **longer)
    assert status == 409
    assert "đề nghị bằng văn bản" in said
    sheet = await written_by_party(case)
    status, said = await act(giang, case, "deadline.extended", **longer, sheet=sheet)
    assert status == 303, said
