"""The search box in a real browser, by keys alone: found, read out, opened, closed; and without its script."""

import pytest

from tests.integration.admin_ui.shell.test_in_a_browser import check_as_it_is, look
from tests.integration.insight.test_search import followed
from tests.support import cases_made
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


async def test_a_case_is_found_and_opened_without_a_mouse(people: People, chrome: Chrome) -> None:
    case = await cases_made.sanctioned(people)
    await followed()
    page = await chrome.sign_in(people.giang)
    await page.goto("/desk/cases")
    box = page.get_by_role("combobox", name="Tìm hồ sơ")
    await page.keyboard.press("/")
    assert await box.evaluate("box => box === document.activeElement")
    await page.keyboard.type("mau tran", delay=20)
    await page.wait_for_selector("#find-list")
    assert await box.get_attribute("aria-expanded") == "true"
    assert await box.get_attribute("aria-activedescendant") is None
    assert "kết quả" in await page.inner_text("[data-find-said]")
    for width in (1280, 390):
        await page.set_viewport_size({"width": width, "height": 900})
        await check_as_it_is(page, width)
    await page.keyboard.press("ArrowDown")
    chosen = await box.get_attribute("aria-activedescendant")
    assert await page.get_attribute(f"#{chosen}", "aria-selected") == "true"
    await page.keyboard.press("ArrowUp")
    assert await box.get_attribute("aria-activedescendant") is None
    await page.keyboard.press("Escape")
    assert await page.locator("#find-list").is_hidden()
    assert await box.input_value() == "mau tran"
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await page.wait_for_url(f"**/desk/cases/{case.id}")
    await page.keyboard.press("Control+k")
    await page.keyboard.type("khongcogi xyz")
    await page.wait_for_selector(".find-note")
    assert await page.inner_text("[data-find-said]") == "Không tìm thấy gì."
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/desk/search?q=khongcogi+xyz")
    await look(
        page,
        "/desk/search?q=mau+tran",
        "/desk/search?q=mau&kind=case&place=cay+da&since=2020-01-01&value_from=1000",
        "/desk/search?q=%25",
    )
    await page.context.close()
    assert chrome.complaints == []


async def test_the_box_is_a_plain_form_without_its_script(people: People, chrome: Chrome) -> None:
    case = await cases_made.sanctioned(people)
    await followed()
    page = await chrome.sign_in(people.giang, java_script_enabled=False)
    await page.goto("/desk/")
    await page.fill("#find-words", "mau tran")
    await page.click(".find button")
    await page.wait_for_url("**/desk/search?q=mau+tran")
    await page.click(f'main a[href="/desk/cases/{case.id}"]')
    await page.wait_for_url(f"**/desk/cases/{case.id}")
    await page.context.close()
