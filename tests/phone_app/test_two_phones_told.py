"""What two hurried phones of a team did to each other is told on both: nobody believes what no longer stands."""

import re

import pytest
from playwright.async_api import expect

from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.office import INSPECTOR, LEADER, Office, full_name
from tests.phone_app.support.phone import Phone
from tests.phone_app.support.supervisor import Supervisor
from tests.phone_app.test_minutes_flow import does_not_say, hub, says, signal

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def entrust(phone: Phone, inspection: str, count: int) -> None:
    """The leader names the colleague."""
    await phone.go(f"/app/inspections/{inspection}/owner")
    await phone.page.get_by_role("radio", name=full_name(INSPECTOR)).check()
    await phone.press("Giao lập biên bản")
    await phone.confirm("Giao lập biên bản")
    await phone.wait_for_act(inspection, "minutes.entrusted", count)


async def take_back(phone: Phone, inspection: str, count: int) -> None:
    await phone.go(f"/app/inspections/{inspection}/owner")
    await phone.press("Nhận lại việc lập biên bản")
    await phone.confirm("Nhận lại việc lập biên bản")
    await phone.wait_for_act(inspection, "minutes.entrusted", count)


async def answer(phone: Phone, inspection: str, words: str) -> None:
    await phone.go(f"/app/inspections/{inspection}/supplement")
    await phone.field("Trả lời nội dung 1").fill(words)
    await phone.press("Gửi bổ sung")
    await phone.confirm("Gửi bổ sung")
    await phone.wait_for_act(inspection, "file.supplemented")


async def test_a_text_that_was_signed_here_and_replaced_by_the_other_phone_is_told(
    phones: MakePhone, office: Office
) -> None:
    inspection = await Supervisor(office).issue()
    first, second = await phones(LEADER), await phones(LEADER)
    await first.take_up(inspection)
    await first.wait_until_stored()
    await second.open_inspection(inspection)
    await signal(first, there=False)
    await first.write_minutes(inspection, "Máy một viết.")
    await second.write_minutes(inspection, "Máy hai viết.")
    await second.sign(inspection, "leader")
    await second.wait_until_stored()
    await does_not_say(second, "đã được thay")

    await signal(first, there=True)
    await first.send_now()
    await first.wait_until_stored()
    await hub(second, inspection)
    await says(second, "đã được thay bằng bản từ máy khác của bạn", "1 chữ ký lấy trên máy này")
    await second.go(f"/app/inspections/{inspection}/signatures")
    await says(second, "đã được thay bằng bản từ máy khác của bạn")
    await second.page.locator("summary", has_text="Đọc biên bản đang có hiệu lực").click()
    await says(second, "Máy một viết.")
    await second.write_minutes(inspection, "Viết lại trên máy hai.")
    await second.go(f"/app/inspections/{inspection}")
    await does_not_say(second, "đã được thay")


async def test_what_was_not_taken_is_told_and_what_was_submitted_is_shown_as_it_was(
    phones: MakePhone, office: Office
) -> None:
    supervisor = Supervisor(office)
    inspection = await supervisor.issue()
    leader, colleague = await phones(LEADER), await phones(INSPECTOR)
    await leader.take_up(inspection)
    await entrust(leader, inspection, 1)
    await leader.wait_until_stored()
    await colleague.open_inspection(inspection)
    await signal(colleague, there=False)
    await colleague.write_minutes(inspection, "An viết.")
    await colleague.sign(inspection, "leader")
    await colleague.sign(inspection, "subject")
    await colleague.submit(inspection)
    sealed = await colleague.submitted_revision(inspection)
    await take_back(leader, inspection, 2)
    await leader.wait_until_stored()

    await signal(colleague, there=True)
    await colleague.send_now()
    await expect(colleague.page.locator("main")).to_contain_text("do Phạm Việt Dũng lập và trình")
    await hub(colleague, inspection)
    await says(colleague, "Hồ sơ bạn trình lúc", "chưa được nhận", "tự gửi lại")
    await colleague.page.get_by_role("link", name="Ai lập biên bản, hỏi ai").click()
    await says(colleague, f"Chỉ Trưởng Đoàn {full_name(LEADER)} giao được")

    await hub(leader, inspection)
    await leader.page.get_by_text("Đọc và so sánh").click()
    await leader.page.get_by_text(f"Hoặc giao {full_name(INSPECTOR)} lập biên bản").click()
    await entrust(leader, inspection, 3)
    await leader.wait_until_stored()
    await colleague.sync()
    await colleague.wait_until_stored()
    await hub(colleague, inspection)
    await says(colleague, "Đã trình, chờ ý kiến")
    await does_not_say(colleague, "chưa được nhận")

    await hub(leader, inspection)
    await leader.go(f"/app/inspections/{inspection}/signatures")
    await does_not_say(leader, "Ký lại")
    await leader.page.locator("main a[href*='/sign/member']").first.click()
    await leader.draw()
    await leader.press("Lưu chữ ký")
    await leader.wait_for_act(inspection, "person.signed")
    await leader.wait_until_stored()
    for phone in (leader, colleague):
        await hub(phone, inspection)
        await phone.go(f"/app/inspections/{inspection}/review")
        await says(
            phone, sealed, f"Ký sau khi trình, không thuộc bản trình: {full_name(INSPECTOR)}"
        )
    assert (await supervisor.view(inspection)).revision == sealed

    await supervisor.ask(inspection, "Kho hàng ở đâu?")
    for phone in (leader, colleague):
        await hub(phone, inspection)
        await signal(phone, there=False)
    await answer(leader, inspection, "Dũng: số 7.")
    await answer(colleague, inspection, "An: số 9, tầng hai.")
    await signal(leader, there=True)
    await leader.send_now()
    await leader.wait_until_stored()
    await signal(colleague, there=True)
    await colleague.send_now()
    await says(colleague, "Yêu cầu bổ sung này đã được trả lời từ máy khác, của bạn hoặc đồng đội")
    await expect(colleague.page.get_by_role("button", name=re.compile("^Thử lại"))).to_have_count(0)
    await hub(colleague, inspection)
    await says(colleague, "Trả lời bổ sung của bạn", "không vào hồ sơ", "An: số 9, tầng hai.")
