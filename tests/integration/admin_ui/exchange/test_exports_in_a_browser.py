"""A list is taken away in a real browser: asked for, followed, downloaded, on a desk and on a phone."""

from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

from backend.core.settings import Settings
from tests.support import cases_made, exports
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


async def fine(page: Page) -> None:
    """Nothing on the page is cut, and axe finds no fault."""
    assert (await Axe().run(page)).response["violations"] == []
    assert await page.evaluate(_WIDER) <= 1


async def test_a_list_is_asked_for_followed_and_taken_at_both_widths(
    people: People, chrome: Chrome, settings: Settings, tmp_path: Path
) -> None:
    await cases_made.recorded(people)
    for width in (390, 1280):
        page = await chrome.sign_in(people.giang, width)
        await page.goto("/desk/cases")
        await page.get_by_role("link", name="Xuất…").click()
        await fine(page)
        await page.get_by_role("button", name="Xuất ra tệp").click()
        purpose = page.get_by_label("Mục đích")
        await purpose.fill(f"Báo cáo tuần, màn hình {width}")
        await page.get_by_role("button", name="Xuất ra tệp").click()
        await page.get_by_role("heading", name="Tiến độ").wait_for()
        await fine(page)
        await exports.written(settings)
        await page.reload()
        await page.get_by_role("heading", name="Tệp đã sẵn sàng").wait_for()
        await fine(page)
        async with page.expect_download() as begun:
            await page.get_by_role("link", name="Tải về").click()
        file = await begun.value
        kept = tmp_path / f"{width}.xlsx"
        await file.save_as(kept)
        assert file.suggested_filename.startswith("vu-viec ")
        assert len(exports.read_xlsx(kept.read_bytes()).rows) == 1
        await page.goto("/desk/exports")
        await fine(page)
        await page.context.close()
    assert chrome.complaints == []
