"""Every page of reports in a browser, in both languages, on a desk and on a phone, and by keyboard."""

import pytest
from playwright.async_api import expect

from backend.core import clock, database
from backend.core.database import transaction
from backend.insight.reports import beginning, service
from tests.integration.admin_ui.shell.test_in_a_browser import look
from tests.support import reports_made
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
LIST = "/desk/reports"
LONG = "Giá cả ổn định; nguồn cung dồi dào trong dịp cao điểm. " * 8


async def test_a_draft_its_texts_values_and_acts_fit(people: People, chrome: Chrome) -> None:
    await reports_made.defined(people)
    before = await reports_made.written(people.chi, text=LONG, back=60)
    await reports_made.sent(before, people.chi)
    report_id = await reports_made.written(people.chi, text=LONG)
    await reports_made.done(
        service.state_value(
            report_id, reports_made.RESULTS, 1, 0, 12_500_000, people.chi.actor("desk"), LONG[:200]
        )
    )
    place = f"{LIST}/{report_id}"
    page = await chrome.sign_in(people.chi)
    await look(page, LIST, f"{LIST}?state=given_up", f"{LIST}/new", place, f"{place}/texts")
    await look(page, f"{place}/values/{reports_made.RESULTS}/1", f"{place}/acts/sent_up")
    await look(page, f"{place}/acts/submitted", f"{place}/acts/given_up")
    assert chrome.complaints == []


async def test_what_units_sent_its_comparison_and_a_correction_fit(
    people: People, chrome: Chrome
) -> None:
    await reports_made.defined(people)
    sent = await reports_made.written(people.chi, text=LONG)
    await reports_made.sent(sent, people.chi)
    own = await reports_made.written(people.giang)
    page = await chrome.sign_in(people.giang)
    await look(page, f"{LIST}/{sent}/acts/sent_back")
    await reports_made.done(service.take(own, people.giang.actor("desk")))
    await look(page, f"{LIST}/{own}", f"{LIST}/{own}/below", f"{LIST}/{sent}")
    async with transaction():
        fresh = await service.correct(sent, LONG[:300], people.chi.actor("desk"))
    await reports_made.done(
        service.write_text(fresh, reports_made.SITUATION, "Ngắn hơn", people.chi.actor("desk"))
    )
    await reports_made.done(
        service.state_value(
            fresh, reports_made.RESULTS, 3, 0, 4, people.chi.actor("desk"), "Sổ tay"
        )
    )
    page = await chrome.sign_in(people.chi)
    await look(page, f"{LIST}/{fresh}/changes", f"{LIST}/{fresh}", f"{LIST}/{sent}/acts/corrected")
    assert chrome.complaints == []


async def test_a_head_sees_who_has_sent_and_reminds_the_rest_by_keyboard(
    people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.giang)
    await look(page, f"{LIST}/units", f"{LIST}/units?day=2022-01-03")  # before the system was used
    # Reports have been made here for a while: what was due before the first asks nobody.
    await reports_made.defined(people)
    await reports_made.begun(people.chi)
    await database.execute("UPDATE reports SET begun_at = begun_at - interval '60 days'")
    await beginning.begin()
    await database.execute("UPDATE reports SET due_on = $1", clock.today())
    await look(page, f"{LIST}/units", LIST)
    await page.goto(f"{LIST}/units")
    button = page.get_by_role("button", name="Nhắc đơn vị chưa gửi").first
    await button.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("người đứng đầu đơn vị chưa gửi")).to_be_visible()
    button = page.get_by_role("button", name="Nhắc đơn vị chưa gửi").first
    await button.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("đã được nhắc rồi")).to_be_visible()
    chi = await chrome.sign_in(people.chi)
    await look(chi, "/desk/notices", "/desk/")
    assert chrome.complaints == []


async def test_a_report_is_written_and_sent_without_a_mouse(people: People, chrome: Chrome) -> None:
    await reports_made.defined(people)
    page = await chrome.sign_in(people.chi, 390)
    report_id = await reports_made.begun(people.chi)
    await reports_made.done(service.fill(report_id, people.chi.actor("desk")))
    await page.goto(f"{LIST}/{report_id}")
    link = page.get_by_role("link", name="Viết nội dung").first
    await link.focus()
    await page.keyboard.press("Enter")
    area = page.get_by_role("textbox", name="Tình hình")
    await area.focus()
    await page.keyboard.type("Giá ổn định.")
    save = page.get_by_role("button", name="Lưu nội dung")
    await save.focus()
    await page.keyboard.press("Enter")
    send = page.get_by_role("link", name="Gửi cấp trên")
    await expect(send).to_be_visible()
    await send.focus()
    await page.keyboard.press("Enter")
    tick = page.get_by_role("checkbox")
    await tick.focus()
    await page.keyboard.press("Space")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Đã ghi nhận: Gửi cấp trên.")).to_be_visible()
    assert chrome.complaints == []
