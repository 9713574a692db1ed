"""The list of exceptions in a real browser: nothing in anyone's way, at both widths."""

import pytest

from tests.integration.admin_ui.operations.test_exceptions import REASON, given_up
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, MAY_RUN_ONCE_MORE]


_WHOLE = """() => { const table = document.querySelector('table.list').getBoundingClientRect();
    const ends = [...document.querySelectorAll('table.list tbody > tr:not(.more)')].map((row) =>
        [...row.cells].filter((cell) => cell.offsetWidth).at(-1).getBoundingClientRect().right);
    return Math.min(...ends) >= table.right - 2; }"""
"""Whether rows reach the edge of their table: details must not span columns that the window leaves out."""


@pytest.mark.sampled(one_in=2)
@pytest.mark.parametrize("width", [390, 1280])
async def test_an_exception_is_read_and_judged(people: People, chrome: Chrome, width: int) -> None:
    await given_up(people)
    page = await chrome.sign_in(people.giang, width)
    await page.goto("/desk/exceptions")
    await check(page, width)
    assert REASON in await page.inner_text("main")
    await page.locator("td.opens summary").first.click()
    await check(page, width)
    assert width < 1000 or await page.evaluate(_WHOLE)
    await page.get_by_label("Nhận xét").fill("Có lệnh điều động số 12")
    await page.get_by_role("button", name="Đúng:", exact=False).first.click()
    await page.locator("main .notice.good").wait_for()
    await page.goto("/desk/exceptions?show=all")
    await page.locator("td.opens summary").first.click()
    assert "Có lệnh điều động số 12" in await page.inner_text("main")
    await check(page, width)
    assert chrome.complaints == []
