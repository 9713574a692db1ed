"""The one table in a real browser: rows of a few lines; its head stays; keys are enough."""

import pytest
from playwright.async_api import Page

from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.integration.admin_ui.shell.test_lists import more
from tests.support import cases_made
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]

ROW, ROW_OF_A_PHONE = 45, 108
"""CSS pixels: one line; on a phone a title of two lines, softer words, and a run of cells."""
_HEIGHTS = "rows => rows.map(row => row.getBoundingClientRect().height)"
_HEAD = "document.querySelector('table.list thead th').getBoundingClientRect().top"
_BAR = "document.querySelector('.desk-bar').getBoundingClientRect().bottom"
_COVERED = """() => { const e = document.activeElement, box = e.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return !(top === e || e.contains(top) || top.contains(e)); }"""


async def heights(page: Page) -> list[float]:
    found: list[float] = await page.eval_on_selector_all("table.list tbody > tr", _HEIGHTS)
    return found


@pytest.mark.parametrize(
    ("width", "most", "scheme"),
    [(1280, ROW, "light"), (1280, ROW, "dark"), (390, ROW_OF_A_PHONE, "light")],
)
async def test_rows_are_low_the_head_stays_and_nothing_is_in_the_way(
    people: People, chrome: Chrome, width: int, most: int, scheme: str
) -> None:
    case = await cases_made.inspected(people)
    await more(case, "A", 60, 1)
    page = await chrome.sign_in(people.giang, width, color_scheme=scheme)
    await page.goto("/desk/cases?since=2020-01-01&state=archived")
    found = await heights(page)
    assert len(found) >= 30
    assert max(found) <= most
    await check(page, width)
    await page.locator(".list-filter > summary").click()
    assert await page.locator("#f-number").is_visible()
    await check(page, width)
    await page.goto("/desk/cases?number=none")
    await check(page, width)
    if width > 1000:
        await page.goto("/desk/cases")
        await page.evaluate("window.scrollTo(0, 900)")
        assert abs(await page.evaluate(_HEAD) - await page.evaluate(_BAR)) <= 1
    assert chrome.complaints == []


async def test_a_list_is_turned_round_narrowed_and_opened_by_keys(
    people: People, chrome: Chrome
) -> None:
    case = await cases_made.inspected(people)
    await more(case, "A", 60, 1)
    page = await chrome.sign_in(people.giang, reduced_motion="reduce")
    await page.goto("/desk/cases?state=archived&number=A")
    first = await page.locator("table.list tbody a.main-link").first.inner_text()
    await page.locator("th[aria-sort=descending] a").focus()
    await page.keyboard.press("Enter")
    await page.wait_for_selector("th[aria-sort=ascending]")
    assert await page.locator("table.list tbody a.main-link").first.inner_text() != first
    await page.locator(".chip").first.focus()
    await page.keyboard.press("Enter")
    await page.wait_for_url(lambda url: "number=" not in url)
    assert "state=archived" in page.url
    assert "order=opened" in page.url
    await page.locator("table.list tbody a.main-link").first.focus()
    for _ in range(25):
        await page.keyboard.press("Tab")
    for _ in range(20):
        await page.keyboard.press("Shift+Tab")
        assert not await page.evaluate(_COVERED), "what stays at the top covers what is focused"
    opened = await page.evaluate("document.activeElement.closest('tr').id")
    await page.keyboard.press("Enter")
    await page.wait_for_selector(".crumbs")
    await page.locator(".crumbs a").last.click()
    await page.wait_for_selector("table.list")
    assert page.url.endswith(f"state=archived&order=opened#{opened}")
    assert chrome.complaints == []


@pytest.mark.parametrize("width", [640, 1024])
async def test_words_behind_a_long_title_have_a_line_of_their_own_where_columns_have_none(
    people: People, chrome: Chrome, width: int
) -> None:
    """640 px is 1280 px under a zoom of 200 %: beside the title a strip of single letters was left of them."""
    page = await chrome.sign_in(people.giang, width)
    await page.goto("/desk/style")
    row = page.locator(".list.stacked tbody > tr:not(.more)").first
    await row.locator(".main-link").evaluate(
        "e => { e.textContent = 'Dự thảo biên bản '.repeat(5) }"
    )
    softer = await row.locator(".softer").bounding_box()
    assert softer is not None
    assert softer["width"] > 150
