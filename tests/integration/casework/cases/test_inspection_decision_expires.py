"""An inspection decision lapses by its own time alone (Ordinance 11/2016 Art 19.3), not by a head's word; over HTTP."""

from uuid import UUID

import pytest
from litestar import Litestar

from backend.casework.cases import service
from backend.core.database import transaction
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made, factories
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")
WHY = "Đoàn không kiểm tra trong thời hạn"


async def decided(people: People, work: factories.Work, *, planned: bool) -> Case:
    """A case whose inspection is decided and not begun."""
    actor = people.giang.actor("desk")
    async with transaction():
        opening = await service.opening(actor)
        wanted = (
            case_intake_acts.PlanItemEntered(
                opening=opening,
                plan_number="12/KH-QLTT",
                plan_kind="periodic",
                plan_approved_on=today(),
                year=today().year,
                contents=["Nguồn gốc hàng hóa"],
                expected_from=today().replace(month=1, day=1),
                expected_to=today().replace(month=12, day=31),
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
                proposed_start=today(),
                duration_days=2,
                party=cases_made.party(),
            )
        )
        kind = CaseAct.PLAN_ITEM_ENTERED if planned else CaseAct.INSPECTION_PROPOSED
        case_id, _ = await service.start(actor, kind, wanted)
    case = Case(case_id, people, people.an, people.giang)
    linked = case_intake_acts.DecisionLinked(
        inspection_id=work.id,
        decision_number=work.number,
        planned=planned,
        emergency=None if planned else "Hàng sắp được tẩu tán",
    )
    await case.take(CaseAct.DECISION_LINKED, linked)
    return case


async def expired(app: Litestar, people: People, case: Case, inspection: UUID) -> tuple[int, str]:
    giang = await Desk.of(app, people.giang, people)
    said = {"inspection_id": inspection, "reason": WHY}
    return await act(giang, case, "decision.expired", **said)


@pytest.mark.parametrize(("planned", "days"), [(True, 4), (False, 0)])
async def test_a_decision_that_may_still_be_carried_out_has_not_expired(
    app: Litestar, people: People, days: int, *, planned: bool
) -> None:
    work = await factories.decided(people, start_on=today())
    case = await decided(people, work, planned=planned)
    with later(days=days):
        status, said = await expired(app, people, case, work.id)
    assert (status, str((await case.facts()).state)) == (409, "decided")
    assert "Quyết định kiểm tra còn thực hiện được đến hết ngày" in said
    with later(days=20):
        assert (await expired(app, people, case, work.id))[0] == 303
    assert str((await case.facts()).state) == "expired"


async def test_an_inspection_of_another_case_or_one_that_began_expires_nothing(
    app: Litestar, people: People
) -> None:
    work = await factories.decided(people, start_on=today())
    case = await decided(people, work, planned=False)
    other = await factories.decided(people, start_on=today())
    with later(days=20):
        assert (await expired(app, people, case, other.id))[0] == 409
