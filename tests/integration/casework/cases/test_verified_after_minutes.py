"""Verification that is ordered after the violation minutes (Law Arts 59, 66.1.b): the case stays where it stands, its
month to decide is proved by papers, and nobody gives himself new time by a word.
"""

from datetime import date, timedelta

import pytest
from litestar import Litestar

from backend.casework.clocks import service as case_clocks
from backend.core import clock
from backend.core.database import transaction
from backend.fieldwork.diary import service as diary
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.acts import parts as case_parts
from schemas.casework.words import CaseAct, CaseOfficerRole
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.integration.casework.cases.test_time_to_decide import longest_ago, minuted_ago
from tests.support import cases_made
from tests.support.cases_made import Case, in_days, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def filed(desk: Desk, case: Case, on: date | None = None) -> int:
    """The written order to verify is filed; returns its sheet."""
    letter = {"title": "Văn bản giao xác minh", "sheets": 1, "issued_on": on or today()}
    status, said = await act(desk, case, "sheets.filed", **letter)
    assert status == 303, said
    return (await case.facts()).last_sheet


async def order(desk: Desk, case: Case, people: People, **more: object) -> tuple[int, str]:
    wanted = {"officers": people.an.id, "due_on": in_days(5), "reason": "Xác minh nguồn gốc hàng"}
    return await act(desk, case, "verification.ordered", **(wanted | more))


async def time_to_decide(case: Case) -> str:
    found = next(one for one in await case_clocks.clocks_of(case.id) if one.rule == "D12")
    return f"{found.limit.count} {found.limit.unit}" if found.limit else ""


@pytest.mark.parametrize("waived", [False, True])
async def test_the_head_orders_verification_on_paper_and_the_case_stays_where_it_is(
    app: Litestar, people: People, *, waived: bool
) -> None:
    case = await minuted_ago(people, 1)
    if waived:
        await cases_made.waive(case)
    before = (await case.facts()).state
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    sheet = await filed(an, case)
    status, said = await order(giang, case, people, sheet=sheet)
    assert status == 303, said
    assert ((await case.facts()).state, await time_to_decide(case)) == (before, "1 m")
    shown = (await giang.http.get(f"/desk/cases/{case.id}")).text
    assert "Xác minh đang mở" in shown
    # One at a time: it ends with its minutes.
    status, said = await order(giang, case, people, sheet=sheet)
    assert status == 409
    assert "chưa có biên bản xác minh" in said
    number = (await case.facts()).papers[case.papers["MBB01"]].number
    await case.paper("MBB05", people.an, violation_minutes_number=number)
    assert "Xác minh đang mở" not in (await giang.http.get(f"/desk/cases/{case.id}")).text


async def test_an_order_to_verify_stands_in_the_work_diary_of_the_unit(
    app: Litestar, people: People
) -> None:
    """Circular 27/2020 Arts 35.1.c, 35.7: work outside the office is entered."""
    case = await minuted_ago(people, 1)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    status, said = await order(giang, case, people, sheet=await filed(an, case))
    assert status == 303, said
    reader = people.an.actor("desk")
    async with transaction():
        rows = (await diary.page(reader, diary.Filters(), None)).rows
    (row,) = [one for one in rows if one.record_id == case.id]
    assert "Xác minh nguồn gốc hàng" in row.line.content
    assert row.line.members == [people.an.full_name]
    assert row.line.signer == people.giang.full_name


async def test_who_made_the_minutes_orders_it_as_well_but_nobody_by_a_word_or_by_his_own_sheet(
    app: Litestar, people: People
) -> None:
    """Since 1 July 2025 he verifies too (Law Art 59.1)."""
    case = await minuted_ago(people, 1)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    status, said = await order(giang, case, people)
    assert (status, await time_to_decide(case)) == (409, "10 wd")
    assert "văn bản giao xác minh" in said
    own = await filed(an, case)
    status, said = await order(an, case, people, sheet=own)
    assert status == 409
    assert "do chính bạn đưa vào hồ sơ" in said
    early = await filed(giang, case, today() - timedelta(days=3))
    status, said = await order(an, case, people, sheet=early)
    assert status == 409, "an order of before the minutes"
    sheet = await filed(giang, case)
    status, said = await order(an, case, people, sheet=sheet)
    assert status == 303, said
    assert await time_to_decide(case) == "1 m"


async def test_no_order_to_verify_brings_a_lapsed_time_back(app: Litestar, people: People) -> None:
    case = await minuted_ago(people, longest_ago(10) + 1)
    await cases_made.waive(case)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    then = today() - timedelta(days=longest_ago(10))
    for day in (today(), then):
        status, said = await order(giang, case, people, sheet=await filed(an, case, day))
        assert status == 409
        assert "Đã hết thời hạn ra quyết định" in said
    imposed = await cases_made.imposed(case)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_decision_late"


async def test_an_order_that_lay_in_the_file_in_time_is_entered_later_as_well(
    app: Litestar, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await minuted_ago(people, 1)
    an = await Desk.of(app, people.an, people)
    sheet = await filed(an, case)
    real = clock.now
    monkeypatch.setattr(clock, "now", lambda: real() + timedelta(days=20))
    verifier = case_parts.CaseOfficer(
        officer_id=people.an.id,
        full_name=people.an.full_name,
        title=people.an.title,
        role=CaseOfficerRole.VERIFIER,
    )
    ordered = case_intake_acts.VerificationOrdered(
        officers=[verifier],
        due_on=in_days(1),
        testing=False,
        document_id=None,
        reason="Xác minh nguồn gốc hàng",
        sheet=sheet,
    )
    await case.take(CaseAct.VERIFICATION_ORDERED, ordered)
    assert await time_to_decide(case) == "1 m"


async def test_the_month_is_reached_with_minutes_of_verification_and_not_without(
    app: Litestar, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await minuted_ago(people, 1)
    await cases_made.waive(case)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    status, said = await order(giang, case, people, sheet=await filed(an, case))
    assert status == 303, said
    real = clock.now
    monkeypatch.setattr(clock, "now", lambda: real() + timedelta(days=25))
    imposed = await cases_made.imposed(case)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_verification_open"
    other = await case.paper("MBB05", people.an)
    assert (await case.facts()).papers[other].stands
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_verification_open"
    number = (await case.facts()).papers[case.papers["MBB01"]].number
    await case.paper("MBB05", people.an, violation_minutes_number=number)
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)
