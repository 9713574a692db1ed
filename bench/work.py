"""My work of a head, and rulings, at 100,000 cases and 20,000 open steps, beside a bare handler with the same queries.

    python -m bench.work [--cases 100000] [--open 20000] [--explain] [--data-dir DIR]

Open are 20,000 steps of submissions and as many cases and files. The head is of the largest of 34 departments. The
bare side asks the queries of one such page in one transaction, without sign-in, words or page; see bench/rulings.py for
what it does of a ruling. Each side has one web process; they alternate in short rounds, and the median of their ratios
is printed.
"""

import argparse
import asyncio
import json
import pickle
import statistics
import time
from unittest.mock import patch

import asyncpg

from backend import registry
from backend.core import database
from backend.core.actors import Actor
from backend.insight.my_work import service as my_work
from backend.insight.my_work.service import Show
from bench import rulings, steps
from bench.drive import Result, drive
from bench.fill_work import filled
from bench.stage import Stage, connect_as_owner, options, stage
from deploy.servers import environment

AIM = 2.5
"""Of the 95th percentile at four clients, as a ratio to the bare side."""
CLIENTS = 4
RECORDED = 40
"""Rulings whose statements the bare side repeats."""

Said = list[tuple[str, tuple[object, ...]]]


async def overheard(made: Stage, actor: Actor) -> Said:
    """Ask for a page as its handler does, and return the queries. They are left in a table for the bare side."""
    said: Said = []
    connection, alone = await asyncpg.connect(made.servers.app_dsn()), asyncio.Lock()

    async def fetch(sql: str, *args: object) -> list[asyncpg.Record]:
        said.append((sql, args))
        async with alone:  # readings of one block run beside each other
            return await connection.fetch(sql, *args)

    async def first(sql: str, *args: object) -> asyncpg.Record | None:
        found = await fetch(sql, *args)
        return found[0] if found else None

    try:
        with patch.object(database, "fetch", fetch), patch.object(database, "fetchrow", first):
            found = await my_work.page(actor, Show.ALL, "")
            await my_work.teams(actor)
        print(
            f"{found.counts.waiting:,} things wait for the head, {found.counts.overdue:,} overdue"
        )
    finally:
        await connection.close()
    owner = await connect_as_owner(made)
    try:
        await owner.execute("CREATE TABLE bench_work (said bytea)")
        await owner.execute("GRANT SELECT ON bench_work TO hientruong_app")
        await owner.execute("INSERT INTO bench_work VALUES ($1)", pickle.dumps(said))
    finally:
        await owner.close()
    return said


async def explain(made: Stage, said: Said, times: int = 20) -> None:
    """Print the median time of each query in the server, and the indexes that it walks. Nothing is kept."""
    connection = await asyncpg.connect(made.servers.app_dsn())
    undone = connection.transaction()
    await undone.start()
    try:
        for sql, args in said:
            took = []
            for _ in range(times):
                text = await connection.fetchval(
                    f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", *args
                )
                plan = json.loads(text)[0]
                took.append(float(plan["Execution Time"]))
            walked = sorted(_named(plan["Plan"], "Index Name"))
            read = sorted(_scanned(plan["Plan"]))
            print(f"{statistics.median(took):7.2f} ms  {' '.join(sql.split())[:60]}")
            print(f"            {', '.join(walked)}{'; whole: ' + ', '.join(read) if read else ''}")
    finally:
        await undone.rollback()
        await connection.close()


def _named(plan: dict[str, object], key: str) -> set[str]:
    found = {str(plan[key])} if key in plan else set()
    below = plan.get("Plans", [])
    assert isinstance(below, list)
    return found.union(*(_named(one, key) for one in below))


def _scanned(plan: dict[str, object]) -> set[str]:
    found = {str(plan["Relation Name"])} if plan.get("Node Type") == "Seq Scan" else set()
    below = plan.get("Plans", [])
    assert isinstance(below, list)
    return found.union(*(_scanned(one) for one in below))


def measure(sides: dict[str, tuple[int, str]], count: int, rounds: int) -> float:
    """Run the sides in turn; print their times and return the median ratio of the 95th percentiles."""
    found: dict[str, list[Result]] = {name: [] for name in sides}
    for number in range(rounds + 1):
        for name, (port, token) in sides.items():
            asked = (
                f"GET /desk/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: __Host-hientruong={token}\r\n\r\n"
            ).encode()
            result = drive(port, [[asked] * (count // CLIENTS)] * CLIENTS)
            if name == "ours" and b"work-" not in result.bodies[-1]:
                raise SystemExit(f"no page of work: {result.bodies[-1][:300]!r}")
            if number:  # the first round warms pools and plans
                found[name].append(result)
    return rulings.compare(found["ours"], found["bare"], "a page", CLIENTS)


async def made_ready(made: Stage, given: argparse.Namespace) -> tuple[str, list[steps.Step]]:
    """Fill, print what the queries do, and return the session's token and the steps to rule on."""
    registry.open_all()
    variables = environment(made.folder, made.servers)
    await database.start(variables["HIENTRUONG_DATABASE_URL"])
    try:
        began = time.monotonic()
        found = await filled(made, given.cases, given.open, given.rulings + RECORDED)
        print(f"filled in {time.monotonic() - began:.0f} s", flush=True)
        said = await overheard(made, found.head)
        print(f"{len(said)} queries of its own a page", flush=True)
        ruling = await rulings.overheard(made, found.head, found.real[:RECORDED])
        print(f"{len(ruling[0])} queries of its own a ruling", flush=True)
        if given.explain:
            await explain(made, said)
            await explain(made, ruling[0], times=1)
    finally:
        await database.stop()
    return found.token, found.real[RECORDED : RECORDED + given.rulings]


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--open", type=int, default=20_000)
    parser.add_argument("--count", type=int, default=120, help="pages a round and side")
    parser.add_argument("--rulings", type=int, default=480, help="in all rounds")
    parser.add_argument("--rounds", type=int, default=7, help="of each side, in turn")
    parser.add_argument("--explain", action="store_true", help="time each query, name its indexes")
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        token, real = asyncio.run(made_ready(made, given))
        ports = made.start_ours(), made.start_peer("bench.bare_work")
        made.wait_ready(ports[0])
        ratio = measure(
            {"ours": (ports[0], token), "bare": (ports[1], "")}, given.count, given.rounds
        )
        print(f"a page ours/bare {ratio:.2f} (aim {AIM})", flush=True)
        ratio = rulings.measure(ports, token, real, RECORDED, CLIENTS, given.rounds)
        print(f"a ruling ours/bare {ratio:.2f} (aim {AIM})")


if __name__ == "__main__":
    main()
