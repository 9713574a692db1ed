"""A real worker's memory stands still once it is warm, however many photographs come."""

import asyncio
import hashlib
import os
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest

from deploy.servers import DATABASE, Servers
from media.keys import original
from media.minio_store import MinioStore
from tests.integration.backend.jobs.test_worker_restarts import _worker, own_servers, store
from tests.support import pictures

__all__ = ["own_servers", "store"]

pytestmark = [pytest.mark.slow, pytest.mark.long]

WARM, MORE = 300, 300
_WAITING = "SELECT count(*) FROM pgqueuer WHERE status <> 'failed'"
MOST_KB = 2.5
"""A photograph. It was 4 to 7, without end; what is left is statements that connections prepare for the first time."""


async def _photographs(servers: Servers, store: MinioStore, count: int) -> None:
    """So many stored photographs, each to be decoded, read again and locked; returns when all of it is done."""
    connection = await asyncpg.connect(servers.postgres.dsn(DATABASE))
    await connection.execute("SET session_replication_role = replica")  # rows without their record
    unit, picture = uuid4(), pictures.jpeg(size=(420, 400))
    for _ in range(count):
        photo = uuid4()
        data = picture[:-2] + b"\xff\xfe\x00\x0a" + os.urandom(8) + picture[-2:]  # with a comment
        sha256 = hashlib.sha256(data).hexdigest()
        name = original(unit, photo, sha256)
        await store.put_bytes(name, data, media_type="image/jpeg")
        await connection.execute(
            "INSERT INTO photos (id, act_id, inspection_id, unit_id, unit_1, number, officer_id, sha256,"
            " size, media_type, way, made_at, received_at, stored_at, object_key)"
            " VALUES ($1, $1, $1, $2, $2, 1, $1, $3, $4, 'image/jpeg', 'camera', now(), now(), now(), $5)",
            photo,
            unit,
            sha256,
            len(data),
            str(name),
        )
        for job in ("make_preview", "protect_photo"):
            await connection.execute(
                "INSERT INTO pgqueuer (priority, status, entrypoint, payload) VALUES (0, 'queued', $1, $2)",
                job,
                str(photo).encode(),
            )
    async with asyncio.timeout(600):
        while await connection.fetchval(_WAITING):  # noqa: ASYNC110 - another process is waited for
            await asyncio.sleep(0.5)
    await connection.execute("DELETE FROM pgqueuer")
    await connection.close()


def _own_kb(pid: int) -> int:
    """What a process has of its own, beside the files that it maps, in kB."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return next(
        int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Anonymous:")
    )


async def test_three_hundred_photographs_more_leave_a_warm_worker_as_it_was(
    own_servers: Servers, store: MinioStore
) -> None:
    worker = _worker(own_servers)
    try:
        await _photographs(own_servers, store, WARM)
        before = _own_kb(worker.pid)
        await _photographs(own_servers, store, MORE)
        each = (_own_kb(worker.pid) - before) / MORE
        print(f"\n{before} kB when warm; then {each:.2f} kB a photograph")
        assert each < MOST_KB
    finally:
        worker.terminate()
        worker.wait(20)
