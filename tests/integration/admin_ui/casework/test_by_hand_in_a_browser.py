"""Signing by hand in a real browser: send the scan, compare it side by side; on a desk and on a phone."""

from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

from backend.casework.issued_documents import service as issued_documents
from tests.integration.casework.issued_documents.test_issue import ready
from tests.support import cases_made, scans
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


async def is_open_and_fits(page: Page) -> None:
    """No fault that axe knows, and nothing to scroll sideways for."""
    found = (await Axe().run(page)).response
    assert found["violations"] == []
    assert await page.evaluate(_WIDER) <= 1


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_scan_is_sent_and_compared(
    people: People, chrome: Chrome, width: int, tmp_path: Path
) -> None:
    case = await cases_made.inspected(people)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    await issued_documents.issue(document, hashed, None, people.giang.actor("desk"), alone="Trực")
    good, bad = tmp_path / "quet.jpg", tmp_path / "trang.pdf"
    good.write_bytes(scans.jpeg(600))
    bad.write_bytes(b"<html>%PDF-1.7 %%EOF</html>")

    page = await chrome.sign_in(people.an, width)
    await page.goto(f"/desk/documents/{document}")
    await is_open_and_fits(page)
    await page.get_by_role("link", name="Đưa bản quét vào").click()
    await is_open_and_fits(page)
    await page.get_by_label("Bản quét (PDF hoặc ảnh JPEG)").set_input_files(bad)
    await page.get_by_role("button", name="Gửi bản quét").click()
    await page.get_by_text("Chỉ nhận tệp PDF hoặc ảnh JPEG").wait_for()
    await page.get_by_label("Bản quét (PDF hoặc ảnh JPEG)").set_input_files(good)
    await page.get_by_role("button", name="Gửi bản quét").click()
    await page.get_by_text("Đã nhận và lưu bản quét.").wait_for()
    await is_open_and_fits(page)
    await page.context.close()

    page = await chrome.sign_in(people.nga, width)
    await page.goto("/desk/by-hand")
    await is_open_and_fits(page)
    await page.locator("table.list tr", has_text="QĐ-TL").locator("a.main-link").click()
    await page.get_by_role("link", name="Đối chiếu").click()
    await page.get_by_role("img", name="Bản quét").wait_for()
    await is_open_and_fits(page)
    await page.get_by_label("Tôi đã xem đủ các trang của cả hai bản").check()
    await page.get_by_role("button", name="Đúng với bản in").click()
    await page.get_by_text("Đã ghi kết quả đối chiếu.").wait_for()
    await page.context.close()
    assert [one for one in chrome.complaints if "422" not in one] == []
