"""A synchronous standby stalls: a COMMIT is never given up, and nobody is told that it ended before it did.

PostgreSQL answers a cancel of a COMMIT that waits by committing on the primary alone, with a warning: what was so
committed is seen by everybody, and gone after a failover.
"""

# ruff: noqa: PT012 - what must fail here is the end of a transaction, after the lines inside it

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from backend.core import database as db
from backend.core import keys
from backend.core.database import ENGINE, execute, fetchval, transaction
from backend.core.errors import Unavailable
from backend.core.settings import Settings
from tests.support.databases import Database
from tests.support.stalling import none_waiting, stalled, waiting

INSERT = "INSERT INTO sign_in_failures (account, address) VALUES ($1, '192.0.2.1')"
COUNT = "SELECT count(*) FROM sign_in_failures WHERE account = $1"


@pytest.fixture
async def hasty(settings: Settings) -> AsyncIterator[None]:
    """A pool of four that answers people after a third of a second."""
    keys.load(settings.keys_dir)
    await db.start(settings.database_url, size=4, statement_seconds=0.3)
    yield
    await db.stop()


pytestmark = pytest.mark.usefixtures("hasty")


@pytest.fixture
async def stranger(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """Somebody else, who sees what anybody could be told of."""
    connection = await asyncpg.connect(database.superuser_dsn)
    yield connection
    await connection.close()


async def write(account: str) -> None:
    """One command with one row."""
    async with transaction():
        await execute(INSERT, account)


async def test_a_command_is_told_to_come_again_while_its_commit_goes_on_unseen(
    superuser: asyncpg.Connection, stranger: asyncpg.Connection, database: Database
) -> None:
    called: list[str] = []
    async with stalled(superuser):
        with pytest.raises(Unavailable):
            async with transaction():
                await execute(INSERT, "a")
                db.after_commit(lambda: called.append("committed"))
        assert ENGINE.current_transaction.get() is None
        await asyncio.sleep(0.5)
        assert await waiting(superuser, database.name)
        assert await stranger.fetchval(COUNT, "a") == 0
        assert called == []
    await none_waiting(superuser, database.name)
    assert await stranger.fetchval(COUNT, "a") == 1
    assert called == ["committed"]


async def test_a_command_whose_caller_goes_away_ends_its_commit_all_the_same(
    superuser: asyncpg.Connection, stranger: asyncpg.Connection, database: Database
) -> None:
    async with stalled(superuser):
        command = asyncio.create_task(write("a"))
        await waiting(superuser, database.name)
        command.cancel()
        with pytest.raises(asyncio.CancelledError):
            await command
        await asyncio.sleep(0.5)
        assert await waiting(superuser, database.name)
        assert await stranger.fetchval(COUNT, "a") == 0
    await none_waiting(superuser, database.name)
    assert await stranger.fetchval(COUNT, "a") == 1


async def test_a_single_write_is_no_more_given_up_than_a_transaction(
    superuser: asyncpg.Connection, stranger: asyncpg.Connection, database: Database
) -> None:
    async with stalled(superuser):
        with pytest.raises(Unavailable):
            await fetchval(f"{INSERT} RETURNING account", "a")
        await asyncio.sleep(0.5)
        assert await waiting(superuser, database.name)
        assert await stranger.fetchval(COUNT, "a") == 0
    await none_waiting(superuser, database.name)


async def test_a_wait_that_somebody_else_ended_is_no_success(
    superuser: asyncpg.Connection, stranger: asyncpg.Connection, database: Database
) -> None:
    async with stalled(superuser):
        command = asyncio.create_task(write("a"))
        (pid,) = await waiting(superuser, database.name)
        await superuser.execute("SELECT pg_cancel_backend($1)", pid)
        with pytest.raises(Unavailable):
            await command


async def read(account: str) -> int:
    """A page of the desk: reading, in a transaction."""
    async with transaction():
        found: int = await fetchval(COUNT, account)
    return found


async def test_reading_goes_on_and_more_writing_is_refused_at_once(
    superuser: asyncpg.Connection, stranger: asyncpg.Connection, database: Database
) -> None:
    async with stalled(superuser):
        for number in range(12):
            with pytest.raises(Unavailable):
                await write(str(number))
            assert await fetchval(COUNT, str(number)) == await read(str(number)) == 0
        assert len(await waiting(superuser, database.name)) == 2
    await none_waiting(superuser, database.name)
    await write("again")
    assert await stranger.fetchval(COUNT, "again") == 1


async def test_reading_goes_on_though_all_wrote_at_the_moment_when_the_standby_fell_silent(
    superuser: asyncpg.Connection, stranger: asyncpg.Connection, database: Database
) -> None:
    async with stalled(superuser):
        told = await asyncio.gather(
            *(write(str(number)) for number in range(40)), return_exceptions=True
        )
        assert all(isinstance(each, (Unavailable, TimeoutError)) for each in told)
        assert await read("0") == await fetchval(COUNT, "0") == 0
        stand = len(await waiting(superuser, database.name))
        assert stand == 2
    await none_waiting(superuser, database.name)
    await asyncio.gather(*(write("again") for _ in range(40)))
    assert await stranger.fetchval(COUNT, "again") == 40
    assert await stranger.fetchval("SELECT count(*) FROM sign_in_failures") == 40 + stand


async def test_a_process_that_ends_leaves_its_commits_to_the_server(
    superuser: asyncpg.Connection,
    stranger: asyncpg.Connection,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(db, "_CLOSE_SECONDS", 0.2)
    async with stalled(superuser):
        with pytest.raises(Unavailable):
            await write("a")
        await db.stop()
        await asyncio.sleep(0.5)
        assert await waiting(superuser, database.name)
        assert await stranger.fetchval(COUNT, "a") == 0
    await none_waiting(superuser, database.name)
    assert await stranger.fetchval(COUNT, "a") == 1


async def test_a_read_that_takes_too_long_ends_on_the_server_too(
    stranger: asyncpg.Connection, database: Database
) -> None:
    running = """SELECT count(*) FROM pg_stat_activity
        WHERE datname = $1 AND state = 'active' AND query LIKE 'SELECT pg_sleep%'"""
    with pytest.raises(TimeoutError):
        await fetchval("SELECT pg_sleep(30)")
    assert await stranger.fetchval(running, database.name) == 0


async def test_a_command_that_went_on_after_an_error_is_not_told_that_it_stands(
    stranger: asyncpg.Connection,
) -> None:
    with pytest.raises(asyncpg.PostgresError):
        async with transaction():
            await execute(INSERT, "a")
            with pytest.raises(asyncpg.UndefinedTableError):
                await execute("SELECT 1 FROM no_such_table")
    assert await stranger.fetchval(COUNT, "a") == 0
