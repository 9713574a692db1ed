"""The real PostgreSQL and the real object store, once for all tests; a database of its own for
each test.

The servers start by the same code as in `./hientruong up`. Only fsync is off in PostgreSQL, and their
data lies in memory where there is room: a test machine may lose power, and the tests that kill
servers start their own, on a disk, as in production.
"""

import uuid
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import pytest

from backend.core import database as backend_database
from backend.core import keys
from backend.core.settings import Settings
from deploy import bootstrap
from deploy.data_folder import DataFolder
from deploy.servers import OWNER, Servers
from schemas.casework.treasury import Treasury
from tests.support import types_known
from tests.support.memory import in_memory

TEMPLATE = "template_hientruong"
_OPTIONS = {
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "128MB",
    "summarize_wal": "off",  # for backups, which tests take of servers of their own
    "scram_iterations": "1",  # thousands of sign-ins with passwords of 256 random bits
}


BESIDE = "_b"
"""What the name of a copy ends with that a test makes of its database, as a restored one. Dropped with it."""


@dataclass(frozen=True)
class Database:
    """A database that one test has for itself, and the two ways into it."""

    name: str
    app_dsn: str
    owner_dsn: str
    superuser_dsn: str


def database_of(servers: Servers, name: str) -> Database:
    """The ways into a database of these servers."""
    return Database(
        name, servers.app_dsn(name), servers.owner_dsn(name), servers.postgres.dsn(name)
    )


async def copy_database(connection: asyncpg.Connection, name: str, of: str) -> None:
    """A database as another one is now, into which nobody may be connected.

    FILE_COPY, because without fsync its checkpoints cost less than the log of a copied database.
    """
    await connection.execute(
        f'CREATE DATABASE "{name}" OWNER {OWNER} TEMPLATE "{of}" STRATEGY FILE_COPY'
    )
    await bootstrap.close_database(connection, name)


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Both servers, started once. In the main thread: they end when that ends."""
    with in_memory(tmp_path_factory.mktemp("servers")) as place:
        folder = DataFolder(place / "dữ liệu thử")
        folder.open_for_start(least_free=0)
        running = Servers(folder, _OPTIONS)
        running.start()
        with types_known.asked_once(running.ports["postgres"]):
            yield running
        running.stop()


@pytest.fixture(scope="session")
async def template(servers: Servers) -> str:
    """A migrated database that nobody writes to, both buckets, and the server's keys."""
    await bootstrap.make_roles(servers)
    await bootstrap.make_database(servers, TEMPLATE)
    await bootstrap.migrate_database(servers.owner_dsn(TEMPLATE))
    bootstrap.make_buckets(servers)
    keys.create(servers.folder.keys)
    return TEMPLATE


@pytest.fixture(scope="session")
async def superuser(servers: Servers) -> AsyncIterator[asyncpg.Connection]:
    """The cluster's superuser, to make and drop the tests' databases."""
    connection = await asyncpg.connect(servers.postgres.dsn())
    yield connection
    await connection.close()


@pytest.fixture
async def database(
    servers: Servers, origin: str, superuser: asyncpg.Connection
) -> AsyncIterator[Database]:
    """A fresh migrated database, with the cast in it where the test names `people`; dropped afterwards whoever is still
    connected.
    """
    name = f"test_{uuid.uuid4().hex}"
    await copy_database(superuser, name, origin)
    yield database_of(servers, name)
    await superuser.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await superuser.execute(f'DROP DATABASE IF EXISTS "{name}{BESIDE}" WITH (FORCE)')


@pytest.fixture
def settings(servers: Servers, database: Database, tmp_path: Path) -> Settings:
    """Settings of an application on this test's database, with a spool of its own."""
    spool = tmp_path / "spool"
    spool.mkdir(mode=0o700)
    return Settings(
        database_url=database.app_dsn,
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
    """The backend's pool and keys, for tests of services: the application's where a test has one, else its own."""
    request.getfixturevalue("app" if "app" in request.fixturenames else "own_pool")


@pytest.fixture
async def own_pool(settings: Settings) -> AsyncIterator[None]:
    """What `pool` gives a test that has no application; not asked for by name."""
    keys.load(settings.keys_dir)
    await backend_database.start(settings.database_url, size=settings.pool_size)
    yield
    await backend_database.stop()
