"""At the desk: a visit that was given up, and minutes of one that could not be carried out."""

from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from schemas.fieldwork.remarks import Comment, CommentTarget
from tests.support import factories
from tests.support.people import People
from tests.support.readers import Readers

REASON = "Đoàn được điều đi vụ việc khẩn cấp"


async def test_the_page_says_who_gave_the_visit_up_and_why(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people)
    await work.act("inspection.discarded", {"reason": REASON})
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert "Đoàn đã ghi không kiểm tra" in page.text
    assert f"{people.an.full_name} ghi không kiểm tra lúc" in page.text
    assert REASON in page.text
    assert page.link("/approve?") is None
    await desk.press("/desk/language")
    assert "The team recorded that it does not inspect" in desk.page.text
    assert f"{people.an.full_name} recorded “not inspected” at" in desk.page.text


async def test_it_is_forgotten_once_the_visit_is_begun_again(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people)
    await work.act("inspection.discarded", {"reason": REASON})
    await work.act("inspection.opened", {"decision_id": str(work.id)})
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert "ghi không kiểm tra lúc" not in page.text
    assert "đề nghị không kiểm tra" in page.text, "what happened still lists it"


async def test_the_search_finds_what_was_given_up(people: People, readers: Readers) -> None:
    given_up = await factories.announced(people)
    await given_up.act("inspection.discarded", {"reason": REASON})
    other = await factories.announced(people)
    desk = await readers.of(people.giang)
    page = await desk.open("/desk/search?state=discarded")
    assert given_up.number in page.text
    assert other.number not in page.text


async def test_minutes_of_non_execution_read_as_such_and_can_be_approved(
    people: People, readers: Readers
) -> None:
    work = await factories.opened(people)
    await factories.write_nonexecution(work)
    await factories.submit(work)
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    for words in (
        "Biên bản về việc không thực hiện quyết định kiểm tra",
        "cơ sở đóng cửa",
        "Cửa cuốn khóa",
        "Ủy ban nhân dân phường Mẫu Đơn",
        "tổ chức, cá nhân được kiểm tra không ký",
        "…/BB-KKT",
    ):
        assert words in page.text, words
    assert "Nội dung và kết quả kiểm tra" not in page.text
    assert page.link(f"/approve?revision={work.revision}")
    page = await desk.open(f"/desk/inspections/{work.id}/print")
    assert "Biên bản về việc không thực hiện quyết định kiểm tra" in page.text


async def test_a_remark_at_the_cause_names_it_as_the_form_does(
    people: People, readers: Readers
) -> None:
    work = await factories.opened(people)
    await factories.write_nonexecution(work)
    await factories.submit(work)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{work.id}/return?revision={work.revision}")
    assert "Lý do không thực hiện được việc kiểm tra: Cơ sở đóng cửa" in desk.html


async def test_the_queue_says_that_it_could_not_be_carried_out(
    people: People, readers: Readers
) -> None:
    work = await factories.opened(people)
    await factories.write_nonexecution(work)
    await factories.submit(work)
    desk = await readers.of(people.giang)
    page = await desk.open("/desk")
    assert work.number in page.text
    assert "Biên bản về việc không thực hiện quyết định kiểm tra" in page.text


async def test_a_remark_keeps_its_name_and_the_change_is_told_when_the_team_inspects_after_all(
    people: People, readers: Readers
) -> None:
    work = await factories.opened(people)
    await factories.write_nonexecution(work)
    await factories.submit(work)
    remark = Comment(at=CommentTarget(field="/observed"), text="Quay lại buổi chiều")
    async with transaction():
        await inspections.return_for_correction(
            work.id, work.revision, [remark], people.giang.actor("desk")
        )
    await work.act("inspection.announced", {"place": None})
    await factories.write_minutes(work)
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert "Hiện trạng ghi nhận tại chỗ" in page.text
    assert "Biên bản về việc không thực hiện quyết định kiểm tra" in page.text, "what it was before"
    assert "Mẫu biên bản" in page.text
    assert "/observed" not in page.text
