"""A confiscation ends the time limit of a seizure only while its decision is in force, played at the desk.

The decision to confiscate ends the seizure (Law Art 125.8). A decision that is annulled whole, or amended, has that
effect no more (Decree 118/2021 Arts 13, 16): the goods are held as before, until the day that was counted from their
actual seizure. The law gives no more time for it.
"""

import pytest
from litestar import Litestar

from backend.casework.clocks import service as case_clocks
from schemas.casework.words import CaseAct
from schemas.law.deadlines import Clock
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.integration.admin_ui.casework.test_goods_go_by_papers import holding
from tests.integration.casework.cases.test_the_right_violator import again
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool", "newest_edition")


async def seizure(case: Case) -> Clock:
    """The clock of the case's only seizure."""
    (found,) = [one for one in await case_clocks.clocks_of(case.id) if one.rule == "D21"]
    return found


async def test_goods_of_an_annulled_confiscation_are_held_until_their_first_day_again(
    app: Litestar, people: People
) -> None:
    case, ids = await holding(people, "Mỹ phẩm")
    before = await seizure(case)
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, confiscated=ids))
    assert (await seizure(case)).met_at is not None
    giang = await Desk.of(app, people.giang, people)
    by = await case.cancelled(case.papers["MQĐ02"], ground="procedure")
    gone = {"document_id": case.papers["MQĐ02"], "by": by, "ground": "procedure"}
    status, said = await act(giang, case, "decision.annulled", **gone, reason="Theo MQĐ40")
    assert status == 303, said
    held = await seizure(case)
    assert (held.met_at, held.moot_at) == (None, None)
    assert (held.trigger_at, held.due_at) == (before.trigger_at, before.due_at)
    page = (await giang.http.get(f"/desk/cases/{case.id}")).text
    assert "rule=D21" in page
    # The decision that is made anew (Art 15.3) ends it again.
    minutes = await case.paper("MBB05", people.an)
    assert (await act(giang, case, "decision.due_again", **again(minutes)))[0] == 303
    case.papers.pop("MQĐ02")
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, confiscated=ids))
    assert (await seizure(case)).met_at is not None


async def test_goods_that_an_amendment_lets_go_are_held_until_they_are_back(
    app: Litestar, people: People
) -> None:
    case, ids = await holding(people, "Mỹ phẩm", "Nước hoa")
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, confiscated=ids))
    decision = case.papers["MQĐ02"]
    giang = await Desk.of(app, people.giang, people)
    rows = cases_made.rows(await case.facts(), ids[:1])
    less = {"confiscation_changed": True, "exhibits": rows}
    by = await case.change("MQĐ38", decision, **less)
    wanted = {"document_id": decision, "by": by, "reason": "Bỏ tịch thu Nước hoa"}
    assert (await act(giang, case, "document.amended", **wanted))[0] == 303
    assert (await seizure(case)).met_at is None
    back = {"exhibits": ids[1], "disposition": "returned", "on": today(), "reason": "Trả"}
    assert (await act(giang, case, "exhibits.disposed", **back, document_id=decision))[0] == 303
    # What is left is confiscated, every one of it.
    assert (await seizure(case)).met_at is not None


async def test_goods_that_a_second_amendment_confiscates_again_are_held_by_it(
    app: Litestar, people: People
) -> None:
    """Decree 118/2021 Arts 13.4, 16: the decision is read with its last amendment."""
    case, ids = await holding(people, "Mỹ phẩm", "Nước hoa")
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, confiscated=ids))
    decision = case.papers["MQĐ02"]
    giang = await Desk.of(app, people.giang, people)
    for left in (ids[:1], ids):
        rows = cases_made.rows(await case.facts(), left)
        by = await case.change("MQĐ38", decision, confiscation_changed=True, exhibits=rows)
        wanted = {"document_id": decision, "by": by, "reason": "Sửa phần tịch thu"}
        assert (await act(giang, case, "document.amended", **wanted))[0] == 303
        assert ((await seizure(case)).met_at is None) == (left != ids)


async def test_a_cancelled_amendment_leaves_the_goods_confiscated(
    app: Litestar, people: People
) -> None:
    case, ids = await holding(people, "Mỹ phẩm", "Nước hoa")
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, confiscated=ids))
    decision = case.papers["MQĐ02"]
    ended = (await seizure(case)).met_at
    giang = await Desk.of(app, people.giang, people)
    rows = cases_made.rows(await case.facts(), ids[:1])
    by = await case.change("MQĐ38", decision, confiscation_changed=True, exhibits=rows)
    wanted = {"document_id": decision, "by": by, "reason": "Bỏ tịch thu Nước hoa"}
    assert (await act(giang, case, "document.amended", **wanted))[0] == 303
    await case.cancelled(by)
    assert ended is not None
    assert (await seizure(case)).met_at == ended
