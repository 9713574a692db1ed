"""Minutes with an owner, a draft before the first signature and a file after it: two phones, and a supervisor."""

import re

import pytest
from playwright.async_api import expect

from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import INSPECTOR, LEADER, Office, full_name
from tests.phone_app.support.phone import TEAM_OPINION, Phone
from tests.phone_app.support.supervisor import Supervisor

pytestmark = [pytest.mark.browser, pytest.mark.long]

MINE = "Cơ sở niêm yết giá đầy đủ."


async def hub(phone: Phone, inspection: str) -> None:
    await phone.sync()
    await phone.go(f"/app/inspections/{inspection}")


async def says(phone: Phone, *words: str) -> None:
    for one in words:
        await expect(phone.page.locator("main").get_by_text(one, exact=False).first).to_be_visible()


async def does_not_say(phone: Phone, *words: str) -> None:
    for one in words:
        await expect(phone.page.locator("main").get_by_text(one, exact=False)).to_have_count(0)


async def signal(phone: Phone, *, there: bool) -> None:
    """Of this phone alone: the line is the whole team's."""
    assert phone.window.context is not None
    await phone.window.context.set_offline(not there)


async def write_beside(phone: Phone, inspection: str, opinion: str) -> None:
    """As one who does not draw up the minutes: told before that his text stands beside."""
    await phone.go_to_minutes(inspection)
    await says(phone, "Bạn không phải người lập biên bản")
    await phone.field(TEAM_OPINION).fill(opinion)
    await phone.write_minutes(inspection, opinion, button="Hoàn thành, để bên cạnh")


async def propose(phone: Phone, inspection: str) -> None:
    before = await phone.count_acts(inspection, "minutes.proposed")
    await phone.page.get_by_role("button", name=re.compile("^Xin ý kiến")).first.click()
    await phone.confirm("Xin ý kiến dự thảo")
    await phone.wait_for_act(inspection, "minutes.proposed", before + 1)


async def test_minutes_of_a_colleague_that_come_late_void_nothing_and_are_seen_by_all(
    phones: MakePhone, office: Office
) -> None:
    supervisor = Supervisor(office)
    inspection = await supervisor.issue()
    leader, colleague = await phones(LEADER), await phones(INSPECTOR)
    await leader.take_up(inspection)
    await leader.wait_until_stored()
    await colleague.open_inspection(inspection)
    await says(colleague, f"Người lập biên bản: {full_name(LEADER)}")

    await signal(colleague, there=False)
    await write_beside(colleague, inspection, MINE)
    await colleague.go(f"/app/inspections/{inspection}")
    await says(colleague, "được để bên cạnh", "Có biên bản khác bên cạnh")
    await does_not_say(colleague, "Xem lại và trình", "Đủ điều kiện trình")

    await leader.write_minutes(inspection)
    await leader.sign(inspection, "leader")
    await leader.sign(inspection, "subject")
    await leader.submit(inspection)
    await leader.wait_until_stored()
    sealed = await leader.submitted_revision(inspection)

    await signal(colleague, there=True)
    await colleague.send_now()
    await colleague.wait_until_stored()
    for phone in (colleague, leader):
        await hub(phone, inspection)
        await says(phone, "Đã trình, chờ ý kiến", "Có biên bản khác bên cạnh")
    view = await supervisor.view(inspection)
    assert (view.state, view.revision) == ("submitted", sealed)
    assert {one.minutes for one in view.signatures} == {view.minutes.id}
    assert [one.set_aside for one in view.beside] == [None]

    await colleague.go(f"/app/inspections/{inspection}/minutes")
    await says(colleague, "Biên bản đã ký là bản cuối cùng")
    await expect(colleague.page.get_by_role("button", name="Đọc lại")).to_have_count(0)

    await leader.go(f"/app/inspections/{inspection}")
    await leader.page.get_by_text("Đọc và so sánh").click()
    await says(leader, "Khác với biên bản đang có hiệu lực", MINE)
    await leader.page.get_by_role("radio", name="Trùng nội dung").check()
    await leader.press("Để riêng biên bản này")
    await leader.confirm("Để riêng biên bản này")
    await leader.wait_for_act(inspection, "minutes.set_aside")
    await leader.wait_until_stored()
    await hub(colleague, inspection)
    await says(colleague, "Biên bản đã để riêng", "Đã để riêng: Trùng nội dung")
    await does_not_say(colleague, "Có biên bản khác bên cạnh")
    view = await supervisor.view(inspection)
    assert (view.state, view.revision) == ("submitted", sealed)
    print(await agree(leader, office, inspection))


async def test_whom_the_leader_entrusts_writes_the_minutes_in_force_with_what_he_had_written(
    phones: MakePhone, office: Office
) -> None:
    supervisor = Supervisor(office)
    inspection = await supervisor.issue()
    leader, colleague = await phones(LEADER), await phones(INSPECTOR)
    await leader.take_up(inspection)
    await leader.wait_until_stored()
    await colleague.open_inspection(inspection)
    await write_beside(colleague, inspection, MINE)
    await colleague.wait_until_stored()

    await leader.go(f"/app/inspections/{inspection}/owner")
    await leader.page.get_by_role("radio", name=full_name(INSPECTOR)).check()
    await leader.press("Giao lập biên bản")
    await leader.confirm("Giao lập biên bản")
    await leader.wait_for_act(inspection, "minutes.entrusted")
    await leader.wait_until_stored()
    await hub(leader, inspection)
    await says(leader, f"Người lập biên bản: {full_name(INSPECTOR)}")
    await does_not_say(leader, "Xem lại và trình", "Có biên bản khác bên cạnh")

    await hub(colleague, inspection)
    await says(colleague, f"Người lập biên bản: {full_name(INSPECTOR)} (bạn)")
    await does_not_say(colleague, "bên cạnh")
    await colleague.sign(inspection, "leader")
    await colleague.sign(inspection, "subject")
    await colleague.submit(inspection)
    await colleague.wait_until_stored()
    view = await supervisor.view(inspection)
    assert view.state == "submitted"
    assert view.minutes.fields["team_opinion"] == MINE
    assert view.beside == []


async def test_a_draft_is_returned_and_approved_and_the_file_supplemented_and_agreed_to(
    phones: MakePhone, office: Office
) -> None:
    supervisor = Supervisor(office)
    inspection = await supervisor.issue()
    phone = await phones(LEADER)
    await phone.take_up(inspection)
    await phone.take_photos(inspection, 1)
    await phone.write_minutes(inspection)
    await phone.go(f"/app/inspections/{inspection}")
    await says(phone, "Đoàn vẫn có thể ký và trình, không cần đợi.")
    await propose(phone, inspection)
    await phone.wait_until_stored()
    await hub(phone, inspection)
    await says(phone, "Đã xin ý kiến dự thảo lúc")

    await supervisor.return_draft(inspection, "/team_opinion", "Ghi rõ kiến nghị.")
    await hub(phone, inspection)
    await says(phone, "Dự thảo bị trả lại", "Ghi rõ kiến nghị.", f"Về mục “{TEAM_OPINION}”")
    await phone.reads_remark(f"/app/inspections/{inspection}/minutes", "Ghi rõ kiến nghị.")
    await phone.write_minutes(inspection, "Đề nghị nhắc nhở cơ sở niêm yết giá.")
    await phone.go(f"/app/inspections/{inspection}/signatures")
    await propose(phone, inspection)
    await phone.wait_until_stored()

    await supervisor.approve_draft(inspection)
    await phone.sync()
    await phone.go(f"/app/inspections/{inspection}/signatures")
    await says(phone, "Dự thảo đã được đồng ý")
    await phone.sign(inspection, "leader")
    await phone.sign(inspection, "subject")
    await phone.submit(inspection)
    await phone.wait_until_stored()
    await hub(phone, inspection)
    await says(phone, "Đã trình, chờ ý kiến")

    await supervisor.ask(inspection, "Nguồn gốc lô hàng?", "Kho hàng ở đâu?")
    await hub(phone, inspection)
    about = f"Về mục “{TEAM_OPINION}”"
    await says(phone, "yêu cầu bổ sung 2 nội dung", "Nguồn gốc lô hàng?", about)
    await phone.go(f"/app/inspections/{inspection}/supplement")
    await says(phone, about)
    await phone.field("Trả lời nội dung 1").fill("Có hóa đơn số 12, ảnh kèm theo.")
    await phone.page.wait_for_timeout(500)  # a hand needs as long from the last letter to anything
    await phone.kill()
    await phone.start_again(f"/app/inspections/{inspection}/supplement")
    await expect(phone.field("Trả lời nội dung 1")).to_have_value("Có hóa đơn số 12, ảnh kèm theo.")
    await phone.press("Gửi bổ sung")
    await says(phone, "Ghi câu trả lời cho nội dung này.")
    await phone.field("Trả lời nội dung 2").fill("Tại số 7 ngõ Hoa Gạo.")
    await phone.page.get_by_role("checkbox").first.check()
    await phone.press("Gửi bổ sung")
    await phone.confirm("Gửi bổ sung")
    await phone.wait_for_act(inspection, "file.supplemented")
    await phone.wait_until_stored()
    await hub(phone, inspection)
    await says(phone, "Đã trình, chờ ý kiến", "Tại số 7 ngõ Hoa Gạo.")

    await supervisor.agree(inspection)
    await hub(phone, inspection)
    await says(phone, "Đã đồng ý hướng xử lý")
    await does_not_say(phone, "duyệt biên bản", "Đã phê duyệt")
    view = await supervisor.view(inspection)
    assert (view.state, view.file.status) == ("approved", "agreed")
    assert [said.text for said in view.drafts[-1].answers] == [None], "it was mended, which is said"
    print(await agree(phone, office, inspection))


async def test_the_team_asks_not_to_inspect_goes_on_and_learns_of_a_withdrawal(
    phones: MakePhone, office: Office
) -> None:
    supervisor = Supervisor(office)
    inspection = await supervisor.issue()
    phone = await phones(INSPECTOR)
    await phone.open_inspection(inspection)
    await phone.begin(inspection)
    await phone.go(f"/app/inspections/{inspection}/discard")
    await phone.field("Lý do đề nghị").fill("Nhầm địa chỉ, cơ sở đã chuyển đi.")
    await phone.press("Đề nghị không kiểm tra")
    await phone.confirm("Đề nghị không kiểm tra")
    await phone.wait_for_act(inspection, "inspection.discarded")
    await phone.wait_until_stored()
    await hub(phone, inspection)
    await says(phone, "Đã đề nghị không kiểm tra lúc", "Nhầm địa chỉ, cơ sở đã chuyển đi.")
    await phone.press("Tiếp tục kiểm tra")
    await phone.wait_for_act(inspection, "inspection.opened", 2)
    await does_not_say(phone, "Đã đề nghị không kiểm tra lúc")
    await phone.wait_until_stored()

    await supervisor.withdraw(inspection, "Cơ sở không thuộc địa bàn.")
    await hub(phone, inspection)
    await says(
        phone, "Quyết định đã hủy bỏ", "đã hủy bỏ quyết định này lúc", "Cơ sở không thuộc địa bàn."
    )
    await does_not_say(phone, "Xem lại và trình", "Bắt đầu kiểm tra", "Mở lại cuộc kiểm tra")
    await phone.go(f"/app/inspections/{inspection}/place")
    await expect(phone.page.get_by_role("button", name="Công bố quyết định")).to_have_count(0)
