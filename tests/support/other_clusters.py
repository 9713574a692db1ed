"""A database taken with pg_dump into a fresh cluster, as after the loss of a machine: its transaction ids are lower."""

import asyncio
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg

from backend import database as backend_database
from deploy import bootstrap
from deploy.data_folder import DataFolder
from deploy.servers import DATABASE, Servers
from tests.support.memory import in_memory
from tests.support.servers import _OPTIONS, Database

_AHEAD = 20_000
"""Transactions that the first cluster is made to be ahead of a fresh one, which begins at some hundreds."""


def _run(servers: Servers, program: str, *arguments: str) -> None:
    environment = {
        "PATH": "/usr/bin:/bin",
        "PGPASSWORD": servers.secrets["postgres_password"],
        "PGHOST": "127.0.0.1",
        "PGPORT": str(servers.ports["postgres"]),
        "PGUSER": "postgres",
    }
    done = subprocess.run(
        [servers.postgres.program(program), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{program}: {done.stderr[-2000:]}")


async def go_ahead(database: Database) -> None:
    """Let many more transactions pass than a fresh cluster has seen."""
    connection = await asyncpg.connect(database.superuser_dsn)
    await connection.execute(
        f"DO $$ BEGIN FOR i IN 1..{_AHEAD} LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$"
    )
    await connection.close()


async def dump(servers: Servers, database: Database, to: Path) -> None:
    """Take a database with pg_dump."""
    await asyncio.to_thread(_run, servers, "pg_dump", "-Fc", "-f", str(to), database.name)


@asynccontextmanager
async def fresh_cluster(place: Path) -> AsyncIterator[Servers]:
    """A cluster that has just been made, with both roles; PostgreSQL alone."""
    with in_memory(place) as folder:
        home = DataFolder(folder / "other")
        home.open_for_start(least_free=0)
        servers = Servers(home, _OPTIONS)
        servers.postgres.launch()
        try:
            await asyncio.to_thread(servers.postgres.wait_ready)
            await bootstrap.make_roles(servers)
            yield servers
        finally:
            servers.postgres.stop()
            servers.account.close()


async def restore(servers: Servers, file: Path) -> Database:
    """Restore a dump as the only database of a cluster."""
    await bootstrap.make_database(servers, DATABASE)
    await asyncio.to_thread(_run, servers, "pg_restore", "-d", DATABASE, str(file))
    return Database(
        DATABASE, servers.app_dsn(), servers.owner_dsn(), servers.postgres.dsn(DATABASE)
    )


async def go_over_to(database: Database) -> None:
    """Have everything in this process work on another database from now on, as after a restart with other settings."""
    await backend_database.stop()
    await backend_database.start(database.app_dsn)
