"""A year on, the fine lapses; confiscation, remedies and the gain to be paid back stay open (Law Art 74); over HTTP."""

from datetime import date

import pytest
from litestar import Litestar

from backend.casework.clocks import service as case_clocks
from backend.core.local_time import day_of
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.integration.casework.cases.test_owed import (
    GAIN,
    PAID_BACK,
    due,
    listed,
    verified,
    with_remedies,
)
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")
WHY = "Doanh nghiệp đã giải thể, không còn tài sản; có xác nhận của Phòng Đăng ký kinh doanh"


async def lapse_day(case: Case) -> date:
    """The first day after the limitation period of execution."""
    clocks = await case_clocks.clocks_of(case.id)
    return next(day_of(one.due_at) for one in clocks if one.rule == "D18")


async def test_remedies_stay_open_after_the_fine_has_lapsed_and_the_archive_asks_for_them(
    app: Litestar, people: People
) -> None:
    case = await due(people)
    imposed = await cases_made.imposed(case, order=await with_remedies(case, PAID_BACK))
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    an = await Desk.of(app, people.an, people)
    assert (await act(an, case, "decision.delivered", **delivery(case.papers["MQĐ02"])))[0] == 303
    with later(days=400):
        giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
        lapsed = {"lapsed_on": await lapse_day(case), "reason": "Quá một năm"}
        assert (await act(giang, case, "execution.lapsed", **lapsed))[0] == 303
        archived = {"archived_on": today()}
        status, said = await act(giang, case, "case.archived", **archived)
        assert (status, str((await case.facts()).state)) == (409, "lapsed")
        assert "còn 1 biện pháp chưa thực hiện" in said
        assert "3.000.000 đồng số lợi bất hợp pháp" in said
        fine = payment(paid_on=str(today()))
        assert (await act(an, case, "payment.received", **fine))[0] == 409
        back = payment(kind="illicit_gain", amount=str(GAIN), paid_on=str(today()))
        assert (await act(an, case, "payment.received", **back))[0] == 303
        done = {"remedy": 0, "done_on": today(), "note": "xong"}
        status, said = await act(an, case, "remedy.carried_out", **done)
        assert status == 303, said
        assert (await act(giang, case, "case.archived", **archived))[0] == 303
    assert await listed(case, "undone") == []


async def test_what_can_never_be_carried_out_is_archived_with_its_reason(
    app: Litestar, people: People
) -> None:
    case = await due(people)
    imposed = await cases_made.imposed(case, order=await with_remedies(case, PAID_BACK))
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    an = await Desk.of(app, people.an, people)
    assert (await act(an, case, "decision.delivered", **delivery(case.papers["MQĐ02"])))[0] == 303
    with later(days=400):
        giang = await Desk.of(app, people.giang, people)
        lapsed = {"lapsed_on": await lapse_day(case), "reason": "Quá một năm"}
        assert (await act(giang, case, "execution.lapsed", **lapsed))[0] == 303
        archived = {"archived_on": today(), "undone": WHY}
        assert (await act(giang, case, "case.archived", **archived))[0] == 303
        assert await listed(case, "undone") == [WHY]
        assert await verified() == []
