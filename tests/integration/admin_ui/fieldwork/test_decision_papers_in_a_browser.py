"""The pages of a decision as a paper in a real browser: accessible, and fit for both widths."""

import os
from pathlib import Path

import pytest
from playwright.async_api import Page

from backend.core import database
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import decision_papers
from tests.support import scans as made
from tests.support.chromium import Chrome, go_to_area, in_english
from tests.support.people import People

pytestmark = pytest.mark.browser


async def shown(page: Page, width: int, name: str) -> None:
    """The page as it is must be accessible and fit; SCREENSHOTS names a folder for pictures of it."""
    await check(page, width)
    if folder := os.environ.get("SCREENSHOTS"):  # noqa: TID251 - asked for by who looks at pictures
        await page.screenshot(path=Path(folder) / f"decision-{name}-{width}.png", full_page=True)


@pytest.mark.sampled(one_in=2)
@pytest.mark.parametrize("width", [390, 1280])
async def test_a_head_prints_a_decision_and_sends_the_scan_of_the_signed_sheet(
    people: People, chrome: Chrome, tmp_path: Path, width: int
) -> None:
    await decision_papers.drafted(people)
    page = await chrome.sign_in(people.giang, width)
    await go_to_area(page, "Quyết định kiểm tra")
    await shown(page, width, "list")
    await page.locator("table.list a.main-link").first.click()
    await page.get_by_text("Người ký:").wait_for()
    await shown(page, width, "draft")
    await page.get_by_role("link", name="Sửa dự thảo").click()
    await page.get_by_role("button", name="Lưu và xem văn bản").wait_for()
    await shown(page, width, "form")
    await page.get_by_role("button", name="Lưu và xem văn bản").click()
    await page.get_by_text("Đã lưu dự thảo.").wait_for()
    by_hand = page.locator("details", has=page.locator("button[name=by_hand]"))
    await by_hand.locator("summary").click()
    await page.locator("button[name=by_hand]").click()
    await page.get_by_text("Đã cấp số.").wait_for()
    await shown(page, width, "printed")
    await page.get_by_role("link", name="Đưa bản quét vào").click()
    (tmp_path / "scan.pdf").write_bytes(made.pdf(1))
    await page.locator("input[type=file]").set_input_files(tmp_path / "scan.pdf")
    await shown(page, width, "scan")
    await page.locator("form[enctype] button.primary").click()
    await page.get_by_text("Đã nhận bản quét.").wait_for()
    await shown(page, width, "awaiting")
    await in_english(page)
    await page.get_by_text("Signed by hand, waiting for comparison").first.wait_for()
    await shown(page, width, "awaiting-en")
    inspection = await database.fetchval("SELECT id FROM inspections")
    await page.goto(f"{page.url.split('/desk')[0]}/desk/inspections/{inspection}/change")
    await shown(page, width, "change")
