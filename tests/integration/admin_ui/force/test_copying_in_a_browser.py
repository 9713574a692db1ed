"""A one-time link is copied by the keyboard, and the page says so; without scripting there is no button."""

import pytest

from backend import registry
from tests.integration.admin_ui.force.test_first_letters import newcomer
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
registry.open_all()


@pytest.mark.parametrize("safe", [True, False])
async def test_a_one_time_link_is_copied_by_the_keyboard(
    chrome: Chrome, people: People, safe: bool
) -> None:
    """Also where the browser keeps the clipboard from the page: the older command copies then."""
    officer_id = await newcomer(people, "hn1.moi", "Trần Mới")
    page = await chrome.sign_in(people.lan, permissions=["clipboard-read", "clipboard-write"])
    if not safe:
        await page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(0)")
    await page.goto(f"/desk/people/{officer_id}/enrol")
    await page.locator("main button.primary").click()
    await page.wait_for_selector("#link")
    link = (await page.locator("#link").inner_text()).strip()
    assert "/desk/enrol/" in link
    button = page.get_by_role("button", name="Sao chép")
    await button.focus()
    await page.keyboard.press("Enter")
    await page.get_by_role("status").filter(has_text="Đã sao chép.").wait_for()
    assert (await page.evaluate("navigator.clipboard.readText()")).strip() == link


async def test_without_scripting_the_link_is_there_and_no_button(
    chrome: Chrome, people: People
) -> None:
    officer_id = await newcomer(people, "hn1.moi", "Trần Mới")
    page = await chrome.sign_in(people.lan, java_script_enabled=False)
    await page.goto(f"/desk/people/{officer_id}/enrol")
    await page.locator("main button.primary").click()
    await page.wait_for_load_state()
    assert "/desk/enrol/" in await page.locator("#link").inner_text()
    assert await page.get_by_role("button", name="Sao chép").count() == 0
