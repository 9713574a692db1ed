"""What is done after a decision is what its signed paper says, about this decision and this party."""

from datetime import date, timedelta
from typing import Any

import pytest
from litestar import Litestar

from backend.law.rules.spans import months_after
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery
from tests.support import case_lives, cases_made
from tests.support.cases_made import in_days, today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People
from tests.support.played import Played

pytestmark = pytest.mark.usefixtures("pool")


async def test_a_fine_is_reduced_by_what_the_paper_about_this_decision_says(played: Played) -> None:
    case, decision, giang, _ = played
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303

    async def reduced(paper: Any, by: str) -> tuple[int, str]:
        wanted = {"document_id": paper, "by": by, "reason": "Giảm"}
        return await act(giang, case, "fine.reduced", **wanted)

    # Another party, another decision, another amount: each alone is enough to refuse it.
    status, said = await reduced(await case.paper("MQĐ04"), "4.000.000")
    assert status == 409
    assert "văn bản ghi «Hộ kinh doanh»" in said
    status, said = await reduced(await case.following("MQĐ04"), "4.000.000")
    assert status == 409
    assert "48010005/QĐ-XPHC" in said
    less = {"amount": 2_000_000, "remaining": 3_000_000}
    with pytest.raises(AssertionError, match="tiền phạt chưa được hoãn"):
        await case.following("MQĐ04", decision, **less, despite=None)
    own = await case.following("MQĐ04", decision, **less)
    status, said = await reduced(own, "4.999.999")
    assert status == 409
    assert "2.000.000" in said
    assert "4.999.999" in said
    assert (await reduced(own, "2.000.000"))[0] == 303
    assert (await case.facts()).fine == 3_000_000


async def test_a_fine_is_postponed_and_paid_in_parts_as_the_papers_say(played: Played) -> None:
    case, decision, giang, _ = played
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303

    async def postponed(paper: Any, days: int) -> tuple[int, str]:
        wanted = {"document_id": paper, "until": in_days(days), "reason": "Hoãn"}
        return await act(giang, case, "execution.postponed", **wanted)

    assert (await postponed(await case.paper("MQĐ03"), 360))[0] == 409
    months = await case.following("MQĐ03", decision, until_on=in_days(60).isoformat())
    assert (await postponed(months, 360))[0] == 409
    assert (await postponed(months, 50))[0] == 409
    foreign = await case.following("MQĐ03", until_on=in_days(60).isoformat())
    assert (await postponed(foreign, 60))[0] == 409
    until = in_days(120).isoformat()
    with pytest.raises(AssertionError, match="quá 3 tháng"):
        await case.following("MQĐ03", decision, until_on=until, despite=None)
    assert (await postponed(months, 60))[0] == 303
    assert str((await case.facts()).state) == "postponed"


async def test_postponed_again_a_fine_waits_three_months_in_all(
    played: Played, app: Litestar, people: People
) -> None:
    case, decision, giang, _ = played
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303

    async def postponed(until: date, why: str | None) -> tuple[int, str]:
        said = {"until_on": until.isoformat(), "despite": why}
        paper = await case.following("MQĐ03", decision, **said)
        wanted = {"document_id": paper, "until": until, "reason": "Hoãn"}
        return await act(giang, case, "execution.postponed", **wanted)

    certified = "Đơn có xác nhận nộp trên giấy"
    assert (await postponed(in_days(60), certified))[0] == 303
    last = months_after(today(), 3)
    with later(days=50):
        giang = await Desk.of(app, people.giang, people)
        early, said = await act(giang, case, "execution.resumed", reason="Hết khó khăn")
        assert (early, "quyết định hoãn còn đến hết" in said) == (409, True)
        despite = "Người vi phạm đề nghị nộp ngay (Điều 76)"
        given = {"reason": "Hết khó khăn", "despite": despite}
        assert (await act(giang, case, "execution.resumed", **given))[0] == 303
        with pytest.raises(AssertionError, match="quá 3 tháng"):
            await postponed(last + timedelta(days=1), None)
        assert (await postponed(last, certified))[0] == 303


async def test_goods_are_held_as_long_as_the_decision_says_and_no_others(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    exhibits = [cases_made.exhibit(name=name) for name in ("Mỹ phẩm", "Nước hoa")]
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, *exhibits), people.an)
    ids = [one.exhibit_id for one in exhibits]
    giang = await Desk.of(app, people.giang, people)
    rows = cases_made.rows(await case.facts(), ids[:1])

    async def held(paper: Any, exhibit: Any, days: int, kind: str = "seizure.decided") -> int:
        wanted = {"document_id": paper, "exhibits": exhibit, "until": in_days(days)}
        dated = {"decided_on": today(), "purpose": "prevent"} if kind == "seizure.decided" else {}
        return (await act(giang, case, kind, **wanted, **dated, reason="Xác minh"))[0]

    assert await held(await case.paper("MQĐ20"), ids[0], 300) == 409
    week = {"exhibits": rows, "until_on": in_days(7).isoformat()}
    order = await case.following("MQĐ20", **week)
    assert await held(order, ids[0], 300) == 409
    assert await held(order, ids[1], 7) == 409
    year = await case.following("MQĐ20", exhibits=rows, until_on=in_days(300).isoformat())
    assert await held(year, ids[0], 300) == 409
    assert await held(order, ids[0], 7) == 303
    await case_lives.asked_to_explain(case)  # a month is for such a case alone
    more = {"exhibits": rows, "until_on": in_days(20).isoformat()}
    other = await case.following("MQĐ21", **more)
    assert await held(other, ids[0], 20, "seizure.extended") == 409
    right = await case.following("MQĐ21", order, **more)
    assert await held(right, ids[0], 20, "seizure.extended") == 303
    assert (await case.facts()).exhibits[ids[0]].until == today() + timedelta(days=20)
    # It goes back by a decision on the decision that held it.
    back = {"exhibits": ids[0], "disposition": "returned", "on": today(), "reason": "Trả"}
    foreign = await case.following("MQĐ24", exhibits=rows)
    assert (await act(giang, case, "exhibits.disposed", document_id=foreign, **back))[0] == 409
    own = await case.following("MQĐ24", order, exhibits=rows)
    assert (await act(giang, case, "exhibits.disposed", document_id=own, **back))[0] == 303
