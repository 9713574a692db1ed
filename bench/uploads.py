"""Photographs by tus up to the byte receipt, beside raw PUTs of the same bytes to the same store
by the minio SDK.

    python -m bench.uploads [--clients 1 8 32] [--count 96] [--rounds 3] [--processes 2]

Starts PostgreSQL, SeaweedFS and web processes of its own, with fsync as in production. Each upload
is announced, hashed, spooled with fdatasync, recorded, PUT with its checksum, read back whole,
receipted and put into the preview queue; the clock stops when the last receipt is there. Raw and
ours alternate; the ratio of each pair is what counts.
"""

import argparse
import asyncio
import hashlib
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg

from bench.processes import cpu_seconds, peak_rss_mb, tree
from bench.stage import Hand, make_hand, make_unit
from bench.upload_client import photograph
from deploy import bootstrap, surroundings, web
from deploy.data_folder import DataFolder
from deploy.servers import Servers, environment
from deploy.supervisor import Supervisor
from schemas.ids import new_id

PHOTO_BYTES = 2_000_000
ROOT = Path(__file__).parent.parent


class Installation:
    """Servers, web processes, and as many officers with phones as there are clients."""

    def __init__(self, folder: Path, processes: int, photo_bytes: int = PHOTO_BYTES) -> None:
        self.photo_bytes = photo_bytes
        data = DataFolder(folder)
        data.open_for_start(least_free=0)
        self.servers = Servers(data)
        self.servers.start()
        asyncio.run(bootstrap.prepare(self.servers))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        listen = web.Listen(port=self.port)
        self.listening = listen.bind()
        self.supervisor = Supervisor(lambda text: print(text, flush=True))
        variables = surroundings.for_child(environment(data, self.servers))
        self.web = web.children(listen, self.listening, processes, variables, data.logs / "web.log")
        for child in self.web:
            self.supervisor.start(child)
        web.wait_ready(listen, self.supervisor.check)
        self.base = folder / "base.bin"
        self.base.write_bytes(os.urandom(photo_bytes))
        self.next_number = 0

    def pids(self) -> dict[str, list[int]]:
        """Process trees by part."""
        return {
            "server": [child.process.pid for child in self.web],
            "postgres": [self.servers.postgres.pid or 0],
            "store": [self.servers.store.pid or 0],
        }

    def cpu(self) -> dict[str, float]:
        """Seconds of processor time of each part so far."""
        return {part: sum(cpu_seconds(p) for p in pids) for part, pids in self.pids().items()}

    def peak_rss(self) -> float:
        """The largest web process, in MB."""
        return max(peak_rss_mb(p) for root in self.pids()["server"] for p in tree(root))

    def stop(self) -> None:
        """End everything."""
        self.supervisor.stop()
        self.servers.stop()


async def officers(installation: Installation, count: int) -> tuple[UUID, list[Hand]]:
    """A unit, and officers with phones, signed in, each with an inspection of his own. Written as rows."""
    connection = await asyncpg.connect(installation.servers.owner_dsn())
    try:
        unit = await make_unit(connection)
        return unit, [await make_hand(connection, unit) for _ in range(count)]
    finally:
        await connection.close()


async def announce(
    installation: Installation, unit: UUID, people: list[Hand], numbers: list[int]
) -> dict[str, str]:
    """Photographs announced by their officers, as acts would have done: number -> photo id."""
    base = installation.base.read_bytes()
    connection = await asyncpg.connect(installation.servers.owner_dsn())
    ids = {}
    for position, number in enumerate(numbers):
        who = people[position % len(people)]
        photo = new_id()
        ids[str(number)] = str(photo)
        await connection.execute(
            "INSERT INTO photos (id, act_id, inspection_id, unit_id, unit_1, number, officer_id, sha256, size,"
            " media_type, way, made_at, received_at)"
            " VALUES ($1, $1, $2, $3, $3, 1, $4, $5, $6, 'image/jpeg', 'camera', now(), now())",
            photo,
            who.inspection_id,
            unit,
            who.officer_id,
            hashlib.sha256(photograph(base, number)).hexdigest(),
            len(base),
        )
    await connection.close()
    return ids


def _start_client(order: dict[str, Any]) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-m", "bench.upload_client"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert child.stdin
    assert child.stdout
    child.stdin.write(json.dumps(order) + "\n")
    child.stdin.flush()
    assert child.stdout.readline() == "ready\n"
    return child


def _finish(child: subprocess.Popen[str]) -> dict[str, Any]:
    assert child.stdout
    answer: dict[str, Any] = json.loads(child.stdout.readline())
    child.wait()
    return answer


def raw(installation: Installation, clients: int, numbers: list[int]) -> float:
    """Photographs a second by plain PUTs."""
    order = {
        "mode": "raw",
        "clients": clients,
        "numbers": numbers,
        "base": str(installation.base),
        "endpoint": installation.servers.store.endpoint,
        "access_key": "hientruong-app",
        "secret_key": installation.servers.secrets["s3_secret"],
    }
    child = _start_client(order)
    assert child.stdin
    child.stdin.write("go\n")
    child.stdin.flush()
    return len(numbers) / float(_finish(child)["seconds"])


def ours(
    installation: Installation, unit: UUID, people: list[Hand], clients: int, numbers: list[int]
) -> dict[str, float]:
    """Photographs a second until the last byte receipt, with what they cost."""
    ids = asyncio.run(announce(installation, unit, people[:clients], numbers))
    order = {
        "mode": "tus",
        "clients": clients,
        "numbers": numbers,
        "base": str(installation.base),
        "port": installation.port,
        "tokens": [person.token for person in people],
        "photo_ids": ids,
    }
    child = _start_client(order)
    before = installation.cpu()
    began = time.perf_counter()
    assert child.stdin
    child.stdin.write("go\n")
    child.stdin.flush()
    asyncio.run(_all_receipted(installation, [UUID(i) for i in ids.values()]))
    seconds = time.perf_counter() - began
    after = installation.cpu()
    answer = _finish(child)
    latencies = sorted(answer["latencies"])
    return {
        "rate": len(numbers) / seconds,
        "taken": len(numbers) / float(answer["seconds"]),
        "p50": latencies[len(latencies) // 2] * 1000,
        "p99": latencies[int(len(latencies) * 0.99)] * 1000,
        **{part: (after[part] - before[part]) * 1000 / len(numbers) for part in after},
    }


async def _all_receipted(installation: Installation, photo_ids: list[UUID]) -> None:
    connection = await asyncpg.connect(installation.servers.owner_dsn())
    while await connection.fetchval(  # noqa: ASYNC110 - another process is waited for
        "SELECT count(*) FROM photos WHERE id = ANY($1) AND stored_at IS NULL", photo_ids
    ):
        await asyncio.sleep(0.05)
    await connection.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8, 32])
    parser.add_argument("--count", type=int, default=96)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--bytes", type=int, default=PHOTO_BYTES, help="size of a photograph")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hientruong-bench-") as folder:
        installation = Installation(Path(folder) / "data", given.processes, given.bytes)
        try:
            _measure(installation, given)
        finally:
            installation.stop()


def _measure(installation: Installation, given: argparse.Namespace) -> None:
    unit, people = asyncio.run(officers(installation, max(given.clients)))
    print(
        f"{given.processes} web processes, {installation.photo_bytes / 1e6:.0f} MB photographs, {os.cpu_count()} cores"
    )
    print(
        "clients  raw/s  ours/s  MB/s  ratio  taken/s  p50 ms  p99 ms  CPU-ms: server postgres store"
    )
    for clients in given.clients:
        rounds = []
        for turn in range(given.rounds + 1):
            numbers = [installation.next_number + i for i in range(given.count)]
            installation.next_number += given.count
            plain = raw(installation, clients, numbers)
            found = ours(installation, unit, people, clients, numbers)
            if turn:  # the first pair warms both up
                rounds.append(found | {"raw": plain, "ratio": found["rate"] / plain})
        m = {key: statistics.median(each[key] for each in rounds) for key in rounds[0]}
        print(
            f"{clients:7} {m['raw']:6.1f} {m['rate']:7.1f} {m['rate'] * installation.photo_bytes / 1e6:5.0f}"
            f" {m['ratio']:6.2f} {m['taken']:8.1f} {m['p50']:7.0f} {m['p99']:7.0f}"
            f" {m['server']:14.1f} {m['postgres']:8.1f} {m['store']:5.1f}",
            flush=True,
        )
    print(f"peak RSS of a web process: {installation.peak_rss():.0f} MB")


if __name__ == "__main__":
    main()
