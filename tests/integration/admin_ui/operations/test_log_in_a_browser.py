"""The auditors' log and a timeline in a real browser: open to everybody, by keyboard, on a desk and on a phone."""

import pytest
from axe_playwright_python.async_playwright import Axe

from tests.support import factories
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_MARKS = """[...new Set([...document.querySelectorAll(".timeline summary")].map(
    (one) => getComputedStyle(one).listStyleType))]"""


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_run_of_the_log_and_of_a_timeline_opens_by_keyboard_and_nothing_is_cut(
    people: People, readers: Readers, chrome: Chrome, width: int
) -> None:
    work = await factories.announced(people, photos=4)
    giang = await readers.of(people.giang)
    for _ in range(3):
        await giang.look(f"/desk/inspections/{work.id}")
    await giang.look("/desk/search?subject=hoa+gạo")
    await giang.look("/desk/log")
    page = await chrome.sign_in(people.khanh, width)
    await page.goto("/desk/log")
    assert await page.locator(".timeline details.small").count() > 0, "what was refused"
    assert await page.evaluate(_MARKS) == ["none"], "all that opens has the mark of the desk"
    run = page.get_by_text(f"đã xem cuộc kiểm tra {work.number}, 3 lần")
    await run.focus()
    await page.keyboard.press("Enter")
    await page.get_by_text(f"đã mở trang của cuộc kiểm tra {work.number}").first.wait_for()
    assert (await Axe().run(page)).response["violations"] == []
    assert await page.evaluate(_WIDER) <= 1
    await page.goto(f"/desk/inspections/{work.id}")
    photos = page.locator("details.story summary", has_text="4 ảnh")
    await photos.focus()
    await page.keyboard.press("Enter")
    await page.get_by_text("Ghi ảnh số 4").wait_for()
    assert (await Axe().run(page)).response["violations"] == []
    assert await page.evaluate(_WIDER) <= 1
    await page.context.close()
    assert chrome.complaints == []
