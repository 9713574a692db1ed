"""The phone's storage is full: nothing that was kept is lost, and there is a way on."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import Office

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


def fill(disk: Path) -> Path:
    """Leave next to nothing; returns what is in the way."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as out:
        try:
            while True:
                out.write(bytes(64 * 1024))
        except OSError:
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
    await phone.press_shutter(inspection)
    await expect(phone.page.get_by_text("Có 1 ảnh chưa ghi được vào máy")).to_be_visible()
    await phone.may_not_begin(other)
    await phone.go(f"/app/inspections/{inspection}/camera")
    assert await phone.page.get_by_text("3 ảnh của cuộc kiểm tra này trên máy").is_visible()

    ballast.unlink()
    await phone.writes_again_what_did_not_fit(inspection, 4)
    await phone.restart()
    kept = await phone.kept()
    kept.is_sound()
    assert len(kept.photos_of(inspection)) == 4
    await phone.come_online()
    await phone.send_now()
    await phone.wait_until_stored()
    print(await agree(phone, office, inspection))
