"""The frame of the desk: a rail, on a phone a drawer; by keyboard and without scripts."""

import pytest
from playwright.async_api import Page, expect

from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import factories
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, MAY_RUN_ONCE_MORE]


async def _focused(page: Page, of: str) -> str:
    return str(await page.evaluate(f"document.activeElement.{of}"))


@pytest.mark.parametrize("scripts", [True, False])
async def test_a_head_opens_the_drawer_on_a_phone_with_the_keyboard(
    people: People, chrome: Chrome, scripts: bool
) -> None:
    page = await chrome.sign_in(people.giang, 390, java_script_enabled=scripts)
    await page.goto("/desk/cases")
    bar = await page.locator(".desk-bar").bounding_box()
    assert bar is not None
    assert bar["height"] <= 57, "the frame takes 56 px and its line"
    nav = page.get_by_role("navigation", name="Điều hướng chính")
    assert await nav.count() == 0, "what is not seen is not read aloud"
    menu = page.locator(".rail-button summary")
    if scripts:
        await check(page, 390)

    await menu.focus()
    await page.keyboard.press("Enter")
    assert await nav.locator("[aria-current=page]").inner_text() == "Hồ sơ vụ việc"
    assert await nav.get_by_role("link").count() == 5, "the groups are closed"
    if scripts:
        await check(page, 390)
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    assert await _focused(page, "getAttribute('href')") == "/desk/"
    if scripts:
        await page.keyboard.press("Escape")
        assert await nav.count() == 0
        assert await _focused(page, "innerText") == "Các mục"
        await page.keyboard.press("Enter")
    await nav.locator("summary", has_text="Văn bản").click()
    await nav.get_by_role("link", name="Sổ đăng ký văn bản đi").click()
    await page.wait_for_url("**/desk/outgoing")
    assert await nav.count() == 0, "each page begins with its own words"
    await menu.click()
    group = nav.locator("details", has_text="Văn bản")
    assert await group.get_attribute("open") is not None, "where the reader is"
    assert chrome.complaints == []


async def test_a_head_has_the_rail_always_and_goes_anywhere_in_two_presses(
    people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/due")
    nav = page.get_by_role("navigation", name="Điều hướng chính")
    entries = nav.locator(".rail-entries > li > a, .rail-entries > li > details > summary")
    said = [(await one.inner_text()).split("\n")[0] for one in await entries.all()]
    assert said == [
        "Việc của tôi",
        "Việc đến hạn",
        "Kế hoạch kiểm tra",
        "Tiếp nhận thông tin",
        "Kiểm tra",
        "Hồ sơ vụ việc",
        "Văn bản",
        "Tổ chức, cá nhân",
        "Tra cứu",
        "Thống kê, báo cáo",
        "Pháp luật, danh mục",
        "Quản trị hệ thống",
    ]
    assert await nav.locator("[aria-current=page]").inner_text() == "Việc đến hạn"
    assert not await page.locator(".rail-button").is_visible()
    group = nav.locator("summary", has_text="Kiểm tra")
    await group.focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    assert await _focused(page, "getAttribute('href')") == "/desk/decisions"
    await check(page, 1280)
    await page.set_viewport_size({"width": 1024, "height": 800})
    assert await group.is_visible()
    await check(page, 1024)
    await page.set_viewport_size({"width": 1023, "height": 800})
    assert not await group.is_visible()
    assert await page.locator(".rail-button").is_visible()
    assert chrome.complaints == []


async def test_tao_moi_begins_what_the_reader_may_begin_and_closes_when_he_goes_elsewhere(
    people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/due")
    create = page.locator("summary", has_text="Tạo mới")
    case = page.get_by_role("link", name="Lập hồ sơ vụ việc")
    await create.click()
    await check(page, 1280)
    await page.keyboard.press("Escape")
    assert not await case.is_visible()
    assert "Tạo mới" in await _focused(page, "innerText")
    await create.click()
    await page.locator("h1").click()
    assert not await case.is_visible()
    await create.click()
    await case.click()
    await page.wait_for_url("**/desk/cases/new")
    assert chrome.complaints == []


async def test_the_records_opened_last_stand_in_the_rail_and_above_their_forms(
    people: People, chrome: Chrome
) -> None:
    first, second = await factories.submitted(people), await factories.submitted(people)
    page = await chrome.sign_in(people.giang)
    seen = page.get_by_role("navigation", name="Xem gần đây")
    await page.goto(f"/desk/inspections/{first.id}")
    number = (await page.title()).removesuffix(" – Hiện Trường")
    title = f"{await page.locator('h1').first.inner_text()} · {number}"
    await expect(seen).to_have_count(0)
    await page.goto(f"/desk/inspections/{second.id}")
    await expect(seen.get_by_role("link")).to_have_count(1)
    await seen.get_by_role("link", name=title).click()
    await page.wait_for_url(f"**/desk/inspections/{first.id}")
    await page.goto(f"/desk/inspections/{first.id}/gallery")
    way = page.get_by_role("navigation", name="Vị trí trang")
    await way.get_by_role("link", name=number).click()
    await page.wait_for_url(f"**/desk/inspections/{first.id}")
    assert chrome.complaints == []


async def test_an_auditor_s_and_an_administrator_s_areas_are_their_own(
    people: People, chrome: Chrome
) -> None:
    for person, has, has_not in (
        (people.khanh, "Yêu cầu bị từ chối", "Thiết bị"),
        (people.my, "Thiết bị", "Hồ sơ vụ việc"),
    ):
        page = await chrome.sign_in(person, 390)
        await page.locator(".rail-button summary").click()
        await page.locator(".rail-nav summary", has_text="Quản trị hệ thống").click()
        said = await page.locator(".rail-nav").inner_text()
        assert has in said
        assert has_not not in said
