"""Board, calendar and amendment of plans without a mouse, and plan and progress as they are printed."""

import io
import re
from itertools import combinations

import pytest
from playwright.async_api import Page, expect
from pypdf import PdfReader

from admin_ui.planning.items import team
from schemas.planning.acts import PlanItem
from tests.support import plans_made
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
_MOST_TABS = 60


async def tab_to(page: Page, name: str) -> None:
    """Press Tab until a link, a button or a field with this name, or that begins so, has the focus."""
    asked = """() => { const one = document.activeElement;
        return (one.labels?.[0]?.innerText || one.getAttribute('aria-label') || one.innerText || '').trim() }"""
    for _ in range(_MOST_TABS):
        await page.keyboard.press("Tab")
        if str(await page.evaluate(asked)).startswith(name):
            return
    raise AssertionError(f"no way to {name!r} by Tab")


def items(people: People) -> list[PlanItem]:
    team = people.chi.unit.unit_id
    return [plans_made.item(team, f"Cửa hàng {month}", month) for month in (2, 3, 4)]


async def test_the_board_is_narrowed_and_an_item_opened_from_it_without_a_mouse(
    people: People, chrome: Chrome
) -> None:
    await plans_made.in_force(people, items(people))
    page = await chrome.sign_in(people.giang)
    await page.goto(f"/desk/plans/board?year={plans_made.year()}")
    await tab_to(page, "Tháng")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await tab_to(page, "Lọc")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("link", name="Cửa hàng 2")).to_be_visible()
    await expect(page.get_by_role("link", name="Cửa hàng 3")).to_have_count(0)
    await tab_to(page, "Cửa hàng 2")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Cửa hàng 2")).to_be_visible()
    assert chrome.complaints == []


async def test_the_calendar_shows_all_months_on_a_phone_and_its_numbers_are_followed_without_a_mouse(
    people: People, chrome: Chrome
) -> None:
    await plans_made.in_force(people, items(people))
    page = await chrome.sign_in(people.giang, 390)
    await page.goto(f"/desk/plans/calendar?year={plans_made.year()}")
    for number in await page.locator(".months a").all():
        box = await number.bounding_box()
        assert box is not None
        assert 0 <= box["x"] < box["x"] + box["width"] <= 390
    await tab_to(page, "0/1")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("link", name="Cửa hàng 2")).to_be_visible()
    await expect(page.get_by_role("link", name="Cửa hàng 3")).to_have_count(0)
    assert chrome.complaints == []


async def test_the_progress_of_units_is_read_on_a_phone_line_by_line(
    people: People, chrome: Chrome
) -> None:
    await plans_made.in_force(people, items(people))
    page = await chrome.sign_in(people.giang, 390)
    await page.goto(f"/desk/plans/units?year={plans_made.year()}")
    boxes = []
    for cell in await page.locator(".by-state tbody td").all():
        box = await cell.bounding_box()
        assert box is not None
        assert await cell.get_attribute("data-label")
        boxes.append(box)
    assert boxes
    for one, other in combinations(boxes, 2):
        beside = (
            one["x"] + one["width"] <= other["x"] + 1 or other["x"] + other["width"] <= one["x"] + 1
        )
        below = (
            one["y"] + one["height"] <= other["y"] + 1
            or other["y"] + other["height"] <= one["y"] + 1
        )
        assert beside or below, "no label lies over another"
    assert chrome.complaints == []


async def test_a_member_of_a_large_department_is_searched_and_taken_out_again(
    people: People, chrome: Chrome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(team, "SHOWN", 0)
    plan_id = await plans_made.drafted(people.chi, items(people)[:1])
    page = await chrome.sign_in(people.chi)
    await page.goto(f"/desk/plans/{plan_id}/items/new")
    search = page.get_by_role("combobox", name="Thành viên dự kiến")
    await search.fill("thanh binh")
    found = page.locator('li[role="option"]').filter(has_text=people.binh.full_name)
    await found.click()
    chosen = page.locator(f'input[name="members"][value="{people.binh.username}"]')
    await expect(chosen).to_be_checked()
    await search.fill("thanh binh")
    await expect(found).to_have_count(0)
    await page.get_by_role("button", name=f"Bỏ {people.binh.full_name}").click()
    await expect(chosen).to_have_count(0)
    assert chrome.complaints == []


async def test_an_issued_plan_is_amended_without_a_mouse(people: People, chrome: Chrome) -> None:
    plan_id = await plans_made.in_force(people, items(people)[:1])
    page = await chrome.sign_in(people.giang)
    await page.goto(f"/desk/plans/{plan_id}")
    await tab_to(page, "Cửa hàng 2")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Cửa hàng 2")).to_be_visible()
    await tab_to(page, "Sửa")
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("Địa chỉ")).to_be_visible()
    await tab_to(page, "Địa chỉ")
    await page.keyboard.press("ControlOrMeta+a")
    await page.keyboard.type("99 phố Mới")
    await tab_to(page, "Lưu")
    await page.keyboard.press("Enter")
    assert page.url.endswith("/edit"), "the browser asks for the reason"
    assert await page.evaluate("() => document.activeElement.name") == "reason"
    await page.keyboard.type("Cơ sở chuyển địa điểm")
    await tab_to(page, "Lưu")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("definition").filter(has_text="99 phố Mới")).to_be_visible()
    await page.goto(f"/desk/plans/{plan_id}/changes")
    await expect(page.get_by_text("Cơ sở chuyển địa điểm")).to_be_visible()
    assert chrome.complaints == []


async def printed(page: Page, address: str) -> PdfReader:
    """The page on A4, as the browser prints it."""
    await page.goto(address)
    return PdfReader(io.BytesIO(await page.pdf(prefer_css_page_size=True, format="A4")))


def said(book: PdfReader) -> str:
    """All words of the sheets."""
    return " ".join(" ".join(one.extract_text() for one in book.pages).split())


async def test_a_plan_and_its_progress_are_printed_whole_without_buttons(
    people: People, chrome: Chrome
) -> None:
    plan_id = await plans_made.in_force(people, items(people))
    page = await chrome.sign_in(people.giang)
    year = plans_made.year()
    plan = said(await printed(page, f"/desk/plans/{plan_id}"))
    assert "Cửa hàng 2" in plan
    for button in ("Tải danh mục", "Công bố", "Việc của tôi"):
        assert button not in plan, button

    calendar = await printed(page, f"/desk/plans/calendar?year={year}")
    sheet = calendar.pages[0].mediabox
    assert sheet.width > sheet.height, "thirteen columns lie on the broad side"
    assert "Tất cả" not in said(calendar), "of the filter it says what was asked for alone"
    assert f"Lọc · {year}" in said(calendar)
    await page.emulate_media(media="print")
    await page.set_viewport_size({"width": 1000, "height": 700})
    fits = "() => { const t = document.querySelector('.months'); return t.scrollWidth <= t.parentElement.clientWidth }"
    assert await page.evaluate(fits)
    await page.goto(f"/desk/plans/items?year={year}")
    await page.set_viewport_size({"width": 700, "height": 990})
    over = """() => [...document.querySelectorAll('.list :is(th, td)')]
        .filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.innerText)"""
    assert await page.evaluate(over) == [], "no cell of a printed list runs into the next"
    title = "() => document.querySelector('.list th[scope=row]').clientWidth"
    assert await page.evaluate(title) > 120, "the title has its room on the sheet"
    units = await printed(page, f"/desk/plans/units?year={year}")
    assert re.search(r"Đội .*\b3\b", said(units))
    board = said(await printed(page, f"/desk/plans/board?year={year}"))
    assert all(f"Cửa hàng {month}" in board for month in (2, 3, 4))
