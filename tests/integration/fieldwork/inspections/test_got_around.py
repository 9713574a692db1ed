"""What somebody of the force tries by the newer flow without having the power for it, any more or at all."""

import dataclasses
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.core import anchors, clock, database
from backend.core.database import transaction
from backend.fieldwork.inspections import opinions
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.rules import flow
from backend.ledger.service import Accepted, Outcome, Refused
from deploy.demo import contents
from schemas.core.vocabulary import Role
from schemas.fieldwork.inspections import InspectionView
from schemas.fieldwork.remarks import Comment, CommentTarget
from tests.support import factories
from tests.support.desk import Desks
from tests.support.factories import Work
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("app")

POINT = Comment(at=CommentTarget(field="/contents/0/result"), text="Kèm hóa đơn")


def code(outcome: Outcome) -> str:
    assert isinstance(outcome, Refused), outcome
    return outcome.code


async def seen(people: People, work: Work) -> InspectionView:
    async with transaction():
        return await inspections.inspection_view(work.id, people.giang.actor("desk"))


async def another(work: Work, person: Person) -> Work:
    """The same visit on a colleague's phone."""
    return Work(work.id, work.number, person, await factories.pen(person), places=work.places)


@pytest.mark.parametrize("now", [Role.AUDITOR, Role.LEGAL, Role.TEAM_LEADER])
async def test_who_issued_a_decision_and_heads_no_unit_any_more_withdraws_it_no_more(
    people: People, now: Role
) -> None:
    work = await factories.decided(people, minutes_flow=2)
    former = dataclasses.replace(people.giang, roles=(now,))
    async with transaction():
        outcome = await opinions.withdraw(work.id, "Ban hành nhầm", former.actor("desk"))
        view = await inspections.inspection_view(work.id, former.actor("desk"))
    assert code(outcome) == "not_allowed"
    assert (view.state, view.permitted.withdraw) == ("decided", False)


async def test_who_leads_by_his_own_decision_withdraws_it(people: People) -> None:
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'team_leader')", people.giang.id
    )
    work = await factories.decided(people, issuer=people.giang, leader=people.giang, minutes_flow=2)
    assert (await seen(people, work)).permitted.withdraw
    async with transaction():
        outcome = await opinions.withdraw(work.id, "Ban hành nhầm", people.giang.actor("desk"))
    assert isinstance(outcome, Accepted)


async def withdrawn(people: People) -> tuple[Work, str, str]:
    """A visit whose decision was withdrawn; an anchor from before that and one from after it."""
    work = await factories.opened(people, minutes_flow=2, author=people.chi)
    before = anchors.make()
    async with transaction():
        outcome = await opinions.withdraw(work.id, "Nhầm đối tượng", people.giang.actor("desk"))
    assert isinstance(outcome, Accepted)
    return work, before, anchors.make()


PLACE: dict[str, Any] = {"place": None}


async def test_a_phone_whose_log_shows_that_it_had_heard_announces_nothing_by_an_older_anchor(
    people: People,
) -> None:
    work, before, after = await withdrawn(people)
    where = contents.place(210285110, 1058542300)
    assert isinstance(await work.act("place.fixed", where, anchor=after), Accepted)
    outcome = await work.act("inspection.announced", PLACE, anchor=before)
    assert code(outcome) == "decision_withdrawn"
    assert (await seen(people, work)).state == "discarded"


async def test_a_phone_that_comes_online_with_an_announcement_from_before_is_believed(
    people: People,
) -> None:
    """Also where a colleague's phone, and its own later acts, had heard meanwhile."""
    work, before, after = await withdrawn(people)
    colleague = await another(work, people.an)
    where = contents.place(210285110, 1058542300)
    assert isinstance(await colleague.act("place.fixed", where, anchor=after), Accepted)
    assert isinstance(await work.act("inspection.announced", PLACE, anchor=before), Accepted)
    assert isinstance(await work.act("place.fixed", where, anchor=after), Accepted)
    assert (await seen(people, work)).state == "announced"


async def test_an_answer_names_papers_of_its_own_inspection_alone(people: People) -> None:
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    file = (await seen(people, work)).file
    assert file is not None
    async with transaction():
        await opinions.ask_supplement(work.id, file.file, [POINT], people.giang.actor("desk"))
    file = (await seen(people, work)).file
    assert file is not None
    answer = {
        "asked": str(file.open_ask),
        "answers": [{"point": 0, "text": "Đã lập biên bản"}],
        "photos": [],
        "documents": [str(uuid4())],
    }
    assert code(await work.act("file.supplemented", answer)) == "documents_unknown"
    file = (await seen(people, work)).file
    assert file is not None
    assert file.status == "supplement_asked"


async def test_the_desk_says_that_minutes_in_force_had_been_set_aside_before(
    people: People, desks: Desks
) -> None:
    """The owner's list decides, whoever said otherwise before it came; but nobody is left to find that out."""
    work = await factories.announced(people, minutes_flow=2, author=people.chi)
    colleague = await another(work, people.an)
    await factories.write_minutes(colleague)
    async with transaction():
        await opinions.set_aside(
            work.id, UUID(colleague.minutes), "Chưa rõ ai lập", people.giang.actor("desk")
        )
    desk = await desks.of(people.giang)
    said = "từng được để riêng"
    assert said not in (await desk.open(f"/desk/inspections/{work.id}")).text
    await work.act("minutes.entrusted", {"officer_id": str(people.an.id)})
    assert isinstance(await factories.submit(colleague), Accepted)
    page = (await desk.open(f"/desk/inspections/{work.id}")).text
    assert said in page
    assert "Chưa rõ ai lập" in page


async def test_a_draft_is_answered_once_also_where_two_servers_clocks_differ(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer is taken by a server whose clock is behind that of the one that took the draft."""
    work = await factories.announced(people, minutes_flow=2, author=people.chi)
    await factories.write_text(work)
    draft = flow.draft_hash(UUID(work.minutes), [])
    await work.act("minutes.proposed", {"minutes": work.minutes, "photos": [], "draft": draft})
    real = clock.now
    monkeypatch.setattr(clock, "now", lambda: real() - timedelta(seconds=5))
    async with transaction():
        outcome = await opinions.approve_draft(work.id, draft, people.giang.actor("desk"))
    assert isinstance(outcome, Accepted)
    async with transaction():
        outcome = await opinions.return_draft(work.id, draft, [POINT], people.hai.actor("desk"))
    assert code(outcome) == "draft_answered"
    [shown] = (await seen(people, work)).drafts
    assert shown.answer is not None
    assert shown.answer.kind == "draft_approved"
