"""A head rules on one file after the other without a mouse; nothing is ruled on that was not opened."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.async_api import expect

from backend.core import database
from tests.support import factories
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.long, pytest.mark.browser, MAY_RUN_ONCE_MORE]


FILES = 40
"""As a head finds them after a campaign of similar inspections."""


async def test_forty_similar_files_are_ruled_on_by_keyboard_one_after_the_other(
    people: People, chrome: Chrome, record_property: Callable[[str, object], None]
) -> None:
    works = [
        await factories.submitted(people, minutes_flow=2, author=people.chi) for _ in range(FILES)
    ]
    page = await chrome.sign_in(people.giang)
    began = time.monotonic()
    await page.goto(f"/desk/inspections/{works[0].id}")
    for number, work in enumerate(works):
        await expect(page).to_have_url(re.compile(str(work.id)))
        await page.keyboard.press("a")
        await expect(page).to_have_url(re.compile(r"/opinion/agree\?seen="))
        assert await database.fetchval("SELECT count(*) FROM rulings") == number, "it asks first"
        await page.locator("form.confirm button").first.press("Enter")
        await expect(page.locator(".notice.good").first).to_be_visible()
        if number < FILES - 1:
            link = page.locator("a[data-key~=j]")
            await expect(link).to_be_focused()
            await page.keyboard.press("j" if number else "n")
    each = (time.monotonic() - began) / FILES
    record_property("seconds_per_file", round(each, 2))
    print(f"{each:.2f} s a file")
    await expect(page.locator("#waiting-files")).to_contain_text("Không còn hồ sơ nào")
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog")).to_contain_text("hỏi lại một lần")
    opened = await database.fetchval(
        "SELECT count(DISTINCT record_id) FROM access_log WHERE action = 'inspection.page' AND officer_id = $1",
        people.giang.id,
    )
    assert opened == FILES
