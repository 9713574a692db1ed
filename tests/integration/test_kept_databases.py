"""A database that a test hands back is the next one's as the template has it, or it is gone."""

from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest

from backend.core.keys import Keys
from backend.core.settings import Settings
from deploy.servers import Servers
from tests.support.databases import Database
from tests.support.kept_databases import MOST_USES, Kept, Shelf
from tests.support.kept_pools import Pools
from tests.support.people import cast

REFUSAL = """INSERT INTO refused_requests (officer_id, unit_1, face, method, route, status, code, times)
VALUES (gen_random_uuid(), gen_random_uuid(), 'desk', 'GET', '/desk', 404, 'not_found', 1)"""
LOOKUP = "INSERT INTO public_lookups VALUES ('\\x01', 1, now())"
CATALOGUES = (
    "CREATE TABLE mine (x int)",
    "DROP TRIGGER refused_requests_append_only ON refused_requests",
    "GRANT DELETE ON refused_requests TO hientruong_app",
    "ANALYZE officers",
    "ALTER SEQUENCE refused_requests_id_seq INCREMENT 2",
)
_TABLES = "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
_COUNTERS = "SELECT sequencename, last_value FROM pg_sequences ORDER BY 1"


@pytest.fixture
async def own_shelf(
    servers: Servers, superuser: asyncpg.Connection, shelf: Shelf
) -> AsyncIterator[Shelf]:
    """A shelf of the test's own: `shelf` is the run's, and has made what both need."""
    made = Shelf(servers, superuser, Pools())
    yield made
    await made.close()


async def used(shelf: Shelf, origin: str, *statements: str) -> Database:
    """A test that does this as the owner, and hands back what it had."""
    kept = await shelf.take(origin, connected=True)
    connection = await asyncpg.connect(kept.database.owner_dsn)
    for statement in statements:
        await connection.execute(statement)
    await connection.close()
    await shelf.give_back(kept)
    return kept.database


async def content(dsn: str) -> dict[str, Any]:
    """All rows of all tables, and where the counters stand."""
    connection = await asyncpg.connect(dsn)
    try:
        found: dict[str, Any] = {"counters": await connection.fetch(_COUNTERS)}
        for (table,) in await connection.fetch(_TABLES):
            rows = await connection.fetch(f"SELECT t::text FROM {table} t ORDER BY 1")
            found[table] = [row[0] for row in rows]
        return found
    finally:
        await connection.close()


async def test_whatever_rows_a_test_wrote_the_next_one_finds_the_template(
    own_shelf: Shelf, template: str, settings: Settings
) -> None:
    at_first = await content((await used(own_shelf, template)).superuser_dsn)
    kept = await own_shelf.take(template, connected=True)
    await cast(kept.database.owner_dsn, Keys(settings.keys_dir))
    owner = await asyncpg.connect(kept.database.owner_dsn)
    await owner.execute(f"{REFUSAL}; {LOOKUP}; UPDATE installation SET is_demonstration = true")
    await owner.execute("UPDATE officers SET full_name = full_name || ' II'")
    await owner.execute("DELETE FROM credentials; DELETE FROM public_lookups")
    await owner.execute(f"BEGIN; {REFUSAL}; ROLLBACK; {LOOKUP}")
    await owner.close()
    changed = await content(kept.database.superuser_dsn)
    different = {name for name in at_first if at_first[name] != changed[name]}
    assert different > {
        "counters",
        "public.officers",
        "public.installation",
        "public.refused_requests",
        "public.public_lookups",
    }
    await own_shelf.give_back(kept)
    again = await own_shelf.take(template, connected=True)
    assert again is kept
    assert await content(again.database.superuser_dsn) == at_first
    await own_shelf.give_back(again)


async def test_rows_can_be_written_again_by_the_same_keys(own_shelf: Shelf, template: str) -> None:
    assert await used(own_shelf, template, LOOKUP) == await used(own_shelf, template, LOOKUP)


@pytest.mark.parametrize("statement", CATALOGUES)
async def test_a_database_whose_catalogue_was_changed_is_gone(
    own_shelf: Shelf, template: str, superuser: asyncpg.Connection, statement: str
) -> None:
    changed = await used(own_shelf, template, statement)
    assert not await superuser.fetchval(
        "SELECT 1 FROM pg_database WHERE datname = $1", changed.name
    )
    assert await used(own_shelf, template) != changed


async def test_who_is_still_connected_is_cut_off(own_shelf: Shelf, template: str) -> None:
    kept = await own_shelf.take(template, connected=True)
    left = await asyncpg.connect(kept.database.app_dsn)
    await left.execute(f"BEGIN; {LOOKUP}")
    await own_shelf.give_back(kept)
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError)):
        await left.fetchval("SELECT 1")
    assert await own_shelf.take(template, connected=True) is kept
    await own_shelf.give_back(kept)


async def test_it_goes_after_so_many_tests(own_shelf: Shelf, template: str) -> None:
    used_by = [await used(own_shelf, template) for _ in range(MOST_USES + 1)]
    assert len(set(used_by[:-1])) == 1
    assert used_by[-1] != used_by[0]


async def pool_of(pools: Pools, database: Database, size: int = 1) -> Any:
    """As the application opens it, through what stands for asyncpg there."""
    return await pools.create_pool(
        database.app_dsn, min_size=1, max_size=size, connect=asyncpg.connect, reset=None
    )


async def used_pool(shelf: Shelf, origin: str) -> tuple[Kept, Any]:
    """A test whose application closes its pool at the end; the database is not handed back yet."""
    kept = await shelf.take(origin, connected=True)
    pool = await pool_of(shelf.pools, kept.database)
    with shelf.pools.kept():
        await pool.close()
    return kept, pool


async def test_a_pool_stays_open_for_the_next_that_is_the_same(
    own_shelf: Shelf, template: str
) -> None:
    pools = own_shelf.pools
    kept, pool = await used_pool(own_shelf, template)
    await own_shelf.give_back(kept)
    await own_shelf.take(template, connected=True)
    assert await pool_of(pools, kept.database) is pool
    assert await pool.fetchval("SELECT count(*) FROM officers") == 0
    with pools.kept():
        await pool.close()
    other = await pool_of(pools, kept.database, size=2)
    assert other is not pool
    await other.close()
    await own_shelf.give_back(kept)


async def test_a_pool_on_another_database_is_closed(own_shelf: Shelf, database: Database) -> None:
    """A restored one goes with its test, and the next may be of the same name."""
    pool = await pool_of(own_shelf.pools, database)
    with own_shelf.pools.kept():
        await pool.close()
    assert pool.is_closing()
    assert own_shelf.pools.free == {}


async def test_whoever_wants_nobody_in_his_database_has_it_so(
    own_shelf: Shelf, template: str, superuser: asyncpg.Connection
) -> None:
    kept, _ = await used_pool(own_shelf, template)
    await own_shelf.give_back(kept)
    assert await own_shelf.take(template, connected=False) is kept
    counted = await superuser.fetchval(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'",
        kept.database.name,
    )
    assert counted == 0
    await own_shelf.give_back(kept)


async def test_a_pool_whose_connections_a_test_cut_answers_the_next_one(
    own_shelf: Shelf, template: str, superuser: asyncpg.Connection
) -> None:
    kept, pool = await used_pool(own_shelf, template)
    await superuser.execute("SELECT pg_terminate_backend($1, 5000)", *pool.processes())
    await own_shelf.give_back(kept)
    await own_shelf.take(template, connected=True)
    pool = await pool_of(own_shelf.pools, kept.database)
    assert await pool.fetchval("SELECT count(*) FROM officers") == 0
    await pool.close()
    await own_shelf.give_back(kept)
