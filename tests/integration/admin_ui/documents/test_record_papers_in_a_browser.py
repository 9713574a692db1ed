"""The pages of a record's papers in a real browser: accessible, and fit for both widths."""

import os
from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import record_papers
from tests.support import scans as made
from tests.support.chromium import Chrome, in_english
from tests.support.people import People

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def shown(page: Page, width: int, name: str) -> None:
    """The page as it is must be accessible and fit; SCREENSHOTS names a folder for pictures of it."""
    await check(page, width)
    if folder := os.environ.get("SCREENSHOTS"):  # noqa: TID251 - asked for by who looks at pictures
        await page.screenshot(path=Path(folder) / f"rpaper-{name}-{width}.png", full_page=True)


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_plan_is_edited_printed_scanned_compared_and_sent_out(
    people: People, chrome: Chrome, tmp_path: Path, width: int
) -> None:
    with record_papers.owned():
        plan_id = await record_papers.plan(people.giang)
        document = await record_papers.drafted(plan_id, "KH", people.giang)
        page = await chrome.sign_in(people.giang, width)
        desk = page.url.split("/desk")[0]
        await page.goto(f"{desk}/desk/papers")
        await shown(page, width, "list")
        await page.goto(f"{desk}/desk/papers/{document}")
        await page.get_by_text("Lấy từ hồ sơ").wait_for()
        await shown(page, width, "editor")
        await page.get_by_role("button", name="Hoàn thành").click()
        await page.get_by_text("Đã hoàn thành.").wait_for()
        await shown(page, width, "final")
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
        await page.get_by_text("Signed by hand, to be compared").first.wait_for()
        await page.get_by_role("link", name="Dispatch the paper").click()
        await shown(page, width, "dispatch-en")
        clerk = await chrome.sign_in(people.nga, width)
        await clerk.goto(f"{desk}/desk/papers/{document}/compare")
        await clerk.get_by_role("heading", name="Đối chiếu").first.wait_for()
        await shown(clerk, width, "compare")
