"""The phone asks who has a whole number, and whether its officer is related to the party, over a simulated engine."""

import re

import pytest
from playwright.async_api import Browser, expect

from tests.phone_shell.scenes import chrome as chrome
from tests.phone_shell.scenes import open_page, show
from tests.phone_shell.scenes import shell as shell
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.slow, MAY_RUN_ONCE_MORE]
PHONE = {"width": 390, "height": 844}


async def test_a_number_is_looked_up_with_its_purpose_and_says_so_without_a_connection(
    chrome: Browser, shell: str
) -> None:
    page = await open_page(chrome, shell, viewport=PHONE)
    await show(page, "look-up")
    find = page.get_by_role("button", name="Tra cứu", exact=True)
    await page.get_by_label("Số cần tra cứu").fill("0101")
    await find.click()
    await expect(page.get_by_text("Hãy nhập cả số, từ 6 ký tự trở lên.")).to_be_visible()
    await expect(page.get_by_text("Hãy ghi mục đích, từ 5 ký tự trở lên.")).to_be_visible()
    await page.get_by_label("Số cần tra cứu").fill("0101234567")
    await page.get_by_label("Mục đích tra cứu").fill("Đang kiểm tra theo quyết định")
    await find.click()
    await expect(page.get_by_text("Hộ kinh doanh Hoa Sen")).to_be_visible()
    await expect(page.get_by_text("Số lần bị xử phạt còn tính: 2")).to_be_visible()
    await page.get_by_label("Số cần tra cứu").fill("999999999999")
    await find.click()
    await expect(page.get_by_text("Không có tổ chức, cá nhân nào trong sổ")).to_be_visible()
    await page.get_by_label("Số cần tra cứu").fill("000000123456")
    await find.click()
    await expect(page.get_by_role("alert")).to_be_visible()
    await page.context.close()


async def test_an_officer_answers_whether_there_is_a_relation(chrome: Browser, shell: str) -> None:
    page = await open_page(chrome, shell, viewport=PHONE)
    await show(page, "relation")
    record = page.get_by_role("button", name="Ghi nhận")
    await record.click()
    await expect(page.get_by_text("Hãy chọn một câu trả lời.")).to_be_visible()
    await page.get_by_label("Có quan hệ").check()
    await record.click()
    await expect(page.get_by_text("Hãy chọn quan hệ.")).to_be_visible()
    await expect(page.get_by_text("Hãy ghi có quan hệ với ai.")).to_be_visible()
    await page.get_by_label("Không có ai").check()
    await record.click()
    await expect(page).to_have_url(re.compile(r"/app/inspections/[0-9a-f-]+$"))
    await page.context.close()
