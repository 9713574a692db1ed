"""The check-up in a real browser: open to everybody at each width, and up to date by itself."""

import pytest
from axe_playwright_python.async_playwright import Axe

from backend.core import database
from backend.operations.checkup import noting
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_LOOKED_AT_AGAIN = "document.dispatchEvent(new Event('visibilitychange'))"


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_fault_appears_on_the_open_page_and_goes_with_its_cause(
    people: People, chrome: Chrome, width: int
) -> None:
    await noting.note_whole()
    page = await chrome.sign_in(people.lan, width)
    await page.goto("/desk/health")
    await page.get_by_text("Không có việc nào bị giữ lại.").wait_for()
    await database.execute(
        "INSERT INTO pgqueuer (priority, status, entrypoint, payload, dedupe_key)"
        " VALUES (0, 'failed', 'make_preview', 'x', 'x')"
    )
    await page.evaluate(_LOOKED_AT_AGAIN)
    await page.get_by_text("1 việc “tạo ảnh xem trước” bị giữ lại").first.wait_for()
    assert await page.locator("#health-told").inner_text() == "Đã cập nhật."
    found = (await Axe().run(page)).response
    assert found["violations"] == []
    assert await page.evaluate(_WIDER) <= 1
    await database.execute("DELETE FROM pgqueuer")
    await page.evaluate(_LOOKED_AT_AGAIN)
    await page.get_by_text("Không có việc nào bị giữ lại.").wait_for()
    await page.goto("/desk/health/runbooks/disk-full")
    found = (await Axe().run(page)).response
    assert found["violations"] == []
    assert await page.evaluate(_WIDER) <= 1
    await page.context.close()
    assert chrome.complaints == []
