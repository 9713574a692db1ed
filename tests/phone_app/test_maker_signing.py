"""The maker signs numbered minutes digitally from the phone, once it has a signal."""

import hashlib

import pyotp
import pytest
from playwright.async_api import expect

from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.look import Look
from tests.phone_app.support.office import LEADER, Office, full_name

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def test_the_maker_signs_numbered_minutes_with_his_passphrase_when_he_has_a_signal(
    phones: MakePhone, office: Office
) -> None:
    look, phone = Look("vi light"), await phones(LEADER)
    inspection = await office.issue(owner=None)
    await phone.take_up(inspection)
    await phone.sync()
    await phone.go_offline()
    await phone.write_minutes(inspection)
    await phone.sign(inspection, "leader")
    await phone.sign(inspection, "subject")
    await phone.page.get_by_role("button", name="Cấp số", exact=True).click()
    await phone.confirm("Cấp số")
    await phone.wait_for_act(inspection, "minutes.numbered")
    page = phone.page
    await page.get_by_text("Tệp của biên bản và chữ ký số").click()
    show = page.get_by_role("button", name="Xem tệp và ký số")
    await show.click()
    await expect(page.get_by_role("alert")).to_be_visible()  # it takes a signal, and says so
    await look.at(page, "32 the maker's signature, without a signal")

    await phone.come_online()
    await phone.sync()
    await phone.wait_until_stored()
    await phone.go(f"/app/inspections/{inspection}/minutes")
    await page.get_by_text("Tệp của biên bản và chữ ký số").click()
    await show.click()
    await expect(page.get_by_text("Chưa ai lấy tệp")).to_be_visible()
    field = page.get_by_label("Mật khẩu chứng thư số")
    code = page.get_by_label("Mã xác thực (OTP)")
    await field.fill("không phải")
    await page.get_by_role("button", name="Ký số biên bản").click()
    await expect(page.get_by_text("Nhập mã xác thực 6 số.")).to_be_visible()
    await office.forget_codes()
    await code.fill(pyotp.TOTP(office.account(LEADER).totp_secret).now())
    await look.at(page, "33 the maker's signature")
    await page.get_by_role("button", name="Ký số biên bản").click()
    await expect(page.get_by_text("Chưa ký gì; hãy nhập lại")).to_be_visible()
    await expect(field).to_have_value("")
    await expect(code).to_have_count(0)  # one code opens signing for a quarter of an hour
    await field.fill(office.account(LEADER).signing_passphrase)
    await page.get_by_role("button", name="Ký số biên bản").click()
    await expect(page.get_by_text("Đã ký số.")).to_be_visible()
    signed = f"Tệp có chữ ký số của {full_name(LEADER)}"
    await expect(page.get_by_text(signed)).to_be_visible()
    await look.at(page, "34 the maker's signature, made")
    async with page.expect_download() as waits:
        await page.get_by_role("button", name="Tải tệp").click()
    file = await (await waits.value).path()
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    await expect(page.get_by_text(digest)).to_be_hidden()
    await page.locator("summary", has_text="Kỹ thuật").click()
    await expect(page.get_by_text(digest)).to_be_visible()
    at_the_desk = await office.words_of(f"/desk/inspections/{inspection}")
    assert digest in at_the_desk
    assert f"Chữ ký số của {full_name(LEADER)}" in at_the_desk
    assert look.faults == [], "\n".join(look.faults)
