"""Makes a million inspections by SQL inside the server: 34 departments, the largest with a fifth of all."""

from uuid import UUID

import asyncpg

from bench.stage import Hand, Stage, connect_as_owner, make_hand, make_unit
from schemas.core.vocabulary import Role

DEPARTMENTS = 34

LEADERS = 400

_LEAD = """
    INSERT INTO officers (id, username, full_name, unit_id, unit_1)
    SELECT uuidv7(), 'leader-' || gen_random_uuid(), 'Trưởng Đoàn ' || n, $1, $1
    FROM generate_series(1, $2::int) AS n RETURNING id
"""
_FILL = """
    INSERT INTO inspections (id, unit_id, unit_1, unit_2, state, decision_id, decision_number,
        subject_name, subject_address, leader_id, decision, issued_by, issued_at, submitted_at,
        updated_at, photo_count)
    SELECT uuidv7(), unit, $3, unit, (ARRAY['decided', 'announced', 'submitted', 'returned', 'approved'])
        [1 + n % 5], uuidv7(), lpad((n % 100000000)::text, 8, '0') || '/QĐ-KT',
        'Công ty TNHH ' || (ARRAY['Bình Minh', 'Hoa Gạo', 'Phù Sa', 'Cát Vàng', 'Sương Mai'])
        [1 + n % 5] || ' ' || n, 'Số ' || n % 900 || ' đường Mẫu Đơn', leader, '{}', leader, at,
        at + interval '1 day', at + interval '2 days', n % 12
    FROM (
        SELECT n, ($2::uuid[])[1 + floor(cardinality($2) * power(random(), 2.5))::int] AS unit,
            ($4::uuid[])[1 + n % cardinality($4)] AS leader,
            now() - random() * interval '47 months' AS at
        FROM generate_series(1, $1::int) AS n
    ) made
"""
_TEAMS = """
    INSERT INTO inspection_team (inspection_id, officer_id, is_leader)
    SELECT id, leader_id, true FROM inspections i
    WHERE NOT EXISTS (SELECT 1 FROM inspection_team t WHERE t.inspection_id = i.id)
"""
_DEPARTMENTS = "SELECT id FROM units WHERE parent_id IS NOT NULL ORDER BY id"
_SLOW = 900


async def prepare(made: Stage) -> tuple[Hand, UUID, list[UUID]]:
    """Make the departments, and a supervisor of the largest with an open session."""
    connection = await connect_as_owner(made)
    try:
        departments = [row["id"] for row in await connection.fetch(_DEPARTMENTS)]
        nation = await connection.fetchval("SELECT id FROM units WHERE parent_id IS NULL")
        if nation is None:
            nation = await make_unit(connection)
            departments = [await make_unit(connection, nation) for _ in range(DEPARTMENTS)]
        reader = await make_hand(connection, nation, departments[0], Role.SUPERVISOR)
    finally:
        await connection.close()
    return reader, nation, departments


async def grow(made: Stage, nation: UUID, departments: list[UUID], to: int) -> int:
    """Fill up to `to` rows, with foreign keys unchecked and indexes rebuilt afterwards, only to save time.

    Returns how many rows there are, which is more if the data were kept from an earlier run.
    """
    connection = await asyncpg.connect(made.servers.postgres.dsn("hientruong"))
    try:
        present: int = await connection.fetchval("SELECT count(*) FROM inspections")
        missing = to - present
        if missing <= 0:
            return present
        indexes = await connection.fetch(
            "SELECT indexname, indexdef FROM pg_indexes"
            " WHERE tablename IN ('inspections', 'inspection_team')"
            " AND indexdef NOT LIKE 'CREATE UNIQUE%'"
        )
        leaders = [row["id"] for row in await connection.fetch(_LEAD, nation, LEADERS)]
        await connection.execute("SET session_replication_role = replica")
        await connection.execute("SET synchronous_commit = off")
        await connection.execute("SET maintenance_work_mem = '256MB'")
        for index in indexes:
            await connection.execute(f'DROP INDEX "{index["indexname"]}"')
        await connection.execute(_FILL, missing, departments, nation, leaders, timeout=_SLOW)
        await connection.execute(_TEAMS, timeout=_SLOW)
        for index in indexes:
            await connection.execute(index["indexdef"], timeout=_SLOW)
        for table in ("inspections", "inspection_team"):
            await connection.execute(f"VACUUM ANALYZE {table}", timeout=_SLOW)
        return to
    finally:
        await connection.close()
