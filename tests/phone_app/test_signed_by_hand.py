"""A head signs a decision by hand where there is no signal; the team begins, and the office matches it later.

A decision is in force from its signing; a second person matches it within 48 hours (PRACTICE B3).
"""

import asyncio
import re
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page, expect

from tests.phone_app.support.agreement import agree
from tests.phone_app.support.look import Look
from tests.phone_app.support.office import COLLEAGUE, INSPECTOR, LEADER, Office, full_name
from tests.phone_app.support.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.long]

NUMBER, SIGNER, PARTY = "27/QĐ-KT", "Đỗ Văn Phó", "Hộ kinh doanh Bến Xe Cũ"
ADDRESS = "Số 3 đường Bến Xe Cũ, phường Mẫu Đơn, thành phố Hà Nội"
BY_HAND = "/app/begin-by-hand"


async def types_the_sheet(phone: Phone, look: Look) -> None:
    """What is on the paper; the app is killed before the team is chosen."""
    page = phone.page
    await phone.go(BY_HAND)
    await look.at(page, "80 signed by hand, empty")
    await phone.press("Bắt đầu kiểm tra")
    await expect(page.get_by_text(re.compile(r"Còn \d+ mục chưa ghi đúng"))).to_be_visible()
    await phone.field("Số, ký hiệu quyết định").fill(NUMBER)
    await phone.field("Họ tên người ký").fill(SIGNER)
    await phone.field("Chức vụ người ký").fill("Phó Chi cục trưởng")
    await page.get_by_role("radio", name="Hộ kinh doanh").check()
    await phone.field("Tên tổ chức, cá nhân được kiểm tra").fill(PARTY)
    await phone.field("Địa chỉ").fill(ADDRESS)
    await phone.press("Lấy địa chỉ trên")
    await page.wait_for_timeout(500)  # a hand needs as long from the last letter to anything
    await phone.kill()
    await phone.start_again(BY_HAND)
    page = phone.page
    await expect(phone.field("Số, ký hiệu quyết định")).to_have_value(NUMBER)
    await expect(phone.field("Địa điểm kiểm tra")).to_have_value(ADDRESS)
    await phone.field("Nội dung kiểm tra (mỗi dòng một nội dung)").fill("Hóa đơn, chứng từ\nNhãn")
    await page.get_by_role("radio", name="1 ngày làm việc").check()
    for member in (LEADER, COLLEAGUE):
        await page.get_by_role("checkbox", name=full_name(member)).check()
    await page.get_by_label("Trưởng Đoàn kiểm tra").select_option(label=full_name(LEADER))
    await look.at(page, "81 signed by hand, typed")


async def photographs_the_sheets(phone: Phone, inspection: str, look: Look) -> None:
    """Two sheets; the app is killed between them."""
    await look.at(phone.page, "82 the sheets, none")
    await phone.take_photos(inspection, 1)
    await phone.kill()
    await phone.start_again()
    await phone.take_photos(inspection, 1)
    await phone.go(f"/app/inspections/{inspection}/sheets")
    for number in (1, 2):
        await expect(phone.page.get_by_role("checkbox", name=f"Ảnh {number}")).to_be_checked()
    await phone.press("Lưu các tờ đã chọn")
    await expect(phone.page.get_by_text("Đã lưu 2 tờ.")).to_be_visible()
    await look.at(phone.page, "83 the sheets, named")


async def says(page: Page, *words: str) -> None:
    for each in words:
        await expect(page.get_by_text(each).first).to_be_visible()


async def test_a_visit_begins_offline_from_a_sheet_signed_by_hand_and_the_desk_matches_it(
    phone: Phone, office: Office
) -> None:
    look = Look("vi light")
    await phone.sync()
    await phone.go_offline()
    await phone.restart()
    await phone.go("/app/propose")  # who may be on a team is known without a signal, too
    await expect(phone.page.get_by_label("Trưởng Đoàn")).to_be_visible()
    await types_the_sheet(phone, look)
    await phone.press("Bắt đầu kiểm tra")
    await expect(phone.page.get_by_role("link", name="Chụp các tờ quyết định")).to_be_visible()
    inspection = urlsplit(phone.page.url).path.split("/")[3]
    await phone.wait_for_act(inspection, "decision.hand_signed")
    await photographs_the_sheets(phone, inspection, look)

    await phone.go(f"/app/inspections/{inspection}")
    await says(phone.page, NUMBER, PARTY, "Quyết định ký trên bản giấy")
    await look.at(phone.page, "84 the visit, begun from a sheet")
    await phone.begin(inspection)
    await phone.take_position(inspection)
    await phone.press("Công bố quyết định")
    await phone.wait_for_act(inspection, "inspection.announced")
    assert await phone.state_of(inspection) == "announced"

    await phone.come_online()
    await phone.wait_until_stored()
    await office.wait_for_photographs(
        inspection, [one["sha256"] for one in (await phone.kept()).photos_of(inspection)]
    )
    listed = await office.words_of("/desk/decisions/by-hand")
    for words in (NUMBER, PARTY, full_name(INSPECTOR)):
        assert words in listed, words
    browser = await office.desk()
    await browser.follow(f"/decisions/by-hand/{inspection}")
    shown = browser.page.text
    for words in (NUMBER, PARTY, SIGNER, ADDRESS, full_name(LEADER), full_name(COLLEAGUE)):
        assert words in shown, words
    sheets = re.findall(
        rf"/desk/decisions/by-hand/{inspection}/sheets/[0-9a-f-]{{36}}",
        await office.source_of(f"/desk/decisions/by-hand/{inspection}"),
    )
    assert len(set(sheets)) == 2, sheets
    await phone.sync()
    await phone.go(f"/app/inspections/{inspection}/sheets")
    await says(phone.page, "Đang chờ đơn vị đối chiếu", "Hạn đối chiếu")
    await look.at(phone.page, "85 the sheets, waiting")

    form = browser.form(f"/decisions/by-hand/{inspection}")
    form.fill("looked", *(box.value for box in form.controls if box.name == "looked"))
    button = next(one for one in form.buttons if one.value == "sheets")
    assert "Đã ghi kết quả đối chiếu" in (await browser.submit(form, button)).text
    assert NUMBER not in await office.words_of("/desk/decisions/by-hand")
    await phone.go("/app/")
    async with asyncio.timeout(60):
        await phone.sync()
    await phone.go(f"/app/inspections/{inspection}/sheets")
    await says(phone.page, "Đã đối chiếu: khớp")
    await expect(phone.page.get_by_role("button", name="Lưu các tờ đã chọn")).to_have_count(0)
    await look.at(phone.page, "86 the sheets, matched")
    print(await agree(phone, office, inspection))
    assert look.faults == [], "\n".join(look.faults)
