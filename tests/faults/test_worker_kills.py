"""kill -9 of the worker, again and again, with hundreds of jobs: each is done, and its effect is there once (R8)."""

import asyncio
import random
from pathlib import Path

import asyncpg
import pytest

from deploy.data_folder import DataFolder
from deploy.servers import Servers
from tests.faults.afterwards import Stopwatch, nothing_is_lost
from tests.faults.fleet import Fleet, fleet
from tests.faults.system import WORKER, System

pytestmark = pytest.mark.long

EACH, KILLS = 14, 6
STANDSTILL_SECONDS = 120
"""A job that was cut comes again after a minute at the most."""


async def until_nothing_is_queued(connection: asyncpg.Connection) -> None:
    """Return when the queue is empty. A job that failed for good is held in it, and is never gone; so the wait has an
    end, which begins anew with each job that is done: how many are left depends on the machine."""
    loop, before = asyncio.get_running_loop(), -1
    async with asyncio.timeout(STANDSTILL_SECONDS) as patience:
        while True:
            left, done = await connection.fetchrow(
                """
                SELECT (SELECT count(*) FROM pgqueuer),
                    (SELECT count(*) FROM pgqueuer_log WHERE status = 'successful')
                """
            )
            if not left:
                return
            if done != before:
                before = done
                patience.reschedule(loop.time() + STANDSTILL_SECONDS)
            await asyncio.sleep(0.2)


async def effects_are_there_once(connection: asyncpg.Connection, phones: Fleet) -> int:
    """Every photograph stored, looked at, and told of once to each who hears of it."""
    photos = [photo.id for photo in phones.taken]
    unfinished = await connection.fetch(
        "SELECT id, preview, stored_at FROM photos WHERE id = ANY($1::uuid[])"
        " AND (stored_at IS NULL OR preview = 'pending')",
        photos,
    )
    assert not unfinished, unfinished[:3]
    told = await connection.fetch(
        "SELECT ref, officer_id, count(*) FROM changes WHERE kind = 'byte_receipt'"
        " AND ref = ANY($1::text[]) GROUP BY ref, officer_id",
        photos,
    )
    assert {row["ref"] for row in told} == set(photos)
    assert [row for row in told if row["count"] != 1] == []
    done: int = await connection.fetchval(
        "SELECT count(DISTINCT job_id) FROM pgqueuer_log WHERE status = 'successful'"
    )
    return done


async def test_400_jobs_and_six_kills_of_the_worker(
    tmp_path: Path, seed: int, watch: Stopwatch
) -> None:
    chance = random.Random(seed)
    async with System(tmp_path / "người làm việc nền") as system, fleet(system, seed) as phones:
        await asyncio.gather(
            *(phone.take_bytes_first(phones.base, EACH) for phone in phones.phones)
        )
        watch.say(f"{len(phones.taken)} photographs wait in staging")
        for _ in range(KILLS):
            await asyncio.sleep(0.5 + 1.5 * chance.random())
            await system.kill(WORKER)
        connection = await asyncpg.connect(Servers(DataFolder(system.folder)).owner_dsn())
        try:
            left = await connection.fetchval("SELECT count(*) FROM pgqueuer")
            watch.say(f"{KILLS} kills; {left} jobs are left")
            await until_nothing_is_queued(connection)
            done = await effects_are_there_once(connection, phones)
        finally:
            await connection.close()
        watch.say(f"{done} jobs done, each effect once")
        assert done >= 400
        await asyncio.gather(
            *(phone.bring(photo) for phone in phones.phones for photo in phone.taken)
        )
        watch.say(await nothing_is_lost(system.folder, phones))
