"""My work of a head, and rulings, at 100,000 cases and 20,000 open steps, beside a bare handler with the same queries.

    python -m bench.work [--cases 100000] [--open 20000] [--data-dir DIR]

Open are 20,000 steps of submissions and as many cases and files. The head is of the largest of 34 departments. The
bare side asks the queries of one such page in one transaction, without sign-in, words or page; see bench/rulings.py for
what it does of a ruling. Each side has one web process; they alternate.
"""

import asyncio
import hashlib
import json
import pickle
import secrets
import statistics
import time
from unittest.mock import patch

import asyncpg

from backend import registry
from backend.core import database, keys
from backend.core.actors import Actor
from backend.insight.my_work import service as my_work
from backend.insight.my_work.service import Show
from bench import rulings, steps
from bench.drive import Result, drive
from bench.many_inspections import DEPARTMENTS
from bench.stage import Stage, connect_as_owner, make_unit, options, stage
from deploy.servers import environment
from schemas.core.ids import new_id
from tests.support.people import cast

AIM = 2.5
"""Of the 95th percentile at four clients, as a ratio to the bare side."""
CLIENTS = 4
RECORDED = 40
"""Rulings whose statements the bare side repeats."""
_CASES = """
    INSERT INTO cases (id, number, unit_id, unit_1, unit_2, state, rule_set, opened_at, updated_at, lead_id,
        subject_name, recorded_at)
    SELECT md5('case' || n)::uuid, 'VV-' || n, unit, $3, unit,
        CASE WHEN n <= $2 THEN (ARRAY['decision_due', 'decision_due', 'executing', 'verifying'])[1 + n % 4]
            ELSE 'archived' END,
        '2026-01-01', now() - random() * interval '40 months', now(), $5, 'Hộ kinh doanh ' || n, now()
    FROM (SELECT n, ($4::uuid[])[1 + floor(cardinality($4) * power(random(), 2.5))::int] AS unit
        FROM generate_series(1, $1::int) AS n) made
"""
_CLOCKS = """
    INSERT INTO case_clocks (case_id, rule, subject, trigger_at, rule_set, trigger_act, half_at, due_at, lapses,
        watched, calendar_undecided, unit_1, unit_2, met_at)
    SELECT c.id, rule, '', now() - interval '3 days', '2026-01-01', 'violation.recorded', due, due, false, true, false,
        c.unit_1, c.unit_2, CASE WHEN c.state = 'archived' THEN now() END
    FROM cases c, unnest(ARRAY['D12', 'D20']) AS rule, LATERAL (
        SELECT now() + (random() * 20 - 2) * interval '1 day' + c.fine_total_vnd * interval '0' AS due) d
"""
_PAPERS = """
    INSERT INTO documents (id, case_id, unit_id, unit_1, unit_2, form, form_version, state, fields, fields_hash,
        drafted_by, drafted_at)
    SELECT md5('paper' || c.number)::uuid, c.id, c.unit_id, c.unit_1, c.unit_2, 'MQĐ02', 1,
        CASE WHEN substr(c.number, 4)::int <= $2 THEN 'content_ready' ELSE 'discarded' END, '{}', '', $1,
        now() - interval '2 days'
    FROM cases c
"""
_FILES = """
    INSERT INTO inspections (id, unit_id, unit_1, unit_2, state, decision_id, decision_number, subject_name,
        subject_address, leader_id, decision, issued_by, issued_at, submitted_by, submitted_at, updated_at)
    SELECT md5('file' || n)::uuid, unit, $3, unit, CASE WHEN n <= $2 THEN 'submitted' ELSE 'approved' END,
        md5('decision' || n)::uuid, n || '/QĐ-KT', 'Công ty ' || n, 'Số ' || n, $5, '{}', $5, now(), $5, now(), now()
    FROM (SELECT n, ($4::uuid[])[1 + floor(cardinality($4) * power(random(), 2.5))::int] AS unit
        FROM generate_series(1, $1::int) AS n) made
"""
_SLOW = 900

Said = list[tuple[str, tuple[object, ...]]]


async def prepare(
    made: Stage, cases: int, waiting: int, rulings: int
) -> tuple[Actor, str, list[steps.Step]]:
    """Fill the tables; return a head, the token of a confirmed session at the desk, and steps that wait for the head.

    The head is of the largest department. The pool must be open.
    """
    people = await cast(made.servers.owner_dsn(), keys.load(made.folder.keys))
    head = people.giang
    real = await steps.real(people, rulings)
    connection = await connect_as_owner(made)
    filling = await asyncpg.connect(made.servers.postgres.dsn("hientruong"))
    try:
        nation, largest = head.unit.unit_1, head.unit.unit_2
        assert largest is not None
        departments = [largest]
        departments += [await make_unit(connection, nation) for _ in range(DEPARTMENTS - 1)]
        other = people.ho.id
        await filling.execute("SET session_replication_role = replica")
        await filling.execute("SET synchronous_commit = off")
        of = (nation, departments, other)
        share = waiting * 3 // 4
        await filling.execute(_CASES, cases, share, *of, timeout=_SLOW)
        await filling.execute(_CLOCKS, timeout=_SLOW)
        await filling.execute(_PAPERS, other, waiting, timeout=_SLOW)
        await filling.execute(_FILES, cases, waiting - share, *of, timeout=_SLOW)
        await steps.fill(filling, other, waiting, _SLOW)
        await filling.execute("VACUUM ANALYZE", timeout=_SLOW)
        token = secrets.token_urlsafe(32)
        await connection.execute(
            "INSERT INTO desk_sessions (id, token_hash, officer_id, csrf_token, address, expires_at, confirmed_until)"
            " VALUES ($1, $2, $3, 'x', '127.0.0.1', now() + interval '12 hours', now() + interval '12 hours')",
            new_id(),
            hashlib.sha256(token.encode()).digest(),
            head.id,
        )
    finally:
        await connection.close()
        await filling.close()
    return head.actor(), token, real


async def overheard(made: Stage, actor: Actor) -> Said:
    """Ask for a page as its handler does, and return the queries. They are left in a table for the bare side."""
    said: Said = []
    connection = await asyncpg.connect(made.servers.app_dsn())

    async def fetch(sql: str, *args: object) -> list[asyncpg.Record]:
        said.append((sql, args))
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
    """Run the sides in turn; print their times and return the ratio of the 95th percentiles."""
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
    middle = {
        name: statistics.median(one.percentile(0.95) for one in results)
        for name, results in found.items()
    }
    for name, results in found.items():
        half = statistics.median(one.percentile(0.5) for one in results)
        print(f"{name:5} {CLIENTS} clients  p50 {half:6.1f} ms  p95 {middle[name]:6.1f} ms")
    return middle["ours"] / middle["bare"]


async def made_ready(
    made: Stage, cases: int, waiting: int, ruled: int
) -> tuple[str, list[steps.Step]]:
    """Fill, print what the queries do, and return the session's token and the steps to rule on."""
    registry.open_all()
    variables = environment(made.folder, made.servers)
    await database.start(variables["HIENTRUONG_DATABASE_URL"])
    try:
        began = time.monotonic()
        actor, token, real = await prepare(made, cases, waiting, ruled + RECORDED)
        print(f"filled in {time.monotonic() - began:.0f} s", flush=True)
        said = await overheard(made, actor)
        print(f"{len(said)} queries of its own a page", flush=True)
        await explain(made, said)
        ruling = await rulings.overheard(made, actor, real[:RECORDED])
        print(f"{len(ruling[0])} queries of its own a ruling", flush=True)
        await explain(made, ruling[0], times=1)
    finally:
        await database.stop()
    return token, real[RECORDED:]


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--open", type=int, default=20_000)
    parser.add_argument("--count", type=int, default=400, help="pages a run")
    parser.add_argument("--rulings", type=int, default=400, help="in all runs")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        token, real = asyncio.run(made_ready(made, given.cases, given.open, given.rulings))
        ports = made.start_ours(), made.start_peer("bench.bare_work")
        ratio = measure(
            {"ours": (ports[0], token), "bare": (ports[1], "")}, given.count, given.rounds
        )
        print(f"a page ours/bare {ratio:.2f} (aim {AIM})", flush=True)
        ratio = rulings.measure(ports, token, real, RECORDED, CLIENTS, given.rounds)
        print(f"a ruling ours/bare {ratio:.2f} (aim {AIM})")


if __name__ == "__main__":
    main()
