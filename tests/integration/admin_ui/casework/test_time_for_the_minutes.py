"""A case opened from an inspection that ended has the time for its violation minutes (Decree 118/2021 Art 12.2)."""

from datetime import timedelta

import pytest
from litestar import Litestar

from backend import registry
from backend.casework.cases import service as cases
from backend.casework.cases.following import inspection_end
from backend.core import clock, database
from backend.core.database import transaction
from backend.ledger.service import Refused
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.words import CaseAct, CaseOfficerRole
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made, factories
from tests.support.cases_made import Case
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def opened(desk: Desk, work: factories.Work) -> str:
    """The case that the form opens from the inspection: its page."""
    form = {
        "party.kind": "individual",
        "party.name": cases_made.party().name,
        "party.address": "Số 9 phố Mẫu",
    }
    answer = await desk.post("/desk/cases/new/inspection", inspection_id=str(work.id), **form)
    assert answer.status_code == 303, answer.text[-1500:]
    return (await desk.http.get(answer.headers["location"])).text


async def proposed(people: People, *, planned: bool) -> Case:
    """A case of a planned inspection, or one that is proposed at once, without its decision yet."""
    actor = people.giang.actor("desk")
    async with transaction():
        member = await cases.as_officer(people.an.id, CaseOfficerRole.MEMBER)
        opening = await cases.opening(actor, member)
        wanted = (
            case_intake_acts.PlanItemEntered(
                opening=opening,
                plan_number="12/KH-QLTT",
                plan_kind="periodic",
                plan_approved_on=cases_made.today(),
                year=cases_made.today().year,
                contents=["Nguồn gốc hàng hóa"],
                expected_from=cases_made.today().replace(month=1, day=1),
                expected_to=cases_made.today().replace(month=12, day=31),
                party=cases_made.party(),
            )
            if planned
            else case_intake_acts.InspectionProposed(
                opening=opening,
                document_id=None,
                basis="Tin đã xác minh",
                contents=["Nguồn gốc hàng hóa"],
                expected_violation="Hàng nhập lậu",
                expected_law="Điều 15 NĐ 98/2020",
                proposed_start=cases_made.today(),
                duration_days=2,
                party=cases_made.party(),
            )
        )
        kind = CaseAct.PLAN_ITEM_ENTERED if planned else CaseAct.INSPECTION_PROPOSED
        case_id, _ = await cases.start(actor, kind, wanted)
    return Case(case_id, people, people.an, people.giang)


async def due() -> dict[str, tuple[bool, bool]]:
    """Of each clock whether it is open, and whether it runs from when the server received the inspection's minutes."""
    began = await database.fetchval(
        "SELECT received_at FROM ledger_entries WHERE act_type = 'inspection.submitted'"
    )
    rows = await database.fetch("SELECT rule, met_at, trigger_at FROM case_clocks")
    return {row["rule"]: (row["met_at"] is None, row["trigger_at"] == began) for row in rows}


async def test_minutes_that_name_violations_start_it_at_their_end_whenever_the_case_is_opened(
    app: Litestar, people: People
) -> None:
    registry.open_all()
    work = await factories.submitted(people, subject=cases_made.inspected_party())
    an = await Desk.of(app, people.an, people)
    assert "Lập biên bản vi phạm hành chính, nếu có vi phạm" in await opened(an, work)
    assert (await due())["D06"] == (True, True)


async def test_minutes_without_violations_start_none(app: Litestar, people: People) -> None:
    registry.open_all()
    work = await factories.announced(people, subject=cases_made.inspected_party())
    await factories.write_minutes(work, violations=[])
    await factories.submit(work)
    an = await Desk.of(app, people.an, people)
    await opened(an, work)
    assert "D06" not in await due()


async def test_nobody_says_another_end_than_the_inspection_has(people: People) -> None:
    registry.open_all()
    work = await factories.submitted(people, subject=cases_made.inspected_party())
    end = await inspection_end(work.id)
    assert end
    assert end.violation
    others = ["001099900025", "001099900033", "001099900041"]
    later = case_intake_acts.InspectionEnd(at=clock.now() + timedelta(days=9), violation=False)
    for said, taken in ((later, False), (end, True), (None, True)):
        async with transaction():
            content = case_intake_acts.CaseOpened(
                opening=await cases.opening(people.an.actor("desk")),
                inspection_id=work.id,
                decision_number=work.number,
                party=cases_made.party(name=f"Người {len(others)}", identity_number=others.pop()),
                another_party="Người khác bán hàng tại quầy",
                ended=said,
            )
            _, outcome = await cases.start(people.an.actor("desk"), CaseAct.CASE_OPENED, content)
        assert isinstance(outcome, Refused) is not taken
        if isinstance(outcome, Refused):
            assert outcome.code == "case_system_only"


@pytest.mark.parametrize("planned", [True, False])
async def test_a_case_linked_to_an_inspection_that_ended_goes_on_where_it_left_off(
    app: Litestar, people: People, *, planned: bool
) -> None:
    """Its minutes wait for violation minutes: their time runs from the end of the inspection (Art 12.2.a)."""
    registry.open_all()
    work = await factories.submitted(people, subject=cases_made.inspected_party())
    case = await proposed(people, planned=planned)
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    unended = case_intake_acts.DecisionLinked(
        inspection_id=work.id,
        decision_number=work.number,
        planned=planned,
        emergency="Hàng sắp được tẩu tán",
    )
    assert await case.refused(CaseAct.DECISION_LINKED, unended) == "case_system_only"
    linked = {"inspection_id": work.id, "emergency": unended.emergency}
    if planned:
        linked["planned"] = "yes"
    status, said = await act(giang, case, "decision.linked", **linked)
    assert (status, str((await case.facts()).state)) == (303, "inspected"), said
    found = await due()
    assert found["D06"] == (True, True)
    assert found["D03"][0] is False, "its file came with its minutes"
    assert "D01" not in found, "nothing is left to begin"
    page = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "Lập biên bản vi phạm hành chính, nếu có vi phạm" in page
    content = await cases_made.minuted(case)
    await case.take(CaseAct.VIOLATION_RECORDED, content, people.an)
    assert (await due())["D06"][0] is False
