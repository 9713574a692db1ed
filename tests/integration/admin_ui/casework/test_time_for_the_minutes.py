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
from schemas.casework.words import CaseAct
from tests.support import cases_made, factories
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
