"""PostgreSQL and the object store end without warning, under load, and come back unaided (R2, R3)."""

import asyncio
import random
import subprocess
import time
from pathlib import Path

import asyncpg
import pytest

from deploy.data_folder import DataFolder
from deploy.embedded.account import Account
from deploy.servers import Servers
from tests.faults.afterwards import Stopwatch, nothing_is_lost
from tests.faults.fleet import PHONES, FieldPhone, Photograph, fleet
from tests.faults.system import DATABASE, STORE, System
from tests.integration.deploy.running import told_of

pytestmark = pytest.mark.long

RESTARTS, STORE_KILLS = 10, 3


async def stop_at_once(system: System) -> None:
    """`pg_ctl -m immediate stop`, by the program that runs, as the user that it runs as."""
    postmaster = await system.find(DATABASE)
    program = Path(told_of(postmaster, "cmdline").split(b"\0")[0].decode())
    account = Account.current()
    seen = account.seen(system.folder / "postgres") / "18"
    words = [program.with_name("pg_ctl"), "-D", seen, "-m", "immediate", "-W", "stop"]
    done = await asyncio.to_thread(
        subprocess.run,
        [*account.launcher("KILL"), *words],
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        pass_fds=account.handles(),
        capture_output=True,
        text=True,
        check=False,
    )
    account.close()
    assert done.returncode == 0, done.stdout + done.stderr


async def writes_again(system: System) -> float:
    """Seconds until the database takes a write again. Nobody helps it."""
    began, dsn = time.monotonic(), Servers(DataFolder(system.folder)).owner_dsn()
    async with asyncio.timeout(60):
        while True:
            try:
                connection = await asyncpg.connect(dsn, timeout=2)
                await connection.execute("SELECT pg_current_xact_id()")
                await connection.close()
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                await asyncio.sleep(0.02)
            else:
                return time.monotonic() - began


async def until_readable(phone: FieldPhone, photo: Photograph) -> float:
    """Seconds until an earlier photograph can be read again, as it was."""
    began = time.monotonic()
    async with asyncio.timeout(60):
        while True:
            read = await phone.phone.photograph(photo.id, "original")
            if read.status_code != 503:
                assert read.content == photo.data
                return time.monotonic() - began
            await asyncio.sleep(0.05)


async def test_ten_immediate_restarts_of_postgresql_lose_nothing_acknowledged(
    tmp_path: Path, seed: int, watch: Stopwatch
) -> None:
    chance, back, goes_on = random.Random(seed), [], []
    async with System(tmp_path / "PostgreSQL dừng") as system, fleet(system, seed) as phones:
        async with phones.at_work(100):
            for _ in range(RESTARTS):
                await asyncio.sleep(0.5 + chance.random())
                await stop_at_once(system)
                back.append(await writes_again(system))
                goes_on.append(await phones.hold_more(3))
        watch.say(f"writes again after {', '.join(f'{each:.1f}' for each in back)} s")
        watch.say(f"then 3 photographs more in {', '.join(f'{each:.1f}' for each in goes_on)} s")
        watch.say(f"{phones.witness}; 503 by code: {dict(phones.witness.unavailable)}")
        assert phones.witness.cut == 0, "web processes outlive the database, and always answer"
        assert phones.witness.unavailable
        watch.say(await nothing_is_lost(system.folder, phones))


async def test_kills_of_the_object_store_in_the_middle_lose_nothing_acknowledged(
    tmp_path: Path, seed: int, watch: Stopwatch
) -> None:
    chance = random.Random(seed)
    async with System(tmp_path / "kho dừng") as system, fleet(system, seed) as phones:
        async with phones.at_work(100):
            await phones.hold_more(20)
            for _ in range(STORE_KILLS):
                await asyncio.sleep(0.5 + chance.random())
                phone, photo = phones.a_receipted_one()
                await system.kill(STORE)
                readable = await until_readable(phone, photo)
                stored = await phones.hold_more(PHONES)
                watch.say(
                    f"earlier ones readable after {readable:.1f} s, then {PHONES} more"
                    f" stored in {stored:.1f} s"
                )
        watch.say(f"{phones.witness}; 503 by code: {dict(phones.witness.unavailable)}")
        assert phones.witness.cut == 0
        watch.say(await nothing_is_lost(system.folder, phones))
