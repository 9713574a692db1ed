"""A minimal HTTP/1.1 client: sends prepared bytes and reads one answer at a time, on persistent connections.

It costs so little that a measurement on a shared machine measures the server.
"""

import asyncio
import statistics
import time
from dataclasses import dataclass

import uvloop


@dataclass(frozen=True)
class Result:
    """One run: `rate` in requests per second, latencies in ms."""

    seconds: float
    latencies: list[float]
    bodies: list[bytes]

    @property
    def rate(self) -> float:
        """Requests per second."""
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        """Latency in ms below which this share of the requests stayed."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def request(method: str, path: str, token: str = "", body: bytes = b"") -> bytes:
    """Build a whole request as bytes."""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1"]
    if token:
        lines.append(f"Authorization: Bearer {token}")
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


def drive(port: int, work: list[list[bytes]], *, answer: bytes = b"200") -> Result:
    """Run one client for each list of requests.

    Each sends its requests one after the other; all run in parallel. Another status than `answer` ends the run.
    """
    return uvloop.run(_drive(port, work, answer))


async def _drive(port: int, work: list[list[bytes]], answer: bytes) -> Result:
    latencies: list[float] = []
    bodies: list[bytes] = []
    lines = [await asyncio.open_connection("127.0.0.1", port) for _ in work]

    async def client(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter, mine: list[bytes]
    ) -> None:
        for prepared in mine:
            began = time.perf_counter()
            writer.write(prepared)
            head = await reader.readuntil(b"\r\n\r\n")
            body = await reader.readexactly(_length(head))
            latencies.append(time.perf_counter() - began)
            if not head.startswith(b"HTTP/1.1 " + answer):
                raise SystemExit(f"the server answered {head[:200]!r} {body[:500]!r}")
            bodies.append(body)
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(client(*line, mine) for line, mine in zip(lines, work, strict=True)))
    return Result(time.perf_counter() - began, latencies, bodies)


def _length(head: bytes) -> int:
    lower = head.lower()
    start = lower.index(b"content-length:") + 15
    return int(lower[start : lower.index(b"\r\n", start)])


def median_rate(results: list[Result]) -> float:
    """Return the median of several runs' rates."""
    return statistics.median(result.rate for result in results)
