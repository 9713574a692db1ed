"""The catalogue at the desk: found without diacritics, drafts called drafts, nothing to change."""

import re

import pytest
from axe_playwright_python.async_playwright import Axe

from tests.support.chromium import Chrome, go_to_area
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.timeouts import MAY_RUN_ONCE_MORE

PAGE = "/desk/catalogue"
CODE = re.compile(r'<tr role="row" id="behaviour-([^"]+)">')


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("hang hoa nhap lau duoi 3 trieu", "ND98-15-1-a"),
        ("NHẬP LẬU dưới", "ND98-15-1-a"),
        ("điều 13 87/2024 niem yet", "ND87-13-1-a"),
        ("nd115-20-1", "ND115-20-1-a"),
    ],
)
async def test_a_behaviour_is_found_however_its_letters_are_typed(
    readers: Readers, people: People, words: str, code: str
) -> None:
    desk = await readers.of(people.an)
    answer = await desk.fetch(f"{PAGE}?q={words}")
    found = CODE.findall(answer.text)
    assert code in found
    assert len(found) < 20


async def test_the_whole_is_called_a_draft_and_doubts_open_at_a_row(
    readers: Readers, people: People
) -> None:
    desk = await readers.of(people.khanh)
    answer = await desk.fetch(PAGE)
    assert len(CODE.findall(answer.text)) == 50
    assert answer.text.count("Bản nháp để tham khảo") == 1, (
        "said once, and not as a mark of each row"
    )
    assert 'class="mark' not in answer.text.split("<main", 1)[1]
    assert "chưa được cơ quan có thẩm quyền xác nhận" in answer.text
    assert "1.147 trong 1.163 hành vi" in answer.text
    assert '<form method="post" action="/desk/catalogue' not in answer.text
    answer = await desk.fetch(f"{PAGE}?decree=ND98&article=7")
    assert CODE.findall(answer.text) == ["ND98-7-1"]
    assert "Nghị định không nêu lĩnh vực của dịch vụ cấm" in answer.text


async def test_all_pages_together_are_the_whole_catalogue(readers: Readers, people: People) -> None:
    desk = await readers.of(people.an)
    found: list[str] = []
    for number in range(1, 25):
        answer = await desk.fetch(f"{PAGE}?force=all&page={number}")
        found += CODE.findall(answer.text)
        if 'rel="next"' not in answer.text:
            break
    assert len(found) == len(set(found)) == 1163
    assert 'rel="prev"' in answer.text


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ("decree=ND98&article=53a&q=nen tang trung gian", "ND98-53a-2-a"),
        ("field=price", "ND87-13-2"),
        ("force=history", "ND98-17-1-a-2020"),
        ("decree=ND99IP&article=12", "ND99IP-12-11"),
    ],
)
async def test_filters_narrow_what_is_listed(
    readers: Readers, people: People, asked: str, codes: str
) -> None:
    desk = await readers.of(people.an)
    found = CODE.findall((await desk.fetch(f"{PAGE}?{asked}")).text)
    assert codes in found
    assert len(found) < 50


async def test_a_row_says_what_its_decree_provides(readers: Readers, people: People) -> None:
    desk = await readers.of(people.an)
    await desk.open(f"{PAGE}/ND98-9-1-e")
    for said in (
        "trị giá hàng thật từ 30.000.000",
        "Tịch thu tang vật (trừ trường hợp buộc tiêu hủy",
        "3–6 tháng",
        "khi trực tiếp nhập khẩu",
        "Nhân 2: Trực tiếp nhập khẩu hàng giả",
    ):
        assert said in desk.html, said
    assert "Mức chắc chắn" not in desk.html, "for legal officers"
    await desk.open(f"{PAGE}/ND115-4-1-a")
    assert "1–2 lần trị giá hàng hóa vi phạm" in desk.html
    await desk.open(f"{PAGE}/ND98-6-3-b")
    assert "Điều luật không quy định, không được áp dụng." in desk.html
    await desk.open(f"{PAGE}/ND87-13-2")
    assert "Nghị định này chưa được đọc" in desk.html


async def test_a_former_code_names_what_took_its_place(readers: Readers, people: People) -> None:
    desk = await readers.of(people.lan)
    await desk.open(f"{PAGE}/ND98-8-4-other")
    assert "Danh mục hiện hành không có mã này" in desk.html
    assert "/desk/catalogue/ND98-8-4-d" in desk.html
    await desk.open(f"{PAGE}/ND98-30-1")
    assert "Bán, cung cấp rượu, bia cho người dưới 18 tuổi" in desk.html
    await desk.open(f"{PAGE}/ND98-53a-1-a")
    assert "Mức chắc chắn" in desk.html
    assert "bảo vệ người tiêu dùng không có trong danh sách hai năm" in desk.html


async def test_nothing_found_says_what_to_do(readers: Readers, people: People) -> None:
    desk = await readers.of(people.giang)
    answer = await desk.fetch(f"{PAGE}?q=%25_tructhang<b>")
    assert "Không có hành vi nào khớp" in answer.text
    assert "tructhang<b>" not in answer.text


@pytest.mark.browser
@MAY_RUN_ONCE_MORE
@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.long)])
async def test_every_role_reaches_it_from_the_navigation_and_it_is_accessible(
    people: People, chrome: Chrome, width: int
) -> None:
    for person in (people.an, people.giang, people.khanh, people.my):
        page = await chrome.sign_in(person, width)
        await go_to_area(page, "Pháp luật, danh mục")
        await page.get_by_role("link", name="Mở danh mục").click()
        await page.get_by_label("Hành vi, điều khoản hoặc mã").fill("nhap lau")
        await page.get_by_role("button", name="Tìm").click()
        await page.get_by_role("heading", name="Danh mục hành vi vi phạm").wait_for()
        found = (await Axe().run(page)).response
        assert found["violations"] == []
        overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert await page.evaluate(overflow) <= 1
        await page.context.close()
    assert chrome.complaints == []
