"""Two careless inspectors of one team: hours without a signal, a clock of another day, signed out with unsent work,
killed in the middle of an upload while the server's processes die as well. Nothing that was captured is lost."""

import re

import pytest
from playwright.async_api import expect

from tests.faults.system import WEB, System
from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.line import Line, Trouble
from tests.phone_app.support.office import INSPECTOR, LEADER, Office
from tests.phone_app.support.phone import Phone
from tests.phone_app.support.supervisor import Supervisor
from tests.phone_app.test_minutes_flow import signal, write_beside

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def sign_out(phone: Phone) -> str:
    """Press the button in the settings, and agree. Returns what the question said."""
    await phone.go("/app/settings")
    await phone.press("Đăng xuất")
    said = await phone.page.get_by_role("dialog").inner_text()
    await phone.confirm("Đăng xuất")
    await expect(phone.page.get_by_role("heading", level=1)).to_have_text("Mở khóa")
    return said


async def test_what_two_phones_captured_offline_arrives_whatever_their_officers_do(
    phones: MakePhone, office: Office, line: Line, system: System
) -> None:
    inspection = await Supervisor(office).issue()
    leader, colleague = await phones(LEADER), await phones(INSPECTOR, clock_days=3)
    await leader.take_up(inspection)
    await leader.wait_until_stored()
    await colleague.open_inspection(inspection)
    for phone in (leader, colleague):
        await signal(phone, there=False)
        await phone.take_photos(inspection, 2)
    await leader.write_minutes(inspection, "Máy của Trưởng Đoàn viết.")
    await write_beside(colleague, inspection, "Máy của thành viên viết.")
    before = [await phone.kept() for phone in (leader, colleague)]

    said = await sign_out(leader)
    assert re.search(r"Còn \d+ mục, 2 ảnh \([^)]+\) chưa gửi", said), said
    assert "Không có gì bị xóa" in said
    await expect(leader.page.get_by_text("chưa gửi trên máy này")).to_be_visible()

    held = line.befall(Trouble(b"PATCH /api/mobile/v1/uploads/", after=20_000, kind="hold"))
    await signal(colleague, there=True)
    await colleague.send_now()
    await colleague.sees_happen(held)
    await system.kill(WEB)
    await colleague.kill()
    await system.kill(WEB)
    await colleague.start_again()
    await colleague.send_now()
    await colleague.wait_until_stored()
    assert await colleague.says_the_clock_is_wrong()

    await signal(leader, there=True)
    await leader.press("Đăng nhập lại")
    await leader.sign_in(LEADER)
    await leader.set_pin()
    await leader.send_now()
    await leader.wait_until_stored()

    after = [await phone.kept() for phone in (leader, colleague)]
    taken = []
    for was, kept in zip(before, after, strict=True):
        kept.is_sound()
        assert {one["id"] for one in was.acts} <= {one["id"] for one in kept.acts}
        assert kept.device is not None
        assert set(await office.entries(kept.device)) == {one["id"] for one in kept.acts}
        taken += [one["sha256"] for one in kept.photos_of(inspection)]
    assert len(taken) == 4
    arrived = [one["sha256"] for one in await office.photographs(inspection, stored=True)]
    assert sorted(arrived) == sorted(taken)
