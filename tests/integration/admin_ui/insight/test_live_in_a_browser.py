"""A page is brought up to date in place: what a colleague does appears, and the reader's place stays."""

import re

import pytest
from playwright.async_api import Page, expect

from backend.core import clock
from backend.core.local_time import VIETNAM
from tests.support import factories
from tests.support.chromium import Chrome, in_english
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]

WAIT_MS = 60_000


async def place(page: Page, href: str) -> float:
    """How far below the top of the window a link is."""
    box = await page.locator(f"main a.main-link[href^='{href}']").bounding_box()
    assert box is not None
    return box["y"]


async def test_a_colleague_s_act_changes_the_list_while_scroll_and_focus_stay(
    chrome: Chrome, people: People
) -> None:
    works = [await factories.submitted(people) for _ in range(12)]
    page = await chrome.sign_in(people.giang, reduced_motion="reduce")
    await page.set_viewport_size({"width": 1280, "height": 420})
    await page.goto("/desk/")
    await expect(page.locator(".live-said")).to_have_text("Trang tự cập nhật.", timeout=WAIT_MS)
    mine = f"/desk/inspections/{works[8].id}"
    link = page.locator(f"main a.main-link[href^='{mine}']")
    await link.focus()
    await expect(link).to_be_in_viewport(ratio=1)
    before = await place(page, mine)
    assert await page.evaluate("scrollY") > 0
    await factories.submitted(people)
    await expect(page.locator(".counts li").first).to_contain_text("13", timeout=WAIT_MS)
    assert abs(await place(page, mine) - before) < 2
    assert (await page.evaluate("document.activeElement.getAttribute('href')")).startswith(mine)
    await expect(page.locator(".live-said")).to_contain_text("Đã cập nhật lúc")
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(re.compile(str(works[9].id)))
    await page.go_back()
    below = page.locator(f"main a.main-link[href^='/desk/inspections/{works[9].id}']")
    await expect(below).to_be_focused()
    await page.keyboard.press("k")
    await expect(link).to_be_focused()
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog")).to_contain_text("Việc tiếp theo trong danh sách")
    assert not chrome.complaints


async def test_who_looks_is_shown_and_nothing_changes_under_who_decides_or_types(
    chrome: Chrome, people: People
) -> None:
    work = await factories.submitted(people)
    here = f"/desk/inspections/{work.id}"
    head, member = await chrome.sign_in(people.giang), await chrome.sign_in(people.an)
    await head.goto(here)
    await member.goto(here)
    await expect(head.locator(".live-faces")).to_contain_text(people.an.full_name, timeout=WAIT_MS)
    await expect(member.locator(".live-faces")).to_contain_text(people.giang.full_name)
    await member.close()
    await expect(head.locator(".live-faces")).to_be_hidden(timeout=WAIT_MS)
    details = head.locator("main details").first
    await details.evaluate("one => one.open = true")
    await factories.take_photo(work)
    await expect(head.locator(".live-said")).to_contain_text("Đã cập nhật lúc", timeout=WAIT_MS)
    assert await details.evaluate("one => one.open")
    view = await head.evaluate("document.querySelector('main a.button[href*=\"/return?\"]').href")
    await head.goto(view)  # while he writes why, more comes
    await expect(head.locator(".live-said")).to_have_text(
        "Trang báo khi có thay đổi.", timeout=WAIT_MS
    )
    await head.locator("main textarea").first.fill("Ghi rõ số lượng")
    await factories.take_photo(work)
    await expect(head.get_by_text("Có thay đổi mới")).to_be_visible(timeout=WAIT_MS)
    assert await head.locator("main textarea").first.input_value() == "Ghi rõ số lượng"
    await head.locator(".live-waits button").click()
    await expect(head.get_by_text("được điền lại")).to_be_visible()
    assert await head.locator("main textarea").first.input_value() == "Ghi rõ số lượng", (
        "a reload loses nothing that was typed"
    )
    assert not chrome.complaints


async def test_a_page_stays_whole_in_its_language_while_another_tab_shows_the_other(
    chrome: Chrome, people: People
) -> None:
    work = await factories.submitted(people)
    page = await chrome.sign_in(people.giang)
    await page.goto(f"/desk/inspections/{work.id}")
    await expect(page.locator(".live-said")).to_have_text("Trang tự cập nhật.", timeout=WAIT_MS)
    title = await page.locator("main h2").first.inner_text()
    other = await page.context.new_page()
    await other.goto("/desk/account")
    await in_english(other)
    await expect(other.locator("html")).to_have_attribute("lang", "en")
    before = clock.now()
    await factories.take_photo(work)
    await expect(page.locator(".live-said")).to_contain_text("Đã cập nhật lúc", timeout=WAIT_MS)
    hours = {f"{one.astimezone(VIETNAM):%H:%M}" for one in (before, clock.now())}
    assert (await page.locator(".live-said").inner_text())[-6:-1] in hours
    assert await page.get_attribute("html", "lang") == "vi"
    assert await page.locator("main h2").first.inner_text() == title
    assert not chrome.complaints
