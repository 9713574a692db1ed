"""A real worker process: PostgreSQL restarts under it, and it is killed; every job is done all the same."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
import pytest

from deploy import bootstrap, surroundings
from deploy.data_folder import DataFolder
from deploy.servers import DATABASE, Servers, environment
from media.keys import original
from media.minio_store import MinioStore
from tests.support import pictures

pytestmark = [pytest.mark.slow, pytest.mark.long]

ROOT = Path(__file__).parents[4]


@pytest.fixture
def own_servers(tmp_path: Path) -> Iterator[Servers]:
    """Servers that this test alone may restart."""
    folder = DataFolder(tmp_path / "dữ liệu")
    folder.open_for_start(least_free=0)
    running = Servers(folder)
    running.start()
    yield running
    running.stop()


def _worker(servers: Servers) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), "worker"],
        cwd=ROOT,
        env=surroundings.for_child(environment(servers.folder, servers)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.fixture
async def store(own_servers: Servers) -> AsyncIterator[MinioStore]:
    await bootstrap.prepare(own_servers)
    one = MinioStore(own_servers.store.endpoint, "hientruong-app", own_servers.secrets["s3_secret"])
    yield one
    await one.close()


async def _enqueue(servers: Servers, store: MinioStore, count: int) -> None:
    """So many stored photographs, each with its job."""
    data = pictures.jpeg()
    connection = await asyncpg.connect(servers.postgres.dsn(DATABASE))
    await connection.execute("SET session_replication_role = replica")  # rows without their record
    unit = uuid4()
    for _ in range(count):
        photo = uuid4()
        name = original(unit, photo, "0" * 64)
        await store.put_bytes(name, data, media_type="image/jpeg")
        await connection.execute(
            "INSERT INTO pgqueuer (priority, status, entrypoint, payload)"
            " VALUES (0, 'queued', 'make_preview', $1)",
            str(photo).encode(),
        )
        await _insert(connection, photo, unit, str(name))
    await connection.close()


async def _insert(connection: asyncpg.Connection, photo: UUID, unit: UUID, name: str) -> None:
    await connection.execute(
        "INSERT INTO photos (id, act_id, inspection_id, unit_id, unit_1, number, officer_id, sha256,"
        " size, media_type, way, made_at, received_at, stored_at, object_key)"
        " VALUES ($1, $1, $1, $2, $2, 1, $1, repeat('0', 64), 1, 'image/jpeg', 'camera', now(),"
        " now(), now(), $3)",
        photo,
        unit,
        name,
    )


async def _pending(servers: Servers) -> int:
    connection = await asyncpg.connect(servers.owner_dsn())
    try:
        count = await connection.fetchval("SELECT count(*) FROM photos WHERE preview = 'pending'")
    finally:
        await connection.close()
    return int(count)


async def _until_at_most(servers: Servers, pending: int) -> None:
    async with asyncio.timeout(90):
        while await _pending(servers) > pending:  # noqa: ASYNC110 - other processes are waited for
            await asyncio.sleep(0.1)


async def test_no_job_is_lost_when_postgresql_restarts_or_the_worker_is_killed(
    own_servers: Servers, store: MinioStore
) -> None:
    await _enqueue(own_servers, store, 60)
    worker = _worker(own_servers)
    try:
        await _until_at_most(own_servers, 50)
        own_servers.postgres.stop()
        own_servers.postgres.launch()
        own_servers.postgres.wait_ready()
        await _until_at_most(own_servers, 30)
        assert worker.poll() is None, "the worker outlives a restart of PostgreSQL"
        worker.kill()
        worker.wait()
        worker = _worker(own_servers)
        await _until_at_most(own_servers, 0)
    finally:
        worker.terminate()
        worker.wait(20)
    assert worker.returncode == 0
