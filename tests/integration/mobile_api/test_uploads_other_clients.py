"""A real web process over TCP: a client that others wrote, and kill -9 in the middle of a PATCH."""

import asyncio
import hashlib
import io
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from tusclient.client import TusClient

from backend.core import database
from backend.core.settings import Settings
from deploy.demo.codes import Codes
from deploy.demo.phone import Phone
from tests.support.people import People
from tests.support.uploads import OCTETS, UPLOADS, about
from tests.support.waiting import waiting_for

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
DATA = os.urandom(1024) * 8000


def _environment(settings: Settings) -> dict[str, str]:
    named = {
        "DATABASE_URL": settings.database_url,
        "S3_ENDPOINT": settings.s3_endpoint,
        "S3_ACCESS_KEY": settings.s3_access_key,
        "S3_SECRET_KEY": settings.s3_secret_key,
        "SPOOL_DIR": str(settings.spool_dir),
        "KEYS_DIR": str(settings.keys_dir),
    }
    return {f"HIENTRUONG_{name}": value for name, value in named.items()} | {
        "PATH": "/usr/bin:/bin"
    }


@asynccontextmanager
async def _web(settings: Settings, port: int) -> AsyncIterator[asyncio.subprocess.Process]:
    """A web process that answers on `port`."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "uvicorn", "asgi:create_app", "--factory", "--port", str(port)),
        cwd=ROOT,
        env=_environment(settings),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with waiting_for("the web process to answer"), httpx.AsyncClient() as http:
            while True:
                try:
                    await http.get(f"http://127.0.0.1:{port}/health/live")
                    break
                except httpx.TransportError:
                    assert process.returncode is None, "the web process ended"
                    await asyncio.sleep(0.05)
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            async with waiting_for("the web process to end"):
                await process.wait()


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def _bearer(people: People, port: int) -> str:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:
        phone = Phone(http, Codes())
        await phone.sign_in(people.an.account)
        return str(http.headers["authorization"])


async def _until(check: Callable[[], Any]) -> None:
    async with waiting_for("the other process"):
        while not await check():  # noqa: ASYNC110 - another process is waited for
            await asyncio.sleep(0.05)


async def _stored() -> bool:
    return await database.fetchval("SELECT count(*) FROM uploads WHERE state = 'stored'") == 1


async def _recorded() -> bool:
    """Tell whether the server has recorded a part of what comes, as it does each second."""
    return await database.fetchval('SELECT count(*) FROM uploads WHERE "offset" > 0') == 1


@pytest.mark.usefixtures("pool")
async def test_kill_9_in_the_middle_of_a_patch_then_resume_gives_equal_bytes(
    settings: Settings, people: People, port: int
) -> None:
    base = f"http://127.0.0.1:{port}"
    async with _web(settings, port) as web:
        bearer = {"Authorization": await _bearer(people, port), "Tus-Resumable": "1.0.0"}
        async with httpx.AsyncClient(base_url=base, headers=bearer) as http:
            said = {"Upload-Length": str(len(DATA)), "Upload-Metadata": about(DATA)}
            url = (await http.post(UPLOADS, headers=said)).headers["location"]
            sending = asyncio.create_task(_send_slowly(port, url, bearer))
            spooled = settings.spool_dir / url.rsplit("/", 1)[-1]
            await _until(lambda: _has(spooled, 4_000_000))
            await _until(_recorded)
            web.kill()
            await web.wait()
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
    async with _web(settings, port), httpx.AsyncClient(base_url=base, headers=bearer) as http:
        offset = int((await http.head(url)).headers["upload-offset"])
        assert 0 < offset < len(DATA)
        how = {"Content-Type": OCTETS, "Upload-Offset": str(offset)}
        answer = await http.patch(url, content=DATA[offset:], headers=how)
        assert answer.status_code == 204
        await _until(_stored)
        receipt = (await http.get(f"{url}/receipt")).json()
    assert receipt["sha256"] == hashlib.sha256(DATA).hexdigest()
    assert receipt["size"] == len(DATA)


async def _has(path: Path, size: int) -> bool:
    return os.stat(path).st_size >= size  # noqa: PTH116 - not blocking worth a thread in a test


async def _send_slowly(port: int, url: str, bearer: dict[str, str]) -> None:
    """A PATCH of everything that never reaches its end."""
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    fields = bearer | {"Host": "x", "Content-Type": OCTETS, "Upload-Offset": "0"}
    fields["Content-Length"] = str(len(DATA))
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    writer.write(f"PATCH {url} HTTP/1.1\r\n{head}\r\n".encode())
    try:
        writer.write(DATA[:5_000_000])
        for start in range(5_000_000, len(DATA), 1000):
            writer.write(DATA[start : start + 1000])
            await writer.drain()
            await asyncio.sleep(0.05)
    finally:
        writer.close()


@pytest.mark.long
@pytest.mark.usefixtures("pool")
async def test_kill_9_after_the_last_byte_loses_nothing(
    settings: Settings, people: People, port: int
) -> None:
    base = f"http://127.0.0.1:{port}"
    async with _web(settings, port) as web:
        bearer = {"Authorization": await _bearer(people, port), "Tus-Resumable": "1.0.0"}
        async with httpx.AsyncClient(base_url=base, headers=bearer) as http:
            said = {"Upload-Length": str(len(DATA)), "Upload-Metadata": about(DATA)}
            url = (await http.post(UPLOADS, headers=said)).headers["location"]
            how = {"Content-Type": OCTETS, "Upload-Offset": "0"}
            assert (await http.patch(url, content=DATA, headers=how)).status_code == 204
        web.kill()
        await web.wait()
    async with _web(settings, port), httpx.AsyncClient(base_url=base, headers=bearer) as http:
        await _until(_stored)
        receipt = (await http.get(f"{url}/receipt")).json()
    assert receipt["sha256"] == hashlib.sha256(DATA).hexdigest()
    await _until(lambda: _is_empty(settings.spool_dir))


async def _is_empty(folder: Path) -> bool:
    return not os.listdir(folder)  # noqa: PTH208


@pytest.mark.long
@pytest.mark.usefixtures("pool")
@pytest.mark.parametrize("checksum", [False, True])
async def test_tuspy_uploads_in_chunks(
    settings: Settings, people: People, port: int, checksum: bool
) -> None:
    async with _web(settings, port):
        bearer = await _bearer(people, port)
        client = TusClient(f"http://127.0.0.1:{port}{UPLOADS}", {"Authorization": bearer})
        uploader = client.uploader(
            file_stream=io.BytesIO(DATA),
            chunk_size=1_000_000,
            upload_checksum=checksum,
            metadata={"filename": "ảnh.jpg"},
        )
        await asyncio.to_thread(uploader.upload)
        await _until(_stored)
    actual = await database.fetchval("SELECT actual_sha256 FROM uploads")
    assert actual == hashlib.sha256(DATA).hexdigest()
