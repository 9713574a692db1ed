"""How long goods are held depends on what for: the decision says it, and time follows (Law Arts 60, 125)."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend.casework.clocks import telling
from backend.law.deadlines import service as deadlines
from backend.law.rules import counting as rules
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import CaseAct, SeizurePurpose
from schemas.law.deadlines import ClockState
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.integration.casework.cases import test_verified_after_minutes as verified
from tests.support import case_lives, cases_made
from tests.support.cases_made import Case, in_days, today
from tests.support.doors import Desk
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")


def working(days: int) -> date:
    """The last of so many working days from today."""
    return rules.add_working_days(today(), days, deadlines.calendar())


async def seized(people: People, by: Person | None = None) -> tuple[Case, UUID]:
    """A case in whose minutes an, or somebody else, seized goods today."""
    case = await cases_made.due(people)
    exhibit = cases_made.exhibit(name="Mỹ phẩm")
    content = await cases_made.seized(case, exhibit, by=by)
    await case.take(CaseAct.EXHIBITS_SEIZED, content, people.an)
    return case, exhibit.exhibit_id


async def order(case: Case, exhibit: UUID, until: date, purpose: str = "verify") -> UUID:
    """A signed seizure decision that holds the goods so long, for this."""
    rows = cases_made.rows(await case.facts(), [exhibit])
    return await case.following("MQĐ20", exhibits=rows, until_on=until.isoformat(), purpose=purpose)


async def hold(
    desk: Desk, case: Case, exhibit: UUID, paper: UUID, until: date, purpose: str = "verify"
) -> tuple[int, str]:
    """Enter it at the desk."""
    wanted: dict[str, Any] = {"document_id": paper, "exhibits": exhibit, "until": until}
    named = {"purpose": purpose, "decided_on": today(), "reason": "Xác minh nguồn gốc"}
    return await act(desk, case, "seizure.decided", **wanted, **named)


async def longer(
    desk: Desk, case: Case, exhibit: UUID, about: UUID, until: date
) -> tuple[int, str]:
    """Extend it at the desk by a signed decision that says so."""
    rows = cases_made.rows(await case.facts(), [exhibit])
    paper = await case.following("MQĐ21", about, exhibits=rows, until_on=until.isoformat())
    wanted: dict[str, Any] = {"document_id": paper, "exhibits": exhibit, "until": until}
    return await act(desk, case, "seizure.extended", **wanted, reason="Cần thêm thời gian")


async def clock_of(case: Case, rule: str) -> Any:
    """The newest clock of a rule; None where there is none."""
    facts = await case.facts()
    found = [
        one for one in telling.clocks_of(facts, facts.events[-1].received_at) if one.rule == rule
    ]
    return found[-1] if found else None


async def test_a_plain_case_holds_goods_for_ten_working_days_and_not_for_a_month(
    app: Litestar, people: People
) -> None:
    case, exhibit = await seized(people)
    giang = await Desk.of(app, people.giang, people)
    for until in (in_days(29), working(11)):
        status, said = await hold(giang, case, exhibit, await order(case, exhibit, until), until)
        assert status == 409
        assert "quá 10 ngày làm việc" in said
    last = working(10)
    assert (await hold(giang, case, exhibit, await order(case, exhibit, last), last))[0] == 303
    assert (await case.facts()).exhibits[exhibit].until == last
    clock = await clock_of(case, "D21")
    assert clock.due_at == rules.end_of(last)


async def test_the_head_of_a_team_enters_the_decision_that_holds_goods_and_an_inspector_does_not(
    app: Litestar, people: People
) -> None:
    """The head of a market surveillance team may hold goods himself (Law Art 125.3)."""
    case, exhibit = await seized(people)
    last = working(7)
    own = await order(case, exhibit, last)
    an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)
    status, said = await hold(an, case, exhibit, own, last)
    assert (status, "thẩm quyền" in said) == (409, True)
    assert (await hold(chi, case, exhibit, own, last))[0] == 303
    assert (await longer(chi, case, exhibit, own, working(9)))[0] == 303


async def test_who_seized_and_decides_himself_has_seven_working_days(
    app: Litestar, people: People
) -> None:
    case, exhibit = await seized(people, people.giang)
    giang = await Desk.of(app, people.giang, people)
    status, said = await hold(
        giang, case, exhibit, await order(case, exhibit, working(8)), working(8)
    )
    assert status == 409
    assert "quá 07 ngày làm việc" in said
    own = await order(case, exhibit, working(7))
    assert (await hold(giang, case, exhibit, own, working(7)))[0] == 303
    # The maker of the violation minutes heads no unit: the file goes to an officer who may decide.
    assert (await longer(giang, case, exhibit, own, working(10)))[0] == 303


async def test_goods_that_another_officer_seized_are_held_for_ten_working_days_at_most(
    app: Litestar, people: People
) -> None:
    """The file goes to the officer who decides: ten working days in all (Art 125.8)."""
    case, exhibit = await seized(people)
    giang = await Desk.of(app, people.giang, people)
    own = await order(case, exhibit, working(7))
    assert (await hold(giang, case, exhibit, own, working(7)))[0] == 303
    assert (await clock_of(case, "D21")).due_at == rules.end_of(working(7))
    assert (await longer(giang, case, exhibit, own, working(11)))[0] == 409
    assert (await longer(giang, case, exhibit, own, working(10)))[0] == 303


async def test_a_month_needs_a_case_in_which_somebody_explains_or_verifies(
    app: Litestar, people: People
) -> None:
    case, exhibit = await seized(people)
    giang = await Desk.of(app, people.giang, people)
    own = await order(case, exhibit, working(10))
    assert (await hold(giang, case, exhibit, own, working(10)))[0] == 303
    assert (await longer(giang, case, exhibit, own, in_days(28)))[0] == 409
    await case_lives.asked_to_explain(case)
    assert (await longer(giang, case, exhibit, own, in_days(40)))[0] == 409
    assert (await longer(giang, case, exhibit, own, in_days(28)))[0] == 303


async def test_verification_ordered_after_the_minutes_is_verification_as_well(
    app: Litestar, people: People
) -> None:
    """The goods may be held as long as the decision may wait for it (Law Arts 59, 66.1.b, 125.8)."""
    case, exhibit = await seized(people)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    own = await order(case, exhibit, working(10))
    assert (await hold(giang, case, exhibit, own, working(10)))[0] == 303
    sheet = await verified.filed(an, case)
    assert (await verified.order(giang, case, people, sheet=sheet))[0] == 303
    assert (await longer(giang, case, exhibit, own, in_days(40)))[0] == 409
    assert (await longer(giang, case, exhibit, own, in_days(28)))[0] == 303


async def test_nobody_holds_goods_longer_without_a_decision(app: Litestar, people: People) -> None:
    case, _ = await seized(people)
    giang = await Desk.of(app, people.giang, people)
    wanted = {"rule": "D21", "until": in_days(20), "reason": "Chưa xong"}
    status, said = await act(giang, case, "deadline.extended", **wanted)
    assert status == 409
    assert "MQĐ21" in said


async def test_goods_that_secure_the_execution_are_held_until_it_is_done(
    app: Litestar, people: People
) -> None:
    case, exhibit = await seized(people)
    giang = await Desk.of(app, people.giang, people)
    paper = await order(case, exhibit, in_days(120), "secure")
    assert (await hold(giang, case, exhibit, paper, in_days(120), "secure"))[0] == 303
    assert (await clock_of(case, "D21")).state == ClockState.NOT_APPLICABLE
    assert (await longer(giang, case, exhibit, paper, in_days(300)))[0] == 303
    assert (await case.facts()).exhibits[exhibit].purpose is SeizurePurpose.SECURE
    await case.cancelled(paper)
    assert (await case.facts()).exhibits[exhibit].purpose is None


async def test_goods_are_valued_within_five_working_days_of_the_decision(
    app: Litestar, people: People
) -> None:
    case, exhibit = await seized(people)
    giang = await Desk.of(app, people.giang, people)
    late = await order(case, exhibit, working(6), "valuation")
    status, said = await hold(giang, case, exhibit, late, working(6), "valuation")
    assert status == 409
    assert "quá 05 ngày làm việc" in said
    paper = await order(case, exhibit, working(5), "valuation")
    assert (await hold(giang, case, exhibit, paper, working(5), "valuation"))[0] == 303
    clock = await clock_of(case, "D22")
    assert clock.due_at == rules.end_of(working(5))
    # Not extended: held on for another purpose, the goods are held by another decision.
    status, said = await longer(giang, case, exhibit, paper, working(9))
    assert status == 409
    assert "MQĐ20" in said
    other = await order(case, exhibit, working(10))
    assert (await hold(giang, case, exhibit, other, working(10)))[0] == 303
    assert (await clock_of(case, "D22")).state == ClockState.NOT_APPLICABLE


async def test_the_purpose_is_the_one_that_the_decision_says(app: Litestar, people: People) -> None:
    case, exhibit = await seized(people)
    giang = await Desk.of(app, people.giang, people)
    paper = await order(case, exhibit, working(5))
    status, said = await hold(giang, case, exhibit, paper, working(5), "secure")
    assert status == 409
    assert "bảo đảm thi hành" in said
    bare = case_exhibit_acts.SeizureDecided(
        document_id=paper,
        exhibits=[exhibit],
        decided_on=today(),
        until=working(5),
        reason="Xác minh",
    )
    assert await case.refused(CaseAct.SEIZURE_DECIDED, bare) == "case_differs_from_paper"
