"""What the desk refuses in a case, the law book answers without one: the same reason, from the same rule."""

from typing import Any

import pytest
from litestar import Litestar

from backend.casework.reckoner import service as law
from schemas.law.reckoning import Asked
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.support.cases_made import today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People
from tests.support.played import Played

pytestmark = pytest.mark.usefixtures("pool", "newest_edition")


def answered(what: str, **facts: Any) -> dict[str, str]:
    """The law book's answer to a question about a decision."""
    found = law.answer(Asked.EXECUTION, {"what": what} | {key: str(facts[key]) for key in facts})
    assert found.refused is None
    assert found.applied
    return found.result


async def test_a_case_is_refused_for_the_reasons_that_are_answered(
    played: Played, app: Litestar, people: People
) -> None:
    case, decision, giang, an = played
    decided_on = today()
    shown = {"where": "Cổng thông tin", "published_on": decided_on, "document_id": decision}
    status, said = await act(giang, case, "sanction.published", **shown, why="Dư luận bức xúc")
    assert (status, answered("publication", field="trade", damage="great")["why"]) == (
        409,
        "field_not_listed",
    )
    assert "không thuộc lĩnh vực" in said

    returned = {"mode": "post", "deemed": "on", "attempts": 2, "since": decided_on}
    status, said = await act(an, case, "decision.delivered", **delivery(decision) | returned)
    twice = f"{decided_on}+{decided_on}"
    assert (status, answered("delivery", way="post", returned=twice)["deemed"]) == (409, "no")
    assert "chưa đủ ba lần" in said

    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    taken = payment(taken="on_the_spot")
    status, said = await act(an, case, "payment.received", **taken)
    assert (status, answered("pay_officer", form="MQĐ02", place="town")["why"]) == (
        409,
        "pay_treasury",
    )
    assert "nộp Kho bạc" in said

    early = answered("lapse", decided_on=decided_on, on=today())
    lapsed = {"lapsed_on": today(), "reason": "Quá một năm"}
    status, said = await act(giang, case, "execution.lapsed", **lapsed)
    assert (status, early["fine"]) == (409, "due")
    assert "Chưa hết thời hiệu" in said
    with later(days=400):
        giang = await Desk.of(app, people.giang, people)
        by = await case.change("MQĐ38", decision, total_fine=4_000_000, despite="Theo kết quả")
        wanted = {"document_id": decision, "by": by, "reason": "Sửa mức phạt"}
        status, said = await act(giang, case, "document.amended", **wanted)
        found = answered("correction", fault="other", decided_on=decided_on, on=today())
        assert (status, found["why"]) == (409, "too_late")
        assert "trong 01 năm" in said


async def test_a_fine_that_an_officer_took_far_away_is_told_so(played: Played) -> None:
    case, decision, _, an = played
    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    status, said = await act(an, case, "payment.received", **payment(taken="at_sea"))
    assert status == 303, said
    page = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "người có thẩm quyền thu (trên biển)" in page
