"""A phone that is revoked in the field, and one that two officers share."""

import pytest
from playwright.async_api import expect

from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import COLLEAGUE, INSPECTOR, Office, full_name
from tests.phone_app.support.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def test_a_phone_revoked_in_the_field_says_so_and_keeps_everything(
    phone: Phone, office: Office
) -> None:
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.wait_until_stored()
    await phone.go_offline()
    await phone.take_photos(inspection, 2)
    before = await phone.kept()
    await office.revoke(str(before.device), "Máy bị mất ở chợ.")

    await phone.come_online()
    line = phone.page.get_by_label("Tình trạng gửi")
    await expect(line).to_contain_text("Máy này không gửi được nữa", timeout=60_000)
    await line.get_by_role("link").click()
    await expect(phone.page.get_by_role("button", name="Xuất tệp chưa gửi")).to_be_visible()
    await expect(phone.page.get_by_text("Đừng xóa ứng dụng")).to_be_visible()
    await phone.sign_in_again_in_vain("hn1.an", "thu hồi")
    after = await phone.kept()
    after.is_sound()
    assert [one["id"] for one in after.acts] == [one["id"] for one in before.acts]
    waiting = {one["id"] for one in after.acts if one["state"] == "waiting"}
    assert len(waiting) == 2
    assert not waiting & set(await office.entries(str(after.device)))


async def test_another_officer_on_the_same_phone_neither_sees_nor_sends_the_first_one_s_work(
    phone: Phone, office: Office
) -> None:
    mine, theirs = await office.issue(owner=None), await office.issue(owner=None)
    await phone.take_up(mine)
    await phone.wait_until_stored()
    await phone.go_offline()
    await phone.take_photos(mine, 2)
    await phone.lock()

    await phone.come_online()
    await phone.sign_in_as_another(COLLEAGUE)
    await phone.take_up(theirs)
    await phone.take_photos(theirs, 1)
    await phone.wait_until_stored(only=theirs)
    assert await office.photographs(mine) == []
    kept = {one["recordId"] for one in (await phone.kept()).acts if one["state"] == "waiting"}
    assert kept == {mine}, "what waits is the first one's alone, and it waits for him"
    await phone.lock()

    await phone.unlock(full_name(INSPECTOR))
    await phone.send_now()
    await phone.wait_until_stored()
    assert await office.authors(mine) == {INSPECTOR}
    assert await office.authors(theirs) == {COLLEAGUE}
    print(await agree(phone, office, mine))
