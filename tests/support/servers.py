"""The real PostgreSQL and the real object store, started once for all tests. Each test has a
database to itself.

The servers start by the same code as in `./hientruong up`. Only fsync is off in PostgreSQL, and
their data are in memory if there is room. A test machine may lose power; the tests that kill
servers start their own, on a disk, as in production.
"""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest

from backend.core import database as backend_database
from backend.core import keys
from backend.core.settings import Settings
from deploy import bootstrap
from deploy.data_folder import DataFolder
from deploy.servers import Servers
from schemas.casework.treasury import Treasury
from tests.support import buckets, kept_databases, types_known
from tests.support.databases import BESIDE, Database, drop_database
from tests.support.kept_databases import Shelf
from tests.support.kept_pools import Pools
from tests.support.memory import in_memory

TEMPLATE = "template_hientruong"
_OPTIONS = {
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "128MB",
    "summarize_wal": "off",  # for backups, which tests take only from their own servers
    "scram_iterations": "1",  # thousands of sign-ins with passwords of 256 random bits
    "autovacuum": "off",  # no database lives long enough for a vacuum to matter: rows stay as they were written
}


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Both servers, started once. Started in the main thread, because they end when that thread
    ends."""
    with in_memory(tmp_path_factory.mktemp("servers")) as place:
        folder = DataFolder(place / "dữ liệu thử")
        folder.open_for_start(least_free=0)
        running = Servers(folder, _OPTIONS)
        running.start()
        with types_known.asked_once(running.ports["postgres"]):
            yield running
        try:
            left = buckets.checkpoints_in_shared(running)
        finally:
            running.stop()
        # Another test would take them for those of its own log, or of another installation's.
        assert left == [], (
            "a test published checkpoints into the bucket that all share: see buckets.py"
        )


@pytest.fixture(scope="session")
async def template(servers: Servers) -> str:
    """A migrated database to which nobody writes, both buckets, and the server's keys."""
    await bootstrap.make_roles(servers)
    await bootstrap.make_database(servers, TEMPLATE)
    await bootstrap.migrate_database(servers.owner_dsn(TEMPLATE))
    await kept_databases.prepare(servers.postgres.dsn(TEMPLATE))
    bootstrap.make_buckets(servers)
    keys.create(servers.folder.keys)
    return TEMPLATE


@pytest.fixture(scope="session")
async def superuser(servers: Servers) -> AsyncIterator[asyncpg.Connection]:
    """The cluster's superuser, for creating and dropping the tests' databases."""
    connection = await asyncpg.connect(servers.postgres.dsn())
    yield connection
    await connection.close()


@pytest.fixture(scope="session")
async def shelf(
    servers: Servers, superuser: asyncpg.Connection, pools: Pools
) -> AsyncIterator[Shelf]:
    """The databases that no test uses at present."""
    await superuser.execute("CREATE EXTENSION IF NOT EXISTS pg_walinspect")
    made = Shelf(servers, superuser, pools)
    yield made
    await made.close()


@pytest.fixture
async def database(
    request: pytest.FixtureRequest, shelf: Shelf, origin: str, superuser: asyncpg.Connection
) -> AsyncIterator[Database]:
    """A migrated database, with the cast if the test names `people`. What the test wrote is undone
    afterwards, and remaining connections are closed."""
    connected = {"app", "own_pool", "pool"} & set(request.fixturenames)
    kept = await shelf.take(origin, connected=bool(connected))
    yield kept.database
    await shelf.give_back(kept)
    await drop_database(superuser, f"{kept.database.name}{BESIDE}")


@pytest.fixture
def settings(servers: Servers, database: Database, tmp_path: Path) -> Settings:
    """Settings of an application on this test's database, with its own spool."""
    spool = tmp_path / "spool"
    spool.mkdir(mode=0o700)
    return Settings(
        database_url=database.app_dsn,
        public_database_url=database.public_dsn,
        s3_endpoint=servers.store.endpoint,
        s3_access_key="hientruong-app",
        s3_secret_key=servers.secrets["s3_secret"],
        s3_keeper_access_key="hientruong-keeper",
        s3_keeper_secret_key=servers.secrets["s3_keeper_secret"],
        spool_dir=spool,
        keys_dir=servers.folder.keys,
        treasury=Treasury(pay_to="Kho bạc Nhà nước thử", account="7111.0.0000000"),
    )


@pytest.fixture
def pool(request: pytest.FixtureRequest) -> None:
    """The backend's pool and keys for tests of services: the application's if the test has one,
    else its own."""
    request.getfixturevalue("app" if "app" in request.fixturenames else "own_pool")


@pytest.fixture
async def own_pool(settings: Settings, pools: Pools) -> AsyncIterator[None]:
    """The pool of a test without an application. Not requested by name."""
    keys.load(settings.keys_dir)
    await backend_database.start(settings.database_url, size=settings.pool_size)
    yield
    with pools.kept():
        await backend_database.stop()
