"""The list of officers in a force of 6,400 and of 60,000: what each filter costs the database, for the nation.

    python -m bench.people [--officers 6400 60000]

The force is written as rows: 34 departments of 12 teams each, one in seven leads, one in a hundred has left or never
signed in, one card in twenty ends soon. Each line is the median of the page's own statement, and of its count.
"""

import asyncio
import json
import statistics
from typing import Any
from unittest.mock import patch
from uuid import UUID

import asyncpg

from backend.core import database
from backend.core.actors import Actor, UnitPath
from backend.force.queries import people_lists
from backend.force.queries.people_lists import PeopleFilters
from bench.stage import Stage, options, stage
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role

AIM = 1.0
TIMES = 60
_UNITS = """
    WITH nation AS (
        INSERT INTO units (id, code, name_vi, name_en, kind, level, unit_1, valid_from)
        SELECT $1, '00', 'Cục', 'Agency', 'national', 1, $1, '2020-01-01' RETURNING id),
    departments AS (
        INSERT INTO units (id, code, name_vi, name_en, kind, parent_id, level, unit_1, unit_2, valid_from)
        SELECT x.id, lpad(x.n::text, 2, '0'), 'Chi cục ' || x.n, 'Department ' || x.n, 'department', $1, 2, $1, x.id,
            '2020-01-01'
        FROM (SELECT n, gen_random_uuid() AS id FROM generate_series(1, 34) n) x RETURNING id, code)
    INSERT INTO units (id, code, name_vi, name_en, kind, parent_id, level, unit_1, unit_2, unit_3, valid_from)
    SELECT x.id, x.code || lpad(x.n::text, 2, '0'), 'Đội ' || x.n, 'Team ' || x.n, 'team', x.parent, 3, $1, x.parent,
        x.id, '2020-01-01'
    FROM (SELECT d.id AS parent, d.code, n, gen_random_uuid() AS id FROM departments d, generate_series(1, 12) n) x
"""
_OFFICERS = """
    INSERT INTO officers (id, username, full_name, officer_number, unit_id, unit_1, unit_2, unit_3, state, enrolled)
    SELECT gen_random_uuid(), 'cc' || n, (ARRAY['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Vũ', 'Đặng', 'Bùi'])[1 + n % 7]
        || ' ' || (ARRAY['Văn', 'Thị', 'Hoài', 'Đức', 'Thu'])[1 + n % 5] || ' '
        || (ARRAY['An', 'Bình', 'Chi', 'Dũng', 'Hà', 'Giang', 'Khánh', 'Lan', 'Minh'])[1 + n % 9] || ' ' || n,
        'SH' || n, t.id, t.unit_1, t.unit_2, t.unit_3, CASE WHEN n % 97 = 0 THEN 'disabled' ELSE 'active' END,
        n % 89 <> 0
    FROM generate_series($1::int, $2::int) n
    JOIN (SELECT *, row_number() OVER (ORDER BY code) - 1 AS place FROM units WHERE level = 3) t ON t.place = n % 408
"""
_REST = (
    """INSERT INTO officer_roles (officer_id, role) SELECT o.id, r.role FROM officers o,
        LATERAL (VALUES ('inspector', true), ('team_leader', substr(username, 3)::int % 7 = 0),
            ('auditor', substr(username, 3)::int % 400 = 0)) AS r (role, has)
        WHERE r.has AND username LIKE 'cc%' ON CONFLICT DO NOTHING""",
    """INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from)
        SELECT gen_random_uuid(), id, unit_id, CASE WHEN leads THEN 'Đội trưởng' ELSE 'Kiểm soát viên' END, '',
            '2024-01-01' FROM officers o WHERE username LIKE 'cc%'
            AND NOT EXISTS (SELECT FROM officer_positions p WHERE p.officer_id = o.id)""",
    """INSERT INTO inspection_cards (id, officer_id, number, issued_on, expires_on)
        SELECT gen_random_uuid(), id, 'T' || username, current_date - 1700, current_date
            + CASE WHEN substr(username, 3)::int % 20 = 0 THEN 40 WHEN substr(username, 3)::int % 200 = 1 THEN -5
                ELSE 120 END
        FROM officers o WHERE username LIKE 'cc%' AND substr(username, 3)::int % 50 <> 0
            AND NOT EXISTS (SELECT FROM inspection_cards c WHERE c.officer_id = o.id)""",
    "VACUUM (ANALYZE) officers, officer_roles, officer_positions, inspection_cards, units",
)


async def grow(made: Stage, nation: UUID, there: int, count: int) -> None:
    """Write officers up to this number, with roles, posts and cards."""
    connection = await asyncpg.connect(made.servers.owner_dsn())
    try:
        if not there:
            await connection.execute(_UNITS.replace("$1", f"'{nation}'::uuid"))
        await connection.execute(_OFFICERS, there + 1, count)
        for statement in _REST:
            await connection.execute(statement, timeout=600)
    finally:
        await connection.close()


async def asked(
    connection: Any, actor: Actor, filters: PeopleFilters
) -> tuple[list[tuple[str, tuple[Any, ...]]], list[tuple[str, tuple[Any, ...]]]]:
    """Return the statements of the page, and those of its count, as the code makes them: the search's own first."""
    said: list[tuple[str, tuple[Any, ...]]] = []

    async def overhear(sql: str, *args: Any) -> list[Any]:
        said.append((sql, args))
        return list(await connection.fetch(sql, *args)) if "UNION" in sql else []

    async def count(sql: str, *args: Any) -> int:
        said.append((sql, args))
        return 0

    with patch.object(database, "fetch", overhear), patch.object(database, "fetchval", count):
        await people_lists.list_administered(actor, None, filters, 51)
        page, said = said, []
        await people_lists.count_administered(actor, filters, 10_001)
    return page, said


async def measure(made: Stage, actor: Actor) -> None:
    """Print each filter's medians."""
    connection = await asyncpg.connect(made.servers.app_dsn())
    try:
        team = await connection.fetchrow(
            "SELECT id, unit_2 FROM units WHERE level = 3 ORDER BY code LIMIT 1"
        )
        away = [
            row["id"]
            for row in await connection.fetch("SELECT id FROM officers ORDER BY id LIMIT 200")
        ]
        for name, filters in {
            "all": PeopleFilters(),
            "a whole number": PeopleFilters(search="SH777"),
            "a card's number": PeopleFilters(search="Tcc777"),
            "a rare name": PeopleFilters(search="khanh 777"),
            "a common name": PeopleFilters(search="nguyen van"),
            "a team": PeopleFilters(unit_id=team["id"], unit_level=3),
            "a department, leaders": PeopleFilters(
                unit_id=team["unit_2"], unit_level=2, role=Role.TEAM_LEADER
            ),
            "auditors": PeopleFilters(role=Role.AUDITOR),
            "heads of teams": PeopleFilters(title="Đội trưởng"),
            "disabled": PeopleFilters(state="disabled"),
            "never activated": PeopleFilters(state="never"),
            "on leave": PeopleFilters(state="away", away=away),
            "card ends soon": PeopleFilters(card="soon"),
            "card over": PeopleFilters(card="expired"),
            "leads without card": PeopleFilters(card="missing"),
        }.items():
            found = []
            for statements in await asked(connection, actor, filters):
                whole = 0.0
                for sql, args in statements:
                    explained = await connection.prepare(
                        f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}"
                    )
                    times = [
                        float(json.loads(await explained.fetchval(*args))[0]["Execution Time"])
                        for _ in range(TIMES)
                    ]
                    whole += statistics.median(times)
                found.append(whole)
            print(
                f"  {name:24} the page {found[0]:7.2f} ms   its count {found[1]:7.2f} ms",
                flush=True,
            )
    finally:
        await connection.close()


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--officers", type=int, nargs="+", default=[6_400, 60_000])
    given = parser.parse_args()
    nation = new_id()
    actor = Actor(
        officer_id=new_id(),
        username="bench",
        full_name="bench",
        roles=frozenset({Role.ADMINISTRATOR}),
        unit=UnitPath(unit_1=nation),
        session_id=None,
        face="desk",
    )
    with stage(given.data_dir) as made:
        there = 0
        for count in given.officers:
            asyncio.run(grow(made, nation, there, count))
            there = count
            print(f"{count:,} officers (aim {AIM:.2f} ms a page)", flush=True)
            asyncio.run(measure(made, actor))


if __name__ == "__main__":
    main()
