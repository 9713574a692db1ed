"""An inspector who is careless with an information: two phones, a dead session, a wrong clock, a kill."""

import asyncio
import shutil
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.line import Line, Trouble
from tests.phone_app.support.office import LEADER, Office
from tests.phone_app.support.tips import (
    PLANTED,
    begins,
    fills_in,
    holds_nothing,
    kept_of,
    picture,
    registers,
    writes,
)

pytestmark = [pytest.mark.browser, pytest.mark.long]

REFRESH = b"POST /api/mobile/v1/sessions/refresh"


async def test_killed_before_the_new_session_is_stored_the_officer_is_still_signed_in(
    phones: MakePhone, office: Office, line: Line
) -> None:
    """The server gave new tokens, and the phone was killed before it had them; it starts again much later."""
    phone = await phones(LEADER)
    await phone.sync()
    async with office.database() as connection:
        await connection.execute("UPDATE access_tokens SET expires_at = now()")
    lost = line.befall(Trouble(REFRESH, kind="answer"))
    await phone.go("/app/")
    await phone.press("Tải việc mới")
    await phone.sees_happen(lost)
    await phone.kill()
    async with office.database() as connection:
        unseen = (
            "SELECT count(*) FROM refresh_tokens WHERE used_at IS NULL AND confirmed_at IS NULL"
        )
        assert await connection.fetchval(unseen) >= 1, "the server gave a pair that nobody has"
        await connection.execute(
            "UPDATE refresh_tokens SET used_at = used_at - interval '1 day' WHERE used_at IS NOT NULL"
        )
        await connection.execute("UPDATE access_tokens SET expires_at = now()")
    await phone.start_again()
    await phone.sync()
    await expect(phone.page.get_by_text("đăng nhập lại").first).to_be_hidden()
    async with office.database() as connection:
        ended = await connection.fetchval(
            "SELECT count(*) FROM mobile_sessions WHERE end_reason = 'refresh_token_reused'"
        )
    assert ended == 0


async def test_the_same_draft_on_two_phones_is_one_information_and_what_differs_is_told(
    phones: MakePhone, office: Office, tmp_path: Path
) -> None:
    """The phone's content was copied to a new one, as its maker offers, and the officer uses both."""
    summary = "Phản ánh một xưởng đóng gói bột giặt giả ở hai máy"
    first = await phones(LEADER)
    await first.go_offline()
    await registers(first, tmp_path, summary)
    await expect(first.page.get_by_text("Chưa gửi", exact=True)).to_be_visible()
    await first.window.close()
    shutil.copytree(tmp_path / "máy 0", copy := tmp_path / "máy sao")
    await first.start_again()
    await first.come_online()
    await first.sync()
    await first.wait_until_stored()
    assert await kept_of(office, summary) == (1, 2)

    second = await phones(None, profile=copy)
    await second.unlock()
    await second.go("/app/outbox")
    # Two phones with one session cannot be told from a thief: the second one signs in again, and loses nothing.
    await second.send_now()
    again = second.page.get_by_role("link", name="Đăng nhập lại")
    async with asyncio.timeout(90):
        while (  # noqa: ASYNC110 - a browser's
            not await again.is_visible() and not await second.says_all_is_stored()
        ):
            await asyncio.sleep(0.5)
    if await again.is_visible():
        await again.click()
        await second.sign_in(LEADER)
        await second.is_in()
        await second.send_now()
    await second.wait_until_stored()
    assert await kept_of(office, summary) == (1, 2)
    await holds_nothing(second.page, summary)


async def test_the_session_that_ends_while_it_is_being_sent_costs_nothing(
    phones: MakePhone, office: Office, line: Line, tmp_path: Path
) -> None:
    summary = "Phản ánh một quầy mỹ phẩm không nguồn gốc khi phiên hết hạn"
    phone = await phones(LEADER)
    await phone.go_offline()
    await registers(phone, tmp_path, summary)
    await phone.come_online()
    held = line.befall(Trouble(b"PUT /api/mobile/v1/informations/", kind="answer"))
    await phone.send_now()
    await phone.sees_happen(held, seconds=120)
    async with office.database() as connection:
        await connection.execute("UPDATE access_tokens SET expires_at = now()")
    await phone.send_now()
    await phone.wait_until_stored()
    assert await kept_of(office, summary) == (1, 2)


@pytest.mark.parametrize("days", [1, -1])
async def test_with_a_clock_a_day_wrong_it_is_taken_with_the_true_time(
    phones: MakePhone, office: Office, tmp_path: Path, days: int
) -> None:
    summary = f"Phản ánh một cây xăng khi đồng hồ sai {days} ngày"
    phone = await phones(LEADER, clock_days=days)
    await phone.go_offline()
    await begins(phone)
    # The answer to its sign-in told it how wrong its clock is.
    told = phone.page.get_by_text(f"Đồng hồ máy {'nhanh' if days > 0 else 'chậm'} 1 ngày")
    await expect(told).to_be_visible()
    await registers(phone, tmp_path, summary)
    await phone.come_online()
    await phone.send_now()
    await phone.wait_until_stored()
    assert await kept_of(office, summary) == (1, 2)
    async with office.database() as connection:
        off = await connection.fetchval(
            "SELECT abs(extract(epoch FROM registered_at - received_at)) FROM informations WHERE summary = $1",
            summary,
        )
    assert off < 3600, "received within the hour, and not a day away"


async def test_a_photograph_taken_out_again_is_not_sent_and_one_that_is_being_sealed_is(
    phones: MakePhone, office: Office, tmp_path: Path
) -> None:
    summary = "Phản ánh một lô áo nhái khi bỏ bớt ảnh"
    phone = await phones(LEADER)
    page = phone.page
    await phone.go_offline()
    await begins(phone)
    await fills_in(page, tmp_path)
    await page.get_by_role("button", name="Bỏ ảnh 1").click()
    await expect(page.get_by_text("Ảnh 2", exact=True)).to_be_hidden()
    await page.get_by_label("Tóm tắt để xử lý").fill(summary)
    await page.get_by_label("Không", exact=True).check()
    late = tmp_path / "muộn.jpg"
    picture(late)
    await page.get_by_label("Chọn ảnh trên máy").last.set_input_files(late)
    await writes(phone)  # at once
    await phone.come_online()
    await phone.send_now()
    await phone.wait_until_stored()
    assert await kept_of(office, summary) == (1, 2)
    body = await page.inner_text("body")
    assert [word for word in PLANTED if word in body] == []
