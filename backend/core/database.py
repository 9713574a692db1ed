"""The pool, the one transaction wrapper, and plain queries on whichever connection is right.

Piccolo's own `transaction()` is not used anywhere (a test of the house rules looks): when its commit or rollback
raises, it neither gives the connection back nor resets the context, so that later "transactions" in that context are
silently never committed; and a nested one is a no-op whose failure rolls nothing back (piccolo 1.38,
engine/postgres.py). Ours always releases, always resets, and refuses nesting. Piccolo's queries take the same way as
all others (`_Engine.run_querystring`): on the transaction's connection, after deferred writes, with our time-outs.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import asyncpg
from piccolo.engine.postgres import PostgresEngine
from piccolo.querystring import QueryString

from backend.core.committing import Commits, commit, note_read
from backend.core.connecting import Primary


class _Engine(PostgresEngine):
    """Piccolo's engine without the connection that it opens, and the warning that it gives, when it is merely made."""

    async def check_version(self) -> None:
        """The migrations' runner looks at the server's version, once, where a refusal can be explained."""

    async def prep_database(self) -> None:
        """Extensions are the migrations' business: the application's role may not create any."""

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
_STATEMENT_SECONDS = 30.0
WEB_STATEMENT_SECONDS = 8.0
"""For who answers people: a server that is there but says nothing costs a request seconds, not a minute."""
_ROLLBACK_SECONDS = 2.0
_CLOSE_SECONDS = 10.0


_PARAMETER = re.compile(r"\$(\d+)")


class NestedTransaction(RuntimeError):
    """A transaction was opened inside another: the inner would not be what it seems."""


class _Current:
    """The present transaction: its connection, its deferred writes, and the calls that wait for its commit.

    It has no attribute `connection`, which is the one that Piccolo would use without a flush of deferred writes.
    """

    __slots__ = ("_connection", "_pending", "after_commit")

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._pending: dict[str, tuple[str, tuple[Any, ...]]] = {}
        self.after_commit: list[Any] = []

    async def ready(self) -> Any:
        """The connection, after what was deferred has been written."""
        await self.flush()
        return self._connection

    def defer(self, name: str, ctes: str, args: tuple[Any, ...]) -> None:
        """Keep a writing clause for the next flush."""
        self._pending[name] = (ctes, args)

    def is_pending(self, name: str) -> bool:
        """Tell whether a clause of this name waits."""
        return name in self._pending

    async def flush(self) -> None:
        """Write all that was deferred, as one statement."""
        if not self._pending:
            return
        pending, self._pending = self._pending, {}
        texts: list[str] = []
        values: list[Any] = []
        for ctes, args in pending.values():
            texts.append(_renumbered(ctes, len(values)))
            values.extend(args)
        await self._connection.execute(f"WITH {', '.join(texts)} SELECT 1", *values)


@lru_cache(maxsize=500)
def _renumbered(ctes: str, offset: int) -> str:
    """The clause with its parameters counted on from `offset`."""
    return _PARAMETER.sub(lambda found: f"${int(found[1]) + offset}", ctes)


async def start(
    dsn: str,
    *,
    size: int = 10,
    statement_seconds: float = _STATEMENT_SECONDS,
    primary_noted: Path | None = None,
) -> None:
    """Open the pool. Times out rather than hangs: a statement after `statement_seconds`, an idle transaction after
    30 s (its role says so: backend/core/queries/role.py), a new connection after 5 s. `primary_noted` is where
    processes that write keep the newest primary that they saw; raises OldPrimary where only older ones answer. Raises
    RuntimeError while a pool is open: nobody could close the first any more, and it would go on asking for its
    connections.
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
        # Nothing else: a pooler refuses what it does not track. See backend/core/queries/role.py.
        server_settings={"application_name": "hientruong"},
    )
    _commits = Commits(size, statement_seconds)
    if _primary.may_move:
        _watching = asyncio.create_task(_primary.watch())


def connect() -> Any:
    """For a pool beside ours: asyncpg.create_pool(…, connect=connect()) goes where ours goes."""
    if _primary is None:
        raise RuntimeError("the database pool is not open")
    return _primary.connect


async def _reconnect() -> None:
    """Another server is the primary. A COMMIT that waits on the old one is left to it, unseen and unacknowledged."""
    if ENGINE.pool is not None:
        ENGINE.pool._generation += (
            1  # what expire_connections() does, which would have to be awaited
        )
    for connection in list(_committing):
        _cut(connection)


async def _keeps_no_session_state(_connection: Any) -> None:
    """Spare the round trip of RESET ALL at every release: nothing here sets session state (SET LOCAL only, advisory
    locks by transaction). asyncpg itself still rolls back a transaction that was left open.
    """


async def stop() -> None:
    """Close the pool; a connection that does not come back within ten seconds is cut, without a cancel: a COMMIT on it
    goes on at the server, and the end of the loop does not find it waiting here.
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
    """After how long whoever waits for this process's database is told to come again."""
    return _the_commits().seconds


def overdue_commits() -> int:
    """How many COMMITs of this process take longer than anybody waits for them."""
    return _commits.overdue() if _commits else 0


@asynccontextmanager
async def transaction() -> AsyncIterator[Any]:
    """One command, one transaction; opened in the handler's body, never nested.

    Yields the asyncpg connection. Raises NestedTransaction inside another one. On any error, cancellation included,
    everything is rolled back, the connection goes back to the pool and the context is as before. What reached its
    COMMIT runs to the end of it, whoever still waits (see committing.py, also for StandbyAwaited).
    """
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
    current = _Current(connection)
    token = ENGINE.current_transaction.set(current)  # type: ignore[arg-type]  # see _Current
    begun = whole = placed = False
    try:
        begun = True
        await connection.execute("BEGIN")
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


async def _end(pool: Any, connection: Any, commits: Commits, calls: list[Any]) -> None:
    """COMMIT, give the connection back, then make the calls that wait for it."""
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
    """Roll back what is still open and give the connection back.

    One task from start to end, shielded by its caller: a second cancellation cannot fall between the two. A connection
    that cannot even roll back is cut, so that the server does it.
    """
    try:
        if undo:
            async with asyncio.timeout(_ROLLBACK_SECONDS):
                await connection.execute("ROLLBACK")
    except Exception:
        _cut(connection)
    with suppress(
        Exception
    ):  # the pool has then cut the connection itself, and makes a new one when asked
        await pool.release(connection, timeout=5)
    commits.ended()


def _cut(connection: Any) -> None:
    """End a connection that is of no more use, so that nobody else gets it from the pool.

    For one, a server that goes down says so to its idle connections before it closes them. asyncpg 0.32 takes that
    word for the beginning of an answer: until the end of the line arrives, the connection seems open, and each use of
    it raises InternalClientError ("cannot switch to state …") before a byte is sent.
    """
    with suppress(asyncpg.InterfaceError):  # the pool has let it go itself
        connection.terminate()


def after_commit(call: Any) -> None:
    """Have `call()` made once the present transaction has committed; at once where there is none."""
    current: Any = ENGINE.current_transaction.get()
    if current is None:
        call()
    else:
        current.after_commit.append(call)


async def defer(name: str, ctes: str, *args: Any) -> None:
    """Write later in this transaction, together with what else is deferred, in one round trip.

    `ctes` is one or more `name AS (INSERT or UPDATE …)` clauses; they are flushed as one statement before the next
    query of this transaction, or at its commit. Clauses of one statement do not see each other's writes, and none may
    write a row that another writes: a second clause of the same `name` flushes the first.
    """
    current: Any = ENGINE.current_transaction.get()
    if current is None:
        raise RuntimeError("defer() needs a transaction")
    if current.is_pending(name):
        await current.flush()
    current.defer(name, ctes, args)


_WRITES = re.compile(r"\b(INSERT|UPDATE|DELETE|MERGE)\b", re.ASCII | re.IGNORECASE)


@lru_cache(maxsize=2000)
def _may_write(sql: str) -> bool:
    """Tell whether a statement may change something. FOR UPDATE is taken for it, and costs two round trips."""
    return _WRITES.search(sql) is not None


@asynccontextmanager
async def _connection(sql: str) -> AsyncIterator[Any]:
    """The present transaction's connection, else one of the pool; TimeoutError rather than a wait without end.

    A single write is a transaction too: its COMMIT must not be cancelled when the statement's time is over. A read is,
    and its connection is given back, or cut, when the server has ended it.
    """
    current: Any = ENGINE.current_transaction.get()
    if current is not None:
        yield await current.ready()
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
    """Release waits for a cancel that was sent, and cuts the connection where the server answers none in time."""
    with suppress(Exception):
        await pool.release(connection, timeout=_ROLLBACK_SECONDS)


async def fetch(sql: str, *args: Any) -> list[Any]:
    """All rows, on the present transaction's connection, else one of the pool."""
    async with _connection(sql) as connection:
        rows: list[Any] = await connection.fetch(sql, *args)
    return rows


async def fetchrow(sql: str, *args: Any) -> Any:
    """The first row or None; connection as in fetch()."""
    async with _connection(sql) as connection:
        return await connection.fetchrow(sql, *args)


async def fetchval(sql: str, *args: Any) -> Any:
    """The first value of the first row, or None; connection as in fetch()."""
    async with _connection(sql) as connection:
        return await connection.fetchval(sql, *args)


async def execute(sql: str, *args: Any) -> str:
    """Run a statement and return its command tag; connection as in fetch()."""
    async with _connection(sql) as connection:
        tag: str = await connection.execute(sql, *args)
    return tag
