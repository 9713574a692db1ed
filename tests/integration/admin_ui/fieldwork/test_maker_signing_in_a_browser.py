"""The maker's page for signing in a real browser: accessible, and fit for both widths."""

import os
from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.integration.documents.signing.test_verify_on_site import begun, number_minutes
from tests.integration.fieldwork.decision_papers.conftest import issuer as issuer
from tests.support import decision_papers
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.signing import PASSPHRASE, Authority

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def shown(page: Page, width: int, name: str) -> None:
    """The page as it is must be accessible and fit; SCREENSHOTS names a folder for pictures of it."""
    await check(page, width)
    if folder := os.environ.get("SCREENSHOTS"):  # noqa: TID251 - asked for by who looks at pictures
        await page.screenshot(path=Path(folder) / f"maker-{name}-{width}.png", full_page=True)


@pytest.mark.parametrize("width", [390, 1280])
async def test_the_maker_signs_and_sees_the_file(
    people: People, chrome: Chrome, issuer: Authority, width: int
) -> None:
    work = await begun(people)
    await number_minutes(work)
    await decision_papers.certified(people.an, issuer)
    page = await chrome.sign_in(people.an, width)
    root = page.url.split("/desk")[0]
    await page.goto(f"{root}/desk/inspections/{work.id}")
    await page.get_by_role("link", name="Ký số biên bản này").click()
    await page.get_by_text("Ký bằng chứng thư trên máy chủ").wait_for()
    await page.locator("details.check summary").first.click()
    await shown(page, width, "ask")
    await page.get_by_role("button", name="Chuẩn bị để ký").click()
    await page.get_by_role("link", name="Tải PDF để ký").wait_for()
    await shown(page, width, "prepared")
    await page.locator("input[name=passphrase]").fill(PASSPHRASE)
    await page.get_by_role("button", name="Ký số", exact=True).click()
    await page.get_by_text("Đã ký số.").wait_for()
    await shown(page, width, "signed")
    code = await page.locator("a[href^='/verify/']").first.get_attribute("href")
    await page.goto(f"{root}{code}")
    await shown(page, width, "verify")
