"""What becomes of exhibits: confiscated as the decision's rows say, destroyed by order and minutes of two hands."""

from typing import Any
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.core import formats
from deploy.demo.pages import Page
from schemas.casework.words import CaseAct, ExhibitState
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made, exhibits_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")


async def seized(people: People, case: Case) -> UUID:
    """Goods, seized by an as his minutes say."""
    exhibit = cases_made.exhibit()
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, exhibit), people.an)
    return exhibit.exhibit_id


async def state_of(case: Case, exhibit: UUID) -> ExhibitState:
    return (await case.facts()).exhibits[exhibit].state


def going(exhibit: UUID, how: str, **changed: Any) -> dict[str, Any]:
    given = {"exhibits": exhibit, "disposition": how, "on": today(), "reason": "Theo quyết định"}
    return given | changed


async def test_what_the_decision_does_not_list_is_not_confiscated_whatever_is_ticked(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    exhibit = await seized(people, case)
    decision = (await cases_made.imposed(case)).document_id
    giang = await Desk.of(app, people.giang, people)
    answer = await giang.post(
        f"/desk/cases/{case.id}/sanction/enter", document_id=str(decision), confiscated=str(exhibit)
    )
    assert answer.status_code == 303
    facts = await case.facts()
    assert facts.sanction
    assert facts.sanction.confiscated == []
    an = await Desk.of(app, people.an, people)
    for how in ("confiscated", "destroyed"):
        status, said = await act(an, case, "exhibits.disposed", **going(exhibit, how))
        assert (status, await state_of(case, exhibit)) == (409, "seized"), said


async def test_an_act_that_confiscates_other_things_than_its_paper_is_refused_with_both(
    people: People,
) -> None:
    case = await cases_made.due(people)
    exhibit = await seized(people, case)
    content = await cases_made.imposed(case, confiscated=[exhibit])
    outcome = await case.act(
        CaseAct.SANCTION_IMPOSED, msgspec.structs.replace(content, confiscated=[])
    )
    assert outcome.code == "case_confiscated_differs"  # type: ignore[union-attr]
    assert cases_made.exhibit().name in outcome.text.vi  # type: ignore[union-attr]
    await case.take(CaseAct.SANCTION_IMPOSED, content)


async def test_an_inspector_destroys_nothing_alone_and_the_head_only_by_order_and_minutes(
    app: Litestar, people: People, readers: Readers
) -> None:
    case = await cases_made.due(people)
    exhibit = await seized(people, case)
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, confiscated=[exhibit]))
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    status, said = await act(an, case, "exhibits.disposed", **going(exhibit, "confiscated"))
    assert (status, await state_of(case, exhibit)) == (409, "seized")
    by_decision = going(exhibit, "confiscated", document_id=case.papers["MQĐ02"])
    status, said = await act(an, case, "exhibits.disposed", **by_decision)
    assert (status, "MBB20" in said) == (409, True)
    minutes = await exhibits_made.taken(case, [exhibit], case.papers["MQĐ02"])
    by_minutes = by_decision | {"minutes_id": minutes}
    assert (await act(an, case, "exhibits.disposed", **by_minutes))[0] == 303
    for desk in (an, giang):
        status, said = await act(desk, case, "exhibits.disposed", **going(exhibit, "destroyed"))
        assert (status, await state_of(case, exhibit)) == (409, "confiscated")
        assert "Tiêu hủy phải có MQĐ16 và MBB21" in said
    for how in ("sold", "transferred"):
        assert (await act(an, case, "exhibits.disposed", **going(exhibit, how)))[0] == 409
        assert (await act(giang, case, "exhibits.disposed", **going(exhibit, how)))[0] == 409

    page: Page = await (await readers.of(people.giang)).open(f"/desk/cases/{case.id}")
    assert page.link("/acts/exhibits.destroyed")
    content = await exhibits_made.destroyed(case, [exhibit])
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/cases/{case.id}/acts/exhibits.destroyed")
    filled = desk.form("/acts/exhibits.destroyed")
    assert filled.find("minutes_id").value == str(content.minutes_id)
    assert filled.find("destroyed_on").value == formats.day(today())
    told = {
        "exhibits": exhibit,
        "decision_id": content.decision_id,
        "minutes_id": content.minutes_id,
        "destroyed_on": today(),
    }
    # The signature of the minutes enters it. Afterwards, for papers from before that, only the head may.
    assert (await act(giang, case, "note.added", text="Đã xem biên bản tiêu hủy"))[0] == 303
    assert (await act(an, case, "exhibits.destroyed", **told))[0] == 409
    assert (await act(giang, case, "exhibits.destroyed", **told))[0] == 303
    assert await state_of(case, exhibit) == "destroyed"
    page = await desk.open(f"/desk/cases/{case.id}")
    assert "Tiêu hủy" in page.text


async def test_who_ordered_the_destruction_does_not_write_its_minutes_and_others_must_be_there(
    people: People,
) -> None:
    case = await cases_made.due(people)
    exhibit = await seized(people, case)
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, confiscated=[exhibit]))
    good = await exhibits_made.destroyed(case, [exhibit])
    facts = await case.facts()
    fields = dict(facts.papers[good.minutes_id].fields)
    fields.pop("maker")

    async def told(by: Any = None, **changed: Any) -> str:
        minutes = await case.paper("MBB21", by or people.an, **(fields | changed))
        content = msgspec.structs.replace(good, minutes_id=minutes)
        return await case.refused(CaseAct.EXHIBITS_DESTROYED, content)

    assert await told(people.giang) == "case_destruction_alone"
    assert await told(companions=[], authority=[]) == "case_destruction_people"
    assert await told(decision_number="9/QĐ-BTH") == "case_paper_not_named"
    row = {"name": "Thứ khác", "unit": "hộp", "quantity": "40"}
    assert await told(exhibits=[row]) == "case_destruction_rows"
    assert (
        await told(started_at="2026-01-01T07:00:00+07:00", ended_at="2026-01-01T08:00:00+07:00")
        == "case_dates"
    )
    await case.take(CaseAct.EXHIBITS_DESTROYED, good)
    assert await case.refused(CaseAct.EXHIBITS_DESTROYED, good) == "case_exhibit"


async def test_what_a_cancelled_decision_confiscated_is_given_back_and_not_destroyed(
    people: People,
) -> None:
    case = await cases_made.due(people)
    exhibit = await seized(people, case)
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, confiscated=[exhibit]))
    good = await exhibits_made.destroyed(case, [exhibit])
    await case.cancelled(case.papers["MQĐ02"])
    assert await case.refused(CaseAct.EXHIBITS_DESTROYED, good) == "case_decision_gone"
