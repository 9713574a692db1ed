"""The number of inspection minutes where there is no signal, and what desk and ledger have afterwards."""

import re

import pytest
from playwright.async_api import expect

from tests.phone_app.support.agreement import agree
from tests.phone_app.support.look import Look
from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def test_minutes_get_the_officers_number_offline_once_all_have_signed(
    phone: Phone, office: Office
) -> None:
    look = Look("vi light")
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.take_photos(inspection, 1)
    await phone.sync()
    await phone.go_offline()
    await phone.restart()
    await phone.write_minutes(inspection)
    await phone.sign(inspection, "leader")
    give = phone.page.get_by_role("button", name="Cấp số", exact=True)
    await expect(give).to_have_count(0)
    await phone.sign(inspection, "subject")
    await look.at(phone.page, "29 minutes, signed")
    await give.click()
    await look.at(phone.page, "30 minutes, asked for their number")
    await phone.confirm("Cấp số")
    await phone.wait_for_act(inspection, "minutes.numbered")
    given = phone.page.get_by_text(re.compile(r"^Số \d+/BB-KT-"))
    await expect(given).to_be_visible()
    number = re.match(r"Số (\S+),", await given.inner_text())
    assert number is not None
    await look.at(phone.page, "31 minutes, numbered")

    # Nothing on them changes any more.
    await expect(phone.page.get_by_role("link", name=re.compile("^Ký"))).to_have_count(0)
    await phone.go(f"/app/inspections/{inspection}/minutes")
    await expect(phone.page.get_by_text("Biên bản đã đóng")).to_be_visible()
    await expect(phone.page.get_by_role("button", name="Đọc lại")).to_have_count(0)

    await phone.submit(inspection)
    await phone.come_online()
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))
    page = await office.words_of(f"/desk/inspections/{inspection}")
    assert f"Số {number[1]}" in page
    assert "Dữ liệu chờ xem xét" not in page
    assert look.faults == [], "\n".join(look.faults)
