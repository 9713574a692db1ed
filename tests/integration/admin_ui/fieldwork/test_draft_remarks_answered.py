"""What the owner says to each remark of a returned draft comes with his next draft, or with the submission."""

from typing import Any
from uuid import UUID

import pytest

from backend.core.database import transaction
from backend.fieldwork.inspections import opinions
from backend.fieldwork.rules import flow
from deploy.demo import contents
from schemas.fieldwork.remarks import Comment, CommentTarget
from tests.integration.admin_ui.fieldwork.test_opinions import accepted, drafted, seen
from tests.support import factories
from tests.support.desk import Desks
from tests.support.factories import Work
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")

REMARKS = [
    Comment(at=CommentTarget(field="/contents/0/result"), text="Ghi rõ số lượng từng loại"),
    Comment(at=CommentTarget(field="/place"), text="Thiếu số nhà"),
]


async def returned(people: People) -> tuple[Work, str]:
    """A draft that came back with two remarks, and the act that returned it."""
    work = await drafted(people)
    draft = (await seen(people, work)).drafts[-1].draft
    async with transaction():
        accepted(await opinions.return_draft(work.id, draft, REMARKS, people.giang.actor("desk")))
    answer = (await seen(people, work)).drafts[-1].answer
    assert answer is not None
    return work, str(answer.id)


def answers(ruling: str) -> list[dict[str, Any]]:
    return [
        {"returned": ruling, "comment": 0, "text": None},
        {"returned": ruling, "comment": 1, "text": "Cơ sở không có số nhà"},
    ]


async def sheet(people: People, desks: Desks, work: Work) -> str:
    text = (await (await desks.of(people.giang)).open(f"/desk/inspections/{work.id}")).text
    return text[text.rindex("Người lập biên bản:") :]


async def test_the_next_draft_says_what_was_mended_and_what_is_answered(
    people: People, desks: Desks
) -> None:
    work, ruling = await returned(people)
    assert "không trả lời" not in await sheet(people, desks, work)
    await factories.write_text(work, team_opinion="Đã nêu rõ.")
    photos = [picture.sha256 for picture in work.pictures]
    draft = flow.draft_hash(UUID(work.minutes), photos)
    named = {"minutes": work.minutes, "photos": photos, "draft": draft}
    accepted(await work.act("minutes.proposed", named | {"answers": answers(ruling)}))
    text = await sheet(people, desks, work)
    assert "Trả lời: đã sửa" in text
    assert "Trả lời: Cơ sở không có số nhà" in text
    view = await seen(people, work)
    assert [one.text for one in view.drafts[-1].answers] == [None, "Cơ sở không có số nhà"]


async def test_a_team_that_goes_on_without_a_new_draft_answers_with_the_submission(
    people: People, desks: Desks
) -> None:
    work, ruling = await returned(people)
    await factories.write_text(work, team_opinion="Đã nêu rõ.")
    await factories.sign_text(work)
    photos = [picture.sha256 for picture in work.pictures]
    content = contents.submission(work.minutes, photos, work.signatures, work.places)
    accepted(await work.act("inspection.submitted", content | {"answers": answers(ruling)[1:]}))
    text = await sheet(people, desks, work)
    assert "Trả lời: Cơ sở không có số nhà" in text
    assert "Trả lời: không trả lời" in text


async def test_of_a_phone_of_before_the_desk_says_that_it_answered_nothing(
    people: People, desks: Desks
) -> None:
    work, _ = await returned(people)
    await factories.write_text(work)
    await factories.sign_text(work)
    accepted(await factories.submit(work))
    assert (await sheet(people, desks, work)).count("Trả lời: không trả lời") == 2


async def test_a_photograph_that_came_after_the_draft_is_marked_as_none_of_it(
    people: People, desks: Desks
) -> None:
    """What is approved is exactly what is named: the reader sees which photographs are not."""
    work = await drafted(people)
    desk = await desks.of(people.giang)
    assert "Không có trong dự thảo" not in (await desk.open(f"/desk/inspections/{work.id}")).text
    await factories.take_photo(work)
    text = (await desk.open(f"/desk/inspections/{work.id}")).text
    assert text.count("Không có trong dự thảo") == 1
