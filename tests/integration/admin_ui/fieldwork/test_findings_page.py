"""Findings at the desk: told to each reader as far as he may see, and weighed by a supervisor with his reason."""

import pytest
from litestar import Litestar

from backend.core import database
from backend.core.settings import Settings
from deploy.demo import contents
from tests.support import factories, pictures
from tests.support.factories import Work
from tests.support.people import People
from tests.support.readers import Reader, Readers
from tests.support.uploads import Tus, all_stored
from tests.support.workers import worker_of


async def work_off(settings: Settings) -> None:
    """Every job that waits is done."""
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()


@pytest.fixture
async def doubtful(app: Litestar, people: People, settings: Settings) -> Work:
    """Submitted, with one finding: a program gave its position, says the phone."""
    work = await factories.announced(people)
    await work.act("place.fixed", contents.place(210285110, 1058542300, mocked=True))
    await factories.write_minutes(work)
    await factories.submit(work)
    await work_off(settings)
    return work


async def finding(work: Work) -> str:
    return str(await database.fetchval("SELECT id FROM findings WHERE inspection_id = $1", work.id))


def address(work: Work) -> str:
    return f"/desk/inspections/{work.id}"


async def fill_in(desk: Reader, weight: str, reason: str) -> int:
    """Choose, write the reason, press Review; returns the status."""
    form = desk.form("/weigh")
    form.fill("weight", weight)
    form.fill("reason", reason)
    button = next(item for item in form.buttons if item.value == "review")
    return await desk.try_submit(form, button)


async def test_a_supervisor_reads_it_and_dismisses_it_with_his_reason(
    doubtful: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    page = await desk.open(address(doubtful))
    assert "Nội dung cần làm rõ (1)" in page.text
    assert "Cách tự xem lại" in page.text
    await desk.follow("/weigh")
    assert await fill_in(desk, "dismissed", "Máy thử của đơn vị.") == 200
    assert "Ghi ý kiến này vào hồ sơ?" in desk.page.text
    assert "Máy thử của đơn vị." in desk.page.text
    assert await desk.press("/weigh") == 200
    assert "Đã ghi ý kiến của bạn" in desk.page.text
    assert "Máy thử của đơn vị." in desk.page.text
    assert people.giang.full_name in desk.page.text
    assert "Đã đánh giá hết." in desk.page.text
    row = await database.fetchrow("SELECT weight, reason FROM findings")
    assert tuple(row) == ("dismissed", "Máy thử của đơn vị.")


async def test_an_answer_or_a_dismissal_needs_a_reason_and_a_choice_needs_to_be_made(
    doubtful: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    weigh = f"{address(doubtful)}/findings/{await finding(doubtful)}/weigh"
    await desk.open(weigh)
    for weight, reason, said in (
        ("needs_answer", "", "thì cần lý do"),
        ("dismissed", "x", "từ 3 đến 2.000 ký tự"),
    ):
        assert await fill_in(desk, weight, reason) == 422
        assert said in desk.page.text
    await desk.open(weigh)
    form = desk.form("/weigh")
    assert await desk.try_submit(form, form.buttons[0]) == 422
    assert "Chọn một ý kiến." in desk.page.text
    assert await database.fetchval("SELECT weight FROM findings") is None


async def test_what_changed_since_it_was_seen_is_not_weighed(
    doubtful: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    await desk.open(f"{address(doubtful)}/findings/{await finding(doubtful)}/weigh")
    form = desk.form("/weigh")
    form.fill("seen", '{"distance_m":1}')
    form.fill("weight", "accepted")
    button = next(item for item in form.buttons if item.value == "review")
    assert await desk.try_submit(form, button) == 200
    assert await desk.press("/weigh") == 409
    assert await database.fetchval("SELECT weight FROM findings") is None


async def test_nobody_else_weighs_and_another_province_does_not_see_it(
    doubtful: Work, people: People, readers: Readers
) -> None:
    weigh = f"{address(doubtful)}/findings/{await finding(doubtful)}/weigh"
    auditor = await readers.of(people.khanh)
    assert (await auditor.open(address(doubtful))).link("/weigh") is None
    assert await auditor.look(weigh) == 403
    assert await (await readers.of(people.ho)).look(weigh) == 404
    nowhere = f"{address(doubtful)}/findings/{doubtful.id}/weigh"
    assert await (await readers.of(people.giang)).look(nowhere) == 404


async def test_who_approves_is_told_how_many_wait_and_may_approve_all_the_same(
    doubtful: Work, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    await desk.open(address(doubtful))
    page = await desk.follow("/approve?")
    assert "Còn 1 nội dung cần làm rõ chưa ai đánh giá." in page.text
    assert await desk.press("/approve") == 200
    assert "Đã phê duyệt." in desk.page.text


async def test_a_repeated_picture_shows_both_only_to_who_may_see_both(
    tus: Tus, stranger: Tus, people: People, readers: Readers, settings: Settings
) -> None:
    data = pictures.jpeg(size=(640, 480))
    near = await factories.announced(people)
    far = await factories.announced(
        people, issuer=people.ho, leader=people.duyen, members=[people.dung]
    )
    for work, phone in ((near, tus), (far, stranger)):
        picture = await factories.take_photo(work, data)
        await phone.whole(data, picture.photo_id)
    await all_stored()
    await work_off(settings)
    theirs = far.pictures[0].photo_id
    for person, sees in ((people.khanh, True), (people.giang, False)):
        desk = await readers.of(person)
        for page in (address(near), f"/desk/photos/{near.pictures[0].photo_id}"):
            await desk.open(page)
            assert (f"/desk/photos/{theirs}/thumb" in desk.html) is sees
            assert (theirs in desk.html) is sees
            assert (far.number in desk.html) is sees
            assert ("ngoài phạm vi bạn được xem" in desk.page.text) is not sees
