"""A postmaster that was killed leaves backends; none of them may work beside its successor."""

import asyncio
import contextlib
import os
import signal
from pathlib import Path

import asyncpg
import pytest

from deploy.data_folder import DataFolder
from deploy.servers import Servers
from tests.integration.deploy.running import alive, gone_within
from tests.support.waiting import waiting_for

pytestmark = pytest.mark.slow

AT_WORK = (
    "SELECT count(*) FROM pg_stat_activity WHERE pid = $1 AND state = 'active' AND query ~ 'sqrt'"
)


async def works(dsn: str, backend: int) -> None:
    """Return once a backend is at its query: an idle one ends with its postmaster."""
    beside = await asyncpg.connect(dsn)
    try:
        async with waiting_for("the query to begin"):
            while not await beside.fetchval(AT_WORK, backend):  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.02)
    finally:
        await beside.close()


async def test_a_backend_deep_in_a_query_ends_before_a_new_postmaster_begins(
    tmp_path: Path,
) -> None:
    folder = DataFolder(tmp_path / "dữ liệu")
    folder.open_for_start(least_free=0)
    postgres = Servers(folder).postgres
    postgres.launch()
    try:
        postgres.wait_ready()
        busy = await asyncpg.connect(postgres.dsn())
        backend = busy.get_server_pid()
        # Arithmetic without a pause: it looks neither at its client nor at its postmaster.
        deep = asyncio.create_task(
            busy.fetchval("SELECT sum(sqrt(x)) FROM generate_series(1, 1000000000) AS g (x)")
        )
        await works(postgres.dsn(), backend)
        os.kill(postgres.pid or 0, signal.SIGKILL)
        assert gone_within({postgres.pid or 0}, 5)
        assert not postgres.alive()
        assert alive({backend}), "the test is about one that stays"
        postgres.launch()
        assert not alive({backend})
        postgres.wait_ready()
        with contextlib.suppress(asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
            await deep
        busy.terminate()
        again = await asyncpg.connect(postgres.dsn())
        assert await again.fetchval("SELECT 1") == 1
        await again.close()
    finally:
        postgres.stop()
