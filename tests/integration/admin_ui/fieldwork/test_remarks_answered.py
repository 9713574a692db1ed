"""What the team says to each remark of a return comes with the next submission, and is read beside the remark."""

import pytest

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Accepted
from deploy.demo import contents
from schemas.fieldwork.remarks import Comment, CommentTarget
from tests.support import factories
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")


async def test_the_answers_to_a_return_come_with_the_next_submission_and_are_read_beside_it(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    comments = [
        Comment(at=CommentTarget(field="/team_opinion"), text="Nêu rõ hơn"),
        Comment(at=CommentTarget(field="/place"), text="Thiếu số nhà"),
    ]
    async with transaction():
        returned = await inspections.return_for_correction(
            work.id, work.revision, comments, people.giang.actor("desk")
        )
    assert isinstance(returned, Accepted), returned
    ruling = await database.fetchval("SELECT act_id FROM rulings WHERE kind = 'returned'")
    await factories.write_minutes(work, team_opinion="Đã nêu rõ.")
    content = contents.submission(work.minutes, [], work.signatures, work.places)
    answers = [
        {"returned": str(ruling), "comment": 0, "text": None},
        {"returned": str(ruling), "comment": 1, "text": "Cơ sở không có số nhà"},
    ]
    outcome = await work.act("inspection.submitted", content | {"answers": answers})
    assert isinstance(outcome, Accepted), outcome
    view = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    assert [said.text for said in view.submissions[-1].answers] == [None, "Cơ sở không có số nhà"]
    assert view.submissions[0].answers == []
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{work.id}")
    assert "Cơ sở không có số nhà" in desk.html
    assert "đã sửa" in desk.html


async def test_a_phone_of_before_answers_no_remark_and_the_desk_says_that_it_did_not(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    comment = Comment(at=CommentTarget(field="/team_opinion"), text="Nêu rõ hơn")
    async with transaction():
        await inspections.return_for_correction(
            work.id, work.revision, [comment], people.giang.actor("desk")
        )
    await factories.write_minutes(work, team_opinion="Đã nêu rõ.")
    assert isinstance(await factories.submit(work), Accepted)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{work.id}")
    assert "không trả lời" in desk.html
