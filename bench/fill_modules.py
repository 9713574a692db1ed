"""The tables of bench.modules: plans with their items, and informations, by SQL inside the server.

34 departments of which the largest has a fifth of all, three teams each. A data folder is filled once.
"""

import hashlib
import pickle
import secrets
import time
from dataclasses import dataclass
from uuid import UUID

import asyncpg

from backend.core import clock, keys
from backend.core.actors import Actor, UnitPath
from bench.many_inspections import DEPARTMENTS
from bench.stage import Stage, connect_as_owner, make_unit
from schemas.core.ids import new_id
from tests.support.people import cast

TEAMS = 3
A_PLAN = 50
"""Items of a plan."""
_SLOW = 900
_TEAMS = """
    INSERT INTO units (id, code, name_vi, name_en, kind, parent_id, level, unit_1, unit_2, unit_3, valid_from)
    SELECT md5(department::text || n)::uuid, 90000000 + place * 100 + n, 'Đội ' || n, 'Team ' || n, 'team', department,
        3, $1, department, md5(department::text || n)::uuid, current_date
    FROM unnest($2::uuid[]) WITH ORDINALITY AS d (department, place), generate_series(1, $3::int) AS n
"""
_UNITS = """
    CREATE TEMPORARY TABLE bench_units AS
    SELECT u.id, u.parent_id AS department, row_number() OVER () - 1 AS place FROM units u
    WHERE u.parent_id = ANY ($1) ORDER BY array_position($1, u.parent_id), u.id
"""
_SKEWED = "floor((SELECT count(*) FROM bench_units) * power({random}, 2.5))"
_PLANS = f"""
    INSERT INTO plans (id, kind, state, year, title, unit_id, number, issued_on, first_day, last_day, head, drafted_by,
        drafted_at, changed_at, issued_at, unit_1, unit_2, unit_3)
    SELECT md5('plan' || n)::uuid, CASE WHEN n % 4 = 0 THEN 'thematic' ELSE 'periodic' END,
        (ARRAY['issued', 'issued', 'issued', 'ended', 'draft'])[1 + n % 5], $3 - n % 4, 'Kế hoạch kiểm tra ' || n, t.id,
        n || '/KH', make_date($3 - n % 4 - 1, 12, 20), make_date($3 - n % 4, 1, 1), make_date($3 - n % 4, 11, 14),
        jsonb_build_object('kind', 'periodic', 'unit_id', t.id, 'year', $3::int, 'title', 'Kế hoạch',
            'first_day', make_date($3, 1, 1), 'last_day', make_date($3, 11, 14)),
        $2, now(), now(), now(), $1, t.department, t.id
    FROM (SELECT n, {_SKEWED.format(random="random()")} AS place FROM generate_series(1, $4::int) AS n) made
    JOIN bench_units t ON t.place = made.place
"""
_ITEMS = """
    INSERT INTO plan_items (id, plan_id, state, year, subject_name, address, area, first_day, last_day, unit_id,
        content, content_hash, material_hash, reason, changed_at, unit_1, unit_2, unit_3)
    SELECT md5('item' || p.id || n)::uuid, p.id, CASE WHEN p.state = 'draft' THEN 'draft'
            ELSE (ARRAY['planned', 'done', 'done', 'decided', 'running', 'done', 'not_done', 'planned'])[1 + n % 8] END,
        p.year, 'Hộ kinh doanh ' || n, 'Số ' || n || ' đường Mẫu Đơn', '00004', day, day + 10, p.unit_id, '{}', '', '',
        CASE WHEN n % 8 = 6 THEN 'Đã ngừng kinh doanh' END, now(), p.unit_1, p.unit_2, p.unit_3
    FROM plans p, generate_series(1, $1::int) AS n, LATERAL (
        SELECT make_date(p.year, 1, 2) + (n * 6) % 300 AS day) d
"""
_INFORMATIONS = f"""
    INSERT INTO informations (id, number, nature, source, channel, state, received_at, registered_at, registered_by,
        summary, goods, fields, address, address_fold, informant_secret, wants_answer, named_officers, auditors_only,
        verifiers, readers, written_report_due, informant_to_tell, links, rule_set, unit_1, unit_2, unit_3)
    SELECT md5('information' || n)::uuid, n || '/TT', CASE WHEN n % 20 = 0 THEN 'denunciation' WHEN n % 20 = 1
            THEN 'complaint' ELSE 'tip' END,
        (ARRAY['order', 'officer', 'transfer', 'request', 'media', 'tip'])[1 + n % 6], 'desk',
        CASE WHEN n % 25 = 0 THEN (ARRAY['received', 'verifying', 'violation', 'no_violation'])[1 + n % 4]
            ELSE (ARRAY['proposed', 'no_action', 'forwarded', 'redirected'])[1 + n % 4] END,
        at, at, $2, 'Cửa hàng bán hàng không rõ nguồn gốc ' || n, 'Mỹ phẩm', ARRAY['origin'],
        'Số ' || n || ' phố Mẫu', 'so ' || n || ' pho mau', false, true, '{{}}', false, '{{}}', '{{}}',
        n % 40 = 0, n % 50 = 0, 0, '2026-01-01', $1, t.department, t.id
    FROM (SELECT n, {_SKEWED.format(random="random()")} AS place, now() - random() * interval '40 months' AS at
        FROM generate_series(1, $3::int) AS n) made
    JOIN bench_units t ON t.place = made.place
"""


@dataclass(frozen=True)
class Filled:
    """A head of the largest department, and the token of an open session at the desk."""

    head: Actor
    token: str
    plan_id: UUID
    """An issued plan of this year in that department."""


async def filled(made: Stage, count: int) -> Filled:
    """Fill the tables with `count` items and as many informations, unless they are there, and open a session."""
    keys.load(made.folder.keys)
    owner = await connect_as_owner(made)
    try:
        if await owner.fetchval("SELECT to_regclass('bench_filled') IS NULL"):
            people = await cast(made.servers.owner_dsn(), keys.current())
            head = people.giang.actor()
            await _fill(made, owner, head.unit, people.ho.id, count)
            await owner.execute("CREATE TABLE bench_filled (of bytea)")
            await owner.execute("INSERT INTO bench_filled VALUES ($1)", pickle.dumps(head))
        else:
            kept = await owner.fetchval("SELECT of FROM bench_filled")
            head = pickle.loads(kept)  # noqa: S301 - what this program wrote
        await owner.execute("DROP TABLE IF EXISTS bench_pages")
        token = secrets.token_urlsafe(32)
        await owner.execute(
            "INSERT INTO desk_sessions (id, token_hash, officer_id, csrf_token, address, expires_at)"
            " VALUES ($1, $2, $3, 'x', '127.0.0.1', now() + interval '12 hours')",
            new_id(),
            hashlib.sha256(token.encode()).digest(),
            head.officer_id,
        )
        plan_id = await owner.fetchval(
            "SELECT id FROM plans WHERE unit_2 = $1 AND year = $2 AND state = 'issued' LIMIT 1",
            head.unit.unit_2,
            clock.today().year,
        )
    finally:
        await owner.close()
    return Filled(head, token, plan_id)


async def _fill(
    made: Stage, owner: asyncpg.Connection, of: UnitPath, officer: UUID, count: int
) -> None:
    began = time.monotonic()
    nation, largest = of.unit_1, of.unit_2
    assert largest is not None
    departments = [largest, *[await make_unit(owner, nation) for _ in range(DEPARTMENTS - 1)]]
    await owner.execute(_TEAMS, nation, departments, TEAMS)
    year, plans = clock.today().year, max(1, count // A_PLAN)
    filling = await asyncpg.connect(made.servers.postgres.dsn("hientruong"))
    try:
        await filling.execute("SET session_replication_role = replica")
        await filling.execute("SET synchronous_commit = off")
        await filling.execute(_UNITS, departments)
        await filling.execute(_PLANS, nation, officer, year, plans, timeout=_SLOW)
        await filling.execute("SET session_replication_role = origin")  # triggers count the items
        await filling.execute(_ITEMS, A_PLAN, timeout=_SLOW)
        await filling.execute("SET session_replication_role = replica")
        await filling.execute(_INFORMATIONS, nation, officer, count, timeout=_SLOW)
        await filling.execute("VACUUM ANALYZE", timeout=_SLOW)
    finally:
        await filling.close()
    print(f"{count:,} items and {count:,} informations in {time.monotonic() - began:.0f} s")
