"""A list of 100,000 rows as a file: seconds, memory and size, beside PostgreSQL's own COPY … TO CSV.

    python -m bench.exports [--rows 100000] [--rounds 3] [--data-dir DIR]

The list of inspections is asked for by a head of the whole force and written as its job does: counted, read page by
page in one snapshot, formatted, zipped, put into the object store. Each file is written by a process of its own, so
that its peak of memory is its own; a list of a hundredth of the rows tells what the process takes without them. The
peer copies the same columns of the same rows, with the names of unit and leader, to a file: no scope, no words, no zip,
no store. The sides alternate, and the ratio of each round is taken. The load of the machine is printed, for it decides.
"""

import argparse
import asyncio
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from uuid import UUID

import asyncpg

from admin_ui import exported_lists
from backend.core import clock, database, stores
from backend.core import settings as settings_of
from backend.core.spreadsheets import Kind
from backend.exchange.list_exports import running
from backend.exchange.list_exports import service as list_exports
from backend.force.queries import sessions
from backend.force.rules.actors import actor_of
from bench.many_inspections import grow, prepare
from bench.stage import ROOT, Stage, connect_as_owner, make_hand, options, stage
from deploy import surroundings
from deploy.servers import environment
from schemas.core.vocabulary import Role

KINDS: tuple[Kind, ...] = ("csv", "xlsx")
AIM_MEMORY = 1.15
"""The peak of memory of a whole list, against that of a hundredth of it."""
SMALL = 100
"""The small list has so many times fewer rows."""
_COPY = """
    SELECT i.decision_number, i.subject_name, i.subject_address, i.state, i.photo_count, i.missing_count,
        i.quarantine_count, o.full_name, u.name_vi, i.issued_at, i.submitted_at, i.updated_at
    FROM inspections i JOIN officers o ON o.id = i.leader_id JOIN units u ON u.id = i.unit_id
    ORDER BY i.issued_at DESC, i.id DESC
"""
_SLOW = 900


async def written(kind: Kind, officer_id: UUID, query: dict[str, str]) -> dict[str, float]:
    """Write the list in this process; return what it took."""
    settings = settings_of.load()
    exported_lists.register()
    await database.start(settings.session_database_url, size=4)
    parts = await stores.start(settings)
    try:
        actor = actor_of(await sessions.get_actor(officer_id), "desk")
        until = clock.now() + timedelta(hours=1)
        export_id = await list_exports.ask(
            *(actor, "inspections", query, kind, f"Đo {time.time_ns()}", "vi", until, None)
        )
        began, worked = time.perf_counter(), time.process_time()
        await running.write(parts, export_id)
        took, work = time.perf_counter() - began, time.process_time() - worked
        made = await list_exports.read(export_id, actor)
        if made.state != "ready" or made.size is None or made.total is None:
            raise SystemExit(f"the file is {made.state}: {made.failure}")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return {
            "seconds": took,
            "work": work,
            "peak_mb": peak / 1024,
            "size_mb": made.size / 1e6,
            "rows": made.total,
        }
    finally:
        await stores.stop()
        await database.stop()


def ours(made: Stage, kind: Kind, officer_id: UUID, query: dict[str, str]) -> dict[str, float]:
    """Write the list in a process of its own."""
    variables = surroundings.for_child(environment(made.folder, made.servers))
    words = [sys.executable, "-m", "bench.exports", "--write", kind]
    words += ["--officer", str(officer_id), "--query", json.dumps(query)]
    done = subprocess.run(
        words, env=variables, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


async def copied(made: Stage) -> float:
    """Copy the same columns to a file; return the seconds."""
    connection = await asyncpg.connect(made.servers.owner_dsn())
    try:
        with tempfile.TemporaryFile() as file:
            began = time.perf_counter()
            await connection.copy_from_query(
                _COPY, output=file, format="csv", header=True, timeout=_SLOW
            )
            return time.perf_counter() - began
    finally:
        await connection.close()


async def head_of(made: Stage, nation: UUID) -> UUID:
    """Make a head of the whole force, who sees every row."""
    connection = await connect_as_owner(made)
    try:
        return (await make_hand(connection, nation, None, Role.SUPERVISOR)).officer_id
    finally:
        await connection.close()


async def since_of(made: Stage, rows: int) -> dict[str, str]:
    """Return the conditions under which the list has so many rows, or a little more: the newest, from a day on."""
    connection = await connect_as_owner(made)
    try:
        day = await connection.fetchval(
            "SELECT (issued_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM inspections"
            " ORDER BY issued_at DESC OFFSET $1 LIMIT 1",
            rows,
        )
    finally:
        await connection.close()
    return {"since": day.isoformat()}


def measure(made: Stage, officer_id: UUID, small: dict[str, str], rounds: int) -> None:
    """Run the sides in turn and print medians and ratios."""
    found: dict[Kind, list[dict[str, float]]] = {kind: [] for kind in KINDS}
    peers: list[float] = []
    asyncio.run(copied(made))  # warms the cache of the server
    for _ in range(rounds):
        peers.append(asyncio.run(copied(made)))
        for kind in KINDS:
            found[kind].append(ours(made, kind, officer_id, {}))
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)
    print(f"COPY    {statistics.median(peers):6.2f} s")
    for kind, runs in found.items():
        few = ours(made, kind, officer_id, small)
        middle = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
        ratio = statistics.median(a["seconds"] / b for a, b in zip(runs, peers, strict=True))
        print(
            f"{kind:5} {middle['rows']:9,.0f} rows {middle['seconds']:7.2f} s ({middle['work']:.2f} s of our processor)"
            f" {middle['rows'] / middle['seconds']:8,.0f} rows/s {middle['size_mb']:6.1f} MB"
            f"   ours/COPY {ratio:.1f}"
            f"   peak {middle['peak_mb']:.0f} MB, of {few['rows']:,.0f} rows {few['peak_mb']:.0f} MB:"
            f" {middle['peak_mb'] / few['peak_mb']:.2f} (aim {AIM_MEMORY})",
            flush=True,
        )


def main() -> None:
    """Measure and print; with --write, write one file and print what it took as JSON."""
    parser = options(__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    for name in ("--write", "--officer", "--query"):
        parser.add_argument(name, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        one = written(given.write, UUID(given.officer), json.loads(given.query))
        print(json.dumps(asyncio.run(one)))
        return
    with stage(given.data_dir) as made:
        _, nation, departments = asyncio.run(prepare(made))
        asyncio.run(grow(made, nation, departments, given.rows))
        officer_id = asyncio.run(head_of(made, nation))
        small = asyncio.run(since_of(made, given.rows // SMALL))
        measure(made, officer_id, small, given.rounds)


if __name__ == "__main__":
    main()
