"""The phone's storage is full: nothing that was kept is lost, and there is a way on."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import LEADER, Office
from tests.phone_app.support.tips import begins, brought, fills_in, is_written, picture

pytestmark = [
    pytest.mark.browser,
    pytest.mark.long,
    pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk"),
]

DISK_MB = 160


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, in memory."""
    where = tmp_path / "máy nhỏ"
    where.mkdir()
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK_MB}m", "tmpfs", str(where)], check=True
    )
    yield where
    subprocess.run(["umount", "--lazy", str(where)], check=True)


LEFT_KB = 600
"""Less than a photograph, more than the browser's own books need. Without a single free block Chromium tears its
database's log, and makes the database anew at the next start: no page can help that (docs/phone.md)."""


def fill(disk: Path) -> Path:
    """Leave next to nothing; returns what is in the way."""
    ballast = disk / "ballast"
    with ballast.open("ab", buffering=0) as out:
        while shutil.disk_usage(disk).free > LEFT_KB * 1024:
            out.write(bytes(32 * 1024))
    return ballast


async def test_a_full_phone_refuses_a_photograph_in_words_and_loses_none(
    phones: MakePhone, office: Office, small_disk: Path
) -> None:
    phone = await phones(profile=small_disk / "profile")
    inspection, other = await office.issue(), await office.issue()
    await phone.take_up(inspection)
    await phone.take_photos(inspection, 2)
    await phone.wait_until_stored()
    await phone.go_offline()
    await phone.take_photos(inspection, 1)

    ballast = fill(small_disk)
    refused = phone.page.get_by_text("Có 1 ảnh chưa ghi được vào máy")
    async with asyncio.timeout(60):
        while not await refused.is_visible():  # what the app holds in reserve goes first
            before = await phone.count_photos(inspection)
            await phone.press_shutter(inspection)
            while (  # noqa: ASYNC110 - a browser's
                await phone.count_photos(inspection) == before and not await refused.is_visible()
            ):
                await asyncio.sleep(0.1)
            fill(small_disk)
    written = await phone.count_photos(inspection)
    assert written >= 3
    await phone.may_not_begin(other)

    ballast.unlink()
    await phone.go(f"/app/inspections/{inspection}/camera")
    await phone.writes_again_what_did_not_fit(inspection, written + 1)
    await phone.restart()
    kept = await phone.kept()
    kept.is_sound()
    assert len(kept.photos_of(inspection)) == written + 1
    await phone.come_online()
    await phone.send_now()
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))


async def test_on_a_full_phone_a_photograph_is_refused_in_words_and_what_was_typed_is_sent(
    phones: MakePhone, office: Office, small_disk: Path, tmp_path: Path
) -> None:
    summary = "Phản ánh một kho khi máy hết bộ nhớ"
    phone = await phones(LEADER, profile=small_disk / "profile")
    page = phone.page
    await begins(phone)
    await fills_in(page, tmp_path)
    ballast = fill(small_disk)
    file = tmp_path / "ba.jpg"
    picture(file)
    full = page.get_by_text("hết bộ nhớ").first
    async with asyncio.timeout(90):
        for _ in range(8):
            if await full.is_visible():
                break
            await page.get_by_label("Chọn ảnh trên máy").last.set_input_files(file)
            await expect(page.get_by_text("Đang niêm ảnh")).to_be_hidden()
            fill(small_disk)
    await expect(full).to_be_visible()
    shown = await page.get_by_text("đã niêm; máy này không xem lại được").count()
    ballast.unlink()
    await page.get_by_label("Tóm tắt để xử lý").fill(summary)
    await page.get_by_label("Không", exact=True).check()
    # The browser measures its disk about once a minute: who tries at once may be refused once more.
    async with asyncio.timeout(150):
        while not await is_written(phone):
            pass
    await brought(office, summary, shown)
    await phone.wait_until_stored()
