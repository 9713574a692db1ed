"""Readiness and metrics say when a standby keeps everybody waiting, and nothing where none is named."""

import asyncio

import asyncpg
import httpx
import pytest

from backend import database, durable
from backend.database import execute, fetchval, transaction
from backend.errors import Unavailable
from backend.health import replication
from tests.support.servers import Database
from tests.support.stalling import none_waiting, stalled, waiting

INSERT = "INSERT INTO sign_in_failures (account, address) VALUES ($1, '192.0.2.1')"
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
    await asyncio.sleep(0.1)
    assert (await ready(client))[1] == "ok"


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
        assert len(await waiting(superuser, database.name)) == 1
    await none_waiting(superuser, database.name)
    await durable.confirmed()
