"""Memory of every process under a steady load: after warm-up, and at the end.

    python -m bench.memory [--seconds 600] [--warm-up 600] [--acts 5] [--photos 1] [--bytes 2000000]

Starts its own whole system, as `up` does: PostgreSQL, SeaweedFS, two web processes and a worker.
Phones send acts and photographs at a steady pace. Each photograph is announced, sent by tus,
stored, receipted, read again and locked, decoded, and compared with others.

The measure is a process's proportional set size (PSS, /proc/PID/smaps_rollup): the median of the
samples of half a minute, once after the warm-up and again at the end. Printed are both, their
ratio, and the growth for each photograph. The exit code is 1 if a web process or the worker grew by
more than a hundredth. PostgreSQL and the object store keep caches that fill with their data; they
are listed separately, and so is the decoding child, which is replaced after every 200 files.
"""

import argparse
import asyncio
import base64
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx

from bench import upload_sides as sides
from bench.processes import tree
from bench.stage import Hand
from bench.upload_sides import Installation
from deploy.demo import contents
from deploy.demo.outbox import Outbox
from schemas.core.ids import new_id

AIM = 1.01
_PHONES = 16
_WINDOW = 30.0
"""Seconds of samples at either end, so that one garbage collection or one large picture does not
decide."""
_OCTETS = "application/offset+octet-stream"
_TUS = {"Tus-Resumable": "1.0.0"}


def pss_kb(pid: int) -> int:
    """Return the proportional set size of a process in kB; 0 if it is gone."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))


def _metadata(**said: str) -> str:
    """An Upload-Metadata header."""
    return ",".join(f"{k} {base64.b64encode(v.encode()).decode()}" for k, v in said.items())


class Watched:
    """The processes of one installation by their kind, and samples of each."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation
        self.samples: dict[str, list[tuple[float, int]]] = defaultdict(list)

    def look(self) -> None:
        """Take one sample of every process."""
        now = time.monotonic()
        for name, pid in self._processes().items():
            if size := pss_kb(pid):
                self.samples[name].append((now, size))
        servers = self._installation.servers
        for name, root in (("postgres", servers.postgres.pid), ("store", servers.store.pid)):
            self.samples[name].append((now, sum(pss_kb(pid) for pid in tree(root or 0))))

    def _processes(self) -> dict[str, int]:
        found: dict[str, int] = {}
        counts: dict[str, int] = defaultdict(int)
        for pid in sorted(tree(os.getpid())):
            try:
                words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            for kind, word in (
                ("web", b"serve"),
                ("worker", b"worker"),
                ("image child", b"media.image_child"),
            ):
                if word in words and b"python" in words[0]:
                    counts[kind] += 1
                    found[f"{kind} {counts[kind]}"] = pid
        return found

    def median(self, name: str, since: float, until: float) -> float | None:
        """Return the median in kB between two moments; None if the process did not exist then."""
        sizes = [size for at, size in self.samples[name] if since <= at <= until]
        return statistics.median(sizes) if sizes else None


class Load:
    """Phones that send at a steady pace, and what they have sent."""

    def __init__(self, installation: Installation, hands: list[Hand]) -> None:
        self._hands = hands
        self._pens = [Outbox(h.key, str(h.device_id), str(h.officer_id)) for h in hands]
        self._turns = [asyncio.Lock() for _ in hands]
        self._base = installation.base.read_bytes()
        self._client = httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{installation.port}", timeout=60
        )
        self.acts = self.photographs = 0

    async def act(self, number: int) -> None:
        """Send one act without a photograph."""
        await self._write(number % len(self._hands), "place.fixed", contents.place(21, 105))

    async def photograph(self, number: int) -> None:
        """Send one photograph: its act, then its bytes, until the last of them are answered."""
        who = number % len(self._hands)
        data = self._base[:-16] + os.urandom(16)
        photo = str(new_id())
        content = contents.photo(photo, data, "image/jpeg", None, None)
        await self._write(who, "photo.taken", content)
        headers = _TUS | self._signed(who)
        about = _metadata(photo_id=photo, sha256=content["sha256"], filetype="image/jpeg")
        made = await self._client.post(
            "/api/mobile/v1/uploads",
            headers=headers | {"Upload-Length": str(len(data)), "Upload-Metadata": about},
        )
        made.raise_for_status()
        sent = await self._client.patch(
            made.headers["location"],
            content=data,
            headers=headers | {"Upload-Offset": "0", "Content-Type": _OCTETS},
        )
        sent.raise_for_status()
        self.photographs += 1

    def _signed(self, who: int) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._hands[who].token}"}

    async def _write(self, who: int, act_type: str, content: Any) -> None:
        async with self._turns[who]:
            pen = self._pens[who]
            act = pen.write(str(self._hands[who].inspection_id), act_type, content)
            pen.waiting.clear()
            answer = await self._client.post(
                "/api/mobile/v1/acts", json={"acts": [act]}, headers=self._signed(who)
            )
            answer.raise_for_status()
            [result] = answer.json()["results"]
            if result["status"] != "accepted":
                raise SystemExit(f"not accepted: {result}")
            self.acts += 1

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()


async def _pace(rate: float, until: float, one: Callable[[int], Awaitable[None]]) -> None:
    """Start `rate` of them a second, however long earlier ones take, with at most a hundred in parallel."""
    running: set[asyncio.Task[None]] = set()
    began, number = time.monotonic(), 0
    while rate and time.monotonic() < until:
        if len(running) < 100:
            task = asyncio.create_task(_run(one, number))
            running.add(task)
            task.add_done_callback(running.discard)
        number += 1
        await asyncio.sleep(max(0.0, began + number / rate - time.monotonic()))
    await asyncio.gather(*running)


async def _run(one: Callable[[int], Awaitable[None]], number: int) -> None:
    await one(number)


async def _watch(watched: Watched, until: float) -> None:
    while time.monotonic() < until:
        await asyncio.to_thread(watched.look)
        await asyncio.sleep(2)


async def _measure(installation: Installation, given: argparse.Namespace) -> bool:
    _, hands = await sides.officers(installation, _PHONES)
    installation.start_workers(1)
    load, watched = Load(installation, hands), Watched(installation)
    began = time.monotonic()
    warm, end = began + given.warm_up, began + given.warm_up + given.seconds
    counted: list[tuple[int, int]] = []

    async def count_when_warm() -> None:
        await asyncio.sleep(given.warm_up)
        counted.append((load.acts, load.photographs))
        print(f"warm after {load.acts} acts, {load.photographs} photographs", flush=True)

    try:
        await asyncio.gather(
            _pace(given.acts, end, load.act),
            _pace(given.photos, end, load.photograph),
            _watch(watched, end),
            count_when_warm(),
        )
    finally:
        await load.close()
    acts, photographs = load.acts - counted[0][0], load.photographs - counted[0][1]
    print(f"then {acts} acts and {photographs} photographs in {given.seconds:.0f} s")
    return _tell(watched, warm, end, photographs)


def _tell(watched: Watched, warm: float, end: float, photographs: int) -> bool:
    kept = True
    print("process          warm MB    end MB   ratio   kB a photograph")
    for name in watched.samples:
        before = watched.median(name, warm - _WINDOW, warm)
        after = watched.median(name, end - _WINDOW, end)
        if before is None or after is None:
            print(f"{name:14}  came or went meanwhile")
            continue
        ratio, each = after / before, (after - before) / max(1, photographs)
        apart = name in ("postgres", "store") or name.startswith("image child")
        kept = kept and (apart or ratio <= AIM)
        aim = "  (apart)" if apart else "" if ratio <= AIM else f"  (aim {AIM})"
        print(f"{name:14} {before / 1024:9.1f} {after / 1024:9.1f}  {ratio:6.3f}  {each:8.2f}{aim}")
    return kept


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--warm-up", type=float, default=600)
    parser.add_argument("--acts", type=float, default=5, help="acts a second")
    parser.add_argument("--photos", type=float, default=1, help="photographs a second")
    parser.add_argument("--bytes", type=int, default=2_000_000, help="size of a photograph")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hientruong-bench-") as folder:
        installation = Installation(Path(folder) / "data", 2, given.bytes)
        try:
            return 0 if asyncio.run(_measure(installation, given)) else 1
        finally:
            installation.stop()


if __name__ == "__main__":
    sys.exit(main())
