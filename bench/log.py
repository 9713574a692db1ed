"""A page of the auditors' log over 5,000,000 rows: its statements, their plans and times.

    python -m bench.log [--rows 5000000] [--data-dir DIR]

There is no peer: the aim is that a page reads its own rows alone, whatever the table holds, so that its
time does not grow with the table.
"""

import asyncio
import json
import statistics
from uuid import UUID

import asyncpg

from backend.core import database
from backend.core.scope import Reach, sql
from backend.operations.queries import log as queries
from backend.operations.queries.log import Asked
from backend.operations.rules.log import Source
from bench.many_inspections import prepare
from bench.stage import Stage, connect_as_owner, options, stage

AIM_MS = 50.0
"""Of each statement of a page, in the server. A rare kind in one department reads the rare rows of all others too."""
_PAGE = 201
_FILL = """
    INSERT INTO access_log (officer_id, action, kind, record_id, at, unit_1, unit_2)
    SELECT o.ids[1 + n % cardinality(o.ids)], CASE WHEN n % 20 = 0 THEN 'photo.original' ELSE 'inspection.page' END,
        CASE WHEN n % 20 = 0 THEN (ARRAY['copy', 'search', 'export', 'sign_in'])[1 + (n / 20) % 4] ELSE 'read' END,
        md5((n % 100000)::text)::uuid, now() - make_interval(secs => ($1 - n) * 6), $2,
        ($3::uuid[])[1 + n % cardinality($3::uuid[])]
    FROM generate_series(1, $1::bigint) AS n,
        (SELECT array_agg(md5(k::text)::uuid) AS ids FROM generate_series(1, 5000) AS k) o
"""


async def fill(made: Stage, count: int) -> tuple[UUID, UUID]:
    """Fill the log up to `count` rows, without its triggers; return the nation and one department."""
    _, nation, departments = await prepare(made)
    connection = await connect_as_owner(made)
    try:
        there = await connection.fetchval("SELECT count(*) FROM access_log")
        if there < count:
            async with connection.transaction():
                await connection.execute("ALTER TABLE access_log DISABLE TRIGGER access_log_unit")
                await connection.execute(_FILL, count - there, nation, departments, timeout=1800)
                await connection.execute("ALTER TABLE access_log ENABLE TRIGGER access_log_unit")
            await connection.execute("VACUUM ANALYZE access_log", timeout=1800)
    finally:
        await connection.close()
    return nation, departments[0]


async def explained(dsn: str, reach: Reach, asked: Asked) -> tuple[float, str]:
    """Return the median time in ms of a page's statement over the access log, and the index it walks."""
    said: list[tuple[str, tuple[object, ...]]] = []

    async def overhear(statement: str, *args: object) -> list[object]:
        said.append((statement, args))
        return []

    original, database.fetch = database.fetch, overhear
    try:
        await queries.page(Source.ACCESS, sql(reach, "x", 1), asked, None, _PAGE)
    finally:
        database.fetch = original
    [(statement, args)] = said
    connection = await asyncpg.connect(dsn)
    try:
        times = []
        for _ in range(20):
            text = await connection.fetchval(
                f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {statement}", *args
            )
            plan = json.loads(text)[0]
            times.append(float(plan["Execution Time"]))
    finally:
        await connection.close()
    indexes = ", ".join(sorted(_indexes(plan["Plan"])))
    return statistics.median(times), indexes or "no index"


def _indexes(plan: dict[str, object]) -> set[str]:
    found = {str(plan["Index Name"])} if "Index Name" in plan else set()
    below = plan.get("Plans", [])
    assert isinstance(below, list)
    for one in below:
        found |= _indexes(one)
    return found


async def measure(made: Stage, count: int) -> bool:
    """Print the plans of a page under each filter; tell whether all keep to the aim."""
    nation, department = await fill(made, count)
    officer = UUID("c4ca4238-a0b9-2382-0dcc-509a6f75849b")  # md5('1')
    whole = Reach(officer_id=officer, unit=(1, nation))
    part = Reach(officer_id=officer, unit=(2, department))
    pages = {
        "the whole force": (whole, Asked()),
        "a department": (part, Asked()),
        "a department below, as a filter": (whole, Asked(unit_id=department, unit_level=2)),
        "exports of a department": (part, Asked(kind="export")),
        "one officer": (whole, Asked(officers=(officer,))),
        "one record": (whole, Asked(records=(officer,))),
    }
    good = True
    for name, (reach, asked) in pages.items():
        took, indexes = await explained(made.servers.app_dsn(), reach, asked)
        good &= took <= AIM_MS
        print(f"{name:32} {took:7.2f} ms   {indexes}")
    return good


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--rows", type=int, default=5_000_000)
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        if not asyncio.run(measure(made, given.rows)):
            raise SystemExit(f"a statement took more than {AIM_MS} ms")


if __name__ == "__main__":
    main()
