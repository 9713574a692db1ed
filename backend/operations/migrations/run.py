"""Brings a database to this version: `migrate` applies files, `pending` only lists them.

Every file runs in its own transaction under the owner's role. Its id and SHA-256 are written to
`migrations` in that same transaction, so a crash leaves a file either completely applied and
recorded, or not at all. Several nodes may start at the same time: an advisory lock lets one work
while the others wait. They then find nothing to do and continue.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Any, Final

import asyncpg

from backend.core.queries import role as role_queries
from backend.operations.migrations import releases
from backend.operations.migrations.errors import (
    DatabaseIsNewer,
    MigrationChanged,
    MigrationFailed,
    MigrationOutOfOrder,
    RoleMissing,
    ServerTooOld,
    ThroughPooler,
)
from backend.operations.migrations.files import Migration, known

APPLICATION_ROLE: Final = "hientruong_app"
PUBLIC_ROLE: Final = "hientruong_public"
OLDEST_SERVER: Final = 160_000

# If a running system holds a lock for longer than this, the migration gives up and tries again later,
# because everything that queues after a waiting ALTER TABLE waits as well. In a deadlock PostgreSQL
# would abort the other transaction instead of ours after a second (deadlock_timeout;
# https://www.postgresql.org/docs/18/runtime-config-locks.html). With this limit, a file that locks
# three tables has given up by then.
LOCK_TIMEOUT: Final = "300ms"
# How long a file is tried again.
LOCK_SECONDS: Final = 60.0
_PAUSE_SECONDS: Final = 0.2
_LONGEST_PAUSE: Final = 2.0
# Another process that migrates may take this long for all files together.
STARTER_TIMEOUT: Final = "120s"
CONNECT_TIMEOUT_SECONDS: Final = 10.0

# Any number that nothing else in this database uses: "hien" in ASCII.
ADVISORY_KEY: Final = 0x6869656E

HISTORY: Final = f"""
CREATE TABLE IF NOT EXISTS migrations (
    id text PRIMARY KEY,
    sha256 text NOT NULL CONSTRAINT migrations_sha256_form CHECK (sha256 ~ '^[0-9a-f]{{64}}$'),
    applied_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT ON migrations TO {APPLICATION_ROLE};
"""


def _silent(_line: str) -> None:
    """Print nothing: the default for callers that show no progress."""


async def migrate(owner_dsn: str, say: Callable[[str], None] = _silent) -> list[str]:
    """Apply the missing files and return their ids, in order; then record new versions of forms.

    `owner_dsn` connects as the role that owns the schema; `say` gets one line per file. Raises
    MigrationRefused before anything was changed, MigrationFailed after the failing file was rolled
    back, and connection errors of asyncpg and the system.
    """
    try:
        connection = await _connect(
            owner_dsn, {"lock_timeout": STARTER_TIMEOUT, "search_path": "public"}
        )
    except asyncpg.ProtocolViolationError:  # PgBouncer on parameters that it does not track
        raise ThroughPooler from None
    try:
        if await role_queries.through_pooler(connection):
            raise ThroughPooler
        await _check_server(connection)
        await connection.execute("SELECT pg_advisory_lock($1)", ADVISORY_KEY)
        await connection.execute(f"SET lock_timeout = '{LOCK_TIMEOUT}'")
        missing = await compare(connection)
        if missing:
            async with connection.transaction():
                await connection.execute(HISTORY)
        for migration in missing:
            say(f"migration {migration.id}")
            await _apply(connection, migration)
        await releases.record(connection)
        return [migration.id for migration in missing]
    finally:
        await connection.close()  # the advisory lock goes with the session


async def pending(dsn: str) -> list[str]:
    """Return the ids that this version would apply; empty if the database is up to date.

    Any role that may read `migrations` suffices. Raises MigrationRefused as `migrate` would.
    """
    connection = await _connect(dsn)
    try:
        return [migration.id for migration in await compare(connection)]
    finally:
        await connection.close()


async def compare(connection: Any) -> list[Migration]:
    """Compare this version's files with those applied to the database; return the missing ones.

    `connection` may be backend.core.database if its pool is open.
    """
    files = known()
    applied: dict[str, str] = {}
    if await connection.fetchval("SELECT to_regclass('public.migrations') IS NOT NULL"):
        rows = await connection.fetch("SELECT id, sha256 FROM migrations ORDER BY id")
        applied = dict(tuple(row) for row in rows)
    unknown = sorted(applied.keys() - {file.id for file in files})
    if unknown:
        raise DatabaseIsNewer(unknown)
    missing = []
    last = max(applied, default="")
    for file in files:
        if file.id in applied:
            if applied[file.id] != file.sha256:
                raise MigrationChanged(file.id)
        elif file.id < last:
            raise MigrationOutOfOrder(file.id, last)
        else:
            missing.append(file)
    return missing


async def _connect(dsn: str, server_settings: dict[str, str] | None = None) -> asyncpg.Connection:
    """Connect. Without `server_settings` this also works through a pooler, which refuses them."""
    return await asyncpg.connect(
        dsn,
        timeout=CONNECT_TIMEOUT_SECONDS,
        server_settings={"application_name": "hientruong migrate", **(server_settings or {})},
    )


async def _check_server(connection: asyncpg.Connection) -> None:
    number = int(await connection.fetchval("SHOW server_version_num"))
    if number < OLDEST_SERVER:
        raise ServerTooOld(await connection.fetchval("SHOW server_version"))
    role = "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)"
    for needed in (APPLICATION_ROLE, PUBLIC_ROLE):
        if not await connection.fetchval(role, needed):
            raise RoleMissing(needed)


async def _apply(connection: asyncpg.Connection, migration: Migration) -> None:
    deadline, pause = time.monotonic() + LOCK_SECONDS, _PAUSE_SECONDS
    while True:
        try:
            return await _apply_once(connection, migration)
        except (asyncpg.LockNotAvailableError, asyncpg.DeadlockDetectedError) as error:
            if time.monotonic() + pause > deadline:
                reason = f"a lock was not free within {LOCK_SECONDS:.0f} seconds; try again when less is going on"
                raise MigrationFailed(migration.id, reason) from error
        except asyncpg.PostgresError as error:
            raise MigrationFailed(migration.id, str(error).rstrip(".")) from error
        await asyncio.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


async def _apply_once(connection: asyncpg.Connection, migration: Migration) -> None:
    async with connection.transaction():
        await connection.execute(migration.sql)
        await connection.execute(
            "INSERT INTO migrations (id, sha256) VALUES ($1, $2)",
            migration.id,
            migration.sha256,
        )
