"""The system kills the app while the officer works: at most the last keystroke is lost."""

import pytest
from playwright.async_api import expect

from tests.phone_app.support.agreement import agree
from tests.phone_app.support.line import Line, Trouble
from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import TEAM_OPINION, Phone

pytestmark = [pytest.mark.browser, pytest.mark.long]

TYPED = "Đề nghị cơ sở tạm dừng bán lô hàng nêu trên cho đến khi có nhãn đúng quy định."


async def test_killed_while_typing_it_opens_at_the_same_field_with_what_was_typed(
    phone: Phone, office: Office
) -> None:
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.wait_until_stored()
    await phone.go(f"/app/inspections/{inspection}/minutes")
    field = phone.field(TEAM_OPINION)
    await field.press_sequentially(TYPED, delay=80)  # as a quick thumb types
    await phone.kill()

    await phone.start_again()
    await phone.go(f"/app/inspections/{inspection}/minutes")
    found = await phone.field(TEAM_OPINION).input_value()
    assert TYPED.startswith(found)
    assert len(found) >= len(TYPED) - 1, found
    print(await agree(phone, office, inspection))


async def test_killed_while_a_caption_is_given_after_the_shot_it_is_still_there_to_be_saved(
    phone: Phone, office: Office
) -> None:
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.take_photos(inspection, 1)
    [photo] = (await phone.kept()).photos_of(inspection)
    screen = f"/app/inspections/{inspection}/photos/{photo['id']}"
    await phone.go(screen)
    await phone.page.get_by_text("Ghi chú thích").click()
    await types_and_is_killed(phone, screen, "Chú thích", "Kệ hàng thứ hai", is_there=True)
    await phone.press("Lưu chú thích")
    await phone.wait_for_act(inspection, "photo.captioned")
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))


async def test_killed_while_a_reason_is_given_it_is_still_there_to_be_sent(
    phone: Phone, office: Office
) -> None:
    """Not to inspect, to take a photograph out, why somebody does not sign."""
    inspection = await office.issue()
    await phone.open_inspection(inspection)
    await phone.begin(inspection)
    at = f"/app/inspections/{inspection}"
    await types_and_is_killed(
        phone, f"{at}/discard", "Lý do đề nghị", "Cơ sở đã chuyển đi nơi khác"
    )

    await phone.take_position(inspection)
    await phone.press("Công bố quyết định")
    await phone.wait_for_act(inspection, "inspection.announced")
    await phone.take_photos(inspection, 1)
    [photo] = (await phone.kept()).photos_of(inspection)
    screen = f"{at}/photos/{photo['id']}"
    await phone.go(screen)
    await phone.page.locator("summary", has_text="Loại khỏi hồ sơ").click()
    await types_and_is_killed(phone, screen, "Lý do loại", "Ảnh bị rung", is_there=True)
    await phone.press("Loại khỏi hồ sơ")
    await phone.wait_for_act(inspection, "photo.withdrawn")

    await phone.write_minutes(inspection)
    await phone.go(f"{at}/sign/subject")
    await phone.press("Từ chối ký")
    await phone.field("Người chứng kiến việc từ chối").fill("Phạm Văn Bảy")
    await phone.field("Lý do từ chối").fill("Chờ chủ cơ sở về")
    await phone.page.wait_for_timeout(500)
    await phone.kill()
    await phone.start_again(f"{at}/sign/subject")
    await phone.press("Từ chối ký")
    await expect(phone.field("Lý do từ chối")).to_have_value("Chờ chủ cơ sở về")
    await expect(phone.field("Người chứng kiến việc từ chối")).to_have_value("Phạm Văn Bảy")
    await phone.press("Ghi việc từ chối")
    await phone.wait_for_act(inspection, "person.signed")
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))


async def types_and_is_killed(
    phone: Phone, screen: str, label: str, text: str, *, is_there: bool = False
) -> None:
    """What he typed stands in the field when the app comes back to this screen."""
    if not is_there:
        await phone.go(screen)
    await phone.field(label).fill(text)
    await phone.page.wait_for_timeout(500)  # a hand needs as long from the last letter to anything
    await phone.kill()
    await phone.start_again(screen)
    await expect(phone.field(label)).to_be_visible()
    await expect(phone.field(label)).to_have_value(text)


async def test_killed_again_and_again_at_the_shutter_a_photograph_is_there_whole_or_not_at_all(
    phone: Phone, office: Office
) -> None:
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.wait_until_stored()
    for wait_ms in (0, 30, 90, 200, 400):
        await phone.go(f"/app/inspections/{inspection}/camera")
        shutter = phone.page.get_by_role("button", name="Chụp", exact=True)
        await expect(shutter).to_be_enabled()
        await shutter.click()
        await phone.page.wait_for_timeout(wait_ms)
        await phone.kill()
        await phone.start_again()
        (await phone.kept()).is_sound()
    await phone.take_photos(inspection, 1)
    await phone.send_now()
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))


async def test_killed_in_the_middle_of_an_upload_it_goes_on_from_there(
    phone: Phone, office: Office, line: Line
) -> None:
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.wait_until_stored()
    held = line.befall(Trouble(b"PATCH /api/mobile/v1/uploads/", after=40_000, kind="hold"))
    await phone.take_photos(inspection, 2)
    await phone.sees_happen(held)
    await phone.kill()

    await phone.start_again()
    await phone.send_now()
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))
