"""Lists and boards of plans and intake at 200,000 items and as many informations, beside a bare handler.

    python -m bench.modules [--rows 200000] [--data-dir DIR]

First the time of each page's queries in the server; then each page at four clients beside a handler that asks the same
queries in one transaction, without sign-in, words or page. One web process a side; they alternate, and the ratio of the
95th percentiles is printed.
"""

import argparse
import asyncio
import json
import statistics
from collections.abc import Awaitable, Callable

import asyncpg

from backend import registry
from backend.core import clock, database
from backend.core.actors import Actor
from backend.intake.informations import service as intake
from backend.intake.queries.lists import Filters as InformationFilters
from backend.planning.plans import reading as plans
from backend.planning.progress import service as progress
from bench import rulings
from bench.drive import Result, drive
from bench.fill_modules import Filled, filled
from bench.overhearing import Said, leave, overheard
from bench.stage import Stage, options, stage
from deploy.servers import environment

AIM_MS = 1.0
CLIENTS = 4

Asks = Callable[[Actor], Awaitable[object]]


def pages(of: Filled) -> dict[str, tuple[str, Asks]]:
    """Return each page by name: its address at the desk, and what its handler asks."""
    year = clock.today().year
    items = plans.ItemFilters(year=year)
    late = plans.ItemFilters(late=True)
    return {
        "plans": (
            f"/desk/plans?year={year}",
            lambda a: plans.page(a, plans.PlanFilters(year=year)),
        ),
        "plan": (f"/desk/plans/{of.plan_id}", lambda a: plans.items(of.plan_id, a)),
        "items": (f"/desk/plans/items?year={year}", lambda a: plans.work(a, items)),
        "late": ("/desk/plans/items?state=late", lambda a: plans.work(a, late)),
        "calendar": (f"/desk/plans/calendar?year={year}", lambda a: progress.months(a, year)),
        "informations": ("/desk/informations/list", lambda a: intake.page(a, InformationFilters())),
        "board": ("/desk/informations", lambda a: intake.board(a)),
    }


async def asked_of(of: Filled) -> dict[str, Said]:
    """Ask for each page as its handler does, and return its queries."""
    found: dict[str, Said] = {}
    for name, (_, ask) in pages(of).items():
        with overheard() as found[name]:
            async with database.transaction():
                await ask(of.head)
    return found


async def explain(made: Stage, name: str, said: Said, times: int = 20) -> None:
    """Print the median time of each query of a page in the server, and their sum."""
    connection = await asyncpg.connect(made.servers.app_dsn())
    try:
        whole = 0.0
        for sql, args in said:
            took = []
            for _ in range(times):
                text = await connection.fetchval(
                    f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", *args
                )
                took.append(float(json.loads(text)[0]["Execution Time"]))
            whole += statistics.median(took)
            print(f"    {statistics.median(took):7.2f} ms  {' '.join(sql.split())[:90]}")
        print(
            f"{name:14} SQL {whole:6.2f} ms in {len(said)} queries (aim {AIM_MS:.2f})", flush=True
        )
    finally:
        await connection.close()


def measure(of: Filled, name: str, ports: tuple[int, int], count: int, rounds: int) -> float:
    """Run both sides of a page in turn; print their times and return the median ratio of the 95th percentiles."""
    address = pages(of)[name][0]
    asked = (
        f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: __Host-hientruong={of.token}\r\n\r\n",
        f"GET /{name} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    )
    found: tuple[list[Result], list[Result]] = ([], [])
    for number in range(rounds + 1):
        for port, words, results in zip(ports, asked, found, strict=True):
            result = drive(port, [[words.encode()] * (count // CLIENTS)] * CLIENTS)
            if number:  # the first round warms pools and plans
                results.append(result)
    return rulings.compare(found[0], found[1], name, CLIENTS)


async def made_ready(made: Stage, given: argparse.Namespace) -> Filled:
    """Fill, print what the queries take, and leave them in a table for the bare side."""
    registry.open_all()
    variables = environment(made.folder, made.servers)
    await database.start(variables["HIENTRUONG_DATABASE_URL"])
    try:
        of = await filled(made, given.rows)
        said = await asked_of(of)
        for name, one in said.items():
            await explain(made, name, one)
    finally:
        await database.stop()
    await leave(made, said)
    return of


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--rows", type=int, default=200_000, help="items, and as many informations")
    parser.add_argument("--count", type=int, default=200, help="pages a round and side")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sql-only", action="store_true")
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        of = asyncio.run(made_ready(made, given))
        if given.sql_only:
            return
        ports = made.start_ours(), made.start_peer("bench.bare_pages")
        made.wait_ready(ports[0])
        for name in pages(of):
            ratio = measure(of, name, ports, given.count, given.rounds)
            print(f"{name:14} ours/bare {ratio:.2f}", flush=True)


if __name__ == "__main__":
    main()
