"""The catalogue at the desk: found without diacritics, drafts called drafts, nothing to change."""

import re

import pytest
from axe_playwright_python.async_playwright import Axe

from tests.support.chromium import Chrome, go_to_area
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.timeouts import MAY_RUN_ONCE_MORE

PAGE = "/desk/catalogue"
CODE = re.compile(r'<code class="small">([^<]+)</code>')


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("hang hoa nhap lau duoi 3 trieu", "ND98-15-1-a"),
        ("NHẬP LẬU dưới", "ND98-15-1-a"),
        ("điều 13 87/2024 niem yet", "ND87-13-1-a"),
        ("nd115-20-1", "ND115-20-1"),
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


async def test_every_row_is_called_a_draft_and_doubts_stand_beside_it(
    readers: Readers, people: People
) -> None:
    desk = await readers.of(people.khanh)
    answer = await desk.fetch(PAGE)
    assert len(CODE.findall(answer.text)) == 147
    assert answer.text.count('<span class="mark warn">Bản nháp</span>') == 147
    assert "chưa được cơ quan có thẩm quyền xác nhận" in answer.text
    assert "Bảng nguồn ghi 3–30, đọc là 10–30" in answer.text
    assert "500.000 – 1.000.000 đồng" in answer.text
    assert '<form method="post" action="/desk/catalogue' not in answer.text


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
        await go_to_area(page, "Danh mục hành vi")
        await page.get_by_label("Hành vi, điều khoản hoặc mã").fill("nhap lau")
        await page.get_by_role("button", name="Tìm").click()
        await page.get_by_role("heading", name="Danh mục hành vi vi phạm").wait_for()
        found = (await Axe().run(page)).response
        assert found["violations"] == []
        overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert await page.evaluate(overflow) <= 1
        await page.context.close()
    assert chrome.complaints == []
