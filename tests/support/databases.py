"""A database of the tests, the ways into it, how one is copied and how it goes."""

from dataclasses import dataclass

import asyncpg

from deploy import bootstrap
from deploy.servers import OWNER, Servers

KEEPER = "hientruong-tests-keeper"
"""How the connection calls itself that stays in a kept database (kept_databases.py); it gives way to a copy."""
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
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1 AND application_name = $2",
        of,
        KEEPER,
    )
    await connection.execute(
        f'CREATE DATABASE "{name}" OWNER {OWNER} TEMPLATE "{of}" STRATEGY FILE_COPY'
    )
    await bootstrap.close_database(connection, name)


async def drop_database(connection: asyncpg.Connection, name: str) -> None:
    """It is gone afterwards, whoever is connected, if it was there."""
    await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
