"""A test's database, its addresses, and how one is copied and dropped."""

from dataclasses import dataclass

import asyncpg

from deploy import bootstrap
from deploy.servers import OWNER, Servers

KEEPER = "hientruong-tests-keeper"
"""Application name of the connection that stays in a kept database (kept_databases.py). It is
closed for a copy."""
BESIDE = "_b"
"""Suffix of the copy that a test makes of its database, such as a restored one. Dropped along with
it."""


@dataclass(frozen=True)
class Database:
    """A database for one test, and the two addresses for it."""

    name: str
    app_dsn: str
    owner_dsn: str
    superuser_dsn: str
    public_dsn: str = ""


def database_of(servers: Servers, name: str) -> Database:
    """The addresses of a database on these servers."""
    return Database(
        name,
        servers.app_dsn(name),
        servers.owner_dsn(name),
        servers.postgres.dsn(name),
        servers.public_dsn(name),
    )


async def copy_database(connection: asyncpg.Connection, name: str, of: str) -> None:
    """Copy a database to which nobody may be connected.

    Uses FILE_COPY: without fsync its checkpoints cost less than the write-ahead log of a copied
    database.
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
    """Drop a database if it exists, whoever is connected."""
    await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
