"""The server lost its last hour: phones bring it again."""

import asyncio
import os
import shutil
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Playwright, expect

from tests.faults.system import System
from tests.integration.deploy.running import command
from tests.phone_app.support.agreement import agree
from tests.phone_app.support.line import line_to
from tests.phone_app.support.office import INSPECTOR, Office
from tests.phone_app.support.phone import Phone
from tests.phone_app.support.window import Window

pytestmark = [pytest.mark.browser, pytest.mark.long]


async def test_a_server_restored_to_an_hour_ago_gets_everything_again(
    tmp_path: Path, build: Path, film: Path, playwright: Playwright
) -> None:
    folder, copy = tmp_path / "hệ thống", tmp_path / "bản sao"
    async with (
        System(folder, {"HIENTRUONG_APP_DIR": str(build)}) as system,
        line_to(system.port) as line,
        httpx.AsyncClient(base_url=system.url, timeout=30) as client,
    ):
        office = Office(folder, client)
        window = Window(playwright, tmp_path / "máy", line.url, film)
        phone = Phone(window, line, office)
        await window.start()
        await phone.sign_in(INSPECTOR)
        await phone.set_pin()
        inspection = await office.issue()
        await phone.take_up(inspection)
        await phone.wait_until_stored()
        await system.stop()
        copy_with_owners(folder / "postgres", copy)  # the last backup
        await system.start()

        await phone.take_photos(inspection, 3)
        await phone.send_now()
        await phone.wait_until_stored()
        had = await office.entries(str((await phone.kept()).device))

        await system.stop()
        shutil.rmtree(folder / "postgres")
        copy_with_owners(copy, folder / "postgres")
        done = await asyncio.to_thread(
            command, "restored", "--data-dir", folder, "--reason", "Bản sao lưu đêm qua", "--yes"
        )
        assert done.returncode == 0, done.stderr
        await system.start()
        office.browser = None  # its session ended with the declaration
        assert len(await office.entries(str((await phone.kept()).device))) < len(had)
        await phone.sync()
        await phone.send_now()
        hashes = [one["sha256"] for one in (await phone.kept()).photos_of(inspection)]
        await office.wait_for_photographs(inspection, hashes)
        await phone.wait_until_stored()
        print(await agree(phone, office, inspection))
        await phone.go("/app/")
        told = phone.page.get_by_text("Máy chủ đã được khôi phục")
        await expect(told).to_be_visible()
        banner = told.locator("xpath=ancestor::*[.//button][1]")
        await banner.get_by_role("button", name="Đã đọc", exact=True).click()
        await expect(told).to_have_count(0)
        assert window.complaints == []
        await window.close()


def copy_with_owners(source: Path, target: Path) -> None:
    """As `cp -a`: the database's files belong to an account of its own where we are root."""
    shutil.copytree(source, target, symlinks=True)
    for path in (source, *source.rglob("*")):
        was = path.lstat()
        os.chown(target / path.relative_to(source), was.st_uid, was.st_gid, follow_symlinks=False)
