"""A file of hundreds of megabytes passes through a real web process without ever lying in its memory."""

import asyncio
import hashlib
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pyrage
import pytest

from backend.core import database
from backend.core.settings import Settings
from deploy import surroundings
from deploy.demo import contents
from deploy.demo.browser import Browser
from deploy.demo.codes import Codes
from tests.integration.deploy.running import descendants, free_port
from tests.integration.exchange.rescue.days import WHERE, Day, a_day
from tests.integration.mobile_api.test_uploads_two_processes import until
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.rescue import MAGIC

PHOTOS, SIZE = 20, 10 * 1024 * 1024
MOST_MEMORY = 100 * 1024 * 1024
"""What it may have more at its peak than before: half of the file."""


class _Plain:
    """The plain stream, made as it is read: nothing of it is in this process's memory either."""

    def __init__(self, head: bytes, photos: int) -> None:
        self._rest, self._photos, self._at = head, photos, 0

    def read(self, size: int = -1) -> bytes:
        """As a file's."""
        if not self._rest and self._at < self._photos:
            self._rest, self._at = photo(self._at), self._at + 1
        taken, self._rest = self._rest[:size], self._rest[size:]
        return taken


def photo(number: int) -> bytes:
    """The bytes of a photograph that is none: large, and the same each time."""
    return hashlib.sha256(str(number).encode()).digest() * (SIZE // 32)


@pytest.fixture
async def web(settings: Settings, people: People, tmp_path: Path) -> AsyncIterator[tuple[str, int]]:
    """`serve` on this test's database: its address and process id."""
    named = {
        "DATABASE_URL": settings.database_url,
        "S3_ENDPOINT": settings.s3_endpoint,
        "S3_ACCESS_KEY": settings.s3_access_key,
        "S3_SECRET_KEY": settings.s3_secret_key,
        "SPOOL_DIR": str(settings.spool_dir),
        "KEYS_DIR": str(settings.keys_dir),
    }
    port, said = free_port(), tmp_path / "serve.log"
    with said.open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, str(surroundings.ROOT / "cli.py"), "serve", "--port", str(port)),
            env=surroundings.for_child({f"HIENTRUONG_{k}": v for k, v in named.items()}),
            stdout=log,
            stderr=log,
        )
    try:
        await until(lambda: process.returncode is not None or b"ready" in said.read_bytes())
        assert process.returncode is None, said.read_text()
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        await process.wait()


def forget_peaks(pid: int) -> None:
    """From here on VmHWM tells of what comes (proc(5), clear_refs)."""
    for status in _processes(pid):
        status.with_name("clear_refs").write_text("5")


def peak(pid: int) -> int:
    """The most memory that this process or one it started had, in bytes (VmHWM)."""
    return max(int(_lines(status)["VmHWM"].split()[0]) * 1024 for status in _processes(pid))


def _processes(pid: int) -> list[Path]:
    mine = [Path(f"/proc/{each}/status") for each in (pid, *descendants(pid))]
    return [status for status in mine if "VmHWM" in _lines(status)]


def _lines(status: Path) -> dict[str, str]:
    return dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)


def write(day: Day, path: Path) -> None:
    """A file with PHOTOS photographs of SIZE bytes, each named by an act."""
    entries: list[Any] = []
    for number in range(PHOTOS):
        data = photo(number)
        photo_id = f"018f0000-0000-7000-8000-{number:012}"
        content = contents.photo(photo_id, data, "image/jpeg", WHERE, None)
        day.acts.append(day.phone.write(str(day.record), "photo.taken", content))
        entries.append(
            {
                "photo_id": photo_id,
                "record_id": str(day.record),
                "sha256": hashlib.sha256(data).hexdigest(),
                "size": SIZE,
                "media_type": "image/jpeg",
            }
        )
    manifest = msgspec.json.encode({**day.pack.manifest(), "photos": entries})
    head = MAGIC + f"{len(manifest):010}\n".encode() + manifest
    with path.open("wb") as out:
        recipient = pyrage.x25519.Recipient.from_str(day.recipient)
        pyrage.encrypt_io(_Plain(head, PHOTOS), out, [recipient])


async def _chunks(path: Path) -> AsyncIterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(256 * 1024):
            yield chunk


@pytest.mark.long
async def test_two_hundred_megabytes_come_in_without_lying_in_memory(
    phones: Phones, people: People, web: tuple[str, int], tmp_path: Path
) -> None:
    day = await a_day(phones, people, photos=0)
    path = tmp_path / "large.htrescue.age"
    await asyncio.to_thread(write, day, path)
    size = path.stat().st_size
    assert size > 200 * 1024 * 1024
    address, pid = web
    await people.forget_codes(people.giang)
    async with httpx.AsyncClient(base_url=address, timeout=300) as client:
        desk = Browser(client, Codes())
        await desk.sign_in(people.giang.account)
        await desk.open("/desk/rescue")
        token = desk.form("/desk/rescue").find("csrf_token")
        assert token is not None
        forget_peaks(pid)
        before, began = peak(pid), time.monotonic()
        answer = await client.post(
            "/desk/rescue",
            content=_chunks(path),
            headers={
                "content-type": "application/octet-stream",
                "cookie": "; ".join(f"{key}={value}" for key, value in desk.cookies.items()),
                "x-csrf-token": token.value,
            },
        )
        assert answer.status_code == 303, answer.text[-2000:]
        looked, seen = peak(pid), time.monotonic()
        await desk.open(answer.headers["location"])
        assert f"{PHOTOS} ảnh" in desk.page.text
        await desk.submit(desk.form(answer.headers["location"]))
        after, done = peak(pid), time.monotonic()
    print(
        f"{size / 1e6:.0f} MB: looked at in {seen - began:.1f} s (+{(looked - before) / 1e6:.0f} MB), "
        f"brought in in {done - seen:.1f} s (+{(after - before) / 1e6:.0f} MB over {before / 1e6:.0f} MB)"
    )
    assert after - before < MOST_MEMORY
    await until(
        lambda: database.fetchval(
            "SELECT NOT EXISTS (SELECT 1 FROM photos WHERE stored_at IS NULL)"
        )
    )
    assert await database.fetchval("SELECT count(*) FROM photos") == PHOTOS
