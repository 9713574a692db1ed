"""The tables of bench.work: cases, papers, files and open steps of submissions by SQL, and files that can be ruled on.

A data folder is filled once. What the measuring needs of it is kept in a table, `bench_filled`.
"""

import dataclasses
import hashlib
import pickle
import secrets
import time
from dataclasses import dataclass

import asyncpg

from backend.core import keys
from backend.core.actors import Actor
from backend.ledger import sealer
from bench import steps
from bench.many_inspections import DEPARTMENTS
from bench.stage import Stage, connect_as_owner, make_unit
from schemas.core.ids import new_id
from tests.support import page_worlds
from tests.support.people import cast

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
_LEFT = """
    SELECT id, shown FROM approval_submissions WHERE kind = 'file' AND state = 'waiting' AND id = ANY ($1) ORDER BY id
"""
_SLOW = 900
_WORLDS = (
    page_worlds.of_a_case,
    page_worlds.of_inspections,
    page_worlds.of_an_information,
    page_worlds.of_a_plan,
    page_worlds.of_a_report,
)
"""All of them in sight of the head whose session it is."""


@dataclass(frozen=True)
class Filled:
    """A head of the largest department, the token of a confirmed session at the desk, and steps for the head."""

    head: Actor
    token: str
    real: list[steps.Step]
    pages: dict[str, str]
    """Addresses of records that were played, by name: what was filled by SQL has no acts to show."""


async def filled(made: Stage, cases: int, waiting: int, ruled: int) -> Filled:
    """Fill the tables, or return what is in them already. The pool must be open.

    Raises SystemExit if a folder from before has too few files left to rule on.
    """
    keys.load(made.folder.keys)  # entries are made, and sealed below
    owner = await connect_as_owner(made)
    try:
        if await owner.fetchval("SELECT to_regclass('bench_filled') IS NULL"):
            found = await _fill(made, owner, cases, waiting, ruled)
            await owner.execute("CREATE TABLE bench_filled (of bytea)")
            await owner.execute("INSERT INTO bench_filled VALUES ($1)", pickle.dumps(found))
        else:
            kept = await owner.fetchval("SELECT of FROM bench_filled")
            found = pickle.loads(kept)  # noqa: S301 - what this program wrote
            left = await owner.fetch(_LEFT, [one for one, _ in found.real])
            real = [(row["id"], row["shown"]) for row in left]
            found = dataclasses.replace(found, real=real)
        await owner.execute("DROP TABLE IF EXISTS bench_work, bench_rulings, bench_ruled")
        await owner.execute(
            "UPDATE desk_sessions SET expires_at = now() + interval '12 hours', last_seen_at = now(),"
            " confirmed_until = now() + interval '12 hours' WHERE officer_id = $1",
            found.head.officer_id,
        )
    finally:
        await owner.close()
    if len(found.real) < ruled:
        raise SystemExit(f"{len(found.real)} files are left to rule on, not {ruled}: fill anew")
    await sealer.seal_all()  # a web process is not ready while entries wait for over a minute
    return found


async def _fill(
    made: Stage, owner: asyncpg.Connection, cases: int, waiting: int, ruled: int
) -> Filled:
    began = time.monotonic()

    def took(what: str) -> None:
        nonlocal began
        print(f"{time.monotonic() - began:6.1f} s  {what}", flush=True)
        began = time.monotonic()

    people = await cast(made.servers.owner_dsn(), keys.current())
    head = people.giang
    filling = await asyncpg.connect(made.servers.postgres.dsn("hientruong"))
    pages: dict[str, str] = {}
    try:
        nation, largest = head.unit.unit_1, head.unit.unit_2
        assert largest is not None
        departments = [largest]
        departments += [await make_unit(owner, nation) for _ in range(DEPARTMENTS - 1)]
        other = people.ho.id
        await filling.execute("SET session_replication_role = replica")
        await filling.execute("SET synchronous_commit = off")
        real = await steps.real(people, filling, ruled)
        took(f"{ruled} inspections, played to their file or copied")
        of = (nation, departments, other)
        share = waiting * 3 // 4
        await filling.execute(_CASES, cases, share, *of, timeout=_SLOW)
        took("cases")
        await filling.execute(_CLOCKS, timeout=_SLOW)
        took("clocks")
        await filling.execute(_PAPERS, other, waiting, timeout=_SLOW)
        took("papers")
        await filling.execute(_FILES, cases, waiting - share, *of, timeout=_SLOW)
        took("files")
        await steps.fill(filling, other, waiting, _SLOW)
        took("submissions and their steps")
        for world in _WORLDS:
            pages |= {name: address for name, (_, address) in (await world(people)).items()}
        took(f"{len(pages)} pages of records that were played")
        await filling.execute("VACUUM ANALYZE", timeout=_SLOW)
        took("statistics")
    finally:
        await filling.close()
    token = secrets.token_urlsafe(32)
    await owner.execute(
        "INSERT INTO desk_sessions (id, token_hash, officer_id, csrf_token, address, expires_at, confirmed_until)"
        " VALUES ($1, $2, $3, 'x', '127.0.0.1', now() + interval '12 hours', now() + interval '12 hours')",
        new_id(),
        hashlib.sha256(token.encode()).digest(),
        head.id,
    )
    return Filled(head.actor(), token, real, pages)
