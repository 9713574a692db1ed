"""Open pages on one process: how soon an act reaches all of them, and what they cost in memory.

    python -m bench.live [--desks 300] [--acts 30] [--commits]

Two thirds of the pages show lists, one third the record that the acts change. Each connects again when the server ends
its stream, as a browser does. An act is sent by a phone to the same process; its way to a page ends when the page reads
the event. The peer is a bare LISTEN on the same PostgreSQL, which hears the same hint. Memory of the process is
measured with as many idle connections that asked once (the peer), with the pages open, and after all lines were cut.

With `--commits`: transactions a second of 32 writers that insert a row, alone, with a NOTIFY in each transaction, and
with hints gathered as backend/core/live does. It needs no process of ours.
"""

import argparse
import asyncio
import hashlib
import secrets
import socket
import statistics
import struct
import time
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import uvloop

from bench import notify_commits
from bench.processes import tree
from bench.stage import Hand, Stage, connect_as_owner, make_hand, make_unit, options, stage
from deploy.demo import contents
from deploy.demo.outbox import Outbox
from schemas.core.ids import new_id

AIM_SECONDS = 1.0
AIM_MB = 60.0
_COOKIE = "__Host-hientruong"
_SESSIONS = 15
"""Sessions of one officer: three hundred pages of twenty officers."""


async def _sign_in(connection: Any, officer_id: Any) -> str:
    token = secrets.token_urlsafe(32)
    await connection.execute(
        "INSERT INTO desk_sessions (id, token_hash, officer_id, csrf_token, address, expires_at)"
        " VALUES ($1, $2, $3, 'x', '127.0.0.1', now() + interval '12 hours')",
        new_id(),
        hashlib.sha256(token.encode()).digest(),
        officer_id,
    )
    return token


async def prepare(made: Stage, desks: int) -> tuple[Hand, list[str]]:
    """Make the hand whose acts are told, and sessions of heads of the same unit."""
    connection = await connect_as_owner(made)
    try:
        unit = await make_unit(connection)
        hand, tokens = await make_hand(connection, unit), list[str]()
        while len(tokens) < desks:
            head = await make_hand(connection, unit, role="supervisor")
            tokens += [await _sign_in(connection, head.officer_id) for _ in range(_SESSIONS)]
        return hand, tokens[:desks]
    finally:
        await connection.close()


class Page:
    """One open page: notes when it is told that something changed."""

    def __init__(self, port: int, token: str, of: str) -> None:
        self._port, self._token, self._of = port, token, of
        self.told = 0.0
        self.connections = self.refused = 0
        self._last = ""
        self._at = int(time.time() * 1000)
        self._writer: asyncio.StreamWriter | None = None

    async def stay_open(self, live: bool = True) -> None:
        """Read until cancelled. Without `live`, ask once for what is answered at once, and keep the line."""
        while True:
            reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
            self._writer.write(self._request(live))
            head = await reader.readuntil(b"\r\n\r\n")
            self.connections += 1
            if not live:
                await asyncio.Event().wait()
            if not head.startswith(b"HTTP/1.1 200"):
                self.refused += 1
                await asyncio.sleep(1)
            while line := await reader.readline():
                if line.startswith(b"id: "):
                    self._last = line[4:].decode().strip()
                elif line == b"event: changed\n":
                    self.told = time.perf_counter()
                elif line == b"0\r\n":
                    break
            self._writer.close()

    def _request(self, live: bool) -> bytes:
        lines = [
            f"GET /desk/live?of={self._of}&at={self._at} HTTP/1.1"
            if live
            else "GET /health/live HTTP/1.1",
            "Host: 127.0.0.1",
            f"Cookie: {_COOKIE}={self._token}",
            *([f"Last-Event-ID: {self._last}"] if self._last else []),
        ]
        return "\r\n".join([*lines, "", ""]).encode()

    def cut(self) -> None:
        """Reset the line."""
        if self._writer is not None:
            line = self._writer.transport.get_extra_info("socket")
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self._writer.transport.abort()


class Process:
    """The web process that is measured."""

    def __init__(self, made: Stage, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._root = made.programs[-1].pid
        self.pid = 0

    async def ready(self) -> None:
        """Wait until it answers."""
        async with httpx.AsyncClient(base_url=self.url, timeout=90) as client:
            (await client.get("/health/ready")).raise_for_status()
        self.pid = self._child()

    def _child(self) -> int:
        words = {pid: Path(f"/proc/{pid}/cmdline").read_bytes() for pid in tree(self._root)}
        [found] = [pid for pid, said in words.items() if b"--fd" in said.split(b"\0")]
        return found

    def rss_mb(self) -> float:
        """Return its resident memory."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * 4096 / 2**20

    async def desks(self) -> int:
        """Return how many streams it counts."""
        async with httpx.AsyncClient(base_url=self.url, timeout=30) as client:
            lines = (await client.get("/metrics")).text.splitlines()
        found = [line for line in lines if line.startswith("hientruong_live_desks{")]
        return sum(int(float(line.rpartition(" ")[2])) for line in found)


class Phone:
    """Sends acts one at a time."""

    def __init__(self, url: str, hand: Hand) -> None:
        self._hand = hand
        self._pen = Outbox(hand.key, str(hand.device_id), str(hand.officer_id))
        self._client = httpx.AsyncClient(base_url=url, timeout=30)

    async def act(self) -> None:
        """Send one act. Raises SystemExit unless it is accepted."""
        where = contents.place(210285110, 1058542300)
        written = self._pen.write(str(self._hand.inspection_id), "place.fixed", where)
        self._pen.waiting.clear()
        answer = await self._client.post(
            "/api/mobile/v1/acts",
            json={"acts": [written]},
            headers={"Authorization": f"Bearer {self._hand.token}"},
        )
        if answer.json()["results"][0]["status"] != "accepted":
            raise SystemExit(f"not accepted: {answer.text[:500]}")


async def _reach(pages: list[Page], phone: Phone, acts: int, heard: list[float]) -> None:
    ways: list[float] = []
    bare: list[float] = []
    missed = 0
    for _ in range(acts):
        heard.clear()
        began = time.perf_counter()
        await phone.act()
        deadline = began + 5
        while time.perf_counter() < deadline:
            if all(page.told >= began for page in pages):
                break
            await asyncio.sleep(0.01)
        ways += [page.told - began for page in pages if page.told >= began]
        missed += sum(page.told < began for page in pages)
        bare += [one - began for one in heard[:1]]
        await asyncio.sleep(1.2)
    ways.sort()
    p95, worst = ways[int(0.95 * len(ways))], ways[-1]
    beside = statistics.median(bare)
    print(
        f"{len(ways)} events of {acts} acts, {missed} not within 5 s: p50 {statistics.median(ways):.3f} s,"
        f" p95 {p95:.3f} s, last {worst:.3f} s; a bare LISTEN {beside:.3f} s; p50 ratio"
        f" {statistics.median(ways) / beside:.2f}{'' if p95 <= AIM_SECONDS else '  (aim 1 s)'}",
        flush=True,
    )


async def _open(pages: list[Page], live: bool) -> list[asyncio.Task[None]]:
    tasks = [asyncio.create_task(page.stay_open(live)) for page in pages]
    while not all(page.connections for page in pages):  # noqa: ASYNC110 - as below
        await asyncio.sleep(0.1)
    return tasks


async def _end(pages: list[Page], tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for page in pages:
        page.cut()


async def measure(made: Stage, port: int, given: argparse.Namespace) -> None:
    """Measure and print."""
    hand, tokens = await prepare(made, given.desks)
    process, phone = Process(made, port), Phone(f"http://127.0.0.1:{port}", hand)
    await process.ready()
    record = f"inspection:{hand.inspection_id}"
    for _ in range(200):
        await phone.act()
    await process.desks()
    warm = process.rss_mb()

    idle = [Page(port, token, "work") for token in tokens]
    tasks = await _open(idle, live=False)
    beside = process.rss_mb()
    await _end(idle, tasks)

    heard: list[float] = []
    listening = await asyncpg.connect(made.servers.app_dsn())
    await listening.add_listener(
        "hientruong_live",
        lambda *said: heard.append(time.perf_counter()) if '"c"' in said[3] else None,
    )
    pages = [
        Page(port, token, record if at % 3 == 2 else "work") for at, token in enumerate(tokens)
    ]
    tasks = await _open(pages, live=True)
    await asyncio.sleep(2)
    print(f"{await process.desks()} open pages on one process")
    await _reach(pages, phone, given.acts, heard)
    await asyncio.sleep(max(0.0, 60 - 1.3 * given.acts))  # every stream has ended and begun again
    opened = process.rss_mb()
    again = sum(page.connections for page in pages) - len(pages)
    print(f"{again} streams began again, {sum(page.refused for page in pages)} were refused")
    began = time.perf_counter()
    await _end(pages, tasks)
    while await process.desks():  # noqa: ASYNC110 - another process tells
        await asyncio.sleep(0.1)
    print(f"all cut: no page left after {time.perf_counter() - began:.1f} s")
    after = process.rss_mb()
    growth = opened - warm
    print(
        f"memory: warm {warm:.1f} MB, with as many idle connections {beside - warm:+.1f}, with the pages {growth:+.1f},"
        f" after the cut {after - warm:+.1f} MB{'' if growth <= AIM_MB else '  (aim 60)'}"
    )
    await listening.close()


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--desks", type=int, default=300)
    parser.add_argument("--acts", type=int, default=30)
    parser.add_argument("--commits", action="store_true", help="what a NOTIFY costs writers")
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        if given.commits:
            uvloop.run(notify_commits.measure(made.servers.owner_dsn()))
        else:
            uvloop.run(measure(made, made.start_ours(), given))


if __name__ == "__main__":
    main()
