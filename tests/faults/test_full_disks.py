"""A disk of ours is full: what was acknowledged stays, phones wait, and it goes on when there is room (R4).

Each of three disks is a small file system in memory. The database's own disk is the hard case:
PostgreSQL that cannot write its log ends, and cannot start again before there is room.
"""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import asyncpg
import pytest

from deploy.data_folder import DataFolder
from deploy.servers import Servers
from tests.faults.afterwards import Stopwatch, nothing_is_lost
from tests.faults.fleet import Fleet, fleet
from tests.faults.system import System

pytestmark = pytest.mark.long

MB = 1_000_000
_AT_ONCE = 60 * MB


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[None]:
    """A file system of its own at `folder`, of so many bytes."""
    folder.mkdir(mode=0o700, parents=True)
    words = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", str(folder)]
    made = None
    if os.geteuid() == 0 and shutil.which("mount"):
        made = subprocess.run(words, capture_output=True, text=True, check=False)
    if made is None or made.returncode != 0:
        pytest.skip("a small disk needs root that may mount")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


@contextmanager
def system_with_small_disk(folder: Path, part: str, size: int) -> Iterator[System]:
    """A demonstration whose folder `part` is a disk of its own. Layout: deploy/data_folder.py."""
    folder.mkdir(mode=0o700)
    (folder / "DEMONSTRATION").touch()
    (folder / "VERSION").write_text("1\n")
    with small_disk(folder / part, size):
        yield System(folder)


class Ballast:
    """A file that takes all the room there is.

    A part of it is there from the start: others may fill the disk before `fill` does, and then too `free` gives
    room back.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / "ballast"
        self._file.write_bytes(bytes(_AT_ONCE))

    def fill(self) -> None:
        """Take all room; what others write meanwhile runs into the end as well."""
        free = os.statvfs(self._file.parent)
        room = free.f_bavail * free.f_frsize
        with suppress(OSError), self._file.open("ab") as file:
            while room > 0:
                file.write(bytes(min(room, MB)))
                file.flush()
                room -= MB

    def free(self) -> None:
        """Give it back."""
        self._file.unlink()


async def earlier_ones_are_readable(phones: Fleet, most: int = 40) -> int:
    """Photographs that have a byte receipt now, each as it was. Returns how many were read."""
    safe = [
        (phone.phone, photo)
        for phone in phones.phones
        for photo in phone.taken
        if photo.id in phone.phone.byte_receipts
    ][:most]
    for phone, photo in safe:
        answer = await phone.photograph(photo.id, "original")
        assert answer.status_code == 200, answer.text
        assert answer.content == photo.data
    return len(safe)


async def use_up_the_log(system: System) -> None:
    """Write what the database still has prepared of its log, as a busy hour does: it ends then."""
    try:
        connection = await asyncpg.connect(Servers(DataFolder(system.folder)).postgres.dsn())
    except (asyncpg.PostgresError, OSError):
        return  # on a slow machine the phones had used it up by then
    words = "SELECT pg_logical_emit_message(true, 'fill', repeat('x', 1000000))"
    for _ in range(500):
        try:
            await connection.execute(words)
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
            break
    else:
        pytest.fail("there was room for 500 MB of log on a full disk")
    connection.terminate()


async def keep_the_database_down(system: System, ballast: Ballast) -> None:
    """Fill its disk until it is still down 20 s later, which is far longer than five quick tries to start it.

    A start may throw old segments of the log away and have room again, as it should: that is taken too.
    """
    for _ in range(6):
        await use_up_the_log(system)
        await asyncio.sleep(20)
        if not await system.is_ready():
            return
        ballast.fill()
    pytest.fail("the database found room on a full disk six times")


async def test_a_full_spool_refuses_and_goes_on_when_there_is_room(
    tmp_path: Path, seed: int, watch: Stopwatch
) -> None:
    with system_with_small_disk(tmp_path / "đệm đầy", "spool", 400 * MB) as made:
        async with made as system, fleet(system, seed) as phones:
            async with phones.at_work(60):
                ballast = Ballast(system.folder / "spool")
                await phones.hold_more(30)
                ballast.fill()
                await asyncio.sleep(4)
                read = await earlier_ones_are_readable(phones)
                watch.say(f"full: {read} earlier ones readable; {phones.witness.unavailable}")
                assert phones.witness.unavailable["no_space"] > 0
                ballast.free()
                watch.say(f"freed: 16 more in {await phones.hold_more(16):.1f} s")
            watch.say(str(phones.witness))
            assert phones.witness.cut == 0
            watch.say(await nothing_is_lost(system.folder, phones))


async def test_a_full_store_keeps_what_it_has_and_takes_the_rest_when_there_is_room(
    tmp_path: Path, seed: int, watch: Stopwatch
) -> None:
    with system_with_small_disk(tmp_path / "kho đầy", "seaweedfs", 300 * MB) as made:
        async with made as system, fleet(system, seed) as phones:
            async with phones.at_work(60):
                ballast = Ballast(system.folder / "seaweedfs")
                await phones.hold_more(30)
                ballast.fill()
                await asyncio.sleep(3)
                before = phones.receipted
                await asyncio.sleep(6)
                assert phones.receipted - before < 3, (
                    "the store has no room, and no receipt is given"
                )
                read = await earlier_ones_are_readable(phones)
                watch.say(f"full: {read} earlier ones readable, {len(phones.taken) - read} wait")
                ballast.free()
                watch.say(f"freed: 32 more in {await phones.hold_more(32):.1f} s")
            watch.say(str(phones.witness))
            assert phones.witness.cut == 0
            watch.say(await nothing_is_lost(system.folder, phones))


async def test_a_full_database_disk_ends_nothing_else_and_the_database_comes_back(
    tmp_path: Path, seed: int, watch: Stopwatch
) -> None:
    with system_with_small_disk(tmp_path / "cơ sở dữ liệu đầy", "postgres", 300 * MB) as made:
        async with made as system, fleet(system, seed) as phones:
            async with phones.at_work(60):
                ballast = Ballast(system.folder / "postgres")
                await phones.hold_more(30)
                ballast.fill()
                await asyncio.sleep(4)
                watch.say(f"full for tables: {phones.witness.unavailable}")
                await keep_the_database_down(system, ballast)
                watch.say(f"full for the log, for 20 s: {phones.witness.unavailable}")
                ballast.free()
                watch.say(f"freed: 32 more in {await phones.hold_more(32):.1f} s")
                read = await earlier_ones_are_readable(phones)
                watch.say(f"{read} earlier ones readable")
            watch.say(str(phones.witness))
            assert phones.witness.cut == 0
            assert phones.witness.unavailable
            watch.say(await nothing_is_lost(system.folder, phones))
