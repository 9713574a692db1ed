"""Commits a second of 32 writers: alone, with a NOTIFY in each transaction, with gathered hints. See bench/live.py."""

import asyncio
import statistics
import time
from typing import Any

import asyncpg

WRITERS = 32
SECONDS = 4.0
ROUNDS = 4
_HINT_BYTES = 250
_WAYS = ("alone", "a NOTIFY in each", "gathered")


class Run:
    """One run of all writers in one way."""

    def __init__(self, way: str) -> None:
        self.way = way
        self.latencies: list[float] = []
        self._waiting = 0
        self._end = time.perf_counter() + SECONDS

    async def write(self, connection: Any) -> None:
        """Commit one row after another. Each way makes as many round trips."""
        second = "pg_notify('bench', repeat('y', $1))" if "each" in self.way else "repeat('y', $1)"
        while time.perf_counter() < self._end:
            began = time.perf_counter()
            await connection.execute("BEGIN")
            await connection.execute("INSERT INTO bench_notify (said) VALUES (repeat('x', 600))")
            await connection.fetchval(f"SELECT {second}", _HINT_BYTES)
            await connection.execute("COMMIT")
            self.latencies.append(time.perf_counter() - began)
            self._waiting += 1

    async def gather(self, connection: Any) -> None:
        """Tell what was committed, ten times a second."""
        while time.perf_counter() < self._end:
            await asyncio.sleep(0.1)
            payloads, self._waiting = self._waiting * _HINT_BYTES // 7900 + 1, 0
            if self.way == "gathered":
                await connection.fetch(
                    "SELECT pg_notify('bench', repeat('y', 7800) || n) FROM generate_series(1, $1::int) AS n",
                    min(payloads, 40),
                )


async def measure(dsn: str) -> None:
    """Alternate the ways; print the medians and the ratios of the runs of one round."""
    connections = [await asyncpg.connect(dsn) for _ in range(WRITERS + 2)]
    listener, teller, *writers = connections
    await listener.execute(
        "CREATE TABLE IF NOT EXISTS bench_notify (id bigserial PRIMARY KEY, said text)"
    )
    await listener.add_listener("bench", lambda *_: None)
    rates: dict[str, list[float]] = {way: [] for way in _WAYS}
    slow: dict[str, list[float]] = {way: [] for way in _WAYS}
    for _ in range(ROUNDS):
        for way in _WAYS:
            run = Run(way)
            await asyncio.gather(*(run.write(one) for one in writers), run.gather(teller))
            ordered = sorted(run.latencies)
            rates[way].append(len(ordered) / SECONDS)
            slow[way].append(1000 * ordered[int(0.95 * len(ordered))])
    for way in _WAYS:
        ratio = statistics.median(a / b for a, b in zip(rates[way], rates["alone"], strict=True))
        print(
            f"{way:18} {statistics.median(rates[way]):6.0f} commits/s"
            f"   p95 {statistics.median(slow[way]):6.1f} ms   ratio {ratio:.2f}"
        )
    for connection in connections:
        await connection.close()
