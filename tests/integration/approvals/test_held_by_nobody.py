"""A step waits for somebody who can answer it, whatever happens to the officers meanwhile."""

from datetime import timedelta

import pytest

from backend.approvals import claims
from backend.approvals.absences import service as absences
from backend.approvals.rules import keys
from backend.approvals.submissions import passing
from backend.core import clock, database
from backend.core.database import transaction
from backend.ledger import service as ledger
from schemas.approvals.absences import AbsenceRecorded
from schemas.approvals.words import StepKind, SubmittedKind
from tests.support import submitted
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("app")


async def legal_waits(people: People) -> None:
    """A draft of minutes waits for the legal officer's opinion; no legal limit runs for it."""
    await submitted.legal_first(people, SubmittedKind.MINUTES_DRAFT, StepKind.APPROVE)


async def away(officer: Person, stand_in: Person) -> None:
    content = AbsenceRecorded(
        officer_id=officer.id,
        stand_in_id=stand_in.id,
        first_day=clock.today(),
        last_day=clock.today() + timedelta(days=2),
        reason="nghỉ phép",
    )
    async with transaction():
        ledger.unwrap((await absences.act(None, content, officer.actor()))[1])


async def test_advice_of_an_officer_who_was_disabled_goes_to_the_head_of_the_same_unit(
    people: People,
) -> None:
    await legal_waits(people)
    work = await submitted.drafted(people)
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.phuc.id)
    assert await passing.pass_on() == 1
    [one] = await submitted.of_record(work.id)
    assert keys.head(people.giang.unit.unit_id) in one.steps[0].keys
    assert work.id in await submitted.waits_for(people.giang)
    assert await passing.pass_on() == 0, "it went on once"


async def test_a_step_whose_only_holder_drafted_it_goes_on(people: People) -> None:
    """The leader of the team became the legal officer, in the place of who was asked (practice B6)."""
    await legal_waits(people)
    work = await submitted.drafted(people)
    await database.execute("DELETE FROM officer_roles WHERE officer_id = $1", people.phuc.id)
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'legal')", people.chi.id
    )
    await database.execute(
        "UPDATE officers SET unit_id = $2, unit_3 = NULL WHERE id = $1",
        people.chi.id,
        people.giang.unit.unit_id,
    )
    assert await passing.pass_on() == 1
    [one] = await submitted.of_record(work.id)
    holders = {each.officer_id for each in await claims.holders(one.steps[0].keys)}
    assert holders - {*one.drafters, one.submitted_by}


async def test_the_stand_in_of_a_stand_in_is_told(people: People) -> None:
    await legal_waits(people)
    await away(people.hai, people.giang)
    await away(people.phuc, people.hai)
    work = await submitted.drafted(people)
    [one] = await submitted.of_record(work.id)
    told = await database.fetch(
        "SELECT officer_id FROM notices WHERE kind = 'submission' AND record_id = $1", one.id
    )
    assert people.giang.id in {row["officer_id"] for row in told}
