"""The sides of bench/uploads: ours, `@tus/server` with its S3 store, and plain PUTs.

All three put the same photographs into buckets of the same store, sent by the same client program.
"""

import asyncio
import hashlib
import io
import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
from PIL import Image

from bench.processes import cpu_seconds, peak_rss_mb, tree
from bench.stage import Hand, free_port, make_hand, make_unit
from bench.upload_client import photograph
from deploy import bootstrap, node, surroundings, web
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.servers import FOR_WORKERS, Servers, environment
from deploy.supervisor import Child, Supervisor
from schemas.core.ids import new_id

ROOT = Path(__file__).parent.parent
PEER = Path(__file__).parent / "tus_server"


@dataclass
class Run:
    """One side's run: photographs a second and, for each photograph, latencies and processor time in ms."""

    rate: float
    taken: float
    latencies: list[float]
    cpu: dict[str, float] = field(default_factory=dict)

    def percentile(self, share: float) -> float:
        """Latency in ms below which this share of the photographs stayed."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Installation:
    """Servers, web processes, and one officer with a phone for each client."""

    def __init__(self, folder: Path, processes: int, photo_bytes: int) -> None:
        self.processes = processes
        data = self._data = DataFolder(folder)
        data.open_for_start(least_free=0)
        self.servers = Servers(data)
        self.servers.start()
        asyncio.run(bootstrap.prepare(self.servers))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        listen = web.Listen(port=self.port)
        self._listening = listen.bind()
        self.supervisor = Supervisor(lambda text: print(text, flush=True))
        self._variables = environment(data, self.servers)
        for_web = {n: v for n, v in self._variables.items() if n not in FOR_WORKERS}
        self._web = web.children(
            listen,
            self._listening,
            processes,
            surroundings.for_child(for_web),
            data.logs / "web.log",
        )
        for child in self._web:
            self.supervisor.start(child)
        web.wait_ready(listen, self.supervisor.check)
        self.base = folder / "base.bin"
        self.base.write_bytes(_picture(photo_bytes))
        self._next_number = 0
        self._peer: subprocess.Popen[bytes] | None = None
        self.peer_port = 0

    def numbers(self, count: int) -> list[int]:
        """Return numbers of photographs that nobody has sent yet."""
        first = self._next_number
        self._next_number += count
        return list(range(first, self._next_number))

    def start_peer(self) -> bool:
        """Start `@tus/server`, installed by npm if necessary.

        If that fails, prints why and returns False.
        """
        try:
            found = node.find()
            node.npm_ci(PEER)
        except Failure as failure:
            print(f"without @tus/server: {failure.en}", flush=True)
            return False
        self.peer_port = free_port()
        variables = {
            "PORT": str(self.peer_port),
            "PROCESSES": str(self.processes),
            "S3_ENDPOINT": f"http://{self.servers.store.endpoint}",
            "S3_BUCKET": "staging",
            "S3_ACCESS_KEY": "hientruong-app",
            "S3_SECRET_KEY": self.servers.secrets["s3_secret"],
        }
        with (self._data.logs / "peer.log").open("ab") as said:
            self._peer = subprocess.Popen(
                [*found.node, "server.js"],
                cwd=PEER,
                env=dict(found.env) | variables,
                stdout=said,
                stderr=said,
            )
        deadline = time.monotonic() + 60
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.peer_port), timeout=1).close()
            except OSError:
                if self._peer.poll() is not None or time.monotonic() > deadline:
                    raise SystemExit(f"@tus/server did not start: see {said.name}") from None
                time.sleep(0.1)
            else:
                return True

    def start_workers(self, count: int) -> None:
        """Start workers in the way in which `up` starts one.

        They make previews as long as there are any to make.
        """
        for number in range(1, count + 1):
            self.supervisor.start(
                Child(
                    f"worker {number}",
                    surroundings.command("worker"),
                    surroundings.for_child(self._variables),
                    self._data.logs / "worker.log",
                )
            )

    def cpu(self) -> dict[str, float]:
        """Return the seconds of processor time of each part so far."""
        roots = {
            "web": self._web_pids(),
            "postgres": [self.servers.postgres.pid or 0],
            "store": [self.servers.store.pid or 0],
            "node": [self._peer.pid] if self._peer else [],
        }
        return {part: sum(cpu_seconds(pid) for pid in pids) for part, pids in roots.items()}

    def peak_rss(self) -> float:
        """Return the size of the largest web process, in MB."""
        return max(peak_rss_mb(pid) for root in self._web_pids() for pid in tree(root))

    def _web_pids(self) -> list[int]:
        return [child.process.pid for child in self._web if child.process]

    def stop(self) -> None:
        """Stop everything."""
        if self._peer is not None:
            self._peer.terminate()
            self._peer.wait(30)
        self.supervisor.stop()
        self.servers.stop()


def _picture(size: int) -> bytes:
    """Make a JPEG of twelve megapixels, filled up to `size` bytes; of fewer if it would be too large."""
    for width in (4000, 2000, 1000, 400, 100):
        noise = Image.effect_noise((width // 4, width * 3 // 16), 60)
        file = io.BytesIO()
        noise.convert("RGB").resize((width, width * 3 // 4)).save(file, "JPEG", quality=88)
        if file.tell() <= size - 16:
            return file.getvalue() + os.urandom(size - file.tell())
    return os.urandom(size)


async def officers(installation: Installation, count: int) -> tuple[UUID, list[Hand]]:
    """Make a unit, and signed-in officers with phones and an inspection each.

    They are written as rows.
    """
    connection = await asyncpg.connect(installation.servers.owner_dsn())
    try:
        unit = await make_unit(connection)
        return unit, [await make_hand(connection, unit) for _ in range(count)]
    finally:
        await connection.close()


async def _announce(
    installation: Installation, unit: UUID, people: list[Hand], numbers: list[int]
) -> dict[str, str]:
    """Write rows for photographs as their officers' acts would have done.

    Returns photo ids by number.
    """
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


def raw(installation: Installation, clients: int, numbers: list[int]) -> Run:
    """Run plain PUTs by the minio SDK. An upload ends when the store has answered."""
    return _run(
        installation,
        {
            "mode": "raw",
            "clients": clients,
            "numbers": numbers,
            "endpoint": installation.servers.store.endpoint,
            "access_key": "hientruong-app",
            "secret_key": installation.servers.secrets["s3_secret"],
        },
    )


def peer(installation: Installation, clients: int, numbers: list[int]) -> Run:
    """Run `@tus/server`.

    An upload ends when it has answered, which it does after S3 has the bytes.
    """
    return _run(
        installation,
        {
            "mode": "tus",
            "clients": clients,
            "numbers": numbers,
            "port": installation.peer_port,
            "path": "/files",
        },
    )


def ours(
    installation: Installation, unit: UUID, people: list[Hand], clients: int, numbers: list[int]
) -> Run:
    """Run ours. An upload ends when its byte receipt is there."""
    ids = asyncio.run(_announce(installation, unit, people[:clients], numbers))
    return _run(
        installation,
        {
            "mode": "tus",
            "clients": clients,
            "numbers": numbers,
            "port": installation.port,
            "path": "/api/mobile/v1/uploads",
            "tokens": [person.token for person in people],
            "photo_ids": ids,
        },
        [UUID(each) for each in ids.values()],
    )


def _run(
    installation: Installation, order: dict[str, Any], receipted: list[UUID] | None = None
) -> Run:
    child = subprocess.Popen(
        [sys.executable, "-m", "bench.upload_client"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert child.stdin
    assert child.stdout
    child.stdin.write(json.dumps(order | {"base": str(installation.base)}) + "\n")
    child.stdin.flush()
    if child.stdout.readline() != "ready\n":
        raise SystemExit("the client program did not start")
    before = installation.cpu()
    began = time.perf_counter()
    child.stdin.write("go\n")
    child.stdin.flush()
    if receipted is not None:
        asyncio.run(_all_receipted(installation, receipted))
        seconds = time.perf_counter() - began
    answer: dict[str, Any] = json.loads(child.stdout.readline())
    if receipted is None:
        seconds = float(answer["seconds"])
    child.wait()
    after = installation.cpu()
    count = len(order["numbers"])
    cpu = {part: (after[part] - before[part]) * 1000 / count for part in after}
    cpu["client"] = answer["cpu"] * 1000 / count
    return Run(count / seconds, count / float(answer["seconds"]), answer["latencies"], cpu)


async def _all_receipted(installation: Installation, photo_ids: list[UUID]) -> None:
    """Return when every photograph has its byte receipt.

    What this costs PostgreSQL is counted as ours. So it asks only ten times a second, and only for
    the first photograph that has none.
    """
    connection = await asyncpg.connect(installation.servers.owner_dsn())
    left = photo_ids
    while left:
        found = await connection.fetchval(
            "SELECT min(g.at) FROM unnest($1::uuid[]) WITH ORDINALITY AS g (id, at)"
            " JOIN photos p ON p.id = g.id WHERE p.stored_at IS NULL",
            left[:4],
        )
        if found is None:
            left = left[4:]
        else:
            left = left[found - 1 :]
            await asyncio.sleep(0.1)
    await connection.close()
