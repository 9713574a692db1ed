"""A page of 50 inspections with sign-in and scope over 1,000,000 rows, beside two peers that have neither.

    python -m bench.lists [--rows 1000000] [--peer-python .venv-bench/bin/python] [--data-dir DIR]

The peers are bare ASGI + asyncpg + msgspec (the limit of the machine), and FastAPI + SQLAlchemy +
Pydantic (as a user might build it instead). Each has one web process, and the same database and
page. The sides alternate.
"""

import asyncio
import json
import statistics
import time
from pathlib import Path
from unittest.mock import patch

import asyncpg

from backend.core import database
from backend.core.actors import Actor, UnitPath
from backend.fieldwork.queries import reading as read_queries
from bench.drive import Result, drive, median_rate, request
from bench.many_inspections import grow, prepare
from bench.stage import Hand, Stage, options, stage
from schemas.core.vocabulary import Role

AIM_OF_BARE, AIM_OF_FASTAPI = 0.5, 2.4
SMALL = 10_000
PAGE = 50
PEER = Path(".venv-bench/bin/python")


async def sql_ms(
    made: Stage, reader: Hand, unit: UnitPath, times: int = 200
) -> tuple[float, float]:
    """Return the median times in ms of the page's own statement: in the server, and with the round trip."""
    actor = Actor(
        officer_id=reader.officer_id,
        username="bench",
        full_name="bench",
        roles=frozenset({Role.SUPERVISOR}),
        unit=unit,
        session_id=None,
        face="phone",
    )
    said: list[tuple[str, tuple[object, ...]]] = []

    async def overhear(sql: str, *args: object) -> list[object]:
        said.append((sql, args))
        return []

    with patch.object(database, "fetch", overhear):
        await read_queries.page(actor, read_queries.Filters(), None, PAGE + 1)
    [(sql, args)] = said
    connection = await asyncpg.connect(made.servers.app_dsn())
    try:
        page = await connection.prepare(sql)
        explained = await connection.prepare(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}")
        whole, inside = [], []
        for _ in range(times):
            began = time.perf_counter()
            found = await page.fetch(*args)
            whole.append(1000 * (time.perf_counter() - began))
            plan = json.loads(await explained.fetchval(*args))
            inside.append(float(plan[0]["Execution Time"]))
        if len(found) != PAGE + 1:
            raise SystemExit(f"the page has {len(found)} rows")
    finally:
        await connection.close()
    return statistics.median(inside), statistics.median(whole)


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8])
    parser.add_argument("--count", type=int, default=1200, help="pages a run")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peer-python", type=Path, default=PEER)
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        reader, nation, departments = asyncio.run(prepare(made))
        unit = UnitPath(unit_1=nation, unit_2=departments[0])
        for count in (SMALL, given.rows):
            present = asyncio.run(grow(made, nation, departments, count))
            inside, whole = asyncio.run(sql_ms(made, reader, unit))
            print(
                f"{present:9,} rows   the page's SQL {inside:.2f} ms (aim 1.00),"
                f" with the way there and back {whole:.2f} ms",
                flush=True,
            )
        sides = {
            "ours": (made.start_ours(), "/api/mobile/v1/inspections", reader.token),
            "bare": (made.start_peer("bench.bare_lists"), f"/?unit={departments[0]}", ""),
        }
        if given.peer_python.exists():
            port = made.start_peer("bench.fastapi_lists", str(given.peer_python.absolute()))
            sides["fastapi"] = (port, f"/inspections?unit={departments[0]}", "")
        else:
            print(f"{given.peer_python} is not there: without FastAPI (see bench/README.md)")
        for clients in given.clients:
            measure(sides, clients, given.count, given.rounds)


def measure(sides: dict[str, tuple[int, str, str]], clients: int, count: int, rounds: int) -> None:
    """Run the sides in turn and print rates, and the ratios that have an aim."""
    found: dict[str, list[Result]] = {name: [] for name in sides}
    for number in range(rounds + 1):
        for name, (port, path, token) in sides.items():
            work = [[request("GET", path, token)] * (count // clients)] * clients
            result = drive(port, work)
            rows = json.loads(result.bodies[-1])["rows"]
            if len(rows) < PAGE:
                raise SystemExit(f"{name} answered {len(rows)} rows")
            if number:  # the first round warms pools and plans
                found[name].append(result)
    line = [f"{clients:3} clients"]
    for name, results in found.items():
        line.append(
            f"{name} {median_rate(results):6.0f}/s p50 {results[-1].percentile(0.5):5.1f}"
            f" p95 {results[-1].percentile(0.95):5.1f} ms"
        )
    ratios = {
        name: statistics.median(a.rate / b.rate for a, b in zip(found["ours"], others, strict=True))
        for name, others in found.items()
        if name != "ours"
    }
    aims = {"bare": AIM_OF_BARE, "fastapi": AIM_OF_FASTAPI}
    line += [f"ours/{name} {ratio:.2f} (aim {aims[name]})" for name, ratio in ratios.items()]
    print("   ".join(line), flush=True)


if __name__ == "__main__":
    main()
