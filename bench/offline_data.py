"""An area's reference data on a phone: the first pull and an empty delta, beside bare SELECTs of the same rows.

    python -m bench.offline_data [--businesses 5000] [--data-dir DIR]

The data are the register of one department, in which the reader's team has visited every fourth
business twice, with findings. A neighbouring department has as many businesses. The peer has no
sign-in, scope, folding, history or pages: it is one statement and its rows as JSON, in this
process. Sides alternate; medians.
"""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from uuid import UUID

import asyncpg
import httpx
import msgspec

from bench.stage import Hand, Stage, connect_as_owner, make_hand, make_unit, options, stage
from schemas.core.vocabulary import Role

ROUNDS, DELTAS = 7, 300

_SUBJECTS = """
    INSERT INTO subjects (id, unit_id, unit_1, unit_2, kind, name, tax_code, address, representative,
        representative_title, phone, latitude_e7, longitude_e7)
    SELECT uuidv7(), $2, $1, $2, 'household', 'Hộ kinh doanh ' || (ARRAY['Nguyễn Thị Hoa', 'Trần Văn Bình',
        'Lê Phương Thảo', 'Đặng Đức Độ'])[1 + n % 4] || ' số ' || n, lpad(n::text, 10, '0'),
        'Số ' || n % 900 || ' đường Trần Hưng Đạo, phường Cửa Nam, thành phố Hà Nội', 'Nguyễn Thị Hoa',
        'Chủ hộ kinh doanh', '09' || lpad(n::text, 8, '0'), 210285110 + n, 1058542300 + n
    FROM generate_series(1, $3::int) AS n
"""
_VISITS = """
    WITH visited AS (
        SELECT s.id AS subject, s.name, uuidv7() AS inspection, uuidv7() AS minutes, k
        FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM subjects WHERE unit_2 = $2) s,
            generate_series(1, 2) k WHERE s.n % 4 = 0
    ), made AS (
        INSERT INTO inspections (id, unit_id, unit_1, unit_2, state, decision_id, decision_number, subject_id,
            subject_name, subject_address, leader_id, decision, issued_by, issued_at, updated_at, minutes_id)
        SELECT inspection, $2, $1, $2, 'approved', uuidv7(), '01000001/QĐ-KT', subject, name, 'x', $3,
            '{"issued_on": "2026-03-01"}', $3, now() - k * interval '90 days', now(), minutes FROM visited
    ), team AS (
        INSERT INTO inspection_team SELECT inspection, $3, true FROM visited
    )
    INSERT INTO minutes SELECT minutes, inspection, 1, $3, 'BB-KT', 1, jsonb_build_object('violations',
        jsonb_build_array(jsonb_build_object('description', 'Bày bán hàng hóa không có hóa đơn, chứng từ.'))),
        now(), now() FROM visited
"""
_BARE = """
    SELECT id, kind, name, trade_name, tax_code, registration_number, address, representative,
        representative_title, phone, latitude_e7, longitude_e7 FROM subjects WHERE unit_2 = $1
"""
_BARE_NOTHING = "SELECT id FROM subjects WHERE unit_2 = $1 AND id > $2 ORDER BY id LIMIT 501"


async def prepare(made: Stage, count: int) -> tuple[Hand, Hand, UUID]:
    """Make two departments with their registers, and an inspector and a supervisor of the first."""
    connection = await connect_as_owner(made)
    try:
        nation = await make_unit(connection)
        here, there = [await make_unit(connection, nation) for _ in range(2)]
        for department in (here, there):
            await connection.execute(_SUBJECTS, nation, department, count, timeout=300)
        inspector = await make_hand(connection, nation, here)
        head = await make_hand(connection, nation, here, Role.SUPERVISOR)
        await connection.execute(_VISITS, nation, here, inspector.officer_id, timeout=300)
        for table in ("subjects", "subject_marks", "inspections", "inspection_team", "minutes"):
            await connection.execute(f"VACUUM ANALYZE {table}", timeout=300)
    finally:
        await connection.close()
    return inspector, head, here


async def pull(client: httpx.AsyncClient, coding: str) -> tuple[str, int, int, int]:
    """Fetch the whole data.

    Returns the cursor, and how many pages, entries and bytes on the line there were.
    """
    cursor, pages, entries, size, more = "", 0, 0, 0, True
    while more:
        query = {"cursor": cursor} if cursor else {}
        answer = await client.get(
            "/api/mobile/v1/reference", params=query, headers={"Accept-Encoding": coding}
        )
        answer.raise_for_status()
        page = msgspec.json.decode(answer.content)
        cursor, more = page["cursor"], page["more"]
        pages, entries = pages + 1, entries + len(page["entries"])
        size += int(answer.headers["content-length"])
    return cursor, pages, entries, size


async def timed(*sides: Callable[[], Awaitable[object]], times: int) -> list[float]:
    """Return the median milliseconds of each side, run in turn.

    The first round warms up pools and plans.
    """
    found: list[list[float]] = [[] for _ in sides]
    for number in range(times + 1):
        for side, taken in zip(sides, found, strict=True):
            began = time.perf_counter()
            await side()
            if number:
                taken.append(1000 * (time.perf_counter() - began))
    return [statistics.median(taken) for taken in found]


async def measure(made: Stage, port: int, count: int) -> None:
    """Measure and print."""
    inspector, head, here = await prepare(made, count)
    bare = await asyncpg.connect(made.servers.app_dsn())

    async def whole() -> object:
        return msgspec.json.encode([dict(row) for row in await bare.fetch(_BARE, here)])

    for name, hand in (("inspector", inspector), ("supervisor", head)):
        async with httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{port}",
            headers={"Authorization": f"Bearer {hand.token}"},
            timeout=60,
        ) as client:
            cursor, pages, entries, plain = await pull(client, "identity")
            *_, zipped = await pull(client, "gzip")
            print(
                f"{name}: {entries:,} entries in {pages} pages, {plain:,} bytes plain, {zipped:,} gzip",
                flush=True,
            )
            first, table = await timed(lambda c=client: pull(c, "gzip"), whole, times=ROUNDS)  # type: ignore[misc]

            async def nothing(client: httpx.AsyncClient = client, cursor: str = cursor) -> object:
                return await client.get("/api/mobile/v1/reference", params={"cursor": cursor})

            async def probe() -> object:
                return await bare.fetch(_BARE_NOTHING, here, UUID(int=2**128 - 1))

            async def door(client: httpx.AsyncClient = client) -> object:
                return await client.get("/api/mobile/v1/inspections?state=refused")

            delta, bare_ms, signed_in = await timed(nothing, probe, door, times=DELTAS)
            print(
                f"  first pull {first:.0f} ms (bare SELECT and JSON of the businesses {table:.0f} ms);"
                f" delta of nothing {delta:.1f} ms (bare index probe {bare_ms:.1f} ms,"
                f" another request of ours that finds nothing {signed_in:.1f} ms)",
                flush=True,
            )
    await bare.close()


def main() -> None:
    """Set the stage, measure, print."""
    parser = options(__doc__)
    parser.add_argument("--businesses", type=int, default=5_000, help="of one department")
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        asyncio.run(measure(made, made.start_ours(), given.businesses))


if __name__ == "__main__":
    main()
