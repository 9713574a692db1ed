"""Violation and seizure minutes where there is no signal, and the evening when it returns."""

import io
import re
from pathlib import Path

import pytest
from playwright.async_api import expect
from pypdf import PdfReader

from tests.phone_app.support.look import Look
from tests.phone_app.support.office import Office
from tests.phone_app.support.papers import SitePapers
from tests.phone_app.support.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.long]

REASON = "Không đồng ý với số lượng hàng ghi trong biên bản."


async def test_violation_and_seizure_minutes_get_their_numbers_offline_and_the_server_has_the_same(
    phone: Phone, office: Office, tmp_path: Path
) -> None:
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.sync()
    await phone.go_offline()
    await phone.restart()
    papers, look = SitePapers(phone, inspection), Look("vi light")
    await phone.go(f"/app/inspections/{inspection}/papers")
    await look.at(phone.page, "22 no paper yet")

    violation = await papers.begin("biên bản vi phạm")
    await phone.field("Lĩnh vực").fill("thương mại")
    await look.at(phone.page, "23 paper, begun")
    wording = await papers.pick_violation("hang hoa nhap lau")
    await phone.field("Mô tả hành vi").fill("Bày bán 48 hộp sữa bột không có hóa đơn.")
    await phone.field("Ý kiến trình bày của người vi phạm").fill("Tôi không có ý kiến.")
    await phone.press("Thêm: Dòng tang vật")
    await phone.field("Tên tang vật, phương tiện, giấy tờ").fill("Sữa bột công thức 900 g")
    await phone.field("Đơn vị tính").fill("hộp")
    await phone.field("Số lượng").fill("48")
    await expect(phone.page.get_by_text("quyền giải trình").first).to_be_visible()
    await papers.write()
    await papers.sign(violation, "maker")
    await papers.refuse(violation, REASON, "Võ Văn Tám")
    # A name is no signature: Law Art 58, Decree 118/2021 Art 12.5.
    await phone.go(f"/app/inspections/{inspection}/papers/{violation}/signatures")
    await expect(phone.page.get_by_text("Việc từ chối ký chưa được xác nhận")).to_be_visible()
    await expect(phone.page.get_by_role("button", name="Cấp số")).to_have_count(0)
    await look.at(phone.page, "23a paper, a refusal that nobody certified")
    await papers.sign(violation, "witness", "Võ Văn Tám")
    await look.at(phone.page, "24 paper, signed")
    first = await papers.number(violation)
    await look.at(phone.page, "25 paper, the page to show")
    assert re.match(r"\d+/BB-VPHC-", first)

    seizure = await papers.begin("biên bản tạm giữ")
    # What the violation minutes list as seized is there already.
    await expect(phone.page.get_by_text("Sữa bột công thức 900 g – hộp – 48")).to_be_visible()
    await papers.write()
    await papers.sign(seizure, "maker")
    await papers.sign(seizure, "subject")
    second = await papers.number(seizure)
    assert re.match(r"\d+/BB-TG-", second)
    shown = await papers.text(violation)
    for words in (first, wording, REASON, "Sữa bột công thức 900 g", "Mã nội dung"):
        assert words in shown, words

    # The page to show has no line about the outbox: it is held out to somebody.
    await phone.go(f"/app/inspections/{inspection}/papers")
    await phone.come_online()
    await phone.wait_until_stored()
    page = await office.words_of(f"/desk/inspections/{inspection}")
    for words in (first, second, wording, REASON):
        assert words in page, words
    assert "Dữ liệu chờ xem xét" not in page
    printed = _text(await papers.pdf(violation, tmp_path))
    mark = re.search(r"Mã nội dung: ((?: ?[0-9a-f]{4}){4})", " ".join(shown.split()))
    code = re.search(r"Mã tra cứu: ([0-9A-Z-]{34})", " ".join(shown.split()))
    assert mark
    assert code
    sold = "Bày bán 48 hộp sữa bột không có hóa đơn."
    for words in (first, wording, sold, REASON, mark[1], code[1]):
        assert words in printed, words
    # What the phone showed without a signal leads anybody to the public page.
    page = await office.words_of(f"/verify/{code[1]}")
    for words in ("Văn bản có hiệu lực", first, mark[1]):
        assert words in page, words
    await phone.go(f"/app/inspections/{inspection}/papers")
    await look.at(phone.page, "26 papers")
    assert look.faults == [], "\n".join(look.faults)


async def test_an_act_that_ended_before_the_decree_changed_is_named_by_the_rule_of_its_day(
    phone: Phone, office: Office
) -> None:
    """Decree 98/2020 Art 17 punished expired goods until 21/02/2025 (24/2025); 118/2021 Art 7.2."""
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.sync()
    papers, look = SitePapers(phone, inspection), Look("vi light")
    await papers.begin("biên bản vi phạm")
    await papers.look_up("hang qua han su dung duoi 1 trieu", "2025-02-20")
    await expect(phone.page.get_by_text("có hiệu lực ngày 20/02/2025")).to_be_visible()
    first = phone.page.locator("button.row").first
    await expect(first).to_contain_text("quá hạn sử dụng")
    await look.at(phone.page, "27 the catalogue as of an earlier day")
    await first.click()
    await expect(phone.field("Mã hành vi trong danh mục")).to_have_value("ND98-17-1-a-2020")
    await expect(phone.field("Ngày chấm dứt hành vi")).to_have_value("2025-02-20")
    other_day = phone.page.get_by_text("không phải quy định áp dụng vào ngày chấm dứt hành vi")
    await expect(other_day).to_have_count(0)
    await phone.field("Ngày chấm dứt hành vi").fill("2025-02-21")
    await expect(other_day).to_contain_text("21/02/2025")
    await phone.field("Ngày chấm dứt hành vi").fill("2025-02-20")
    await expect(other_day).to_have_count(0)

    await phone.page.get_by_label("Tra theo ngày chấm dứt hành vi").fill("2010-01-01")
    await phone.page.get_by_label("Tìm hành vi vi phạm").fill("hang nhap lau")
    why = phone.page.get_by_text("Như vậy không có nghĩa là không bị xử phạt")
    await expect(why).to_contain_text("01/01/2010")
    await look.at(phone.page, "28 no rule of that day on the phone")
    await expect(phone.field("Mã hành vi trong danh mục")).to_have_value("ND98-17-1-a-2020")
    assert look.faults == [], "\n".join(look.faults)


def _text(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)
