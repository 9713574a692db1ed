"""A worker process as it is started in service takes a report in, with the settings that workers get."""

import asyncio
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from backend.core import database as backend_database
from deploy import surroundings
from deploy.servers import FOR_WEB, Servers, environment
from tests.support import buckets
from tests.support.citizens import picture, send
from tests.support.databases import Database

pytestmark = [pytest.mark.slow, pytest.mark.long, pytest.mark.usefixtures("app", "people")]
ROOT = Path(__file__).parents[4]


def _worker(settings: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), "worker"],
        cwd=ROOT,
        env=surroundings.for_child(settings),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


async def test_a_worker_process_knows_the_records_that_it_writes(
    client: httpx.AsyncClient, servers: Servers, database: Database, tmp_path: Path
) -> None:
    """It once had no handlers of records: every act of a worker was refused, and nobody was told."""
    await send(client, photographs=[("a.jpg", picture())])
    settings = environment(servers.folder, servers) | {
        "HIENTRUONG_DATABASE_URL": database.app_dsn,
        "HIENTRUONG_SPOOL_DIR": str(tmp_path),
        # A worker that ends publishes its last checkpoint, which other tests would take for theirs.
        "HIENTRUONG_S3_BUCKET": buckets.make(servers),
        "HIENTRUONG_S3_ACCESS_KEY": buckets.ADMINISTRATOR,
        "HIENTRUONG_S3_SECRET_KEY": servers.secrets["s3_admin_secret"],
    }
    worker = _worker({key: value for key, value in settings.items() if key not in FOR_WEB})
    try:
        async with asyncio.timeout(90):
            while not await backend_database.fetchval("SELECT count(*) FROM informations"):  # noqa: ASYNC110
                await asyncio.sleep(0.2)
    finally:
        worker.terminate()
        worker.wait(30)
    sealed = "SELECT count(*) FROM information_secrets WHERE kind = 'attachment'"
    assert await backend_database.fetchval(sealed) == 2
