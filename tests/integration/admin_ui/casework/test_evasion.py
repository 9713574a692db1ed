"""A violator who evades: the statutes run anew from the end of it, and nothing lapses meanwhile.

Played at the desk (Law Arts 6, 74; Decree 118/2021 Art 16.3.d; Decree 296/2025 Art 5).
"""

from datetime import date, timedelta

import pytest
from litestar import Litestar

from backend.casework.clocks import service as case_clocks
from backend.casework.rules import evading
from backend.core import clock
from backend.core.local_time import day_of
from backend.law.rules.clocks import last_day_of
from backend.law.rules.spans import months_after
from schemas.casework.acts import execution as acts
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_by_papers_not_by_word import sheet
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool", "newest_edition")


async def last_day(case: Case, rule: str) -> date:
    """The last day of the case's only clock of this rule."""
    (found,) = [one for one in await case_clocks.clocks_of(case.id) if one.rule == rule]
    return last_day_of(found.due_at)


async def test_the_time_to_execute_runs_anew_from_the_end_of_the_evasion(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    decision = case.papers["MQĐ02"]
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303
    ended = {"evaded_until": today(), "reason": "Đã đến làm việc"}
    status, said = await act(giang, case, "evasion.ended", **ended)
    assert status == 409
    assert "không có trốn tránh" in said
    since = today()
    found = {"evading": "evades", "evaded_since": since, "what": "Rời khỏi nơi cư trú"}
    found["sheet"] = await sheet(giang, case, "Biên bản về việc không chấp hành quyết định")
    status, said = await act(an, case, "evasion.found", **found)
    assert status == 303, said
    assert (await act(an, case, "evasion.found", **found))[0] == 409, "it goes on"
    with later(days=500):
        giang = await Desk.of(app, people.giang, people)
        lapsed = {"lapsed_on": clock.today(), "reason": "Hết thời hiệu"}
        status, said = await act(giang, case, "execution.lapsed", **lapsed)
        assert status == 409
        assert "đang trốn tránh" in said
        before = {"evaded_until": since - timedelta(days=1), "reason": "Đã đến làm việc"}
        assert (await act(giang, case, "evasion.ended", **before))[0] in (409, 422)
        came = clock.today() - timedelta(days=3)
        status, said = await act(giang, case, "evasion.ended", evaded_until=came, reason="Đã về")
        assert status == 303, said
        assert await last_day(case, "D18") >= months_after(came, 12)
        assert await last_day(case, "D18") < months_after(came, 12) + timedelta(days=12)
        page = (await giang.http.get(f"/desk/cases/{case.id}")).text
        assert "Trốn tránh, cản trở chấm dứt ngày" in page
        assert f"evasion_ended={came.isoformat()}" in page


async def test_a_sanction_is_in_time_by_the_end_of_the_evasion(people: People) -> None:
    case = await cases_made.recorded(people)
    facts = await case.facts()
    assert facts.recorded is not None
    first = facts.recorded.violations[0].ended_on
    minutes = await cases_made.written_by_party(case, people.giang)
    found = acts.EvasionFound(
        evading="obstructs", evaded_since=today(), what="Không cho vào kho", sheet=minutes
    )
    await case.take(CaseAct.EVASION_FOUND, found, people.an)
    with later(days=30):
        ended = acts.EvasionEnded(evaded_until=clock.today(), reason="Đã hợp tác")
        await case.take(CaseAct.EVASION_ENDED, ended)
        (statute,) = [one for one in await case_clocks.clocks_of(case.id) if one.rule == "D19"]
        assert day_of(statute.trigger_at) == clock.today() > first


async def test_clock_and_guard_count_from_an_evasion_that_ended_before_the_minutes(
    people: People,
) -> None:
    """Evaded from the visit on: the statute runs from the end of it for both (Law Art 6)."""
    case = await cases_made.inspected(people)
    minutes = await cases_made.written_by_party(case, people.giang)
    found = acts.EvasionFound(
        evading="evades", evaded_since=today(), what="Rời khỏi cửa hàng", sheet=minutes
    )
    first = today()
    await case.take(CaseAct.EVASION_FOUND, found, people.an)
    with later(days=9):
        ended = acts.EvasionEnded(evaded_until=clock.today(), reason="Đã đến làm việc")
        await case.take(CaseAct.EVASION_ENDED, ended)
        behaviour = cases_made.violation(ended_on=first)
        content = await cases_made.minuted(case, behaviour)
        await case.take(CaseAct.VIOLATION_RECORDED, content, people.an)
        (statute,) = [one for one in await case_clocks.clocks_of(case.id) if one.rule == "D19"]
        facts = await case.facts()
        assert day_of(statute.trigger_at) == clock.today() > first
        assert evading.runs_from(facts, first) == clock.today()
        assert evading.counted_from(first, None) == first
