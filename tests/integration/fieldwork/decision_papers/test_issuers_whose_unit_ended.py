"""An inspection under way when the unit of its issuer ends, played with the real acts."""

import dataclasses
from uuid import UUID

import pytest

from backend.core import database
from backend.core.database import transaction
from backend.core.errors import RefusedAct
from backend.fieldwork.decision_papers import service as papers
from backend.fieldwork.inspections import service as inspections
from backend.force.units import service as units
from backend.ledger import service as ledger
from schemas.fieldwork.decisions import DecisionChange
from tests.support import decision_papers, restructured
from tests.support.people import People, Person
from tests.support.signing import Authority

pytestmark = pytest.mark.usefixtures("app")


async def today_s(person: Person) -> Person:
    """An officer where the merger put them."""
    unit_id = await database.fetchval("SELECT unit_id FROM officers WHERE id = $1", person.id)
    return dataclasses.replace(person, unit=await units.path_of(unit_id))


async def extended(inspection: UUID, by: Person) -> None:
    """The inspection's time extended to three days, by a decision that this officer drafts and signs."""
    change = DecisionChange(reason="Nhiều hàng hóa phải kiểm đếm", duration_days=3)
    async with transaction():
        document, outcome = await papers.draft_change(inspection, change, by.actor("desk"))
        ledger.unwrap(outcome)
    await decision_papers.signed(document, by)


async def test_an_inspection_under_way_is_extended_by_the_head_of_the_successor(
    people: People, issuer: Authority
) -> None:
    """Circular 27/2020 Art 15, 17; Ordinance 11/2016 Art 22: the issuer's office, which the successor has now."""
    await decision_papers.certified(people.giang, issuer)
    inspection = await decision_papers.signed(await decision_papers.drafted(people), people.giang)
    await restructured.merged("01", people.units["48"].unit_id, people)
    await decision_papers.certified(people.ho, issuer)
    with pytest.raises(RefusedAct):
        await extended(inspection, await today_s(people.giang))
    await extended(inspection, people.ho)
    view = await inspections.inspection_view(inspection, people.ho.actor())
    assert view.decision.duration_days == 3
