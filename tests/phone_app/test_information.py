"""An officer on site takes an information in without a signal: sealed on the phone, at the desk opened by its line."""

import json
from pathlib import Path

import pytest
from playwright.async_api import expect

from deploy.demo.browser import Browser
from tests.faults.system import System
from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.look import Look
from tests.phone_app.support.office import LEADER, Office
from tests.phone_app.support.tips import (
    MORE,
    NAME,
    PLANTED,
    SUMMARY,
    TOLD,
    begins,
    fills_in,
    holds_nothing,
)

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def the_server_holds_nothing(system: System, office: Office) -> None:
    """Search every table, and every file that the servers wrote, the object store's and the logs' among them."""
    async with office.database() as connection:
        tables = await connection.fetch(
            "SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"
        )
        for table in tables:
            for word in PLANTED:
                found = await connection.fetchval(
                    f'SELECT count(*) FROM "{table["relname"]}" t WHERE t::text ILIKE $1 OR t::text ILIKE $2',
                    f"%{word}%",
                    f"%{word.encode().hex()}%",
                )
                assert found == 0, (table["relname"], word)
    for file in system.folder.rglob("*"):
        if file.is_file() and not file.is_symlink() and file.stat().st_size < 64_000_000:
            try:
                data = file.read_bytes()
            except OSError:
                continue  # gone meanwhile
            escaped = [json.dumps(word)[1:-1].encode() for word in PLANTED]
            assert [
                word for word in (*(one.encode() for one in PLANTED), *escaped) if word in data
            ] == [], file


async def opens(desk: Browser, address: str) -> str:
    """Open something sealed at the desk, as its page asks."""
    await desk.open(address)
    return (await desk.submit(desk.form(address))).text


async def test_a_tip_taken_in_without_a_signal_reaches_the_board_and_its_informant_nobody_else(
    phones: MakePhone, office: Office, system: System, tmp_path: Path
) -> None:
    look, phone = Look("vi light"), await phones(LEADER)
    page = phone.page
    await phone.go_offline()
    await begins(phone)
    # Who presses too early is told what is missing.
    await page.get_by_role("button", name="Ghi thông tin").click()
    await expect(
        page.get_by_text("Trả lời: tin có phản ánh công chức không.").first
    ).to_be_visible()
    await look.at(page, "90 information, what is missing")
    taken = await fills_in(page, tmp_path)
    await expect(page.get_by_text("Đã niêm lúc").first).to_be_visible()
    await look.at(page, "91 information, being written")
    await holds_nothing(page)

    # The app is killed in the middle: the words are gone from the screen and not lost.
    await phone.restart()
    page = phone.page
    await page.get_by_role("link", name=SUMMARY).click()
    await expect(page.get_by_text("Lời kể ghi trước đó, niêm lúc")).to_be_visible()
    await expect(page.get_by_label("Nội dung nghe được, đọc được")).to_have_value("")
    await expect(page.get_by_text("Ảnh 2", exact=True)).to_be_visible()
    await page.get_by_label("Nội dung nghe được, đọc được").fill(MORE)
    await page.get_by_label("Không", exact=True).check()
    await look.at(page, "92 information, after the app was killed")
    await page.get_by_role("button", name="Ghi thông tin").click()
    await phone.confirm("Ghi thông tin")
    await expect(page.get_by_text("Chưa gửi", exact=True)).to_be_visible()
    await holds_nothing(page)
    assert not await phone.says_all_is_stored()
    await look.at(page, "93 information, waiting")

    await phone.come_online()
    await phone.sync()
    await phone.go("/app/informations")
    row = page.get_by_role("link").filter(has_text=SUMMARY)
    number = row.locator(".row-title", has_text="/TT-")
    await expect(number).to_be_visible(timeout=60_000)
    await expect(row.get_by_text("Mới tiếp nhận")).to_be_visible(timeout=60_000)
    called = (await number.inner_text()).strip()
    await look.at(page, "94 information, registered")
    await number.click()
    await expect(page.get_by_text("Đã gửi", exact=True)).to_have_count(2, timeout=60_000)
    await look.at(page, "95 information, one")
    await phone.wait_until_stored()
    assert [word for word in PLANTED if word in await page.inner_text("body")] == []
    await holds_nothing(page)
    await the_server_holds_nothing(system, office)

    # At the desk it is on the triage board, and the line opens it.
    assert called in await office.words_of("/desk/informations")
    async with office.database() as connection:
        ident = await connection.fetchval("SELECT id FROM informations WHERE number = $1", called)
        kept = await connection.fetch(
            "SELECT octet_length(sealed) AS size FROM information_secrets"
            " WHERE information_id = $1 AND kind = 'attachment' ORDER BY id",
            ident,
        )
        looked = await connection.fetchval(
            "SELECT count(*) FROM access_log WHERE action = 'information.account'"
        )
    assert looked == 0, "opening within registering is no look"
    leader = await office.desk_of(LEADER)
    said = await opens(leader, f"/desk/informations/{ident}/open/account")
    assert TOLD in said
    assert MORE in said
    assert NAME in await opens(leader, f"/desk/informations/{ident}/open/informant")
    # Each photograph is whole beneath what age adds (16 bytes for each 64 KiB, and a head of 200).
    assert [0 < one["size"] - len(data) < 4096 for one, data in zip(kept, taken, strict=True)] == [
        True,
        True,
    ]
    assert look.faults == []


async def test_a_tip_on_a_phone_without_a_signal_comes_to_the_desk_by_the_rescue_file(
    phones: MakePhone, office: Office, system: System, tmp_path: Path
) -> None:
    phone = await phones(LEADER)
    page = phone.page
    await phone.go_offline()
    await begins(phone)
    taken = await fills_in(page, tmp_path)
    await page.get_by_label("Không", exact=True).check()
    await page.get_by_role("button", name="Ghi thông tin").click()
    await phone.confirm("Ghi thông tin")
    await expect(page.get_by_text("Chưa gửi", exact=True)).to_be_visible()
    await phone.go("/app/rescue")
    await expect(page.get_by_text("1 thông tin, 2 ảnh")).to_be_visible()
    file = await phone.export_rescue_file(tmp_path)

    said = await office.bring_in(file.name, file.read_bytes())
    assert "2/2 ảnh niêm phong đã nhận" in said
    assert [word for word in PLANTED if word in said] == []
    await the_server_holds_nothing(system, office)
    async with office.database() as connection:
        [row] = await connection.fetch(
            "SELECT id, number FROM informations WHERE summary = $1 AND channel = 'app'"
            " ORDER BY registered_at DESC LIMIT 1",
            SUMMARY,
        )
        sizes = await connection.fetch(
            "SELECT octet_length(sealed) AS size FROM information_secrets"
            " WHERE information_id = $1 AND kind = 'attachment' ORDER BY id",
            row["id"],
        )
    assert [0 < one["size"] - len(data) < 4096 for one, data in zip(sizes, taken, strict=True)] == [
        True,
        True,
    ]
    leader = await office.desk_of(LEADER)
    assert TOLD in await opens(leader, f"/desk/informations/{row['id']}/open/account")

    # The phone sends it as well, and gets the first answer.
    await phone.come_online()
    await phone.sync()
    await phone.go("/app/informations")
    await expect(page.locator("main .row-title", has_text=row["number"])).to_be_visible(
        timeout=60_000
    )
    await phone.wait_until_stored()
    async with office.database() as connection:
        count = "SELECT count(*) FROM ledger_entries WHERE record_id = $1"
        assert await connection.fetchval(count, row["id"]) == 1 + len(taken), "each act once"
