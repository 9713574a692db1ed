"""What was returned waits for somebody: its submitter, the stand-in, or the head once nobody is there."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.approvals.absences import service as absences
from backend.core import clock, database
from backend.core.database import transaction
from backend.insight.my_work import service as my_work
from backend.insight.my_work.service import Show
from backend.ledger import service as ledger
from schemas.approvals.absences import AbsenceRecorded
from schemas.approvals.submissions import Comment, SubmissionReturned
from tests.support import submitted
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("app")


async def returned_to(person: Person) -> list[UUID]:
    async with transaction():
        found = await my_work.page(person.actor(), Show.ALL, "step_returned")
    return [row.id for row in found.rows if row.kind == "step_returned"]


async def test_what_was_returned_to_who_is_away_or_gone_waits_for_another(people: People) -> None:
    work = await submitted.drafted(people)
    [one] = await submitted.of_record(work.id)
    assert one.submitted_by == people.chi.id
    said = SubmissionReturned(shown=one.shown, comments=[Comment(at="", text="Ghi rõ số lượng")])
    await submitted.answer(one, said, people.giang)
    assert await returned_to(people.chi) == [one.id]
    assert await returned_to(people.hai) == []

    content = AbsenceRecorded(
        officer_id=people.chi.id,
        stand_in_id=people.hai.id,
        first_day=clock.today(),
        last_day=clock.today() + timedelta(days=2),
        reason="nghỉ phép",
    )
    async with transaction():
        ledger.unwrap((await absences.act(None, content, people.giang.actor()))[1])
    assert await returned_to(people.hai) == [one.id], "who stands in"
    assert await returned_to(people.giang) == []
    assert await returned_to(people.ho) == [], "nobody of another department"

    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.chi.id)
    assert await returned_to(people.giang) == [one.id], "nobody else is left to mend it"


async def test_what_was_returned_to_who_moves_to_another_unit_waits_for_the_heads_of_the_former(
    people: People,
) -> None:
    """Its submitter works on it no more, and could not submit it again."""
    work = await submitted.drafted(people)
    [one] = await submitted.of_record(work.id)
    said = SubmissionReturned(shown=one.shown, comments=[Comment(at="", text="Ghi rõ số lượng")])
    await submitted.answer(one, said, people.giang)
    da_nang = people.units["4801"]
    await database.execute(
        "UPDATE officers SET unit_id = $2, unit_1 = $3, unit_2 = $4, unit_3 = $5, unit_4 = $6 WHERE id = $1",
        *(people.chi.id, da_nang.unit_id, *da_nang.as_tuple()),
    )
    assert await returned_to(people.chi) == [one.id], "as long as it is hers"
    assert await returned_to(people.giang) == []
    for table in ("inspection_team", "case_officers"):
        await database.execute(f"DELETE FROM {table} WHERE officer_id = $1", people.chi.id)
    assert await returned_to(people.chi) == []
    assert await returned_to(people.giang) == [one.id]
    assert await returned_to(people.ho) == [], "nobody of the new department"
