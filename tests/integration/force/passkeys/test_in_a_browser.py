"""Chromium with an authenticator of its own, on `localhost`: a passkey is made, used and removed."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import CDPSession, Page

from backend.core import database, relying_party
from backend.force.passkeys import service as passkeys
from tests.integration.force.accounts.test_in_a_browser import check
from tests.support.chromium import Browsers, Chrome
from tests.support.people import People

pytestmark = pytest.mark.browser
PLACE = "/desk/account/passkeys"


@pytest.fixture
async def chrome(browsers: Browsers, site: str, people: People) -> AsyncIterator[Chrome]:
    """Browsers open the desk at `localhost`, as passkeys need a name."""
    party = relying_party.read(site, "", "")
    assert party
    passkeys.start(party)
    yield Chrome(await browsers.one(), party.origins[0], people)
    await browsers.close_windows()


async def with_authenticator(page: Page) -> tuple[CDPSession, str]:
    """Give this window a machine with a fingerprint reader."""
    cdp = await page.context.new_cdp_session(page)
    await cdp.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    made = await cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return cdp, made["authenticatorId"]


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.long)])
async def test_a_supervisor_makes_a_passkey_confirms_by_it_and_removes_it(
    people: People, chrome: Chrome, width: int
) -> None:
    page = await chrome.sign_in(people.giang, width)
    cdp, machine = await with_authenticator(page)
    await page.goto("/desk/account")
    await page.get_by_role("link", name="Khóa truy cập").click()
    await page.fill("[name=name]", "Máy tính phòng nghiệp vụ")
    await people.forget_codes(people.giang)
    await page.fill("[name=code]", people.giang.code())
    await page.press("[name=code]", "Enter")
    make = page.get_by_role("button", name="Tạo khóa truy cập")
    await make.wait_for()
    await check(page, width)
    await make.click()
    await page.wait_for_url("**?done=added")
    await check(page, width)

    # A quarter of an hour later.
    await database.execute("UPDATE desk_sessions SET confirmed_until = now()")
    await page.goto("/desk/certificates/outside")
    use = page.get_by_role("button", name="Dùng khóa truy cập")
    await check(page, width)
    # A finger that the machine does not know confirms nothing, and may try again.
    await cdp.send(
        "WebAuthn.setUserVerified", {"authenticatorId": machine, "isUserVerified": False}
    )
    await use.click()
    await page.get_by_text("Chưa xác nhận").wait_for()
    await cdp.send("WebAuthn.setUserVerified", {"authenticatorId": machine, "isUserVerified": True})
    await use.click()
    await page.wait_for_url(lambda url: "confirm" not in url)

    await page.goto(PLACE)
    await page.get_by_role("link", name="Gỡ khóa").click()
    await check(page, width)
    await people.forget_codes(people.giang)
    await page.fill("[name=code]", people.giang.code())
    await page.press("[name=code]", "Enter")
    await page.wait_for_url("**?done=removed")
    assert await page.get_by_text("Bạn chưa có khóa truy cập nào.").is_visible()
    assert chrome.complaints == []
