"""Reads that may be some seconds old: from a replica (HIENTRUONG_READ_DATABASE_URL), else from the primary.

    @replica.reads
    async def values(…):            # all of its queries see one moment, and none can write

    table, counted = await replica.reading(lambda: _page(asked, actor))

    async with replica.caught_up() as at: ...   # minutes of reading that has all that is committed now

Statistics, dashboards and what is behind a figure are read so: they rest on what was counted up to a place of the log,
and say which, read in the same moment from the same server; so is what a sample could be drawn from. Lists that are
written as files are read from a replica that has caught up, or from the primary. Nothing that decides whether somebody
may write is read so: within a transaction the call is simply made in it, on the primary.

The replica follows by streaming replication and is asked as the application's role. If it does not answer, follows
nobody, is of another installation, or lacks a migration, the call is made once more on the primary, and the replica is
left alone for some seconds. So is a call that finds nothing there: what was made a moment ago is only on the primary.
Readiness does not depend on it.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime
from functools import partial, wraps
from typing import Any, ParamSpec, TypeVar

import asyncpg
import structlog

from backend.core import clock, database, outages
from backend.core import replica_queries as queries
from backend.core.current_transaction import Current
from backend.core.errors import NotFound, Unavailable

Args = ParamSpec("Args")
Found = TypeVar("Found")

_log = structlog.get_logger("database")

_CONNECT_SECONDS = 3.0
_LEFT_ALONE_SECONDS = 10.0
_LOOKS = 30
"""How often it is asked whether it has caught up, before the primary is read."""
_LACKS = (
    asyncpg.UndefinedTableError,
    asyncpg.UndefinedColumnError,
    asyncpg.UndefinedFunctionError,
    asyncpg.InsufficientPrivilegeError,
)
"""A migration that the replica has not replayed yet."""


class NoReplica(Unavailable):
    """The server that should be a replica of this installation is none: reads go to the primary."""

    code = "no_replica"


class _Reads(Current):
    """A read-only transaction on the replica."""

    def defer(self, name: str, ctes: str, args: tuple[Any, ...]) -> None:
        """Refuse: nothing is written here. Raises RuntimeError."""
        del ctes, args
        raise RuntimeError(f"{name} cannot be written while reading from a replica")


class Replica:
    """The pool of one replica."""

    def __init__(self, dsn: str, pool: Any) -> None:
        self.dsn = dsn
        self.pool = pool
        self._log_id: Any = None
        self._until = 0.0
        self.fallbacks = 0

    @property
    def usable(self) -> bool:
        """Whether it is asked at present."""
        return time.monotonic() >= self._until

    def leave_alone(self, error: BaseException) -> None:
        """Ask the primary alone for some seconds."""
        self.fallbacks += 1
        self._until = time.monotonic() + _LEFT_ALONE_SECONDS
        _log.warning("replica_not_read", error=f"{type(error).__name__}: {error}"[:300])

    async def has(self, written: str) -> bool:
        """Tell whether it has all up to this place of the primary's log, now or within some seconds."""
        connection = await self.pool.acquire(timeout=_CONNECT_SECONDS)
        try:
            for _ in range(_LOOKS):
                if await connection.fetchval(queries.HAS, written, timeout=_CONNECT_SECONDS):
                    return True
                await asyncio.sleep(_CONNECT_SECONDS / _LOOKS)
            return False
        finally:
            await self.pool.release(connection, timeout=_CONNECT_SECONDS)

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[None]:
        """Let all queries within see one moment of the replica. Raises NoReplica if it is none."""
        connection = await self.pool.acquire(timeout=_CONNECT_SECONDS)
        whole = False
        try:
            await connection.execute(queries.BEGIN)
            await self._check(connection)
            token = database.ENGINE.current_transaction.set(_Reads(connection))  # type: ignore[arg-type]  # see Current
            try:
                yield
            finally:
                database.ENGINE.current_transaction.reset(token)
            whole = True
        except (NotFound, NoReplica):
            whole = True  # the connection is in order
            raise
        finally:
            await asyncio.shield(self._let_go(connection, whole=whole))

    async def _check(self, connection: Any) -> None:
        row = await connection.fetchrow(queries.STANDING)
        if not row["follows"]:
            raise NoReplica(why="it follows nobody")
        if row["log_id"] != self._log_id:  # the first time, and after a restore
            self._log_id = await database.fetchval(queries.LOG_OF_PRIMARY)
        if row["log_id"] != self._log_id:
            raise NoReplica(why="it is of another installation, or of one that was restored since")

    async def _let_go(self, connection: Any, *, whole: bool) -> None:
        """End the transaction and release the connection; one that failed is cut, since its server may hang."""
        try:
            if not whole:
                connection.terminate()
            else:
                async with asyncio.timeout(_CONNECT_SECONDS):
                    await connection.execute("ROLLBACK")
        except Exception:
            with suppress(asyncpg.InterfaceError):
                connection.terminate()
        with suppress(Exception):
            await self.pool.release(connection, timeout=_CONNECT_SECONDS)


_replica: Replica | None = None


async def start(dsn: str | None, *, size: int, statement_seconds: float) -> None:
    """Open the replica's pool, if there is a replica. It need not answer yet. Raises RuntimeError if one is open."""
    global _replica
    if _replica is not None:
        raise RuntimeError("the replica's pool is open already")
    if not dsn:
        return
    pool = await asyncpg.create_pool(
        dsn,
        min_size=0,
        max_size=size,
        timeout=_CONNECT_SECONDS,
        command_timeout=statement_seconds,
        server_settings={"application_name": "hientruong"},
    )
    _replica = Replica(dsn, pool)


async def stop() -> None:
    """Close the pool; connections that hang are cut."""
    global _replica
    replica, _replica = _replica, None
    if replica is None:
        return
    try:
        async with asyncio.timeout(_CONNECT_SECONDS):
            await replica.pool.close()
    except TimeoutError:
        replica.pool.terminate()


async def reading(call: Callable[[], Awaitable[Found]]) -> Found:
    """Make a call of which all queries see one moment and none can write: on the replica, else on the primary.

    Within a transaction or another such call it is simply made there. `call` may be made twice. Raises what it raises.
    """
    if database.ENGINE.current_transaction.get() is not None:
        return await call()
    replica = _replica
    if replica is not None and replica.usable:
        try:
            async with replica.snapshot():
                return await call()
        except NotFound:
            pass  # it may have been made a moment ago
        except Exception as error:
            if not isinstance(error, _LACKS) and outages.as_domain_error(error) is None:
                raise
            replica.leave_alone(error)
    async with database.snapshot():
        return await call()


def reads(call: Callable[Args, Awaitable[Found]]) -> Callable[Args, Awaitable[Found]]:
    """Decorate what only reads, and may be read as of some seconds ago: see reading()."""

    @wraps(call)
    async def read(*args: Args.args, **named: Args.kwargs) -> Found:
        return await reading(partial(call, *args, **named))

    return read


@asynccontextmanager
async def caught_up(*, anywhere: bool = True) -> AsyncIterator[datetime]:
    """Let all queries of the block see one moment that has all that is committed now; yield this moment.

    For what is read for minutes: the replica is read if it has replayed that much within some seconds, else the
    primary, and always the primary unless `anywhere`. A block that the replica ends is not made again: it raises, and
    its caller begins anew.
    """
    at, replica, there = clock.now(), _replica, False
    async with AsyncExitStack() as stack:
        if anywhere and replica is not None and replica.usable:
            try:
                if await replica.has(await database.fetchval(queries.WRITTEN)):
                    await stack.enter_async_context(replica.snapshot())
                    there = True
            except Exception as error:
                replica.leave_alone(error)
        if not there:
            await stack.enter_async_context(database.snapshot())
        yield at


async def answers() -> float | None:
    """Return 1 if the replica can be read from, 0 if not; None if there is none. For metrics."""
    if _replica is None:
        return None
    try:
        async with _replica.snapshot():
            return 1.0
    except Exception:
        return 0.0


async def lag_seconds() -> float | None:
    """Return how old the newest is that the replica has; 0 if it has all. None if there is none, or it is silent."""
    if _replica is None or not _replica.usable:
        return None
    written = await database.fetchval(queries.WRITTEN)
    try:
        connection = await _replica.pool.acquire(timeout=_CONNECT_SECONDS)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
        return None
    try:
        seconds: float | None = await connection.fetchval(queries.REPLAYED, written)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
        connection.terminate()
        return None
    finally:
        with suppress(Exception):
            await _replica.pool.release(connection, timeout=_CONNECT_SECONDS)
    return seconds


def fallbacks() -> float | None:
    """Return how often this process asked the primary because the replica could not be read; None without one."""
    return None if _replica is None else float(_replica.fallbacks)
