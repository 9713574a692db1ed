"""Readiness and metrics say when a standby keeps everybody waiting, and nothing where none is named."""

import asyncio
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import httpx
import pytest

from backend.core import database, durable
from backend.core.database import execute, fetchval, transaction
from backend.core.errors import Unavailable
from backend.operations.health import replication
from deploy.backup import database as backups
from deploy.servers import APPLICATION, Servers
from tests.support.databases import Database
from tests.support.stalling import none_waiting, stalled, waiting
from tests.support.waiting import PATIENCE, waiting_for

INSERT = "INSERT INTO sign_in_failures (account, address) VALUES ($1, '192.0.2.1')"
COMMITS = "SELECT query FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND datname = $1"
NEXT_ID = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WEB_STATEMENT_SECONDS", 0.5)
    monkeypatch.setattr(replication, "PATIENCE_SECONDS", 0.2)
    monkeypatch.setattr(durable, "_OFF_SECONDS", 0.0)


async def ready(client: httpx.AsyncClient) -> tuple[int, str]:
    """The status of /health/ready, and what it says of replication."""
    answer = await client.get("/health/ready")
    return answer.status_code, answer.json()["parts"]["replication"]


async def test_a_standby_that_says_nothing_takes_the_process_out_of_service(
    client: httpx.AsyncClient, superuser: asyncpg.Connection, database: Database
) -> None:
    assert (await ready(client))[1] == "ok"
    async with stalled(superuser):
        with pytest.raises(Unavailable):
            await execute(INSERT, "a")
        await waiting(superuser, database.name)
        assert await ready(client) == (503, "standby_silent")
        scraped = (await client.get("/metrics")).text
        assert "hientruong_commits_waiting 1.0" in scraped
    await none_waiting(superuser, database.name)
    assert (await ready(client))[1] == "ok"


@pytest.fixture
def follower(servers: Servers, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Who follows the cluster's log as a standby does: flushes what comes, and says so."""
    program = servers.postgres.program("pg_receivewal")
    command = [program, *backups.address(servers), "--no-password", "--synchronous"]
    child = subprocess.Popen(
        [*command, "--status-interval=1", "-D", tmp_path],
        env=backups.environment(servers),
        stderr=subprocess.DEVNULL,
    )
    yield child
    child.kill()
    child.wait()


async def until(client: httpx.AsyncClient, state: str) -> None:
    """Return once readiness says this of replication."""
    deadline = time.monotonic() + PATIENCE
    while (told := await ready(client))[1] != state:
        assert time.monotonic() < deadline, told
        await asyncio.sleep(0.05)


async def test_a_standby_that_falls_behind_is_told_where_this_role_may_see_it(
    client: httpx.AsyncClient,
    superuser: asyncpg.Connection,
    follower: subprocess.Popen[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(replication, "MAX_LAG_SECONDS", 0.3)
    async with waiting_for("the follower to catch up"):
        while not await superuser.fetchval(
            "SELECT count(*) FROM pg_stat_replication WHERE flush_lsn >= pg_current_wal_flush_lsn()"
        ):
            await execute(INSERT, "a")
            await asyncio.sleep(0.1)
    follower.send_signal(signal.SIGSTOP)
    await execute(INSERT, "b")
    await asyncio.sleep(0.5)
    assert await ready(client) == (200, "ok"), "nothing is seen without the grant"
    assert "\nhientruong_replication_lag_seconds " not in (await client.get("/metrics")).text
    await superuser.execute(f"GRANT pg_read_all_stats TO {APPLICATION}")
    try:
        await until(client, "standby_behind")
        assert "\nhientruong_replication_lag_seconds " in (await client.get("/metrics")).text
        follower.send_signal(signal.SIGCONT)
        await until(client, "ok")
    finally:
        await superuser.execute(f"REVOKE pg_read_all_stats FROM {APPLICATION}")


@pytest.mark.usefixtures("app")
async def test_who_only_reads_writes_nothing_where_no_standby_is_named(
    superuser: asyncpg.Connection,
) -> None:
    durable.begin()
    before = await superuser.fetchval(NEXT_ID)
    for _ in range(100):
        async with transaction():
            await fetchval("SELECT 1")
        await fetchval("SELECT 1")
        await durable.settle()
    taken = await superuser.fetchval(NEXT_ID) - before
    assert taken < 50, "transactions that wrote, of whoever else lives in this cluster"


@pytest.mark.usefixtures("app")
async def test_many_readers_share_one_wait(
    superuser: asyncpg.Connection, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with stalled(superuser):
        told = await asyncio.gather(
            *(durable.confirmed() for _ in range(200)), return_exceptions=True
        )
        assert {type(each).__name__ for each in told} == {"StandbyAwaited"}
        await waiting(superuser, database.name)
        said = await superuser.fetch(COMMITS, database.name)
        ours = [row["query"] for row in said if "pg_logical_emit_message" in row["query"]]
        assert len(ours) == 1, "beside what the application itself does as it starts"
    await none_waiting(superuser, database.name)
    await durable.confirmed()
