"""Statistics and what figures mean, in a real browser: for everybody, in both languages, on a desk and on a phone."""

import pytest

from tests.integration.admin_ui.insight.test_statistics import counted_case
from tests.integration.admin_ui.shell.test_in_a_browser import look
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


async def test_figures_and_their_meaning_are_read_by_everybody_and_nothing_is_cut(
    people: People, chrome: Chrome
) -> None:
    await counted_case(people)
    page = await chrome.sign_in(people.giang)
    await look(
        page,
        "/desk/statistics?period=year",
        "/desk/statistics?period=year&rows=field",
        "/desk/statistics?period=year&rows=half&group=goods",
        "/desk/statistics?period=year&rows=unit",
        "/desk/statistics/behind?figure=decisions&period=year",
        "/desk/figures",
    )
    await page.goto("/desk/statistics?period=year")
    meaning = page.locator("details.meaning summary").first
    await meaning.focus()
    await page.keyboard.press("Enter")
    assert await page.locator("details.meaning[open]").count() == 1
    await page.context.close()
    assert chrome.complaints == []
