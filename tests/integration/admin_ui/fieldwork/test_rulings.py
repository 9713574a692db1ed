"""A supervisor returns, approves or refuses exactly what he saw."""

import re

from backend.core import database
from tests.support import factories
from tests.support.people import People
from tests.support.readers import Reader, Readers


async def state(work: factories.Work) -> str:
    found: str = await database.fetchval("SELECT state FROM inspections WHERE id = $1", work.id)
    return found


async def return_it(desk: Reader, work: factories.Work, target: str, words: str) -> None:
    await desk.open(f"/desk/inspections/{work.id}")
    await desk.follow("/return?")
    form = desk.form("/return")
    form.fill_nth("at", 0, target)
    form.fill_nth("text", 0, words)
    await desk.submit(form, next(item for item in form.buttons if item.value == "review"))
    assert await desk.press("/return", "confirm") == 200


async def test_approval_asks_first_and_names_the_hash(people: People, readers: Readers) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{work.id}")
    page = await desk.follow("/approve?")
    assert work.revision in page.text
    assert await state(work) == "submitted"
    assert await desk.press("/approve") == 200
    assert await state(work) == "approved"
    assert "Đã phê duyệt" in desk.page.text


async def test_another_revision_than_the_present_one_is_not_approved(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.giang)
    assert await desk.look(f"/desk/inspections/{work.id}/approve?revision={'0' * 64}") == 409
    await desk.open(f"/desk/inspections/{work.id}/approve?revision={work.revision}")
    assert await desk.press("/approve", revision="f" * 64) == 409
    assert await state(work) == "submitted"
    assert "Bạn đang xem một bản khác" in desk.page.text


async def test_of_two_decisions_one_wins_and_the_other_learns_who_and_when(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    first, second = await readers.of(people.giang), await readers.of(people.hai)
    for desk in (first, second):
        await desk.open(f"/desk/inspections/{work.id}/approve?revision={work.revision}")
    assert await first.press("/approve") == 200
    assert await second.press("/approve") == 409
    assert people.giang.full_name in second.page.text
    assert "Đã phê duyệt" in second.page.text


async def test_approval_waits_for_missing_photographs(people: People, readers: Readers) -> None:
    work = await factories.submitted(people, photos=2)
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert page.link("/approve?") is None
    assert "Còn 2 ảnh, tài liệu đã khai báo" in page.text
    await desk.open(f"/desk/inspections/{work.id}/approve?revision={work.revision}")
    assert await desk.press("/approve") == 409
    assert await state(work) == "submitted"


async def test_a_return_needs_a_remark_that_is_whole(people: People, readers: Readers) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{work.id}/return?revision={work.revision}")
    assert await desk.press("/return", "review") == 422
    assert "Cần ít nhất một ý kiến" in desk.page.text
    assert await desk.press("/return", "review", at="field:/team_opinion") == 422
    assert "cần chọn cả mục" in desk.page.text
    assert await state(work) == "submitted"


async def test_what_a_remark_can_be_about_shows_its_days_as_the_minutes_do(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{work.id}")
    await desk.follow("/return?")
    started = re.search(r"Bắt đầu lúc: ([^<]*)<", desk.html)
    assert started
    assert re.fullmatch(r"\d\d/\d\d/\d{4} \d\d:\d\d", started[1].strip()), started[1]


async def test_more_rows_keep_what_was_typed(people: People, readers: Readers) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{work.id}/return?revision={work.revision}")
    form = desk.form("/return")
    form.fill_nth("text", 0, "Viết dở")
    await desk.submit(form, next(item for item in form.buttons if item.value == "more"))
    texts = [item.value.strip() for item in desk.form("/return").controls if item.name == "text"]
    assert texts == ["Viết dở", "", "", "", "", ""]


async def test_a_remark_stands_at_its_field_and_at_its_photograph(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people, photos=1)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{work.id}/return?revision={work.revision}")
    form = desk.form("/return")
    form.fill_nth("at", 0, "field:/contents/0/result")
    form.fill_nth("text", 0, "Ghi rõ số lượng.")
    form.fill_nth("at", 1, f"photo:{work.pictures[0].photo_id}")
    form.fill_nth("text", 1, "Ảnh mờ, chụp lại.")
    await desk.submit(form, next(item for item in form.buttons if item.value == "review"))
    assert "Nội dung và kết quả kiểm tra 1 – Kết quả" in desk.page.text
    assert await desk.press("/return", "confirm") == 200
    assert await state(work) == "returned"
    team = await readers.of(people.an)
    page = await team.open(f"/desk/inspections/{work.id}")
    assert page.text.count("Ghi rõ số lượng.") == 2
    assert page.text.count("Ảnh mờ, chụp lại.") == 2


async def test_what_changed_since_the_return_is_shown(people: People, readers: Readers) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.giang)
    await return_it(desk, work, "field:/team_opinion", "Nêu kiến nghị cụ thể.")
    await factories.write_minutes(work, team_opinion="Kiến nghị nhắc nhở cơ sở.")
    await factories.submit(work)
    page = await desk.open("/desk/")
    assert "đã trả lại 1 lần" in page.text
    page = await desk.open("/desk/work/lists/inspections")
    assert "biên bản" in page.text
    assert "đã trả lại 1 lần" in page.text
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert "Thay đổi từ lần trả lại" in page.text
    assert "Kiến nghị nhắc nhở cơ sở." in page.text
    assert "<ins>Kiến nghị nhắc nhở cơ sở.</ins>" in desk.html
    assert "Nêu kiến nghị cụ thể." in page.text


async def test_a_refusal_needs_its_reason_and_a_second_look(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{work.id}/refuse?revision={work.revision}")
    assert await desk.press("/refuse", "review", reason="a") == 422
    assert await desk.press("/refuse", "review", reason="Kiểm tra sai đối tượng.") == 200
    assert await state(work) == "submitted"
    assert await desk.press("/refuse") == 200
    assert await state(work) == "refused"
    assert "Kiểm tra sai đối tượng." in desk.page.text


async def test_nobody_but_a_supervisor_gets_to_decide(people: People, readers: Readers) -> None:
    work = await factories.submitted(people)
    for person in (people.an, people.chi, people.khanh):
        desk = await readers.of(person)
        for what in ("approve", "return", "refuse"):
            address = f"/desk/inspections/{work.id}/{what}"
            assert await desk.look(f"{address}?revision={work.revision}") == 403
    assert await state(work) == "submitted"
