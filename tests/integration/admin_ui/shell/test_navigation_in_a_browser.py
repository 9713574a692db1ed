"""The desk's areas: in menus of five modules, behind one button on a phone, by keyboard and without scripts."""

import pytest
from playwright.async_api import Page

from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, MAY_RUN_ONCE_MORE]


async def _height(page: Page) -> float:
    return float(await page.evaluate("document.querySelector('header.top').offsetHeight"))


@pytest.mark.parametrize("scripts", [True, False])
async def test_a_head_opens_the_areas_on_a_phone_with_the_keyboard(
    people: People, chrome: Chrome, scripts: bool
) -> None:
    page = await chrome.sign_in(people.giang, 390, java_script_enabled=scripts)
    await page.goto("/desk/cases")
    closed = await _height(page)
    assert closed < 220, "the areas push no page below the fold"
    nav = page.get_by_role("navigation", name="Điều hướng chính")
    assert await nav.get_by_role("link").count() == 0, "what is not seen is not read aloud"
    menu = nav.locator(".menu summary")
    assert "Các mục: Hồ sơ vụ việc" in await menu.inner_text()
    if scripts:
        await check(page, 390)

    await menu.focus()
    await page.keyboard.press("Enter")
    areas = nav.get_by_role("link")
    assert await areas.count() == 32
    assert await nav.locator("[aria-current=page]").inner_text() == "Hồ sơ vụ việc"
    if scripts:
        await check(page, 390)
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.getAttribute('href')") == "/desk/"
    await page.keyboard.press("Shift+Tab")
    await page.keyboard.press("Space")
    assert await areas.count() == 0
    await menu.click()
    await nav.get_by_role("link", name="Tra cứu").click()
    await page.wait_for_url("**/desk/search")
    assert "Các mục: Tra cứu" in await menu.inner_text()
    assert await areas.count() == 0, "each page begins with its own words"
    assert chrome.complaints == []


async def test_a_head_opens_one_module_at_a_time_and_escape_brings_him_back(
    people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/due")
    nav = page.get_by_role("navigation", name="Điều hướng chính")
    modules = nav.locator(".module summary")
    assert await modules.all_inner_texts() == [
        "Kế hoạch kiểm tra",
        "Tiếp nhận thông tin",
        "Hồ sơ vụ việc",
        "Tra cứu, thống kê, báo cáo",
        "Quản trị hệ thống",
    ]
    links = nav.get_by_role("link")
    single = ["Việc của tôi", "Thông báo"]
    of_cases = modules.nth(2)
    assert await links.all_inner_texts() == single
    assert await _height(page) < 110, "one line below that of his name"
    assert await nav.locator("summary[aria-current]").inner_text() == "Hồ sơ vụ việc"

    await of_cases.focus()
    await page.keyboard.press("Enter")
    cases = nav.get_by_role("list", name="Hồ sơ vụ việc")
    assert await cases.get_by_role("link").count() == 5
    assert await cases.locator("[aria-current=page]").inner_text() == "Việc đến hạn"
    await check(page, 1280)
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.getAttribute('href')") == "/desk/cases"
    await page.keyboard.press("Escape")
    assert await page.evaluate("document.activeElement.innerText") == "Hồ sơ vụ việc"
    assert await links.count() == len(single)
    await of_cases.click()
    await modules.nth(3).click()
    assert not await cases.is_visible(), "one menu never covers another"
    await page.locator("h1").click()
    assert await links.count() == len(single), "who reads on has no menu over the page"
    assert chrome.complaints == []


async def test_an_auditor_s_and_an_administrator_s_areas_are_their_own(
    people: People, chrome: Chrome
) -> None:
    for person, has, has_not in (
        (people.khanh, "Yêu cầu bị từ chối", "Thiết bị"),
        (people.my, "Thiết bị", "Hồ sơ vụ việc"),
    ):
        page = await chrome.sign_in(person, 390)
        await page.locator("summary").first.click()
        said = await page.locator(".modules").inner_text()
        assert has in said
        assert has_not not in said
