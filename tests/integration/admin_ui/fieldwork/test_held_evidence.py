"""Evidence in quarantine is decided by a supervisor, once, with a reason."""

from uuid import UUID

from deploy.demo import contents
from tests.support import factories
from tests.support.people import People
from tests.support.readers import Readers


async def held_photo(work: factories.Work, people: People) -> str:
    """A photograph by somebody who is not on the team; returns its act."""
    pen = await factories.pen(people.em)
    content = contents.photo("01a20e50-d316-7042-bbe9-182393abeacb", b"x", "image/jpeg", None, "Lạ")
    act = pen.write(str(work.id), "photo.taken", content)
    await factories.hand_in(act, people.em, UUID(act["device_id"]))
    return str(act["id"])


async def test_it_is_explained_and_can_be_admitted_with_a_reason(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people)
    act = await held_photo(work, people)
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert "Người ghi không thuộc Đoàn kiểm tra" in page.text
    await desk.follow(f"/held/{act}/admit")
    assert await desk.press("/admit", reason="") == 422
    assert await desk.press("/admit", reason="Được tăng cường tại chỗ.") == 200
    assert "Đã đưa chứng cứ vào hồ sơ." in desk.page.text
    assert "Được tăng cường tại chỗ." in desk.page.text


async def test_it_is_decided_once(people: People, readers: Readers) -> None:
    work = await factories.announced(people)
    act = await held_photo(work, people)
    first, second = await readers.of(people.giang), await readers.of(people.hai)
    for desk in (first, second):
        await desk.open(f"/desk/inspections/{work.id}/held/{act}/dismiss")
    assert await first.press("/dismiss", reason="Không liên quan.") == 200
    assert await second.press("/dismiss", reason="Không liên quan.") == 409
    assert "đã được quyết định rồi" in second.page.text


async def test_others_cannot_decide_it(people: People, readers: Readers) -> None:
    work = await factories.announced(people)
    act = await held_photo(work, people)
    desk = await readers.of(people.khanh)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert page.link("/admit") is None
    assert await desk.look(f"/desk/inspections/{work.id}/held/{act}/admit") == 403


async def test_an_unknown_act_or_decision_is_not_there(people: People, readers: Readers) -> None:
    work = await factories.announced(people)
    act = await held_photo(work, people)
    desk = await readers.of(people.giang)
    assert await desk.look(f"/desk/inspections/{work.id}/held/{act}/burn") == 404
    assert await desk.look(f"/desk/inspections/{work.id}/held/{work.id}/admit") == 404
