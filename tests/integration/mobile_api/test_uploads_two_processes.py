"""Two web processes behind one address, started and kept running by the real supervisor, share a spool."""

import asyncio
import hashlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from backend.core import database
from backend.core.settings import Settings
from deploy import surroundings
from deploy.demo.codes import Codes
from deploy.demo.phone import Phone
from tests.integration.deploy.running import alive, descendants, free_port, told_of
from tests.support.lines import Answer, Line, process_behind
from tests.support.people import People
from tests.support.uploads import OCTETS, UPLOADS, about
from tests.support.waiting import waiting_for

pytestmark = pytest.mark.slow

DATA = os.urandom(1024) * 6000
HALF = len(DATA) // 2
Check = Callable[[], Any]


async def until(check: Check) -> Any:
    async with waiting_for("the two processes"):
        while True:
            found = check()
            if asyncio.iscoroutine(found):
                found = await found
            if found:
                return found
            await asyncio.sleep(0.002)


@dataclass
class Served:
    """The address, and who answers there."""

    port: int
    supervisor: int
    bearer: dict[str, str]
    lines: list[Line] = field(default_factory=list)

    def webs(self) -> list[int]:
        """The web processes that run now."""
        below = sorted(descendants(self.supervisor))
        return [pid for pid in below if b"\0--fd\0" in told_of(pid, "cmdline")]

    async def line_to(self, pid: int) -> Line:
        """A connection that `pid` has accepted: the others are stopped meanwhile."""
        others = [other for other in self.webs() if other != pid]
        for other in others:
            os.kill(other, signal.SIGSTOP)
        try:
            line = await Line.open(self.port)
            self.lines.append(line)
            await until(lambda: process_behind(line, self.port, [pid]))
            return line
        finally:
            for other in others:
                os.kill(other, signal.SIGCONT)

    async def ask(
        self, line: Line, method: str, path: str, body: bytes = b"", **more: Any
    ) -> Answer:
        fields = {name.replace("_", "-"): str(value) for name, value in more.items()}
        return await line.ask(method, path, self.bearer | fields, body)

    async def begin(self, line: Line, length: int, **more: Any) -> str:
        answer = await self.ask(line, "POST", UPLOADS, Upload_Length=length, **more)
        assert answer.status == 201, answer.body
        return answer.headers["location"]

    async def send(self, line: Line, url: str, data: bytes, offset: int) -> Answer:
        how = {"Content_Type": OCTETS, "Upload_Offset": offset}
        return await self.ask(line, "PATCH", url, data, **how)

    async def both(self) -> tuple[int, int]:
        """Two web processes, once both have taken a connection."""
        one, other = await until(lambda: len(self.webs()) == 2 and self.webs())
        for pid in (one, other):
            line = await self.line_to(pid)
            assert (await self.ask(line, "GET", "/health/live")).status == 200
        return one, other

    async def killed(self, pid: int) -> None:
        """`kill -9`; returns when it no longer answers."""
        os.kill(pid, signal.SIGKILL)
        await until(lambda: not alive({pid}))


@pytest.fixture
async def served(
    settings: Settings, people: People, pool: None, tmp_path: Path
) -> AsyncIterator[Served]:
    """`serve --processes 2` on this test's database and spool, with An signed in."""
    named = {
        "DATABASE_URL": settings.database_url,
        "S3_ENDPOINT": settings.s3_endpoint,
        "S3_ACCESS_KEY": settings.s3_access_key,
        "S3_SECRET_KEY": settings.s3_secret_key,
        "SPOOL_DIR": str(settings.spool_dir),
        "KEYS_DIR": str(settings.keys_dir),
    }
    port = free_port()
    said = tmp_path / "serve.log"
    with said.open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, str(surroundings.ROOT / "cli.py"), "serve"),
            *("--port", str(port), "--processes", "2"),
            env=surroundings.for_child({f"HIENTRUONG_{k}": v for k, v in named.items()}),
            stdout=log,
            stderr=log,
        )
    try:
        await until(lambda: process.returncode is not None or b"ready" in said.read_bytes())
        assert process.returncode is None, said.read_text()
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:
            phone = Phone(http, Codes())
            await phone.sign_in(people.an.account)
            bearer = str(http.headers["authorization"])
        serving = Served(port, process.pid, {"Authorization": bearer, "Tus-Resumable": "1.0.0"})
        yield serving
        for line in serving.lines:
            line.close()
        assert "request_failed" not in said.read_text()
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


async def free(attempt: Callable[[], Coroutine[Any, Any, Answer]]) -> Answer:
    """Ask until it is not 423, as a phone does: a killed process holds its locks until its last thread,
    perhaps in a write to the disk, has ended."""

    async def tried() -> Answer | None:
        answer = await attempt()
        return None if answer.status == 423 else answer

    answer: Answer = await until(tried)
    return answer


async def stored_hash(url: str) -> Any:
    return await until(
        lambda: database.fetchval(
            "SELECT actual_sha256 FROM uploads WHERE id::text = $1 AND state = 'stored'",
            url.rpartition("/")[2],
        )
    )


@pytest.mark.long
async def test_what_one_process_began_goes_on_through_the_other_and_has_one_writer(
    served: Served, settings: Settings
) -> None:
    one, other = await served.both()
    first, second = await served.line_to(one), await served.line_to(other)
    url = await served.begin(first, len(DATA), Upload_Metadata=about(DATA))
    answer = await served.send(first, url, DATA[:HALF], 0)
    assert (answer.status, answer.headers["upload-offset"]) == (204, str(HALF))

    slow = await served.line_to(one)
    how = {"Content-Type": OCTETS, "Upload-Offset": str(HALF), "Content-Length": str(HALF)}
    await slow.begin("PATCH", url, served.bearer | how)
    await slow.send(DATA[HALF:-1])
    spooled = settings.spool_dir / url.rpartition("/")[2]
    await until(lambda: spooled.stat().st_size > HALF + 1_000_000)
    assert (await served.send(second, url, DATA[HALF:], HALF)).status == 423
    await slow.send(DATA[-1:])
    assert (await slow.answer()).status == 204

    answer = await served.ask(second, "HEAD", url)
    assert answer.headers["upload-offset"] == answer.headers["upload-length"] == str(len(DATA))
    assert await stored_hash(url) == hashlib.sha256(DATA).hexdigest()


@pytest.mark.long
async def test_a_process_killed_in_a_patch_and_in_a_join_costs_no_recorded_byte(
    served: Served, settings: Settings
) -> None:
    one, other = await served.both()
    line, joiner, second = [await served.line_to(pid) for pid in (one, one, other)]
    urls = []
    for _ in range(3):
        urls.append(await served.begin(second, len(DATA), Upload_Concat="partial"))
        assert (await served.send(second, urls[-1], DATA, 0)).status == 204

    url = await served.begin(line, len(DATA), Upload_Metadata=about(DATA))
    how = {"Content-Type": OCTETS, "Upload-Offset": "0", "Content-Length": str(len(DATA))}
    await line.begin("PATCH", url, served.bearer | how)
    recorded = 0
    for start in range(0, len(DATA) - 100_000, 100_000):
        await line.send(DATA[start : start + 100_000])
        await asyncio.sleep(0.03)  # a line on which the server records each second's bytes
        recorded = int((await served.ask(second, "HEAD", url)).headers["upload-offset"])
        if recorded:
            break
    join = {"Upload-Concat": "final;" + " ".join(urls), "Upload-Metadata": about(DATA * 3)}
    await joiner.begin("POST", UPLOADS, served.bearer | join | {"Content-Length": "0"})
    known = {each.rpartition("/")[2] for each in (url, *urls)}
    begun = lambda: {path.name for path in settings.spool_dir.iterdir()} - known  # noqa: E731
    await until(begun)  # the joined file is there, perhaps not whole
    await served.killed(one)

    offset = int((await served.ask(second, "HEAD", url)).headers["upload-offset"])
    assert 0 < recorded <= offset < len(DATA)
    answer = await free(lambda: served.send(second, url, DATA[offset:], offset))
    assert answer.status == 204, answer.body
    answer = await free(lambda: second.ask("POST", UPLOADS, served.bearer | join))
    assert answer.status == 201, answer.body
    assert await stored_hash(url) == hashlib.sha256(DATA).hexdigest()
    assert await stored_hash(answer.headers["location"]) == hashlib.sha256(DATA * 3).hexdigest()
