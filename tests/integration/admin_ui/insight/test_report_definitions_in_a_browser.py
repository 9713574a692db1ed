"""Report definitions in a real browser: in both languages, on a desk and on a phone, by keyboard."""

import pytest

from backend.core import clock
from tests.integration.admin_ui.insight.test_statistics import counted_case
from tests.integration.admin_ui.shell.test_in_a_browser import look
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.publishers import second_publisher
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
_PLACE = "/desk/report-definitions"


async def test_a_definition_is_edited_by_keyboard_tried_and_published_by_another(
    people: People, chrome: Chrome
) -> None:
    await counted_case(people)
    page = await chrome.sign_in(people.lan)
    await look(page, _PLACE, f"{_PLACE}/monthly", f"{_PLACE}/sanctions", f"{_PLACE}/monthly/edit")
    await look(page, f"{_PLACE}/new", f"{_PLACE}/new?like=weekly")
    await page.goto(f"{_PLACE}/monthly/edit")
    # On a phone the rows of a part are folded. One is put in above the third: the cursor stands in it, and what was
    # typed stays.
    part = page.locator("#part_1")
    await part.locator("summary", has_text="Các dòng").click()
    await page.locator("#f-part_1_row_2_label_vi").fill("Số cuộc kiểm tra đã làm")
    acts = part.locator("summary", has_text="Thao tác với dòng 3").first
    await acts.focus()
    await page.keyboard.press("Enter")
    insert = part.get_by_role("button", name="Chèn dòng phía trên dòng 3", exact=True)
    await insert.focus()
    async with page.expect_navigation():
        await page.keyboard.press("Enter")
    assert await page.locator(":focus").get_attribute("id") == "f-part_1_row_3_label_vi"
    assert await page.locator("#f-part_1_row_2_label_vi").input_value() == "Số cuộc kiểm tra đã làm"
    await page.keyboard.type("Số vụ có thu giữ")
    await page.locator("#f-part_1_row_3_figure").fill("Số vụ vi phạm bị phát hiện")
    await page.locator("#f-note").fill("Theo công văn của Bộ")
    # Enter in a field sends nothing to a second person.
    async with page.expect_navigation():
        await page.locator("#f-title_vi").press("Enter")
    assert page.url.endswith("/edit")
    await page.get_by_role("button", name="Gửi người thứ hai ban hành").click()
    await page.wait_for_url("**/drafts/**")
    draft = page.url.partition("?")[0]
    tried = f"{draft}?until={clock.today()}"
    await look(page, tried)
    await page.context.close()
    second = await chrome.sign_in(await second_publisher(people))
    await look(second, tried)
    await second.goto(tried)
    await second.get_by_role("checkbox").check()
    await second.get_by_role("button", name="Ban hành", exact=True).click()
    await second.wait_for_url("**/monthly?done=published")
    assert "Phiên bản 2" in await second.locator("main").inner_text()
    await second.context.close()
    assert chrome.complaints == []
