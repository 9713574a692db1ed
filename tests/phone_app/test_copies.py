"""A copy is handed to the inspected party from the phone: without a signal what is possible, with one the whole."""

import asyncio
import io

import httpx
import pytest
from playwright.async_api import Page, expect
from pypdf import PdfReader

from tests.faults.system import System
from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.look import Look
from tests.phone_app.support.office import LEADER, Office, full_name

pytestmark = [pytest.mark.browser, pytest.mark.long]

_LINK = "Giao bản sao"
_STORED = """(store) => new Promise((done, fail) => {
  const open = indexedDB.open("hientruong");
  open.onerror = fail;
  open.onsuccess = () => {
    const all = open.result.transaction(store).objectStore(store).getAll();
    all.onsuccess = () => { open.result.close(); done(JSON.stringify(all.result)); };
  };
})"""


async def has_numbers(page: Page) -> None:
    """Wait until the server lent this phone numbers for minutes."""
    async with asyncio.timeout(60):
        while '"form":"BB-KT","year"' not in await page.evaluate(_STORED, "held"):  # noqa: ASYNC110 - a browser's
            await asyncio.sleep(0.2)


async def test_a_party_gets_its_copy_at_the_door_and_nothing_that_was_done_without_a_signal_is_lost(
    phones: MakePhone, office: Office, system: System
) -> None:
    look, phone = Look("vi light"), await phones(LEADER)
    inspection = await office.issue(owner=None)
    await phone.take_up(inspection)
    await phone.sync()
    await has_numbers(phone.page)
    await phone.go_offline()
    await phone.write_minutes(inspection)
    await phone.sign(inspection, "leader")
    await phone.sign(inspection, "subject")
    await phone.page.get_by_role("button", name="Cấp số", exact=True).click()
    await phone.confirm("Cấp số")
    await phone.wait_for_act(inspection, "minutes.numbered")
    page = phone.page

    # Without a signal: no code, and it says what is possible. What was handed over is kept, over a kill.
    await page.get_by_role("link", name=_LINK).click()
    await page.get_by_role("button", name="Lấy mã xem bản đầy đủ").click()
    await expect(page.get_by_text("Chưa có mạng nên chưa lấy được mã")).to_be_visible()
    await page.get_by_role("button", name="Nhắc tôi khi có mạng").click()
    await expect(page.get_by_text("Việc của tôi sẽ nhắc bạn lấy mã khi có mạng")).to_be_visible()
    await look.at(page, "35 a copy, without a signal")
    record = page.get_by_role("button", name="Ghi lại việc đưa bản, đưa mã")
    await record.click()
    await expect(page.get_by_text("Ghi người nhận, tối đa 200 ký tự.")).to_be_visible()
    await page.get_by_label("Người nhận").fill("Bà Lê Thị Hoa")
    await page.get_by_label("Bản giấy A4").check()
    await record.click()
    await phone.confirm("Ghi lại việc đưa bản, đưa mã")
    await expect(page.get_by_text("Đã ghi trên máy này")).to_be_visible()
    await phone.restart()
    page = phone.page
    await expect(page.get_by_role("heading", name="Bản sao cần giao")).to_be_visible()
    assert not await phone.says_all_is_stored()
    await look.at(page, "36 work, with a copy to hand over")
    await page.get_by_role("link", name="BB-KT").click()
    await expect(page.get_by_text("Chưa gửi, sẽ tự gửi khi có mạng.")).to_be_visible()
    code = page.url.rpartition("/")[2]

    # With one: the code, large; a slip of 58 mm with an appointment; and who took it.
    await phone.come_online()
    await phone.sync()
    await phone.wait_until_stored()
    await phone.go(f"/app/inspections/{inspection}/copies/{code}")
    await expect(page.get_by_text("Bà Lê Thị Hoa đã nhận bản A4.")).to_be_visible()
    await expect(page.get_by_text("Chưa gửi, sẽ tự gửi khi có mạng.")).to_have_count(0)
    await page.get_by_role("button", name="Lấy mã xem bản đầy đủ").click()
    second = await page.locator(".copy-code").inner_text()
    await page.locator(".copy-card").scroll_into_view_if_needed()
    await look.at(page, "37 a copy, with its code")
    await page.get_by_label("Phiếu 58 mm (PDF)").check()
    await page.get_by_label("Hẹn có mặt tại").fill("Trụ sở Đội số 1")
    await page.get_by_role("button", name="Tạo bản in").click()
    await expect(page.get_by_text("Ghi cả ngày và giờ hẹn")).to_be_visible()
    await page.get_by_label("Hẹn có mặt lúc").fill("2026-12-05T08:30")
    async with page.expect_download() as waits:
        await page.get_by_role("button", name="Tạo bản in").click()
    slip = await waits.value
    assert slip.suggested_filename.startswith("Phiếu 58 mm")
    reader = PdfReader(io.BytesIO((await slip.path()).read_bytes()))
    assert abs(float(reader.pages[0].mediabox.width) / 72 * 25.4 - 58) < 0.1
    said = " ".join(reader.pages[0].extract_text().split())
    for line in (second, "08:30 05/12/2026, tại Trụ sở Đội số 1", "không phải bản sao"):
        assert line in said
    await page.get_by_label("Người nhận").fill("Ông Trần Văn Nam, quản lý")
    await look.at(page, "38 a copy, about to be recorded")
    await phone.go_offline()
    await page.get_by_role("button", name="Ghi lại việc đưa bản, đưa mã").click()
    await phone.confirm("Ghi lại việc đưa bản, đưa mã")
    await expect(page.get_by_text("Đã ghi trên máy này")).to_be_visible()
    await phone.come_online()  # and stays on this screen, whose lines are the server's by now
    there = page.get_by_text("Máy chủ đã lưu việc này.")
    await page.get_by_role("button", name="Gửi ngay").or_(there).first.click()
    await expect(there).to_be_visible()
    await expect(page.get_by_text("Bà Lê Thị Hoa đã nhận bản A4.")).to_be_visible()
    await expect(page.get_by_text("Ông Trần Văn Nam, quản lý đã nhận phiếu 58 mm.")).to_be_visible()

    # What the party photographed opens the whole paper; the desk sees to whom it went.
    async with httpx.AsyncClient(base_url=system.url) as party:
        opened = await party.post("/verify/full", data={"code": code, "second": second})
    assert opened.status_code == 200
    at_the_desk = await office.words_of(f"/desk/copies/{code}")
    name = full_name(LEADER)
    assert f"{name} giao cho Bà Lê Thị Hoa, bản A4. Không kèm mã" in at_the_desk
    assert f"{name} giao cho Ông Trần Văn Nam, quản lý, phiếu 58 mm." in at_the_desk
    assert second not in await page.evaluate(_STORED, "meta")  # the code itself is on no disk

    # A new code asks first; the decision at the door has its copy, too. In English.
    await phone.go("/app/")
    await expect(page.get_by_role("heading", name="Bản sao cần giao")).to_have_count(0)
    await phone.speak_english()
    look.name = "en light"
    await phone.go(f"/app/inspections/{inspection}/copies/{code}")
    # The app was loaded anew, and the code was in its memory only.
    await page.get_by_role("button", name="Get a code for the full copy").click()
    await expect(page.get_by_text("Replace the code in use?")).to_be_visible()
    await look.at(page, "39 a copy, before its code is replaced")
    await phone.confirm("Give a new code")
    await expect(page.locator(".copy-code")).not_to_have_text(second)
    await look.at(page, "40 a copy, with a new code")
    await phone.go(f"/app/inspections/{inspection}/decision")
    await page.get_by_role("link", name="Hand a copy over").click()
    await page.get_by_role("button", name="Get a code for the full copy").click()
    await expect(page.locator(".copy-code")).to_be_visible()
    assert look.faults == [], "\n".join(look.faults)
