"""Databases that are reset after a test by reading from PostgreSQL's write-ahead log what the test
wrote.

Each test has a database to itself. Copying one for each test and dropping it again means creating
and removing nine hundred files, and connections with empty caches: a fifth of the suite's cost. The
write-ahead log tells which relations were written since the test got the database (pg_walinspect).
Those get back the rows and counters of the template. If anything else happened (a catalogue
changed, or the log is gone), the database is dropped, as all were before.
"""

import asyncio
import io
import uuid
from dataclasses import dataclass, field

import asyncpg

from deploy.servers import Servers
from tests.support.databases import KEEPER, Database, copy_database, database_of, drop_database
from tests.support.kept_pools import Pools
from tests.support.waiting import waiting_for

MOST_USES = 10
"""Removed rows stay in their files until a vacuum, and none runs here. After ten tests, reading
around them costs more than a new copy."""
_RELATIONS = """
SELECT pg_relation_filenode(c.oid)::bigint AS file, c.relkind = 'r' AS is_table, c.relkind = 'S' AS is_counter,
    c.relnamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) AS is_catalogue,
    c.relpersistence = 'u' AS is_unlogged, c.oid::regclass::text AS name
FROM pg_class c WHERE pg_relation_filenode(c.oid) IS NOT NULL
"""
_COLUMNS = """
SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
"""
_COUNTERS = """
SELECT format('%I.%I', schemaname, sequencename)::regclass::text AS name, coalesce(last_value, start_value) AS value,
    last_value IS NOT NULL AS called
FROM pg_sequences
"""
_FLUSH = "SELECT pg_logical_emit_message(true, 'tests', '')"
"""What a rolled-back transaction wrote may not be in the log's files yet. A commit flushes it as
well."""
_WRITTEN = """
SELECT DISTINCT relfilenode::bigint FROM pg_get_wal_block_info($1::text::pg_lsn, $2::text::pg_lsn, false)
WHERE reldatabase = $3 AND (resource_manager = 'Sequence' OR resource_manager LIKE 'Heap%'
    AND record_type ~ '^(INSERT|MULTI_INSERT|UPDATE|HOT_UPDATE|DELETE|TRUNCATE|INPLACE|CONFIRM)')
"""
_OTHERS = """
SELECT pid, CASE WHEN pid <> ALL ($2::int[]) THEN pg_terminate_backend(pid, 5000) END FROM pg_stat_activity
WHERE datname = $1 AND backend_type = 'client backend'
"""


async def _keeper(database: Database) -> asyncpg.Connection:
    """The connection that puts rows back. Foreign keys are not enforced for it, because rows come
    back in any order."""
    keeper = await asyncpg.connect(
        database.superuser_dsn, server_settings={"application_name": KEEPER}
    )
    await keeper.execute("SET session_replication_role = replica")
    return keeper


async def prepare(dsn: str) -> None:
    """Set up what every copy of this database needs to be kept."""
    connection = await asyncpg.connect(dsn)
    try:
        await connection.execute("CREATE EXTENSION pg_surgery")
    finally:
        await connection.close()


class Changed(Exception):
    """More than rows was changed: no other test can use the database."""


_CONNECTED = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'"
)


@dataclass(frozen=True)
class _Relation:
    is_table: bool
    is_counter: bool
    is_catalogue: bool
    is_unlogged: bool
    name: str


@dataclass
class Kept:
    """A database, its template, and what its files are."""

    database: Database
    origin: str
    number: int
    relations: dict[int, _Relation]
    keeper: asyncpg.Connection
    since: str = ""
    uses: int = 0


@dataclass(frozen=True)
class _Rows:
    columns: tuple[str, ...]
    content: bytes


@dataclass
class Shelf:
    """The databases of one process that no test uses at present, one per template."""

    servers: Servers
    superuser: asyncpg.Connection
    pools: Pools
    _free: dict[str, Kept] = field(default_factory=dict)
    _rows: dict[tuple[str, str], _Rows | None] = field(default_factory=dict)
    _counters: dict[str, dict[str, tuple[int, bool]]] = field(default_factory=dict)

    async def take(self, origin: str, *, connected: bool) -> Kept:
        """A database equal to `origin`, for one test alone. Without `connected` nobody is connected
        to it, as after a start."""
        kept = self._free.pop(origin, None) or await self._made(origin)
        if not connected:
            self.pools.end(kept.database.app_dsn)
            await kept.keeper.close()
            async with waiting_for("the server's processes of closed connections"):
                while await self.superuser.fetchval(_CONNECTED, kept.database.name):  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
        self.pools.worth_keeping.add(kept.database.app_dsn)
        kept.uses += 1
        kept.since = await self.superuser.fetchval("SELECT pg_current_wal_insert_lsn()::text")
        return kept

    async def give_back(self, kept: Kept) -> None:
        """Undo what the test wrote, or drop the database. Remaining connections are closed."""
        try:
            if kept.uses >= MOST_USES:
                raise Changed
            if kept.keeper.is_closed():
                kept.keeper = await _keeper(kept.database)
            await self._restore(kept)
        except (Changed, asyncpg.PostgresError, asyncpg.InterfaceError):
            await self._drop(kept)
        else:
            self._free[kept.origin] = kept

    async def close(self) -> None:
        """Drop them all."""
        while self._free:
            await self._drop(self._free.popitem()[1])

    async def _made(self, origin: str) -> Kept:
        name = f"test_{uuid.uuid4().hex}"
        await copy_database(self.superuser, name, origin)
        made = database_of(self.servers, name)
        keeper = await _keeper(made)
        rows = await keeper.fetch(_RELATIONS)
        if origin not in self._counters:
            self._counters[origin] = {
                row["name"]: (row["value"], row["called"]) for row in await keeper.fetch(_COUNTERS)
            }
        number = await keeper.fetchval(
            "SELECT oid::bigint FROM pg_database WHERE datname = current_database()"
        )
        relations = {
            row["file"]: _Relation(*list(row.values())[1:])  # in the order of the query
            for row in rows
        }
        return Kept(made, origin, number, relations, keeper)

    async def _restore(self, kept: Kept) -> None:
        pool = self.pools.processes(kept.database.app_dsn)
        own = [kept.keeper.get_server_pid(), *pool]
        found = await self.superuser.fetch(_OTHERS, kept.database.name, own)
        if not pool <= {row["pid"] for row in found}:  # cut off by the test
            self.pools.end(kept.database.app_dsn)
        written = await self._written(kept)
        tables = [one.name for one in kept.relations.values() if one.is_unlogged and one.is_table]
        counters = []
        for number in written:
            one = kept.relations.get(number)
            if one is None or one.is_catalogue:
                raise Changed
            if one.is_table:
                tables.append(one.name)
            if one.is_counter:
                counters.append(one.name)
        await self._put_back(kept, tables, counters)

    async def _written(self, kept: Kept) -> list[int]:
        await self.superuser.execute(_FLUSH)
        until = await self.superuser.fetchval("SELECT pg_current_wal_flush_lsn()::text")
        found = await self.superuser.fetch(_WRITTEN, kept.since, until, kept.number)
        return [row[0] for row in found]

    async def _put_back(self, kept: Kept, tables: list[str], counters: list[str]) -> None:
        """By replacing the file, not by DELETE: tables whose rows may never be deleted are guarded
        by triggers that apply to every role."""
        whole = [(table, await self._rows_of(kept.origin, table)) for table in tables]
        at_first = self._counters[kept.origin]
        words = [
            f"SELECT heap_force_kill('{table}'::regclass, ARRAY(SELECT ctid FROM {table}))"
            for table in tables
        ]
        words += [
            f"SELECT setval('{name}', {at_first[name][0]}, {str(at_first[name][1]).lower()})"
            for name in counters
        ]
        async with kept.keeper.transaction():
            await kept.keeper.execute("; ".join(words) or "SELECT 1")
            for table, rows in whole:
                if rows is not None:
                    schema, _, bare = table.rpartition(".")
                    await kept.keeper.copy_to_table(
                        bare.strip('"'),
                        schema_name=schema.strip('"') or None,
                        source=io.BytesIO(rows.content),
                        columns=rows.columns,
                        format="binary",
                    )

    async def _rows_of(self, origin: str, table: str) -> _Rows | None:
        """The template's rows, or None for an empty table. Read when a test first wrote to that
        table."""
        if (origin, table) not in self._rows:
            connection = await asyncpg.connect(self.servers.postgres.dsn(origin))
            try:
                columns = tuple(await connection.fetchval(_COLUMNS, table))
                content = io.BytesIO()
                names = ", ".join(f'"{name}"' for name in columns)
                said = await connection.copy_from_query(
                    f"SELECT {names} FROM {table}", output=content, format="binary"
                )
                empty = said == "COPY 0"
                self._rows[origin, table] = None if empty else _Rows(columns, content.getvalue())
            finally:
                await connection.close()
        return self._rows[origin, table]

    async def _drop(self, kept: Kept) -> None:
        kept.keeper.terminate()
        self.pools.end(kept.database.app_dsn)
        await drop_database(self.superuser, kept.database.name)
