"""A synchronous standby that never answers, as the primary sees it: every COMMIT waits for it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from backend.core.database import overdue_commits
from tests.support.waiting import waiting_for

NOBODY = "nobody_of_this_name"
WAITING = """SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND datname = $1"""


@asynccontextmanager
async def stalled(superuser: asyncpg.Connection) -> AsyncIterator[None]:
    """Make the primary wait for a standby that does not exist during the block, and for none
    afterwards."""
    await _awaits(superuser, NOBODY)
    try:
        yield
    finally:
        await _awaits(superuser, "")


async def _awaits(superuser: asyncpg.Connection, name: str) -> None:
    await superuser.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{name}'")
    await superuser.execute("SELECT pg_reload_conf()")
    async with waiting_for("the setting to be read"):
        while await superuser.fetchval("SHOW synchronous_standby_names") != name:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.02)
    # Every process reads the file by itself. The checkpointer, which sets the value for the others,
    # is among the last.
    await asyncio.sleep(0.3)


async def waiting(superuser: asyncpg.Connection, database: str, at_least: int = 1) -> list[int]:
    """The backends of a database whose COMMIT waits, once there are this many."""
    async with waiting_for("COMMITs to wait"):
        while True:
            found = [row["pid"] for row in await superuser.fetch(WAITING, database)]
            if len(found) >= at_least:
                return found
            await asyncio.sleep(0.02)


async def none_waiting(superuser: asyncpg.Connection, database: str) -> None:
    """Return when no COMMIT of a database waits any more, and this process has heard so of its own."""
    async with waiting_for("COMMITs to end"):
        while overdue_commits() or await superuser.fetch(WAITING, database):  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.02)
