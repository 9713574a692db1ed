"""The one transaction wrapper keeps its three promises whatever happens inside it.

Afterwards the connection is back (idle equals size), the context is as before, and the next write
is seen by others: Piccolo's own transaction breaks all three when its rollback fails (see
backend/core/database.py).
"""

# ruff: noqa: PT012 - what must fail here is the end of a transaction, after the lines inside it

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from backend.core import database as db
from backend.core.database import ENGINE, NestedTransaction, execute, fetchval, transaction
from backend.force.tables.sessions import SignInFailure
from tests.support.databases import Database
from tests.support.waiting import waiting_for

INSERT = "INSERT INTO sign_in_failures (account, address) VALUES ($1, '192.0.2.1')"
COUNT = "SELECT count(*) FROM sign_in_failures WHERE account = $1"

# How asyncpg says that the link is gone depends on where in its protocol it hears of it.
CUT = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    ConnectionError,
)

pytestmark = pytest.mark.usefixtures("pool")


@pytest.fixture
async def stranger(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """Somebody else, who sees only what was committed; a superuser, so that he may end sessions."""
    connection = await asyncpg.connect(database.superuser_dsn)
    yield connection
    await connection.close()


async def as_before(stranger: asyncpg.Connection) -> None:
    """The three promises. Connections that were cut are made anew when next asked for, so the pool
    is looked at after as many acquisitions as it has places."""
    assert ENGINE.current_transaction.get() is None
    pool = ENGINE.pool
    assert pool is not None
    async with waiting_for("all places of the pool"):
        taken = [await pool.acquire() for _ in range(pool.get_max_size())]
        for connection in taken:
            assert await connection.fetchval("SELECT pg_current_xact_id_if_assigned()") is None
            await pool.release(connection)
    assert pool.get_idle_size() == pool.get_size() == pool.get_max_size()
    async with transaction():
        await execute(INSERT, "next")
    assert await stranger.fetchval(COUNT, "next") == 1
    await stranger.execute("DELETE FROM sign_in_failures")


async def test_a_commit_is_seen_by_others_and_only_then(stranger: asyncpg.Connection) -> None:
    async with transaction():
        await execute(INSERT, "a")
        assert await fetchval(COUNT, "a") == 1
        assert await stranger.fetchval(COUNT, "a") == 0
    assert await stranger.fetchval(COUNT, "a") == 1
    await as_before(stranger)


async def test_an_error_undoes_everything(stranger: asyncpg.Connection) -> None:
    with pytest.raises(LookupError):
        async with transaction():
            await execute(INSERT, "a")
            raise LookupError
    assert await stranger.fetchval(COUNT, "a") == 0
    await as_before(stranger)


async def test_piccolos_queries_join_the_transaction(stranger: asyncpg.Connection) -> None:
    with pytest.raises(LookupError):
        async with transaction():
            await execute(INSERT, "a")
            assert await SignInFailure.count().where(SignInFailure.account == "a") == 1
            await SignInFailure.delete().where(SignInFailure.account == "a")
            assert await fetchval(COUNT, "a") == 0
            raise LookupError
    await as_before(stranger)


async def test_a_nested_transaction_is_refused_and_the_outer_goes_on(
    stranger: asyncpg.Connection,
) -> None:
    async with transaction():
        await execute(INSERT, "outer")
        with pytest.raises(NestedTransaction):
            async with transaction():
                await execute(INSERT, "inner")
        await execute(INSERT, "outer")
    assert await stranger.fetchval(COUNT, "inner") == 0
    assert await stranger.fetchval(COUNT, "outer") == 2
    await as_before(stranger)


async def test_two_tasks_at_once_in_one_transaction_fail_and_leave_nothing_behind(
    stranger: asyncpg.Connection,
) -> None:
    pool = ENGINE.pool
    assert pool is not None
    for _ in range(pool.get_max_size() + 2):
        with pytest.raises(asyncpg.InterfaceError):
            async with transaction():
                await execute(INSERT, "a")
                await asyncio.gather(*(execute("SELECT pg_sleep(0.01)") for _ in range(4)))
    assert await stranger.fetchval(COUNT, "a") == 0
    await as_before(stranger)


async def test_a_hundred_cancelled_commands_leave_nothing_behind(
    stranger: asyncpg.Connection,
) -> None:
    async def command(number: int) -> None:
        async with transaction():
            await execute(INSERT, "a")
            await execute("SELECT pg_sleep(0.002 * $1)", float(number % 7))
            await asyncio.sleep(30)

    for batch in range(10):
        tasks = [asyncio.create_task(command(number)) for number in range(10)]
        await asyncio.sleep(0.002 * batch)
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(isinstance(end, asyncio.CancelledError) for end in ended)
    assert await stranger.fetchval(COUNT, "a") == 0
    await as_before(stranger)


async def test_a_command_cancelled_twice_gives_its_connection_back(
    stranger: asyncpg.Connection,
) -> None:
    async def command() -> None:
        async with transaction():
            await execute(INSERT, "a")
            await asyncio.sleep(30)

    for number in range(30):
        task = asyncio.create_task(command())
        await asyncio.sleep(0.003 * (1 + number % 3))
        task.cancel()
        await asyncio.sleep(0)  # it is now rolling back
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert await stranger.fetchval(COUNT, "a") == 0
    await asyncio.sleep(0.2)
    await as_before(stranger)


async def test_a_backend_that_is_killed_in_the_middle_costs_one_command_and_no_more(
    stranger: asyncpg.Connection,
) -> None:
    with pytest.raises(CUT):
        async with transaction():
            await execute(INSERT, "a")
            await stranger.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND state = 'idle in transaction'"
            )
            await execute(INSERT, "a")
    assert await stranger.fetchval(COUNT, "a") == 0
    await as_before(stranger)


async def test_a_backend_that_is_killed_before_the_commit_is_not_taken_for_a_success(
    stranger: asyncpg.Connection,
) -> None:
    with pytest.raises(CUT):
        async with transaction():
            await execute(INSERT, "a")
            await stranger.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND state = 'idle in transaction'"
            )
    assert await stranger.fetchval(COUNT, "a") == 0
    await as_before(stranger)


async def test_a_commit_that_the_database_refuses_is_an_error_and_undoes_everything(
    stranger: asyncpg.Connection, database: Database
) -> None:
    await stranger.execute(
        "ALTER TABLE sign_in_failures ADD CONSTRAINT late UNIQUE (account) DEFERRABLE INITIALLY DEFERRED"
    )
    with pytest.raises(asyncpg.UniqueViolationError):
        async with transaction():
            await execute(INSERT, "a")
            await execute(INSERT, "a")
    assert await stranger.fetchval(COUNT, "a") == 0
    await as_before(stranger)


async def test_what_is_deferred_is_written_before_the_next_query_and_at_the_latest_at_the_commit(
    stranger: asyncpg.Connection,
) -> None:
    async with transaction():
        await db.defer("one", f"one AS ({INSERT})", "a")
        assert await fetchval(COUNT, "a") == 1
        await db.defer("one", f"one AS ({INSERT})", "a")
        await db.defer("one", f"one AS ({INSERT})", "a")  # the second of a name flushes the first
        await db.defer("two", f"two AS ({INSERT})", "b")
    assert await stranger.fetchval(COUNT, "a") == 3
    assert await stranger.fetchval(COUNT, "b") == 1
    await as_before(stranger)


async def test_what_was_deferred_and_is_refused_undoes_everything(
    stranger: asyncpg.Connection,
) -> None:
    with pytest.raises(asyncpg.NotNullViolationError):
        async with transaction():
            await execute(INSERT, "a")
            await db.defer("one", f"one AS ({INSERT})", None)
    assert await stranger.fetchval(COUNT, "a") == 0
    await as_before(stranger)


async def test_an_error_drops_what_was_deferred(stranger: asyncpg.Connection) -> None:
    with pytest.raises(LookupError):
        async with transaction():
            await db.defer("one", f"one AS ({INSERT})", "a")
            raise LookupError
    assert await stranger.fetchval(COUNT, "a") == 0
    await as_before(stranger)


async def test_a_query_of_piccolo_sees_what_was_deferred(stranger: asyncpg.Connection) -> None:
    async with transaction():
        await db.defer("one", f"one AS ({INSERT})", "a")
        assert await SignInFailure.count().where(SignInFailure.account == "a") == 1
    assert await stranger.fetchval(COUNT, "a") == 1
    await as_before(stranger)


async def test_a_single_write_of_piccolo_is_a_transaction_of_its_own(
    stranger: asyncpg.Connection,
) -> None:
    await execute(INSERT, "a")
    await SignInFailure.delete().where(SignInFailure.account == "a")
    assert await stranger.fetchval(COUNT, "a") == 0
    await as_before(stranger)


async def test_without_a_pool_a_query_of_piccolo_opens_no_connection_of_its_own() -> None:
    pool, ENGINE.pool = ENGINE.pool, None
    try:
        with pytest.raises(RuntimeError, match="pool is not open"):
            await SignInFailure.count()
    finally:
        ENGINE.pool = pool


async def test_nothing_is_deferred_outside_a_transaction() -> None:
    with pytest.raises(RuntimeError, match="needs a transaction"):
        await db.defer("one", f"one AS ({INSERT})", "a")


async def test_what_waits_for_the_commit_is_called_after_it_and_never_after_a_failure(
    stranger: asyncpg.Connection,
) -> None:
    called: list[str] = []
    async with transaction():
        db.after_commit(lambda: called.append("committed"))
        assert called == []
    with pytest.raises(LookupError):
        async with transaction():
            db.after_commit(lambda: called.append("failed"))
            raise LookupError
    assert called == ["committed"]
    await as_before(stranger)


async def test_a_second_pool_is_refused_since_nobody_could_close_the_first(
    pool: None, database: Database
) -> None:
    with pytest.raises(RuntimeError, match="open already"):
        await db.start(database.app_dsn)
    async with transaction() as connection:
        assert await connection.fetchval("SELECT 1") == 1
