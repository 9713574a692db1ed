"""The diary in a real browser: on a phone nothing lies on what is to be pressed."""

import pytest

from tests.support import factories
from tests.support.chromium import Chrome, in_english
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, MAY_RUN_ONCE_MORE]


async def test_on_a_phone_no_button_lies_on_the_way_to_how_the_diary_is_kept(
    chrome: Chrome, people: People
) -> None:
    await factories.announced(people)
    page = await chrome.sign_in(people.giang, width=390)
    await in_english(page)
    await page.goto("/desk/diary")
    # A diary of more than a page of days has no total.
    await page.evaluate("document.querySelector('.list-bar .list-total').textContent = ''")
    way = await page.locator(".about-diary > summary").bounding_box()
    bar = await page.locator(".list-bar").bounding_box()
    assert way is not None
    assert bar is not None
    assert way["y"] + way["height"] <= bar["y"] + 1, (way, bar)
