"""A second person matches a decision signed by hand at the desk: the list, the page, what was found."""

import os
from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.integration.fieldwork.decision_papers.test_hand_signed import begun, typed
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.phone import Phones

pytestmark = pytest.mark.browser


async def shown(page: Page, width: int, name: str) -> None:
    """The page as it is must be accessible and fit; SCREENSHOTS names a folder for pictures of it."""
    await check(page, width)
    if folder := os.environ.get("SCREENSHOTS"):  # noqa: TID251 - asked for by who looks at pictures
        await page.screenshot(path=Path(folder) / f"matching-{name}-{width}.png", full_page=True)


@pytest.mark.parametrize("width", [pytest.param(390, marks=pytest.mark.long), 1280])
async def test_a_clerk_finds_that_a_sheet_does_not_match_and_says_how(
    people: People, phones: Phones, chrome: Chrome, width: int
) -> None:
    # PRACTICE B3: a second person, here the clerk, who neither began the visit nor signed.
    await begun(await phones.of(people.an), await typed(people))
    page = await chrome.sign_in(people.nga, width)
    await page.goto(f"{page.url.split('/desk')[0]}/desk/decisions")
    await page.get_by_role("link", name="chờ đối chiếu").click()
    await shown(page, width, "list")
    await page.locator("table.list a.main-link").first.click()
    await shown(page, width, "page")
    # No sheet is photographed: nobody can find that the photographs are the decision.
    assert await page.get_by_role("button", name="Ảnh là quyết định").count() == 0
    await page.get_by_text("khi ảnh mọi tờ đã về máy chủ").wait_for()
    await page.get_by_role("button", name="Không khớp").click()
    await page.get_by_text("Hãy xem từng tờ rồi đánh dấu.").first.wait_for()
    await page.locator("#f-looked").check()
    await page.locator("#f-reason").fill("Chưa có ảnh tờ nào")
    await page.get_by_role("button", name="Không khớp").click()
    await page.get_by_text("Đã ghi kết quả đối chiếu.").wait_for()
    await shown(page, width, "differs")
