"""A supervisor sees a draft while the team waits in the shop, and rules on the file afterwards, at the desk."""

from uuid import UUID, uuid4

import pytest

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.inspections import opinions
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.rules import flow
from backend.ledger.service import Accepted, Outcome, Refused
from deploy.demo.browser import Browser, UnexpectedPage
from schemas.fieldwork.inspections import InspectionView
from schemas.fieldwork.remarks import Comment, CommentTarget
from tests.support import factories
from tests.support.desk import Desks
from tests.support.factories import Work
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")

FIELD = Comment(at=CommentTarget(field="/contents/0/result"), text="Ghi rõ số lượng từng loại")


async def say(desk: Browser, address: str, **typed: str) -> int:
    """Open the page, fill its form, look at the confirmation where there is one, and say it; the last page's status."""
    try:
        await desk.open(address)
        form = desk.form(address.partition("?")[0])
        for name, value in typed.items():
            form.fill_nth(name, 0, value)
        if typed:
            await desk.submit(form)
            form = desk.form(address.partition("?")[0])
    except UnexpectedPage:
        return desk.status
    return await desk.try_submit(form)


async def leads(people: People) -> None:
    """The head may be named to a team, and lead it."""
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'team_leader')", people.giang.id
    )


async def seen(people: People, work: Work) -> InspectionView:
    async with transaction():
        return await inspections.inspection_view(work.id, people.giang.actor("desk"))


def accepted(outcome: Outcome) -> None:
    assert isinstance(outcome, Accepted), outcome


def refused(outcome: Outcome) -> str:
    assert isinstance(outcome, Refused), outcome
    return outcome.code


async def drafted(people: People, **how: object) -> Work:
    """Minutes on which nobody has signed, proposed to a supervisor."""
    work = await factories.announced(people, photos=2, minutes_flow=2, author=people.chi, **how)
    await factories.write_text(work)
    accepted(await propose(work))
    return work


async def propose(work: Work) -> Outcome:
    photos = [picture.sha256 for picture in work.pictures]
    draft = flow.draft_hash(UUID(work.minutes), photos)
    content = {"minutes": work.minutes, "photos": photos, "draft": draft}
    return await work.act("minutes.proposed", content)


async def test_a_supervisor_returns_a_draft_while_the_team_waits_and_approves_the_next(
    people: People, desks: Desks
) -> None:
    work = await drafted(people)
    desk = await desks.of(people.giang)
    assert work.number in (await desk.open("/desk/")).text
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert "Đồng ý dự thảo biên bản" in page.text
    first = (await seen(people, work)).drafts[-1].draft
    base = f"/desk/inspections/{work.id}/opinion"
    told = {"at": "field:/contents/0/result", "text": "Ghi rõ số lượng từng loại"}
    assert await say(desk, f"{base}/draft-return?seen={first}", **told) == 200
    assert "Đã trả lại dự thảo" in desk.page.text
    view = await seen(people, work)
    assert [item.text for item in view.comments] == ["Ghi rõ số lượng từng loại"]
    assert view.state == "announced"
    await factories.write_text(work)
    accepted(await propose(work))
    assert await say(desk, f"{base}/draft-approve?seen={first}") == 409
    second = (await seen(people, work)).drafts[-1].draft
    assert await say(desk, f"{base}/draft-approve?seen={second}") == 200
    answer = (await seen(people, work)).drafts[-1].answer
    assert answer is not None
    assert answer.kind == "draft_approved"
    assert "0 chờ tôi" in (await desk.open("/desk/")).text


async def test_a_draft_that_changed_under_the_readers_eyes_is_not_approved(
    people: People, desks: Desks
) -> None:
    work = await drafted(people)
    desk = await desks.of(people.giang)
    draft = (await seen(people, work)).drafts[-1].draft
    await desk.open(f"/desk/inspections/{work.id}/opinion/draft-approve?seen={draft}")
    form = desk.form("opinion/draft-approve")
    await factories.write_text(work)
    accepted(await propose(work))
    assert await desk.try_submit(form) == 409


async def test_what_comes_after_the_first_signature_is_only_noted(people: People) -> None:
    work = await drafted(people)
    draft = (await seen(people, work)).drafts[-1].draft
    await factories.sign_text(work)
    async with transaction():
        accepted(await opinions.return_draft(work.id, draft, [FIELD], people.giang.actor("desk")))
    view = await seen(people, work)
    assert view.drafts[-1].answer is not None
    assert view.drafts[-1].answer.noted
    assert view.comments == []
    assert all(signature.in_force for signature in view.signatures)
    accepted(await factories.submit(work))


async def test_the_file_is_supplemented_and_agreed_to_and_late_photographs_void_nothing(
    people: People, desks: Desks
) -> None:
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    desk = await desks.of(people.giang)
    base = f"/desk/inspections/{work.id}/opinion"
    first = (await seen(people, work)).file
    assert first is not None
    told = {"at": "field:/contents/0/result", "text": "Kèm hóa đơn"}
    assert await say(desk, f"{base}/supplement?seen={first.file}", **told) == 200
    view = await seen(people, work)
    assert view.file is not None
    assert (view.state, view.file.status) == ("submitted", "supplement_asked")
    half = {"asked": str(view.file.open_ask), "answers": [], "photos": [], "documents": []}
    answers = half | {"answers": [{"point": 0, "text": "Đã chụp hóa đơn"}]}
    wrong = half | {"answers": [{"point": 1, "text": "Không có nội dung này"}]}
    assert refused(await work.act("file.supplemented", wrong)) == "points_unanswered"
    accepted(await work.act("file.supplemented", answers))
    assert refused(await work.act("file.supplemented", answers)) == "supplement_answered"
    # The page that was open before the answer came asks about another file.
    assert await say(desk, f"{base}/agree?seen={first.file}") == 409
    file = (await seen(people, work)).file
    assert file is not None
    assert await say(desk, f"{base}/agree?seen={file.file}") == 200
    await factories.take_photo(work)
    view = await seen(people, work)
    assert view.file is not None
    assert (view.state, view.file.status) == ("approved", "agreed")
    assert view.file.file != file.file
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert "Đã đồng ý hướng xử lý" in page.text
    assert "Đã chụp hóa đơn" in page.text


async def test_signed_minutes_are_neither_returned_nor_approved_nor_refused(
    people: People,
) -> None:
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    actor = people.giang.actor("desk")
    async with transaction():
        assert refused(await inspections.approve(work.id, work.revision, actor)) == "flow_newer"
        assert refused(await inspections.refuse(work.id, work.revision, "Sai", actor)) == (
            "flow_newer"
        )


async def test_nobody_of_the_team_says_anything_of_its_own_file(people: People) -> None:
    await leads(people)
    work = await factories.submitted(
        people,
        minutes_flow=2,
        author=people.chi,
        members=[people.an, people.giang],
        issuer=people.giang,
    )
    file = (await seen(people, work)).file
    assert file is not None
    async with transaction():
        outcome = await opinions.agree(work.id, file.file, people.giang.actor("desk"))
    assert refused(outcome) == "own_work"


async def test_minutes_beside_are_set_aside_with_a_reason_once(
    people: People, desks: Desks
) -> None:
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    colleague = Work(work.id, work.number, people.an, await factories.pen(people.an))
    await factories.write_minutes(colleague)
    desk = await desks.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert "Biên bản khác bên cạnh" in page.text
    address = f"/desk/inspections/{work.id}/beside/{colleague.minutes}"
    assert await say(desk, address, reason="Trùng nội dung với biên bản chính") == 200
    assert await say(desk, address, reason="Lần nữa") == 404
    view = await seen(people, work)
    assert [one.set_aside for one in view.beside] == ["Trùng nội dung với biên bản chính"]
    assert (view.state, [one.in_force for one in view.signatures]) == (
        "submitted",
        [one.minutes == view.minutes.id for one in view.signatures] if view.minutes else [],
    )
    waiting = await database.fetchval(
        "SELECT quarantine_count FROM inspections WHERE id = $1", work.id
    )
    assert waiting == 0


async def test_nobody_admits_minutes_of_another_once_the_file_is_submitted(people: People) -> None:
    """Held because their writer is not of the team: admitted, they would take the place of what people signed."""
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    stranger = Work(work.id, work.number, people.em, await factories.pen(people.em))
    await factories.write_text(stranger)
    before = (await seen(people, work)).minutes
    async with transaction():
        outcome = await inspections.admit(
            work.id, UUID(stranger.minutes), "Được tăng cường", people.giang.actor("desk")
        )
    assert refused(outcome) == "quarantine_final"
    assert (await seen(people, work)).minutes == before


async def test_the_team_asks_and_who_issued_the_decision_withdraws_it_before_the_announcement(
    people: People, desks: Desks
) -> None:
    work = await factories.opened(people, minutes_flow=2, author=people.chi)
    accepted(await work.act("inspection.discarded", {"reason": "Cửa hàng đã chuyển đi"}))
    view = await seen(people, work)
    assert view.state == "opened"
    assert view.discard_asked is not None
    desk = await desks.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert "đề nghị không kiểm tra" in page.text
    address = f"/desk/inspections/{work.id}/opinion/withdraw"
    assert await say(desk, address, reason="Đối tượng đã chuyển địa điểm") == 200
    view = await seen(people, work)
    assert (view.state, view.discarded and view.discarded.reason) == (
        "discarded",
        "Đối tượng đã chuyển địa điểm",
    )
    # A phone that has heard of the server since announces nothing any more; what it captures is kept.
    assert refused(await work.act("inspection.announced", {"place": None})) == "decision_withdrawn"
    await factories.take_photo(work)
    assert len((await seen(people, work)).photos) == 1
    kinds = await database.fetch("SELECT kind FROM exceptions WHERE record_id = $1", work.id)
    assert sorted(row["kind"] for row in kinds) == ["discarded", "withdrawn"]


async def test_an_unopened_decision_is_withdrawn_and_an_announced_one_is_not(
    people: People,
) -> None:
    unopened = await factories.decided(people, minutes_flow=2)
    announced = await factories.announced(people, minutes_flow=2, author=people.chi)
    actor = people.giang.actor("desk")
    async with transaction():
        accepted(await opinions.withdraw(unopened.id, "Ban hành nhầm đối tượng", actor))
        outcome = await opinions.withdraw(announced.id, "Ban hành nhầm đối tượng", actor)
    assert refused(outcome) == "announced_already"
    asked = await announced.act("inspection.discarded", {"reason": "Đoàn được điều đi nơi khác"})
    assert refused(asked) == "announced_needs_minutes"


async def test_who_leads_by_his_own_decision_needs_no_opinion(people: People) -> None:
    await leads(people)
    work = await factories.submitted(
        people, minutes_flow=2, issuer=people.giang, leader=people.giang, author=people.giang
    )
    view = await seen(people, work)
    assert view.file is not None
    assert (view.state, view.file.status) == ("approved", "not_needed")


@pytest.mark.parametrize("act", ["minutes.proposed", "minutes.entrusted"])
async def test_an_older_record_knows_no_drafts_and_no_owner(people: People, act: str) -> None:
    work = await factories.announced(people, author=people.chi)
    content = (
        {"officer_id": str(people.an.id)}
        if act == "minutes.entrusted"
        else {"minutes": str(uuid4()), "photos": [], "draft": "ab" * 32}
    )
    assert refused(await work.act(act, content)) == "flow_older"
