"""A head who is on the road looks at a team's draft on his phone and answers it there, while they wait in the shop."""

import asyncio

import pytest
from playwright.async_api import Locator, expect

from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.office import LEADER, SUPERVISOR, Office
from tests.phone_app.support.phone import TEAM_OPINION, Phone
from tests.phone_app.support.supervisor import Supervisor
from tests.phone_app.test_minutes_flow import does_not_say, hub, propose, says, signal

pytestmark = [pytest.mark.browser, pytest.mark.long]

HOME = "/app/"
WAITS = "Đoàn kiểm tra chờ ý kiến dự thảo biên bản"
REMARK = "Ghi rõ kiến nghị xử lý."


def row_of(head: Phone, inspection: str) -> Locator:
    """The row of the first screen that tells of a draft; drafts of others may wait beside it."""
    return head.page.locator(f'a[href="/app/drafts/{inspection}"]')


async def looks(head: Phone, inspection: str) -> None:
    """From the first screen, by the row that tells of it."""
    await head.sync()
    await head.go(HOME)
    await expect(row_of(head, inspection)).to_contain_text(WAITS)
    await row_of(head, inspection).click()
    await says(head, "xin ý kiến lúc", "Chưa ai ký")


async def sees_the_photograph_large(head: Phone) -> None:
    """A preview is made a moment after the bytes have come: pressed again until it is there."""
    large = head.page.locator("img.large")
    async with asyncio.timeout(60):
        while not await large.count():
            await head.page.get_by_role("button", name="Xem ảnh lớn").first.click()
            await asyncio.sleep(1)
    await expect(large).to_be_visible()


async def test_a_head_returns_a_draft_and_approves_the_next_on_his_phone(
    phones: MakePhone, office: Office
) -> None:
    supervisor = Supervisor(office)
    inspection = await supervisor.issue()
    team, head = await phones(LEADER), await phones(SUPERVISOR)
    await head.sync()
    await head.go(HOME)
    await expect(row_of(head, inspection)).to_have_count(0)
    await team.take_up(inspection)
    await team.take_photos(inspection, 1)
    await team.write_minutes(inspection)
    await team.go(f"/app/inspections/{inspection}")
    await propose(team, inspection)
    await team.wait_until_stored()

    await looks(head, inspection)
    await sees_the_photograph_large(head)
    await expect(head.page.get_by_role("button", name="Nhận xét")).to_have_count(0)
    await head.press("Trả lại…")
    await expect(head.page.get_by_text("Chọn mục hoặc ảnh cần sửa")).to_be_visible()
    await head.page.get_by_role("button", name=f"Nhận xét: {TEAM_OPINION}").first.click()
    await head.page.get_by_role("textbox").first.fill(REMARK)
    await head.page.wait_for_timeout(500)  # a hand needs as long from the last letter to anything
    await head.kill()
    await head.start_again(f"/app/drafts/{inspection}")
    await expect(head.page.get_by_role("textbox").first).to_have_value(REMARK)
    await head.press("Trả lại dự thảo")
    await head.confirm("Trả lại dự thảo")
    await says(head, "Bạn đã trả lại dự thảo này")
    await head.wait_for_act(inspection, "draft.returned")
    await head.wait_until_stored()
    await head.sync()
    await head.go(HOME)
    await expect(row_of(head, inspection)).to_have_count(0)

    await hub(team, inspection)
    await says(team, "Dự thảo bị trả lại", REMARK)
    await team.write_minutes(inspection, "Đề nghị nhắc nhở cơ sở niêm yết giá.")
    await team.go(f"/app/inspections/{inspection}")
    await propose(team, inspection)
    await team.wait_until_stored()

    await looks(head, inspection)
    await says(head, "Đề nghị nhắc nhở cơ sở niêm yết giá.")
    await signal(head, there=False)
    await head.press("Đồng ý dự thảo")
    await head.confirm("Đồng ý dự thảo")
    await says(head, "Bạn đã đồng ý dự thảo này", "chờ gửi")
    await signal(head, there=True)
    await head.send_now()
    await head.wait_until_stored()
    await hub(team, inspection)
    await says(team, "Dự thảo đã được đồng ý")


async def test_who_answers_too_late_is_told_so_and_nothing_of_what_was_signed_changes(
    phones: MakePhone, office: Office
) -> None:
    supervisor = Supervisor(office)
    inspection = await supervisor.issue()
    team, head = await phones(LEADER), await phones(SUPERVISOR)
    await team.take_up(inspection)
    await team.write_minutes(inspection)
    await team.go(f"/app/inspections/{inspection}")
    await propose(team, inspection)
    await team.wait_until_stored()
    await looks(head, inspection)
    await supervisor.approve_draft(inspection)
    await head.press("Đồng ý dự thảo")
    await head.confirm("Đồng ý dự thảo")
    await head.wait_for_act(inspection, "draft.approved")
    await says(head, "Ý kiến không được nhận")
    await head.go("/app/outbox")
    await says(head, "Không cần gửi lại")
    await head.page.get_by_role("button", name="Đã đọc: Đồng ý dự thảo").click()
    await does_not_say(head, "Cần xem lại", "Không cần gửi lại")
    await head.go(f"/app/drafts/{inspection}")
    view = await supervisor.view(inspection)
    assert [one.answer.kind for one in view.drafts] == ["draft_approved"]
