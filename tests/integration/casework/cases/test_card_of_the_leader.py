"""The leader's inspection card is asked for on the day of the inspection (Ordinance 11/2016 Art 23), not for ever."""

from datetime import timedelta

import pytest

from backend.casework.cases import service
from backend.core import clock, database
from backend.core.database import transaction
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.words import CaseAct
from tests.support import cases_made, factories
from tests.support.cases_made import Case
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def proposed(people: People) -> Case:
    """A case whose inspection was proposed, before its decision is linked to it."""
    cases_made.registry.open_all()
    async with transaction():
        content = case_intake_acts.InspectionProposed(
            opening=await service.opening(people.giang.actor("desk")),
            document_id=None,
            basis="Tin từ quần chúng đã xác minh",
            contents=["Nguồn gốc hàng hóa"],
            expected_violation="Hàng nhập lậu",
            expected_law="Điều 15 NĐ 98/2020",
            proposed_start=cases_made.today(),
            duration_days=2,
            party=cases_made.party(),
        )
        case_id, _ = await service.start(
            people.giang.actor("desk"), CaseAct.INSPECTION_PROPOSED, content
        )
    return Case(case_id, people, people.an, people.giang)


def linked(work: factories.Work) -> case_intake_acts.DecisionLinked:
    """The act that links the inspection, made in an emergency."""
    return case_intake_acts.DecisionLinked(
        inspection_id=work.id,
        decision_number=work.number,
        planned=False,
        emergency="Hàng sắp được tẩu tán",
    )


async def card(people: People, what: str, days: int) -> None:
    """Say since when, or until when, the card of chi, who leads, is so: days from today."""
    await database.execute(
        f"UPDATE inspection_cards SET {what} = $2 WHERE officer_id = $1",
        people.chi.id,
        clock.today() + timedelta(days=days),
    )


@pytest.mark.parametrize(("what", "days"), [("expires_on", 0), ("suspended_on", 1)])
async def test_a_card_that_ends_after_the_inspection_hinders_no_case(
    people: People, what: str, days: int
) -> None:
    """Ordinance 11/2016 Art 15, 16, 23: who led had a card. What came later does not undo what was found."""
    case = await proposed(people)
    work = await factories.announced(people, subject=cases_made.inspected_party())
    await card(people, what, days)
    with later(days=3):
        await case.take(CaseAct.DECISION_LINKED, linked(work))
    assert (await case.facts()).inspection_id == work.id


@pytest.mark.parametrize(("what", "days"), [("revoked_on", -1), ("suspended_on", 0)])
async def test_a_leader_without_a_card_on_the_day_of_the_inspection_leads_no_case(
    people: People, what: str, days: int
) -> None:
    """Ordinance 11/2016 Art 23.1: the leader has a card. Art 16: a suspended one is handed in on that day."""
    case = await proposed(people)
    work = await factories.announced(people, subject=cases_made.inspected_party())
    await card(people, what, days)
    act = linked(work)
    assert await case.refused(CaseAct.DECISION_LINKED, act) == "case_team"
