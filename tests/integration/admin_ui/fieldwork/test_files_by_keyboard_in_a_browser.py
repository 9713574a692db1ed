"""A head rules on one file after the other without a mouse; nothing is ruled on that was not opened."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.async_api import expect

from backend.core import database
from tests.support import factories, submitted
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
        [file] = await submitted.of_record(work.id)
        if number:
            await expect(page).to_have_url(re.compile(f"/desk/review/{file.id}"))
        await page.keyboard.press("a")
        await expect(page).to_have_url(re.compile(f"/desk/review/{file.id}"))
        assert await database.fetchval("SELECT count(*) FROM rulings") == number, "it asks first"
        record = page.get_by_role("button", name="Ghi nhận: Đồng ý hướng xử lý")
        await expect(record).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.locator(".toast")).to_contain_text("Đã đồng ý hướng xử lý")
    each = (time.monotonic() - began) / FILES
    record_property("seconds_per_file", round(each, 2))
    print(f"{each:.2f} s a file")
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Không còn việc nào")
    opened = await database.fetchval(
        "SELECT count(DISTINCT record_id) FROM access_log WHERE action = 'inspection.review' AND officer_id = $1",
        people.giang.id,
    )
    assert opened == FILES
