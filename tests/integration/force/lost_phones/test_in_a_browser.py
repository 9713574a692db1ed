"""Chromium with an authenticator of its own: a phone is reported lost by a passkey, with nobody signed in."""

import httpx
import pytest

from tests.integration.force.lost_phones.test_lost_phones import is_alive, phone_of
from tests.integration.force.passkeys.test_in_a_browser import PLACE, chrome, with_authenticator
from tests.support.chromium import Chrome
from tests.support.people import PASSWORD, People

pytestmark = pytest.mark.browser
__all__ = ["chrome"]


async def test_a_passkey_reports_a_phone_from_the_public_page(
    client: httpx.AsyncClient, people: People, chrome: Chrome
) -> None:
    phone = await phone_of(client, people, people.giang)
    await people.forget_codes(people.giang)
    page = await chrome.sign_in(people.giang, 390)
    await with_authenticator(page)
    await page.goto(PLACE)
    await page.fill("[name=name]", "Máy tính ở nhà")
    await people.forget_codes(people.giang)
    await page.fill("[name=code]", people.giang.code())
    await page.press("[name=code]", "Enter")
    await page.get_by_role("button", name="Tạo khóa truy cập").click()
    await page.wait_for_url("**?done=added")
    await page.context.clear_cookies()

    await page.goto("/desk/lost-phone")
    await page.fill("#p-username", "giang")
    await page.fill("#p-password", PASSWORD)
    await page.get_by_role("button", name="Dùng khóa truy cập").click()
    report = page.get_by_role("button", name="Báo mất và thu hồi máy")
    await report.wait_for()
    assert await page.get_by_role("radio").is_checked(), "there is one phone"
    assert await is_alive(client, phone)
    await report.click()
    await page.get_by_text("Máy đã bị thu hồi").wait_for()
    assert not await is_alive(client, phone)
    assert not chrome.complaints
