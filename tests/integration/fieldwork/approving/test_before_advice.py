"""A ruling that did not wait for the advice of its route is listed with its reason."""

import pytest

from backend.core import database
from schemas.approvals import submissions as said
from schemas.approvals.words import StepKind, SubmittedKind
from tests.support import factories, submitted
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")


async def test_a_ruling_before_advice_is_on_the_list_of_exceptions(people: People) -> None:
    await submitted.legal_first(people, SubmittedKind.FILE, StepKind.AGREE)
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    await database.execute("UPDATE inspections SET missing_count = 0 WHERE id = $1", work.id)
    [one] = await submitted.of_record(work.id)
    why = "Sắp hết hạn chuyển hồ sơ"
    agreed = said.SubmissionAgreed(shown=one.shown, step=2, note="", without=[1], reason=why)
    await submitted.answer(one, agreed, people.giang)
    [row] = await database.fetch("SELECT kind, reason, record_id FROM exceptions")
    assert (row["kind"], row["reason"], row["record_id"]) == ("no_opinion", why, work.id)
