"""The page of an inspection: what stands on it, for whom."""

from tests.support import factories
from tests.support.people import People
from tests.support.readers import Readers


async def test_it_shows_the_minutes_as_the_printed_form_reads(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    for words in (
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "Độc lập - Tự do - Hạnh phúc",
        "Biên bản kiểm tra",
        f"Căn cứ Quyết định kiểm tra số {work.number}",
        "Trưởng Đoàn",
        "Công ty TNHH Thử Nghiệm Hoa Gạo",
    ):
        assert words in page.text, words
    assert "<svg viewBox=" in desk.html


async def test_it_tells_what_to_do_next_and_names_the_revision(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert "Hồ sơ chờ bạn quyết định" in page.text
    assert work.revision in page.text
    assert page.link(f"/approve?revision={work.revision}")


async def test_it_lists_every_act_with_both_clocks_and_its_hash(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.khanh)
    page = await desk.open(f"/desk/inspections/{work.id}")
    for words in ("Ban hành quyết định kiểm tra", "Xác định vị trí", "Trình hồ sơ", "Mã băm mục"):
        assert words in page.text, words


async def test_it_speaks_english_to_who_chose_english(people: People, readers: Readers) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{work.id}")
    assert await desk.press("/desk/language") == 200
    assert "This waits for your decision" in desk.page.text
    assert 'html lang="en"' in desk.html


async def test_a_member_of_the_team_sees_it_without_the_buttons(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    desk = await readers.of(people.an)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert page.link("/approve?") is None
    assert "chờ người có thẩm quyền ngoài Đoàn" in page.text


async def test_who_may_not_see_it_is_told_that_it_is_not_there(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people)
    for person in (people.ho, people.dung, people.my):
        desk = await readers.of(person)
        for page in ("", "/print", f"/approve?revision={work.revision}"):
            assert await desk.look(f"/desk/inspections/{work.id}{page}") == 404
            assert "Công ty TNHH Thử Nghiệm Hoa Gạo" not in desk.page.text


async def test_the_print_view_has_the_paper_and_the_list_of_photographs(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people, photos=2)
    desk = await readers.of(people.an)
    page = await desk.open(f"/desk/inspections/{work.id}/print")
    assert "Danh mục ảnh kèm theo biên bản" in page.text
    for picture in work.pictures:
        assert picture.sha256 in page.text
    assert work.revision in page.text


async def test_text_that_an_officer_typed_is_never_markup(people: People, readers: Readers) -> None:
    work = await factories.announced(people, photos=0)
    await factories.take_photo(work, caption='<script>alert(1)</script>"onerror=x')
    await factories.write_minutes(work, team_opinion="<img src=x onerror=alert(2)>")
    desk = await readers.of(people.an)
    await desk.open(f"/desk/inspections/{work.id}")
    assert "<script>alert" not in desk.html
    assert "<img src=x" not in desk.html
    assert "&lt;script&gt;alert(1)" in desk.html


async def test_opening_a_case_comes_first_where_violations_were_found(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/inspections/{work.id}")
    main = desk.html.partition("<main")[2]
    first = main.index('class="button primary"')
    assert f"/desk/cases/new/inspection?inspection={work.id}" in main[first : first + 120]
    assert desk.page.link("/desk/review/") is not None, (
        "what waits for the reader is one press away"
    )
