"""Who holds a step is told before its time is over and once it is, and so are those who may help."""

import pytest

from backend.approvals.submissions import passing
from backend.core import database
from schemas.approvals.submissions import OpinionGiven
from schemas.approvals.words import StepKind, SubmittedKind
from tests.support import submitted
from tests.support.later import later
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("app")


async def told(person: Person, key: str) -> list[bool]:
    """Whether each notice of this sentence is settled."""
    rows = await database.fetch(
        "SELECT settled_at FROM notices WHERE officer_id = $1 AND text_key = $2", person.id, key
    )
    return [row["settled_at"] is not None for row in rows]


async def test_a_late_decision_is_told_to_its_holder_and_its_submitter(people: People) -> None:
    await submitted.legal_first(people, SubmittedKind.MINUTES_DRAFT, StepKind.APPROVE)
    work = await submitted.drafted(people)
    await passing.pass_on()
    assert await told(people.phuc, "submission.due") == [], "half of the eight hours is left"
    with later(hours=5):
        await passing.pass_on()
        await passing.pass_on()
        assert await told(people.phuc, "submission.due") == [False], "once"
    [one] = await submitted.of_record(work.id)
    said = OpinionGiven(shown=one.shown, step=1, favour=True, text="Nhất trí", checks=[])
    await submitted.answer(one, said, people.phuc)
    assert await told(people.phuc, "submission.due") == [True], "answered, it asks no more"
    with later(hours=9):
        await passing.pass_on()
        await passing.pass_on()
    assert await told(people.giang, "submission.overdue") == [False]
    assert await told(people.chi, "submission.overdue") == [False], "who submitted it knows why"
    [one] = await submitted.of_record(work.id)
    assert one.state == "waiting", "a decision that nobody took is none"
