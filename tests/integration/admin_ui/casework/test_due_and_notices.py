"""The desk's list of what is due, and what an officer was told."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.casework.clocks import reminding
from backend.core import clock
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support.chromium import Chrome
from tests.support.clocks import case_of, fact
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.timeouts import MAY_RUN_ONCE_MORE


async def some_cases(people: People) -> UUID:
    """One overdue, one with half a day left, one far away; and what was told of them. Returns the first."""
    now = clock.now()
    recorded = fact("violation.recorded", now - timedelta(days=30), explanation_right=True)
    first = await case_of(people.an, recorded, party="Hộ kinh doanh Quá Hạn")
    ended = fact("inspection.ended", now - timedelta(hours=14))
    await case_of(people.chi, ended, party="Công ty TNHH Trong Ngày")
    imposed = fact("sanction.imposed", now, publish=True)
    await case_of(people.binh, imposed, party="Cửa hàng Còn Lâu")
    await reminding.remind()
    return first


async def test_what_is_due_is_listed_with_case_article_and_officer_and_filtered(
    people: People, readers: Readers
) -> None:
    first = await some_cases(people)
    desk = await readers.of(people.giang)
    page = await desk.open("/desk/due")
    assert page.text.index("Quá Hạn") < page.text.index("Trong Ngày") < page.text.index("Còn Lâu")
    for said in ("Khoản 1 Điều 66", "quá hạn", "còn 9 giờ", people.an.full_name):
        assert said in page.text, said
    assert page.link(f"/desk/cases/{first}")
    missed = await desk.open("/desk/due?show=missed")
    assert "Quá Hạn" in missed.text
    assert "Trong Ngày" not in missed.text
    soon = await desk.open("/desk/due?show=day")
    assert "Trong Ngày" in soon.text
    assert "Quá Hạn" not in soon.text
    nothing = await (await readers.of(people.ho)).open("/desk/due?show=nonsense")
    assert "Không có thời hạn nào đang tính." in nothing.text


async def test_an_officer_reads_what_he_was_told_and_marks_it_as_read(
    people: People, readers: Readers
) -> None:
    await some_cases(people)
    desk = await readers.of(people.an)
    page = await desk.open("/desk/notices")
    assert "1 chưa đọc" in page.text
    assert "Đã quá hạn" in page.text
    assert "Hộ kinh doanh Quá Hạn" in page.text
    assert "Quá hạn 2" in page.text, "how late it is comes first"
    assert "Điều 66" not in page.text, "the provision stands where the row leads to"
    row = desk.page.forms[-1]
    notice = row.sent()[-1][1]
    row.fill("notice", "none")
    assert await desk.try_submit(row, row.buttons[0]) == 404
    await desk.open("/desk/notices")
    row = desk.page.forms[-1]
    assert await desk.try_submit(row, row.buttons[0]) == 200
    assert "Đã đánh dấu là đã đọc." in desk.page.text
    assert "chưa đọc" not in desk.page.text
    assert notice not in desk.html


@pytest.mark.browser
@MAY_RUN_ONCE_MORE
@pytest.mark.long
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
async def test_both_pages_are_accessible_fit_and_answer_to_the_keyboard(
    people: People, chrome: Chrome, width: int, scheme: str
) -> None:
    await some_cases(people)
    page = await chrome.sign_in(people.giang, width, color_scheme=scheme)
    for address in ("/desk/due", "/desk/due?show=missed", "/desk/notices"):
        await page.goto(address)
        await check(page, width)
    button = page.get_by_role("button", name="Đánh dấu đã đọc:").first
    await button.focus()
    await page.keyboard.press("Enter")
    await page.locator("main").get_by_role("status").wait_for()
    await check(page, width)
    assert chrome.complaints == []
