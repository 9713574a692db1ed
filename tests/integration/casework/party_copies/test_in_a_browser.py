"""The copy for the party in a real browser: handed over at the desk, opened on a phone."""

from pathlib import Path

import pytest

from backend.casework.issued_documents import service as issued_documents
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.integration.casework.issued_documents.test_issue import ready
from tests.support import cases_made, scans
from tests.support.by_hand import code_of
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_copy_is_handed_over_and_opened(
    people: People, chrome: Chrome, width: int, tmp_path: Path
) -> None:
    case = await cases_made.inspected(people)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    await issued_documents.issue(document, hashed, None, people.giang.actor("desk"), alone="Trực")
    scan = tmp_path / "quet.pdf"
    scan.write_bytes(scans.pdf())
    page = await chrome.sign_in(people.an, width)
    await page.goto(f"/desk/documents/{document}/scan")
    await page.get_by_label("Bản quét (PDF hoặc ảnh JPEG)").set_input_files(scan)
    await page.get_by_role("button", name="Gửi bản quét").click()
    await page.get_by_role("link", name="Giao bản sao cho đối tượng").click()
    await page.get_by_text("Chưa cấp mã nào.").wait_for()
    await check(page, width)
    await page.get_by_role("button", name="Cấp mã và lập bản giao").click()
    second = await page.locator(".second-code").inner_text()
    await check(page, width)
    async with page.expect_download() as printed:
        await page.get_by_role("button", name="Tải về để in").click()
    assert (await (await printed.value).path()).read_bytes().startswith(b"%PDF")

    party = await chrome.window(width)
    await party.goto(f"/verify/{await code_of(document)}")
    await check(party, width)
    await party.get_by_label("Mã xem bản đầy đủ").fill("0000-0000-0000")
    await party.get_by_role("button", name="Xem bản đầy đủ").click()
    await party.get_by_text("Không mở được bản đầy đủ").wait_for()
    await check(party, width)
    await party.get_by_label("Mã xem bản đầy đủ").fill(second.lower())
    await party.get_by_role("button", name="Xem bản đầy đủ").click()
    async with party.expect_download() as taken:
        await party.get_by_role("button", name="Tải tệp").first.click()
    assert (await (await taken.value).path()).read_bytes().startswith(b"%PDF")
    await check(party, width)
    await page.reload()
    assert [one for one in chrome.complaints if "403" not in one] == []
