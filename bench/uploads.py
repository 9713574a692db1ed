"""Photographs by tus up to the byte receipt, beside `@tus/server` and beside raw PUTs to the same store.

    python -m bench.uploads [--clients 1 8 32] [--count 96] [--rounds 3] [--processes 2]
                            [--without-peer] [--without-busy]

Starts its own PostgreSQL, SeaweedFS, web processes and `@tus/server` (installed by `npm ci` into
bench/tus_server if it is not there), with fsync as in production. Each of our uploads is announced,
signed in, hashed, spooled with fdatasync, recorded, PUT with its checksum, read back in full,
receipted and put into the queues. The clock stops when the last receipt is there. The peer only
stores. The three alternate; the result is the ratio of each round.

At the end two workers are started, which have all the previews to make. The rate beside them is
printed as a share of the rate without them.
"""

import argparse
import os
import statistics
import tempfile
from asyncio import run
from pathlib import Path
from typing import Any

from bench import upload_sides as sides
from bench.upload_sides import Installation, Run

PHOTO_BYTES = 2_000_000
_BUSY_CLIENTS = 8


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8, 32])
    parser.add_argument("--count", type=int, default=96, help="photographs a run")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--bytes", type=int, default=PHOTO_BYTES, help="size of a photograph")
    parser.add_argument("--without-peer", action="store_true", help="leave @tus/server out")
    parser.add_argument("--without-busy", action="store_true", help="leave the workers out")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hientruong-bench-") as folder:
        installation = Installation(Path(folder) / "data", given.processes, given.bytes)
        try:
            _measure(installation, given)
        finally:
            installation.stop()


def _measure(installation: Installation, given: argparse.Namespace) -> None:
    unit, people = run(sides.officers(installation, max(*given.clients, _BUSY_CLIENTS)))

    def ours(clients: int) -> Run:
        return sides.ours(installation, unit, people, clients, installation.numbers(given.count))

    with_peer = not given.without_peer and installation.start_peer()
    print(
        f"{given.processes} web processes, {given.bytes / 1e6:.1f} MB photographs, {os.cpu_count()} cores\n"
        "clients    ours     raw     tus  ours/raw  ours/tus    taken    p50    p95    p99"
        "   CPU-ms: web postgres store | raw: store client | tus: node store",
        flush=True,
    )
    for clients in given.clients:
        rounds = []
        for turn in range(given.rounds + 1):
            plain = sides.raw(installation, clients, installation.numbers(given.count))
            theirs = None
            if with_peer:
                theirs = sides.peer(installation, clients, installation.numbers(given.count))
            found = ours(clients)
            if turn:  # the first of each is a warm-up
                rounds.append(_row(found, plain, theirs))
        _print(clients, {key: statistics.median(row[key] for row in rounds) for key in rounds[0]})
    print(f"peak RSS of a web process: {installation.peak_rss():.0f} MB", flush=True)
    if not given.without_busy:
        quiet = [ours(_BUSY_CLIENTS).rate for _ in range(given.rounds)]
        installation.start_workers(2)
        ours(_BUSY_CLIENTS)
        busy = [ours(_BUSY_CLIENTS).rate for _ in range(given.rounds)]
        rates = statistics.median(quiet), statistics.median(busy)
        print(
            f"{_BUSY_CLIENTS} clients, {rates[0]:.1f}/s; beside two busy workers {rates[1]:.1f}/s,"
            f" {rates[1] / rates[0]:.0%}"
        )


def _row(found: Run, plain: Run, theirs: Run | None) -> dict[str, float]:
    row = {
        "ours": found.rate,
        "raw": plain.rate,
        "ours/raw": found.rate / plain.rate,
        "taken": found.taken,
        "p50": found.percentile(0.5),
        "p95": found.percentile(0.95),
        "p99": found.percentile(0.99),
        "web": found.cpu["web"],
        "postgres": found.cpu["postgres"],
        "store": found.cpu["store"],
        "raw store": plain.cpu["store"],
        "raw client": plain.cpu["client"],
    }
    if theirs is not None:
        row |= {
            "tus": theirs.rate,
            "ours/tus": found.rate / theirs.rate,
            "node": theirs.cpu["node"],
            "tus store": theirs.cpu["store"],
        }
    return row


def _print(clients: int, row: dict[str, Any]) -> None:
    def shown(key: str, width: int, digits: int = 1) -> str:
        return f"{row[key]:{width}.{digits}f}" if key in row else "-".rjust(width)

    print(
        f"{clients:7}{shown('ours', 8)}{shown('raw', 8)}{shown('tus', 8)}"
        f"{shown('ours/raw', 10, 2)}{shown('ours/tus', 10, 2)}{shown('taken', 9)}"
        f"{shown('p50', 7, 0)}{shown('p95', 7, 0)}{shown('p99', 7, 0)}"
        f"{shown('web', 14)}{shown('postgres', 9)}{shown('store', 6)} |"
        f"{shown('raw store', 11)}{shown('raw client', 7)} |"
        f"{shown('node', 10)}{shown('tus store', 6)}",
        flush=True,
    )


if __name__ == "__main__":
    main()
