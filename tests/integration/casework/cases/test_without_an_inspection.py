"""A violation found without an inspection: information, minutes, seizure, sanction (Law Arts 56, 58, 125)."""

from datetime import timedelta
from typing import Any

import pytest
from litestar import Litestar

from backend import registry
from backend.casework.cases import service
from backend.casework.clocks import service as clocks
from backend.casework.derived import states
from backend.casework.rules.states import BEFORE_INSPECTION, Effect
from backend.core import clock, database, local_time
from backend.ledger.service import Accepted
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.words import CaseAct, CaseOfficerRole, CaseState, InformationSource
from tests.integration.casework.cases.test_on_spot import on_spot
from tests.support import cases_made, old_information
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def informed(people: People, **changed: Any) -> Case:
    """A case that begins with information about a shop; an works on it, giang heads the department."""
    registry.open_all()
    actor = people.an.actor("desk")
    async with database.transaction():
        member = await service.as_officer(people.chi.id, CaseOfficerRole.MEMBER)
        given: dict[str, Any] = {
            "opening": await service.opening(actor, member),
            "source": InformationSource.OFFICER,
            "channel": "Báo cáo",
            "received_at": clock.now(),
            "content": "Xe tải chở hàng không rõ nguồn gốc dừng tại bến",
            "informant_secret": False,
            "wants_answer": False,
            "party": None,
            "place": None,
        } | changed
        content = case_intake_acts.InformationReceived(**given)
        with old_information.as_before():
            case_id, outcome = await service.start(actor, CaseAct.INFORMATION_RECEIVED, content)
    assert isinstance(outcome, Accepted), outcome
    return Case(case_id, people, people.an, people.giang)


async def verifying(people: People) -> Case:
    case = await informed(people)
    officer = await service.as_officer(people.an.id, CaseOfficerRole.LEAD)
    assigned = case_intake_acts.VerificationAssigned(
        officers=[officer],
        due_on=today() + timedelta(days=10),
        document_id=None,
        instructions="Thẩm tra tại bến xe",
    )
    await case.take(CaseAct.VERIFICATION_ASSIGNED, assigned)
    return case


async def ended(case: Case) -> dict[str, str]:
    """How each clock of the case stands, by its rule."""
    return {one.rule: str(one.state) for one in await clocks.clocks_of(case.id)}


@pytest.mark.parametrize("begun", [informed, verifying])
async def test_minutes_are_recorded_where_a_violation_is_detected_without_an_inspection(
    people: People, begun: Any
) -> None:
    """Law Art 58.1: who finds the violation makes the minutes; no inspection is needed for it."""
    case = await begun(people)
    content = await cases_made.minuted(case)
    await case.take(CaseAct.VIOLATION_RECORDED, content, people.an)
    facts = await case.facts()
    assert facts.state == CaseState.VIOLATION_RECORDED
    assert facts.party is not None
    assert facts.party.name == cases_made.party().name


async def test_the_time_to_verify_ends_with_the_minutes_and_the_time_to_make_them_runs_from_the_detection(
    people: People,
) -> None:
    """Circular 27/2020 Art 9.2; Decree 118/2021 Art 12.2 a: two working days from the detection."""
    case = await verifying(people)
    assert (await ended(case))["A01"] == "running"
    week_ago = clock.now() - timedelta(days=9)
    found = local_time.day_of(week_ago)
    old = cases_made.violation(ended_on=found)
    content = await cases_made.minuted(case, old, detected_on=found)
    await case.take(CaseAct.VIOLATION_RECORDED, content, people.an)
    stands = {one.rule: one for one in await clocks.clocks_of(case.id)}
    assert str(stands["A01"].state) == "met"
    assert str(stands["D06"].state) == "met_late"


async def test_goods_are_seized_before_any_inspection(
    people: People,
) -> None:
    """Law Art 125: a seizure needs minutes (MBB15), not an inspection."""
    case = await informed(people, party=cases_made.party())
    content = await cases_made.seized(case, cases_made.exhibit())
    await case.take(CaseAct.EXHIBITS_SEIZED, content, people.an)
    assert (await ended(case))["D21"] == "running"
    assert len((await case.facts()).held) == 1


@pytest.mark.parametrize("state", sorted(BEFORE_INSPECTION))
@pytest.mark.parametrize(
    "kind", [CaseAct.SEIZURE_DECIDED, CaseAct.SEIZURE_EXTENDED, CaseAct.EXHIBITS_DISPOSED]
)
def test_seized_goods_are_decided_on_and_returned_while_an_inspection_is_prepared(
    state: CaseState, kind: CaseAct
) -> None:
    """Their time limit (D21) runs on meanwhile, so nothing may be shut (Law Art 125.8)."""
    assert states.step(state, kind).effect is Effect.TAKES


async def test_a_small_sanction_needs_neither_minutes_nor_an_inspection(people: People) -> None:
    """Law Art 56.1."""
    case = await informed(people, party=cases_made.party())
    await case.take(CaseAct.SANCTION_IMPOSED_ON_SPOT, await on_spot(case, today()))
    assert (await case.facts()).state == CaseState.ONSPOT_SANCTIONED


async def test_the_desk_offers_the_minutes_in_a_case_that_has_only_information(
    app: Litestar, people: People
) -> None:
    case = await informed(people)
    an = await Desk.of(app, people.an, people)
    page = await an.http.get(f"/desk/cases/{case.id}")
    assert "violation.recorded" in page.text
    begun = await an.http.get(f"/desk/cases/{case.id}/documents/new")
    for form in ("MBB01", "MBB02", "MBB15"):
        assert form in begun.text
