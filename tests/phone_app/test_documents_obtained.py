"""A team is handed papers where there is no signal: a PDF and two photographed pages become documents."""

import asyncio
import io
import re
from pathlib import Path

import pytest
from playwright.async_api import expect
from pypdf import PdfReader

from tests.phone_app.support.kept import read_kept
from tests.phone_app.support.look import Look
from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import Phone
from tests.support import filing, pictures

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def describe(phone: Phone, title: str, kind: str) -> None:
    page = phone.page
    await page.get_by_label("Tên tài liệu").fill(title)
    await page.get_by_label("Loại tài liệu").select_option(label=kind)
    await page.get_by_label("Số, ký hiệu").fill("0000123")
    await page.get_by_label("Nội dung chứng minh").fill("Nguồn gốc 20 thùng hàng")


async def test_a_pdf_and_pages_of_the_camera_are_filed_offline_and_reach_the_desk(
    phone: Phone, office: Office, tmp_path: Path
) -> None:
    look = Look("vi light")
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.sync()
    await phone.go_offline()
    await phone.restart()
    page = phone.page
    pdf, hostile = tmp_path / "hoa-don.pdf", tmp_path / "bao-gia.pdf"
    pdf.write_bytes(filing.pdf(1) + bytes(6_000_000) + b"\n%%EOF\n")
    hostile.write_bytes(filing.with_objects(b"<</S/JavaScript/JS(app.alert(1))>>"))
    sheets = [tmp_path / "1.jpg", tmp_path / "2.jpg"]
    sheets[0].write_bytes(pictures.jpeg(size=(1200, 1600)))
    sheets[1].write_bytes(pictures.jpeg(6, size=(1600, 1200)))

    await phone.go(f"/app/inspections/{inspection}/filings")
    await look.at(page, "60 documents, none")
    for file, title in ((pdf, "Hóa đơn mua hàng"), (hostile, "Bảng báo giá")):
        await page.get_by_role("button", name="Chọn tệp").click()
        await page.locator('input[type="file"]').last.set_input_files(file)
        await expect(page.get_by_text(file.name)).to_be_visible()
        await describe(phone, title, "Hóa đơn, chứng từ nguồn gốc")
        if file is pdf:
            await look.at(page, "61 document, a file")
        await page.get_by_role("button", name="Ghi vào hồ sơ kiểm tra").click()
        await expect(page.get_by_role("link", name=title)).to_be_visible()

    await page.get_by_role("button", name="Chụp từng trang").click()
    await page.get_by_role("button", name="Ghi vào hồ sơ kiểm tra").click()
    await expect(page.get_by_text("Chọn loại tài liệu.")).to_be_visible()
    for number, sheet in enumerate(sheets, 1):
        await page.locator('input[capture="environment"]').set_input_files(sheet)
        await expect(page.get_by_text(f"Trang {number}", exact=True)).to_be_visible()
        if number == 1:  # the app is killed between two pages
            await phone.restart()
            page = phone.page
            await phone.go(f"/app/inspections/{inspection}/filings")
            await page.get_by_role("link", name="Tài liệu chưa đặt tên").click()
    await describe(phone, "Giấy phép kinh doanh", "Giấy phép, giấy đăng ký, công bố")
    await expect(page.get_by_text("Ghi kèm vị trí của máy")).to_be_visible()
    await look.at(page, "62 document, pages")
    await page.get_by_role("button", name="Ghi vào hồ sơ kiểm tra").click()
    await phone.wait_for_act(inspection, "document.filed", 3)
    acts = (await read_kept(page, whole=False)).acts_of(inspection)
    places = [
        one["act"]["content"]["place"] for one in acts if one["act"]["type"] == "document.filed"
    ]
    assert places[-1] is not None
    await expect(page.get_by_label("Tình trạng gửi")).to_contain_text("3 tài liệu")
    await look.at(page, "63 documents, filed offline")

    await phone.come_online()
    await expect(page.get_by_text("Đã lưu an toàn")).to_have_count(3)
    await look.at(page, "64 documents, stored")
    await phone.sync()  # the receipt comes at once; what was found in a file comes with the record
    await phone.go(f"/app/inspections/{inspection}/filings")
    await page.get_by_role("link", name="Bảng báo giá").click()
    await expect(page.get_by_text("Cẩn thận với tệp này")).to_be_visible()
    await page.get_by_text("Gạch bỏ", exact=True).first.click()
    await page.get_by_label("Lý do gạch bỏ").fill("Không liên quan đến cuộc kiểm tra")
    await look.at(page, "65 document, one")
    await page.get_by_role("button", name="Gạch bỏ", exact=True).click()
    await phone.wait_for_act(inspection, "document.struck")
    await expect(page.get_by_text("Đã gạch bỏ")).to_be_visible()

    async with asyncio.timeout(60):
        while "Đã gạch bỏ" not in (  # noqa: ASYNC110 - other processes are waited for
            source := await office.source_of(f"/desk/inspections/{inspection}")
        ):
            await asyncio.sleep(0.5)
    for words in ("Hóa đơn mua hàng", "Giấy phép kinh doanh", "chụp từng trang", "Không liên quan"):
        assert words in source
    listed = re.search(r'href="/desk/filed/([0-9a-f-]{36})">Giấy phép kinh doanh', source)
    assert listed is not None
    shown = await (await office.desk()).fetch(f"/desk/filed/{listed[1]}/shown")
    reader = PdfReader(io.BytesIO(shown.content))
    boxes = [(int(one.mediabox.width), int(one.mediabox.height)) for one in reader.pages]
    assert boxes == [(595, 842), (842, 595)], "each page stands upright, the second one turned"
    for sheet in sheets:
        assert sheet.read_bytes() in shown.content, "each picture as it was taken"
    assert look.faults == [], "\n".join(look.faults)
