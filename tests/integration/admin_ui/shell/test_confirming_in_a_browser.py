"""The list of numbers that wait, and the code before what binds, in a real browser: on a desk and on a phone."""

from datetime import timedelta

import pytest

from backend.casework.issued_documents import kept_numbers
from backend.core import database
from tests.integration.admin_ui.law.test_publishing_in_a_browser import is_open_and_fits
from tests.integration.casework.issued_documents.test_reserved_numbers import reserved
from tests.support import cases_made
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_number_is_voided_and_a_code_opens_the_page_of_the_file(
    people: People, chrome: Chrome, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    await reserved(case, "MQĐ24", people.giang, monkeypatch)
    monkeypatch.setattr(kept_numbers, "_WAITS", timedelta(0))
    page = await chrome.sign_in(people.giang, width)
    await page.goto("/desk/numbers")
    await page.locator("table.list summary").click()
    await is_open_and_fits(page)
    await page.get_by_label("Lý do hủy số").fill("Văn bản làm lại")
    await page.get_by_role("button", name="Hủy số, không dùng lại được").click()
    await page.get_by_text("Đã hủy số và ghi lý do vào sổ.").wait_for()
    await is_open_and_fits(page)

    await database.execute("UPDATE desk_sessions SET confirmed_until = now()")
    await page.goto(f"/desk/cases/{case.id}/dossier")
    await is_open_and_fits(page)
    await people.forget_codes(people.giang)
    await page.get_by_label("Mã xác thực (OTP)").fill(people.giang.code())
    await page.get_by_role("button", name="Xác nhận").click()
    await page.wait_for_url(f"**/desk/cases/{case.id}/dossier")
    await page.context.close()
    assert chrome.complaints == []
