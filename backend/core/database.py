"""The connection pool, the one transaction wrapper, and queries on the right connection.

Piccolo's own `transaction()` is not used anywhere (a test of the house rules looks): when its commit or rollback
raises, it neither gives the connection back nor resets the context, so that later "transactions" in that context are
silently never committed; and a nested one is a no-op whose failure rolls nothing back (piccolo 1.38,
engine/postgres.py). Ours always releases, always resets, and refuses nesting. Piccolo's queries take the same way as
all others (`_Engine.run_querystring`): on the transaction's connection, after deferred writes, with our time-outs.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import asyncpg
from piccolo.engine.postgres import PostgresEngine
from piccolo.querystring import QueryString

from backend.core.at_once import Asking, block, present
from backend.core.committing import Commits, commit, note_read
from backend.core.connecting import Primary
from backend.core.current_transaction import Current


class _Engine(PostgresEngine):
    """Piccolo's engine, without the connection that it opens and the warning that it prints when it is created."""

    async def check_version(self) -> None:
        """Do nothing: the runner of migrations checks the server's version once, and can explain a refusal."""

    async def prep_database(self) -> None:
        """Do nothing: migrations create extensions. The application's role may not."""

    async def run_querystring(self, querystring: QueryString, in_pool: bool = True) -> list[Any]:
        """Run a Piccolo query as fetch() runs any other.

        Piccolo's own way would not flush deferred writes, and would open a connection of its own if no pool is open.
        """
        del in_pool
        sql, args = querystring.compile_string(engine_type=self.engine_type)
        return await fetch(sql, *args)


ENGINE = _Engine(config={"database": "hientruong"})
_commits: Commits | None = None
_primary: Primary | None = None
_watching: asyncio.Task[None] | None = None
_committing: set[Any] = set()

_CONNECT_SECONDS = 5.0
_ACQUIRE_SECONDS = 10.0
STATEMENT_SECONDS = 30.0
"""Statement time-out of all other processes."""
WEB_STATEMENT_SECONDS = 8.0
"""Statement time-out of processes that serve requests.

A database that accepts connections but does not answer then costs a request seconds, not a minute.
"""
_ROLLBACK_SECONDS = 2.0
_CLOSE_SECONDS = 10.0


class NestedTransaction(RuntimeError):
    """A transaction was opened inside another. Its failure could not be rolled back alone."""


async def start(
    dsn: str,
    *,
    size: int = 10,
    statement_seconds: float = STATEMENT_SECONDS,
    primary_noted: Path | None = None,
    statements: int = 100,
) -> None:
    """Open the pool.

    A statement times out after `statement_seconds`, a new connection after 5 s, and an idle transaction after 30 s
    (a setting of the role: backend/core/queries/role.py). `primary_noted` is the file in which processes that write
    note the newest primary that they have seen. `statements` are kept prepared on each
    connection. Raises OldPrimary if only older ones answer, and RuntimeError if a
    pool is open already: nobody could close the first one any more.
    """
    global _commits, _primary, _watching
    if ENGINE.pool is not None:
        raise RuntimeError("the database pool is open already")
    ENGINE.config = {"dsn": dsn}
    _primary = Primary(dsn, _reconnect, primary_noted)
    ENGINE.pool = await asyncpg.create_pool(
        dsn,
        min_size=min(2, size),
        max_size=size,
        connect=_primary.connect,
        timeout=_CONNECT_SECONDS,
        command_timeout=statement_seconds,
        reset=_keeps_no_session_state,
        statement_cache_size=statements,
        # Nothing else: a pooler refuses what it does not track. See backend/core/queries/role.py.
        server_settings={"application_name": "hientruong"},
    )
    _commits = Commits(size, statement_seconds)
    if _primary.may_move:
        _watching = asyncio.create_task(_primary.watch())


def connect() -> Any:
    """Return how another pool connects to the same primary: `asyncpg.create_pool(…, connect=connect())`."""
    if _primary is None:
        raise RuntimeError("the database pool is not open")
    return _primary.connect


async def _reconnect() -> None:
    """Drop all connections, because another server is now the primary.

    A COMMIT that still waits on the old primary may or may not succeed there. Its caller gets no acknowledgement.
    """
    if ENGINE.pool is not None:
        # What expire_connections() does, which would have to be awaited.
        ENGINE.pool._generation += 1
    for connection in list(_committing):
        _cut(connection)


async def _keeps_no_session_state(_connection: Any) -> None:
    """Save the round trip of RESET ALL at every release.

    Nothing here sets session state: SET LOCAL only, and advisory locks that end with the transaction. asyncpg itself
    still rolls back a transaction that was left open.
    """


async def stop() -> None:
    """Close the pool.

    A connection that is not released within ten seconds is cut without a cancel: a COMMIT on it goes on at the
    server, and the event loop can end here.
    """
    global _commits, _watching
    pool, ENGINE.pool = ENGINE.pool, None
    commits, _commits = _commits, None
    watching, _watching = _watching, None
    if watching is not None:
        watching.cancel()
    if pool is None:
        return
    try:
        async with asyncio.timeout(_CLOSE_SECONDS):
            await pool.close()
    except TimeoutError:
        pool.terminate()
    if commits is not None:
        await commits.all_ended()


def _pool() -> Any:
    if ENGINE.pool is None:
        raise RuntimeError("the database pool is not open")
    return ENGINE.pool


def _the_commits() -> Commits:
    if _commits is None:
        raise RuntimeError("the database pool is not open")
    return _commits


def answer_seconds() -> float:
    """Seconds after which a caller who waits for the database is asked to try again later."""
    return _the_commits().seconds


def overdue_commits() -> int:
    """Count the COMMITs of this process whose callers have stopped waiting."""
    return _commits.overdue() if _commits else 0


def transaction() -> AbstractAsyncContextManager[Any]:
    """Open a transaction: one for each command, in the body of the handler, never nested.

    Yields the asyncpg connection. Raises NestedTransaction inside another transaction. On any error, including
    cancellation, everything is rolled back, the connection is released, and the context is as before. A COMMIT that
    was sent runs to its end, even if the caller stops waiting (see committing.py, also for StandbyAwaited).
    """
    return _begun_by("BEGIN")


@asynccontextmanager
async def _begun_by(begin: str) -> AsyncIterator[Any]:
    if ENGINE.current_transaction.get() is not None:
        raise NestedTransaction("a transaction is already open in this context")
    pool, commits = _pool(), _the_commits()
    note_read()
    commits.admit()
    try:
        connection = await pool.acquire(timeout=_ACQUIRE_SECONDS)
    except BaseException:
        commits.ended()
        raise
    current = Current(connection)
    token = ENGINE.current_transaction.set(current)  # type: ignore[arg-type]  # see Current
    begun = whole = placed = False
    try:
        begun = True
        await connection.execute(begin)
        yield connection
        await current.flush()
        placed = await commits.place(connection)
        whole = True
    except asyncpg.InternalClientError:
        _cut(connection)
        raise
    finally:
        ENGINE.current_transaction.reset(token)
        if not whole:
            await asyncio.shield(_let_go(pool, connection, commits, undo=begun))
    await commits.wait(
        partial(_end, pool, connection, commits, current.after_commit), placed=placed
    )


@asynccontextmanager
async def snapshot() -> AsyncIterator[None]:
    """Let all queries of the block see one moment, and write nothing (REPEATABLE READ, READ ONLY).

    For what is read in many statements: each page of a list shows what the first one did. Raises NestedTransaction.
    """
    async with _begun_by("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"):
        yield


async def _end(pool: Any, connection: Any, commits: Commits, calls: list[Any]) -> None:
    """Commit, release the connection, then make the calls that were waiting for the commit."""
    _committing.add(connection)
    try:
        await commit(connection)
    except asyncpg.InternalClientError:
        _cut(connection)
        raise
    finally:
        _committing.discard(connection)
        await _let_go(pool, connection, commits, undo=False)
    for call in calls:
        call()


async def _let_go(pool: Any, connection: Any, commits: Commits, *, undo: bool) -> None:
    """Roll back if necessary, and release the connection.

    This is one task that its caller shields, so a second cancellation cannot come between the two steps. A connection
    that cannot roll back is cut; the server then rolls back.
    """
    try:
        if undo:
            async with asyncio.timeout(_ROLLBACK_SECONDS):
                await connection.execute("ROLLBACK")
    except Exception:
        _cut(connection)
    with suppress(Exception):  # the pool has then cut it itself, and makes a new one when asked
        await pool.release(connection, timeout=5)
    commits.ended()


def _cut(connection: Any) -> None:
    """Terminate a connection that is of no more use, so that nobody else gets it from the pool.

    An example: a server that shuts down sends a message to its idle connections before it closes them. asyncpg 0.32
    takes this message for the beginning of an answer. Until the socket is closed the connection seems open, and each
    use of it raises InternalClientError ("cannot switch to state …") before a byte is sent.
    """
    with suppress(asyncpg.InterfaceError):  # the pool has let it go itself
        connection.terminate()


def after_commit(call: Any) -> None:
    """Call `call()` after the present transaction has committed, or now if there is no transaction."""
    current: Any = ENGINE.current_transaction.get()
    if current is None:
        call()
    else:
        current.after_commit.append(call)


async def defer(name: str, ctes: str, *args: Any) -> None:
    """Defer a write within this transaction, so that all deferred writes take one round trip.

    `ctes` is one or more clauses `name AS (INSERT or UPDATE …)`. They are flushed as one statement before the next
    query of this transaction, or at its commit. Clauses of one statement do not see each other's writes, and no two may
    write the same row. A second clause of the same `name` flushes the first.
    """
    current: Any = ENGINE.current_transaction.get()
    if current is None:
        raise RuntimeError("defer() needs a transaction")
    if current.is_pending(name):
        batch = present(current)
        await (current.flush() if batch is None else batch.alone(current.flush))
    current.defer(name, ctes, args)


_WRITES = re.compile(r"\b(INSERT|UPDATE|DELETE|MERGE)\b", re.ASCII | re.IGNORECASE)


@lru_cache(maxsize=2000)
def _may_write(sql: str) -> bool:
    """Tell whether a statement may write. FOR UPDATE counts as a write too, which costs two more round trips."""
    return _WRITES.search(sql) is not None


def remembered() -> dict[Any, Any] | None:
    """Return what the present transaction remembers (backend/core/remembering.py), or None outside of one.

    It is emptied before every statement that may write or lock, and at every deferred write.
    """
    current: Any = ENGINE.current_transaction.get()
    return None if current is None else current.remembered


@asynccontextmanager
async def _connection(sql: str) -> AsyncIterator[Any]:
    """Yield the connection of the present transaction, else one of the pool. Raises TimeoutError if none is free.

    A single write gets a transaction of its own, because its COMMIT must not be cancelled by the statement time-out. A
    read may be cancelled; its connection is released, or cut, when the server has ended it.
    """
    current: Any = ENGINE.current_transaction.get()
    if current is not None:
        yield await current.ready(sql)
        return
    if _may_write(sql):
        async with transaction() as connection:
            yield connection
        return
    note_read()
    pool = _pool()
    connection = await pool.acquire(timeout=_ACQUIRE_SECONDS)
    try:
        yield connection
    except asyncpg.InternalClientError:
        _cut(connection)
        raise
    finally:
        await asyncio.shield(_give_back(pool, connection))


async def _give_back(pool: Any, connection: Any) -> None:
    """Release a connection. This waits for a cancel request, and cuts the connection if the server does not answer."""
    with suppress(Exception):
        await pool.release(connection, timeout=_ROLLBACK_SECONDS)


def at_once() -> AbstractAsyncContextManager[Asking]:
    """Open a block of readings that do not need each other: see at_once.py."""
    return block(_fetch, ENGINE.current_transaction.get())


async def _fetch(sql: str, *args: Any) -> list[Any]:
    async with _connection(sql) as connection:
        rows: list[Any] = await connection.fetch(sql, *args)
    return rows


async def _fetchrow(sql: str, *args: Any) -> Any:
    async with _connection(sql) as connection:
        return await connection.fetchrow(sql, *args)


async def _first(sql: str, args: tuple[Any, ...]) -> Any:
    batch, call = present(ENGINE.current_transaction.get()), partial(_fetchrow, sql, *args)
    return await (call() if batch is None else batch.row(sql, args, call))


async def fetch(sql: str, *args: Any) -> list[Any]:
    """Return all rows. Runs on the connection of the present transaction, else on one of the pool."""
    batch = present(ENGINE.current_transaction.get())
    return await (_fetch(sql, *args) if batch is None else batch.rows(sql, args))


async def fetchrow(sql: str, *args: Any) -> Any:
    """Return the first row or None; connection as in fetch()."""
    return await _first(sql, args)


async def fetchval(sql: str, *args: Any) -> Any:
    """Return the first value of the first row, or None; connection as in fetch()."""
    row = await _first(sql, args)
    return None if row is None else row[0]


async def _execute(sql: str, *args: Any) -> str:
    async with _connection(sql) as connection:
        tag: str = await connection.execute(sql, *args)
    return tag


async def execute(sql: str, *args: Any) -> str:
    """Run a statement and return its command tag; connection as in fetch()."""
    batch, call = present(ENGINE.current_transaction.get()), partial(_execute, sql, *args)
    return await (call() if batch is None else batch.alone(call))
