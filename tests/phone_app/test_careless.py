"""What a careless inspector does: one file twice, back after signing, too long a text, the PIN forgotten."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import COLLEAGUE, Office
from tests.phone_app.support.phone import TEAM_OPINION, Phone
from tests.support.pictures import jpeg

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def test_a_file_chosen_twice_is_told_kept_and_can_be_taken_back(
    phone: Phone, office: Office, tmp_path: Path
) -> None:
    inspection = await office.issue()
    file = tmp_path / "nhãn.jpg"
    file.write_bytes(jpeg())
    await phone.take_up(inspection)
    await phone.choose_photo(inspection, file)
    same = phone.page.get_by_text("Ảnh 2 trùng Ảnh 1", exact=False)
    await expect(same).to_have_count(0)
    await phone.choose_photo(inspection, file)
    await expect(same).to_be_visible()

    await phone.page.get_by_role("link", name="Xem hoặc loại Ảnh 2").click()
    await expect(phone.page.get_by_text("Trùng Ảnh 1", exact=True)).to_be_visible()
    await expect(phone.field("Lý do loại")).to_have_value("Trùng Ảnh 1")
    await phone.press("Loại khỏi hồ sơ")
    await phone.wait_for_act(inspection, "photo.withdrawn")
    await phone.page.wait_for_url(f"**/app/inspections/{inspection}/photos")  # it leads back itself
    await expect(phone.page.get_by_text("Trùng Ảnh 1", exact=True)).to_have_count(0)

    await phone.write_minutes(inspection)
    await phone.sign(inspection, "leader")
    await phone.sign(inspection, "subject")
    await phone.submit(inspection)
    await phone.wait_until_stored()
    assert len((await phone.kept()).photos_of(inspection)) == 2, "both are kept"
    print(await agree(phone, office, inspection))


async def test_who_comes_back_to_the_pad_reads_that_he_has_signed(
    phone: Phone, office: Office
) -> None:
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.write_minutes(inspection)
    signed = phone.page.get_by_text("đã ký lúc")
    await phone.go(f"/app/inspections/{inspection}/sign/leader")
    await expect(phone.page.get_by_label("Ô ký tên")).to_be_visible()
    await expect(signed).to_have_count(0)
    await phone.sign(inspection, "leader")
    await expect(phone.page.get_by_text("Ký lại").first).to_be_visible()

    await phone.page.go_back()
    await expect(phone.page.get_by_label("Ô ký tên")).to_be_visible()
    await expect(signed).to_be_visible()
    await phone.page.locator("main").get_by_role("link", name="Về danh sách chữ ký").click()
    assert await phone.count_acts(inspection, "person.signed") == 1


async def test_a_text_beyond_its_limit_is_counted_while_it_is_typed(
    phone: Phone, office: Office
) -> None:
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.go_to_minutes(inspection)
    opinion = phone.field(TEAM_OPINION)
    await opinion.fill("á" * 3_000)
    counted = phone.page.get_by_text("5.000 ký tự", exact=False)
    await expect(counted).to_have_count(0)
    await opinion.fill("á" * 4_700)
    await expect(counted).to_have_text("4.700 / 5.000 ký tự.")
    await opinion.fill("á" * 40_000)
    await expect(counted).to_contain_text("40.000 / 5.000 ký tự: dài quá 35.000 ký tự")
    await phone.go("/app/")
    await phone.go_to_minutes(inspection)
    assert len(await phone.field(TEAM_OPINION).input_value()) == 40_000, "what was typed is kept"


async def test_with_the_pin_gone_and_the_account_shut_the_work_still_leaves_the_phone(
    phone: Phone, office: Office, tmp_path: Path
) -> None:
    inspection = await office.issue()
    await phone.lock()
    await phone.sign_in_as_another(COLLEAGUE)
    await phone.take_up(inspection)
    await phone.wait_until_stored(only=inspection)
    await phone.go_offline()
    await phone.take_photos(inspection, 1)
    await phone.lock()
    who = phone.page.get_by_role("radio").last
    await who.check()
    pin = phone.page.locator("input.pin")
    for left in (4, 3, 2, 1):
        await pin.fill("000000")
        await pin.press("Enter")
        await expect(phone.page.get_by_role("alert")).to_contain_text(f"Còn {left} lần thử")
    await pin.fill("000000")
    await pin.press("Enter")
    blocked = phone.page.get_by_role("alert")
    await expect(blocked).to_contain_text("Cần đăng nhập lại")
    await expect(blocked).to_have_count(1)
    assert "sai mã PIN" not in await phone.page.locator("main").inner_text()

    await phone.come_online()
    async with office.account_shut(COLLEAGUE):
        await phone.press("Đăng nhập lại")
        await phone.sign_in(COLLEAGUE)
        await expect(phone.page.get_by_role("alert")).to_contain_text("Tài khoản đã bị khóa")
        await phone.press("Xuất tệp chưa gửi")
        await expect(phone.page.get_by_text("Trong tệp sẽ có")).to_be_visible()
        async with phone.page.expect_download() as coming:
            await phone.press("Xuất tệp chưa gửi")
        download = await coming.value
        await download.save_as(tmp_path / download.suggested_filename)
        said = await office.bring_in(
            download.suggested_filename, (tmp_path / download.suggested_filename).read_bytes()
        )
        assert "1" in said
        kept = await phone.kept()
        kept.is_sound()
        assert len(kept.photos_of(inspection)) == 1
        await office.wait_for_photographs(
            inspection, [one["sha256"] for one in kept.photos_of(inspection)]
        )
