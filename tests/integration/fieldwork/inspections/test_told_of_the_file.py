"""Whoever must rule on a file is told of it, the team of what was ruled, and nothing that was answered stays."""

import pytest

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.inspections import opinions
from backend.fieldwork.inspections import service as inspections
from backend.force.notices import service as notices
from backend.ledger.service import Accepted, Outcome
from schemas.fieldwork.minutes_views import FileView
from schemas.fieldwork.remarks import Comment, CommentTarget
from schemas.force.notices import NoticeKind
from tests.support import factories
from tests.support.factories import Work
from tests.support.people import People
from tests.support.told import waiting

pytestmark = pytest.mark.usefixtures("app")

POINT = Comment(at=CommentTarget(field="/contents/0/result"), text="Kèm hóa đơn")


async def file_of(people: People, work: Work) -> FileView:
    async with transaction():
        view = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    assert view.file is not None
    return view.file


def accepted(outcome: Outcome) -> None:
    assert isinstance(outcome, Accepted), outcome


async def test_a_file_goes_to_the_head_back_to_the_team_and_to_the_head_again(
    people: People,
) -> None:
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    giang = people.giang.actor("desk")
    assert await waiting(people.giang) == ["inspection.file_waits"]
    async with transaction():
        seen = (await file_of_in(work, people)).file
        accepted(await opinions.ask_supplement(work.id, seen, [POINT], giang))
    assert await waiting(people.giang) == []
    assert await waiting(people.chi) == ["inspection.ruled_supplement_asked"], (
        "what was assigned was begun"
    )
    answer = {
        "asked": str((await file_of(people, work)).open_ask),
        "answers": [{"point": 0, "text": "Đã chụp hóa đơn"}],
        "photos": [],
        "documents": [],
    }
    accepted(await work.act("file.supplemented", answer))
    assert await waiting(people.chi) == []
    assert await waiting(people.giang) == ["inspection.answered"]
    async with transaction():
        accepted(await opinions.agree(work.id, (await file_of_in(work, people)).file, giang))
    assert await waiting(people.giang) == []
    assert await waiting(people.chi) == ["inspection.ruled_agreed"], "stays until it is read"
    told = [(one.full_name, one.about) for one in await notices.seen_of(work.id)]
    assert (people.chi.full_name, NoticeKind.SUPPLEMENT) in told


async def file_of_in(work: Work, people: People) -> FileView:
    """The file as the head sees it, in the present transaction."""
    view = await inspections.inspection_view(work.id, people.giang.actor("desk"))
    assert view.file is not None
    return view.file


async def test_nobody_is_asked_about_the_file_of_who_issued_the_decision_himself(
    people: People,
) -> None:
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'team_leader')", people.giang.id
    )
    led = {"leader": people.giang, "author": people.giang}
    await factories.submitted(people, minutes_flow=2, **led)
    assert await waiting(people.hai) == []
    assert await waiting(people.an) == ["decision.signed"]


async def test_an_officer_who_is_entrusted_with_the_minutes_is_told(people: People) -> None:
    work = await factories.decided(people, minutes_flow=2, author=people.chi)
    accepted(await work.act("minutes.entrusted", {"officer_id": str(people.binh.id)}))
    assert await waiting(people.binh) == ["decision.signed", "inspection.minutes_yours"]


async def test_a_team_that_asks_not_to_inspect_asks_the_issuer_until_it_begins_after_all(
    people: People,
) -> None:
    work = await factories.opened(people, minutes_flow=2, author=people.chi)
    opened = next(one for one in work.pen.log if one["type"] == "inspection.opened")
    accepted(await work.act("inspection.discarded", {"reason": "Cơ sở đã chuyển đi nơi khác"}))
    assert await waiting(people.giang) == ["inspection.not_to_inspect"]
    accepted(await work.act("inspection.opened", opened["content"]))
    assert await waiting(people.giang) == []
